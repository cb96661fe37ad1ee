import { met, notMet, unknown } from '#phase/criterion.ts'
import type { Criterion } from '#phase/criterion.ts'
import { onSection, onSections } from '#phase/domain/judge-content.ts'
import { promisedBenefits } from '#phase/domain/promised-benefits.ts'
import { benefitsWithoutBaseline } from './domain/baselines.ts'
import { benefitsNotComing } from './domain/benefit-check.ts'
import { openSeriousFindings } from './domain/findings.ts'
import { meanSusScore } from './domain/sus-score.ts'
import { groupsBelow } from './domain/training-share.ts'
import { acceptance } from './sections/acceptance.ts'
import { benefitCheck } from './sections/benefit-check.ts'
import { infrastructure } from './sections/infrastructure.ts'
import { pilot } from './sections/pilot.ts'
import { plan } from './sections/plan.ts'
import { requirementsValidation } from './sections/requirements-validation.ts'
import { rounds } from './sections/rounds.ts'
import { training } from './sections/training.ts'

/**
 * The rule of BP5 (RUVeS 5.5): introduce only when development, training and pilot are done and evaluated, every
 * requirement is validated, the users accept the solution and the benefit can come true. Otherwise another round.
 * That every mandatory section is complete comes on top, from `definePhase`.
 */

const developmentDone: Criterion = {
  id: 'developmentDone',
  name: { sv: 'Utvecklingen är genomförd och provad', en: 'Development is done and tested' },
  isMandatory: true,
  evidence: ['rounds', 'plan'],
  source: 'RUVeS 5.5',
  judge: onSections(plan, rounds, (planning, report) => {
    const [planned, done] = [planning.rounds.length, report.rounds.length]
    return done >= planned
      ? met({ sv: `Alla ${planned} planerade varv är genomförda.`, en: `All ${planned} planned rounds are done.` })
      : notMet({
          sv: `${done} av ${planned} planerade varv är genomförda.`,
          en: `${done} of ${planned} planned rounds are done.`,
        })
  }),
}

const noOpenSeriousFinding: Criterion = {
  id: 'noOpenSeriousFinding',
  name: { sv: 'Ingen allvarlig iakttagelse är öppen', en: 'No serious finding is open' },
  isMandatory: true,
  evidence: ['rounds'],
  source: 'RUVeS 5.5',
  judge: onSection(rounds, (done) => {
    const open = openSeriousFindings(done.rounds)
    return open.length === 0
      ? met({
          sv: 'Inga allvarliga iakttagelser är öppna efter sista varvet.',
          en: 'No serious findings are open after the last round.',
        })
      : notMet({
          sv: `Öppna allvarliga iakttagelser: ${open.length}. ${open[0]?.finding ?? ''}`,
          en: `Open serious findings: ${open.length}. ${open[0]?.finding ?? ''}`,
        })
  }),
}

const trainingDone: Criterion = {
  id: 'trainingDone',
  name: { sv: 'Utbildningen är genomförd och utvärderad', en: 'Training is done and evaluated' },
  isMandatory: true,
  evidence: ['training'],
  source: 'RUVeS 5.5',
  judge: onSection(training, (content) => {
    const below = groupsBelow(content.groups, content.goalPercent).map(({ name }) => name)
    return below.length === 0
      ? met({ sv: `Alla grupper når ${content.goalPercent} procent.`, en: `All groups reach ${content.goalPercent} per cent.` })
      : notMet({
          sv: `Under ${content.goalPercent} procent: ${below.join(', ')}.`,
          en: `Below ${content.goalPercent} per cent: ${below.join(', ')}.`,
        })
  }),
}

const pilotEvaluated: Criterion = {
  id: 'pilotEvaluated',
  name: { sv: 'Piloten är genomförd och utvärderad', en: 'The pilot is done and evaluated' },
  isMandatory: true,
  evidence: ['pilot'],
  source: 'RUVeS 5.5',
  judge: onSection(pilot, (content) => {
    return content.evaluatedOn >= content.endsOn
      ? met({
          sv: `Slut ${content.endsOn}, utvärderad ${content.evaluatedOn}.`,
          en: `Ended ${content.endsOn}, evaluated ${content.evaluatedOn}.`,
        })
      : notMet({ sv: 'Piloten är utvärderad innan den var slut.', en: 'The pilot was evaluated before it ended.' })
  }),
}

