import { met, notMet, unknown } from '#phase/criterion.ts'
import type { Criterion } from '#phase/criterion.ts'
import { onAssessment, onSection } from '#phase/domain/judge-content.ts'
import { differingCounts, smallShare } from './domain/market-outcome.ts'
import { nextFollowUpOn } from './domain/next-follow-up.ts'
import { measuredBenefits, unmeasured } from './domain/outcome.ts'
import { uncountedUnits, uptakePercent } from './domain/usage.ts'
import { forumFeedback } from './sections/forum-feedback.ts'
import { marketEvaluation } from './sections/market-evaluation.ts'
import { measurements } from './sections/measurements.ts'
import { projectEvaluation } from './sections/project-evaluation.ts'
import { supplierDialogue } from './sections/supplier-dialogue.ts'
import { technology } from './sections/technology.ts'
import { uptake } from './sections/uptake.ts'

/**
 * The rule of review (RUVeS 5.7): the contract goes on when the benefit is measured, uptake and technology are
 * evaluated, the supplier is heard, the market is evaluated and the forum is told. Otherwise the supplier
 * remedies or the service is phased out. That every mandatory section and NV4 is complete comes on top, from
 * `definePhase`.
 */

const benefitsMeasured: Criterion = {
  id: 'benefitsMeasured',
  name: { sv: 'Varje mått i nyttovärderingen är mätt', en: 'Every measure of the assessment is measured' },
  isMandatory: true,
  evidence: ['assessment'],
  source: 'RUVeS 5.7; EY 2018, 6.1',
  judge: onAssessment(({ lines }) => {
    const lacking = unmeasured(lines)
    return lacking.length === 0
      ? met({
          sv: 'Varje mått har en nollmätning och minst en mätning.',
          en: 'Every measure has a baseline and at least one measurement.',
        })
      : notMet({
          sv: `Saknar nollmätning eller mätning: ${lacking.join(', ')}.`,
          en: `Lack a baseline or a measurement: ${lacking.join(', ')}.`,
        })
  }),
}

const outcomeExplained: Criterion = {
  id: 'outcomeExplained',
  name: { sv: 'Utfallet är förklarat för varje nytta', en: 'The outcome is explained for every benefit' },
  isMandatory: true,
  evidence: ['measurements'],
  source: 'RUVeS 5.7',
  judge: onSection(measurements, (content, { dossier }) => {
    const lacking = measuredBenefits(dossier).filter(({ id }) => !content.benefits.some((row) => row.benefit === id))
    const reached = content.benefits.filter((row) => row.outcome === 'reached').length
    return lacking.length === 0
      ? met({
          sv: `${reached} av ${content.benefits.length} nyttor är nådda.`,
          en: `${reached} of ${content.benefits.length} benefits are reached.`,
        })
      : notMet({
          sv: `Saknas: ${lacking.map(({ name }) => name).join(', ')}.`,
          en: `Lacking: ${lacking.map(({ name }) => name).join(', ')}.`,
        })
  }),
}

const uptakeMeasured: Criterion = {
  id: 'uptakeMeasured',
  name: { sv: 'Användningen är räknad i varje enhet', en: 'The uptake is counted in every unit' },
  isMandatory: true,
  evidence: ['uptake'],
  source: 'RUVeS 5.7',
  judge: onSection(uptake, (content, { dossier }) => {
    const lacking = uncountedUnits(content.units, dossier)
    const percent = uptakePercent(content.units, dossier)
    return lacking.length === 0
      ? met({ sv: `${percent ?? 0} procent av de väntade användarna.`, en: `${percent ?? 0} per cent of the expected users.` })
      : notMet({ sv: `Inte räknat: ${lacking.join(', ')}.`, en: `Not counted: ${lacking.join(', ')}.` })
  }),
}

const technologyStable: Criterion = {
  id: 'technologyStable',
  name: { sv: 'Tekniken är stabil eller har en åtgärd', en: 'The technology is stable or has a remedy' },
  isMandatory: true,
  evidence: ['technology'],
  source: 'RUVeS 5.7',
  judge: onSection(technology, (content) => {
    if (content.availability < content.agreedAvailability && content.availabilityRemedy === undefined)
      return notMet({
        sv: `Tillgängligheten ${content.availability} procent når inte avtalade ${content.agreedAvailability}, och ingen åtgärd finns.`,
        en: `The availability ${content.availability} per cent does not reach the agreed ${content.agreedAvailability}, and there is no remedy.`,
      })
    const failing = content.neighbours
      .filter((row) => row.works === 'badly' && row.remedy === undefined)
      .map(({ system }) => system)
    return failing.length === 0
      ? met({
          sv: `Tillgänglighet ${content.availability} procent, avtalat ${content.agreedAvailability}.`,
          en: `Availability ${content.availability} per cent, agreed ${content.agreedAvailability}.`,
        })
      : notMet({
          sv: `Fungerar dåligt utan åtgärd: ${failing.join(', ')}.`,
          en: `Work badly without a remedy: ${failing.join(', ')}.`,
        })
  }),
}

const projectEvaluated: Criterion = {
  id: 'projectEvaluated',
  name: { sv: 'Projektet är utvärderat efter införandet', en: 'The project is evaluated after the rollout' },
  isMandatory: true,
  evidence: ['projectEvaluation'],
  source: 'RUVeS 5.7',
  judge: onSection(projectEvaluation, (content, { dossier }) => {
    const liveOn = dossier.rollout?.goLiveCompletedOn
    return liveOn === undefined || content.evaluatedOn >= liveOn
      ? met({
          sv: `Utvärderat ${content.evaluatedOn} med ${content.lessons.length} lärdomar.`,
          en: `Evaluated on ${content.evaluatedOn} with ${content.lessons.length} lessons.`,
        })
      : notMet({
          sv: 'Projektet är utvärderat innan alla enheter hade börjat.',
          en: 'The project was evaluated before all units had begun.',
        })
  }),
}

const supplierHeard: Criterion = {
  id: 'supplierHeard',
  name: { sv: 'Utfallet är genomgånget med leverantören', en: 'The outcome is gone through with the supplier' },
  isMandatory: true,
  evidence: ['supplierDialogue'],
  source: 'RUVeS 5.7',
  judge: onSection(supplierDialogue, (content, { dossier }) => {
    const liveOn = dossier.rollout?.goLiveCompletedOn ?? ''
    const held = content.meetings.filter(({ heldOn }) => heldOn >= liveOn).length
    return held > 0
      ? met({ sv: `${held} möten efter att tjänsten togs i bruk.`, en: `${held} meetings after the service was taken into use.` })
      : notMet({
          sv: 'Inget möte hölls efter att tjänsten togs i bruk.',
          en: 'No meeting was held after the service was taken into use.',
        })
  }),
}

const noOpenDeficiency: Criterion = {
  id: 'noOpenDeficiency',
  name: { sv: 'Ingen brist hos leverantören är öppen', en: 'No deficiency of the supplier is open' },
  isMandatory: true,
  evidence: ['supplierDialogue'],
  source: 'RUVeS 5.7',
  judge: onSection(supplierDialogue, (content) => {
    const open = content.deficiencies.filter(({ status }) => status === 'open')
    return open.length === 0
      ? met({ sv: 'Alla brister är rättade.', en: 'All deficiencies are remedied.' })
      : notMet({
          sv: `Öppna: ${open.map(({ what, remedyBy }) => `${what} (${remedyBy})`).join('; ')}`,
          en: `Open: ${open.map(({ what, remedyBy }) => `${what} (${remedyBy})`).join('; ')}`,
        })
  }),
}

const marketEvaluated: Criterion = {
  id: 'marketEvaluated',
  name: { sv: 'Marknaden är utvärderad', en: 'The market is evaluated' },
  isMandatory: true,
  evidence: ['marketEvaluation'],
  source: 'RUVeS 5.7',
  judge: onSection(marketEvaluation, (content, { dossier }) => {
    if (differingCounts(content, dossier.procurement).length > 0)
      return notMet({ sv: 'Antalen stämmer inte med upphandlingen.', en: 'The counts do not agree with the procurement.' })
    const share = smallShare(content)
    return met({
      sv: `${content.tendersReceived} anbud, ${share ?? 0} procent från små och medelstora företag, ${content.jointTenders} gemensamma.`,
      en: `${content.tendersReceived} tenders, ${share ?? 0} per cent from small and medium companies, ${content.jointTenders} joint.`,
    })
  }),
}

const forumTold: Criterion = {
  id: 'forumTold',
  name: { sv: 'Forumet har fått veta hur marknaden fungerade', en: 'The forum is told how the market worked' },
  isMandatory: true,
  evidence: ['forumFeedback'],
  source: 'RUVeS 5.7',
  judge: onSection(forumFeedback, (content) => {
    return content.points.some(({ about }) => about === 'market')
      ? met({ sv: `Återkopplat ${content.fedBackOn}.`, en: `Fed back on ${content.fedBackOn}.` })
      : notMet({ sv: 'Återkopplingen säger inget om marknaden.', en: 'The feedback says nothing of the market.' })
  }),
}

const nextFollowUpSet: Criterion = {
  id: 'nextFollowUpSet',
  name: { sv: 'Tjänsten fortsätter och nästa uppföljning är bestämd', en: 'The service goes on and the next follow-up is set' },
  isMandatory: true,
  evidence: ['supplierDialogue'],
  source: 'RUVeS 5.7',
  judge: onSection(supplierDialogue, (_dialogue, record) => {
    const date = nextFollowUpOn(record)
    return date === undefined
      ? notMet({
          sv: 'Underlaget säger inte att tjänsten fortsätter med ett datum för nästa uppföljning.',
          en: 'The record does not say that the service goes on with a date for the next follow-up.',
        })
      : met({ sv: `Nästa uppföljning ${date}.`, en: `Next follow-up ${date}.` })
  }),
}

const usageGoalReached: Criterion = {
  id: 'usageGoalReached',
  name: { sv: 'Användningen når målet', en: 'The usage reaches its goal' },
  isMandatory: false,
  evidence: ['uptake'],
  source: 'RUVeS 5.7',
  judge: onSection(uptake, ({ units }, { dossier }) => {
    const [percent, goal] = [uptakePercent(units, dossier), dossier.rollout?.usageGoalPercent]
    if (percent === undefined || goal === undefined)
      return unknown({
        sv: 'Införandet har inget mål för användningen att jämföra med.',
        en: 'The rollout has no goal for the usage to compare with.',
      })
    const because = { sv: `${percent} procent, mål ${goal}.`, en: `${percent} per cent, goal ${goal}.` }
    return percent >= goal ? met(because) : notMet(because)
  }),
}

export const criteria: readonly Criterion[] = [
  benefitsMeasured,
  outcomeExplained,
  uptakeMeasured,
  technologyStable,
  projectEvaluated,
  supplierHeard,
  noOpenDeficiency,
  marketEvaluated,
  forumTold,
  nextFollowUpSet,
  usageGoalReached,
]