const usersAccept: Criterion = {
  id: 'usersAccept',
  name: { sv: 'Användarna godtar lösningen', en: 'The users accept the solution' },
  isMandatory: true,
  evidence: ['acceptance'],
  source: 'RUVeS 5.5; Brooke 1996',
  judge: onSection(acceptance, (content) => {
    if (content.verdict === 'notAccepted')
      return notMet({ sv: 'Användarna godtar inte lösningen.', en: 'The users do not accept the solution.' })
    const score = meanSusScore(content.susResponses)
    if (score !== undefined && content.susGoal !== undefined && score < content.susGoal)
      return notMet({
        sv: `SUS ${score} når inte målet ${content.susGoal}.`,
        en: `SUS ${score} does not reach the goal ${content.susGoal}.`,
      })
    return score === undefined
      ? met({ sv: 'Användarna godtar lösningen.', en: 'The users accept the solution.' })
      : met({
          sv: `Användarna godtar lösningen. SUS ${score}, mål ${content.susGoal ?? '–'}.`,
          en: `The users accept the solution. SUS ${score}, goal ${content.susGoal ?? '–'}.`,
        })
  }),
}

const requirementsValidated: Criterion = {
  id: 'requirementsValidated',
  name: { sv: 'Varje krav är validerat', en: 'Every requirement is validated' },
  isMandatory: true,
  evidence: ['requirementsValidation'],
  source: 'RUVeS 5.5',
  judge: onSection(requirementsValidation, (content, { dossier }) => {
    const contracted = dossier.procurement?.requirements ?? []
    const lacking = contracted.filter(
      ({ id, isMandatory }) =>
        !content.requirements.some(
          (row) => row.requirement === id && (row.outcome === 'validated' || (row.outcome === 'notOffered' && !isMandatory)),
        ),
    )
    return lacking.length === 0
      ? met({
          sv: `Alla ${contracted.length} krav i avtalet är prövade och validerade.`,
          en: `All ${contracted.length} requirements of the contract are tried and validated.`,
        })
      : notMet({
          sv: `Inte validerade: ${lacking.map(({ id }) => id).join(', ')}.`,
          en: `Not validated: ${lacking.map(({ id }) => id).join(', ')}.`,
        })
  }),
}

const benefitChecked: Criterion = {
  id: 'benefitChecked',
  name: { sv: 'Nyttan kan bli verklig', en: 'The benefit can come true' },
  isMandatory: true,
  evidence: ['benefitCheck'],
  source: 'RUVeS 5.5',
  judge: onSection(benefitCheck, (content, { dossier }) => {
    const lost = benefitsNotComing(content.benefits, dossier)
    return lost.length === 0
      ? met({ sv: 'Ingen nytta från NV3 är förlorad.', en: 'No benefit of NV3 is lost.' })
      : notMet({
          sv: `Nås inte eller är inte kontrollerad: ${lost.join(', ')}.`,
          en: `Will not come or is not checked: ${lost.join(', ')}.`,
        })
  }),
}

const baselinesTaken: Criterion = {
  id: 'baselinesTaken',
  name: { sv: 'Utgångsvärdena är mätta före införandet', en: 'The baselines are taken before the rollout' },
  isMandatory: true,
  evidence: ['pilot'],
  source: 'RUVeS 5.5, 5.7',
  judge: onSection(pilot, (content, { dossier }) => {
    const without = benefitsWithoutBaseline(promisedBenefits(dossier), content.measures)
    return without.length === 0
      ? met({ sv: 'Varje nytta som ska mätas har ett utgångsvärde.', en: 'Every benefit that is to be measured has a baseline.' })
      : notMet({
          sv: `Utgångsvärde saknas för: ${without.join(', ')}. Efter införandet går det inte att mäta.`,
          en: `A baseline is missing for: ${without.join(', ')}. After the rollout it cannot be taken.`,
        })
  }),
}

const infrastructureInPlace: Criterion = {
  id: 'infrastructureInPlace',
  name: { sv: 'Tekniska förutsättningar är på plats', en: 'Technical conditions are in place' },
  isMandatory: false,
  evidence: ['infrastructure'],
  source: 'RUVeS 5.5',
  judge: ({ completed }) => {
    const content = completed(infrastructure)
    if (content === undefined)
      return unknown({ sv: 'IT har inte beskrivit vad som behövs.', en: 'IT has not described what is needed.' })
    const lacking = content.items.filter((item) => !item.isInPlace).map(({ what }) => what)
    return lacking.length === 0
      ? met({ sv: 'Allt som IT tillhandahåller är på plats.', en: 'All that IT provides is in place.' })
      : notMet({ sv: `Saknas: ${lacking.join(', ')}.`, en: `Lacking: ${lacking.join(', ')}.` })
  },
}

export const criteria: readonly Criterion[] = [
  developmentDone,
  noOpenSeriousFinding,
  trainingDone,
  pilotEvaluated,
  usersAccept,
  requirementsValidated,
  benefitChecked,
  baselinesTaken,
  infrastructureInPlace,
]
