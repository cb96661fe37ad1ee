import { met, notMet } from '#phase/criterion.ts'
import type { Criterion } from '#phase/criterion.ts'
import { onAssessment, onSection, onSections } from '#phase/domain/judge-content.ts'
import { functionsOutsideProcess } from './domain/needed-functions.ts'
import { priorityScore, unscoredCriteria } from './domain/priority-score.ts'
import { confirmingProfessions, documentedEvidence, professionsRequired } from './domain/substantiation.ts'
import { functions } from './sections/functions.ts'
import { marketScan } from './sections/market-scan.ts'
import { priority } from './sections/priority.ts'
import { process } from './sections/process.ts'
import { strategy } from './sections/strategy.ts'
import { substantiation } from './sections/substantiation.ts'

/**
 * The rule of BP1 (RUVeS 5.1): go on only if the idea can meet a substantiated need; prioritising happens here.
 * That every mandatory section and NV1 is complete comes on top, from `definePhase`.
 */

const needSubstantiated: Criterion = {
  id: 'needSubstantiated',
  name: { sv: 'Behovet är styrkt', en: 'The need is substantiated' },
  isMandatory: true,
  evidence: ['substantiation'],
  source: 'RUVeS 5.1',
  judge: onSection(substantiation, ({ evidence }) => {
    const documented = documentedEvidence(evidence)
    return documented.length > 0
      ? met({
          sv: `${documented.length} belägg är annat än intervjuer och enkäter.`,
          en: `${documented.length} of the pieces of evidence are other than interviews and surveys.`,
        })
      : notMet({
          sv: 'Inget belägg utöver intervjuer och enkäter visar att behovet är verkligt.',
          en: 'No evidence beyond interviews and surveys shows that the need is real.',
        })
  }),
}

const confirmedByProfessions: Criterion = {
  id: 'confirmedByProfessions',
  name: { sv: 'Minst två yrkesgrupper bekräftar behovet', en: 'At least two professions confirm the need' },
  isMandatory: true,
  evidence: ['substantiation'],
  source: 'RUVeS 4.2.2',
  judge: onSection(substantiation, ({ confirmations }) => {
    const count = confirmingProfessions(confirmations).length
    const because = {
      sv: `${count} av minst ${professionsRequired} yrkesgrupper har bekräftat.`,
      en: `${count} of at least ${professionsRequired} professions have confirmed.`,
    }
    return count >= professionsRequired ? met(because) : notMet(because)
  }),
}

const functionsTiedToNeed: Criterion = {
  id: 'functionsTiedToNeed',
  name: { sv: 'Varje funktion är knuten till behovet', en: 'Every function is tied to the need' },
  isMandatory: true,
  evidence: ['functions', 'process'],
  source: 'RUVeS 5.1',
  judge: onSections(functions, process, ({ functions: needed }, { steps }) => {
    const outside = functionsOutsideProcess(needed, steps)
    if (outside.length === 0)
      return met({
        sv: `Alla ${needed.length} funktioner hör till steg där idén griper in.`,
        en: `All ${needed.length} functions belong to steps where the idea cuts in.`,
      })
    const ids = outside.map(({ id }) => id).join(', ')
    return notMet({
      sv: `Hör inte till något steg där idén griper in: ${ids}.`,
      en: `Not in any step where the idea cuts in: ${ids}.`,
    })
  }),
}

const servesStrategy: Criterion = {
  id: 'servesStrategy',
  name: { sv: 'Idén bidrar till strategin', en: 'The idea serves the strategy' },
  isMandatory: true,
  evidence: ['strategy'],
  source: 'RUVeS 5.1',
  judge: onSection(strategy, ({ goals }, { county }) => {
    const served = county.strategy.goals.filter(({ id }) => goals.includes(id))
    return served.length > 0
      ? met({
          sv: `Bidrar till: ${served.map(({ name }) => name.sv).join('; ')}.`,
          en: `Serves: ${served.map(({ name }) => name.en).join('; ')}.`,
        })
      : notMet({
          sv: `Inget mål i ${county.strategy.name} är angivet.`,
          en: `No goal of ${county.strategy.name} is given.`,
        })
  }),
}

const prioritised: Criterion = {
  id: 'prioritised',
  name: { sv: 'Idén är prioriterad', en: 'The idea is prioritised' },
  isMandatory: true,
  evidence: ['priority'],
  source: 'RUVeS 5.1',
  judge: onSection(priority, ({ scores }, { county }) => {
    const score = priorityScore(county.priorityCriteria, scores)
    if (score !== undefined)
      return met({
        sv: `Prioritet ${score.toLocaleString('sv-SE')} av 100.`,
        en: `Priority ${score.toLocaleString('en-GB')} of 100.`,
      })
    const missing = unscoredCriteria(county.priorityCriteria, scores)
    return notMet({
      sv: `Poäng saknas för: ${missing.map(({ name }) => name.sv).join(', ')}.`,
      en: `No score for: ${missing.map(({ name }) => name.en).join(', ')}.`,
    })
  }),
}

const benefitExpected: Criterion = {
  id: 'benefitExpected',
  name: { sv: 'Någon nytta är att vänta', en: 'Some benefit is expected' },
  isMandatory: true,
  evidence: ['assessment'],
  source: 'RUVeS 5.1',
  judge: onAssessment(({ lines }) => {
    const benefits = lines.filter(({ side }) => side === 'benefit').length
    return benefits > 0
      ? met({ sv: `Nyttovärdering 1 har ${benefits} nyttor.`, en: `Benefit assessment 1 has ${benefits} benefits.` })
      : notMet({ sv: 'Nyttovärdering 1 har inga nyttor.', en: 'Benefit assessment 1 has no benefits.' })
  }),
}

const timely: Criterion = {
  id: 'timely',
  name: { sv: 'Idén kommer vid rätt tid', en: 'The idea comes at the right time' },
  isMandatory: false,
  evidence: ['strategy'],
  source: 'RUVeS 5.1',
  judge: onSection(strategy, ({ timing }) =>
    timing === 'now'
      ? met({ sv: 'Tiden bedöms vara rätt nu.', en: 'The time is judged to be right now.' })
      : notMet({
          sv: 'Tiden bedöms inte vara rätt nu. Överväg att låta ärendet vila.',
          en: 'The time is not judged to be right now. Consider holding the case.',
        }),
  ),
}

const notAlreadySolved: Criterion = {
  id: 'notAlreadySolved',
  name: { sv: 'Behovet är inte redan löst hos oss', en: 'The need is not already met here' },
  isMandatory: false,
  evidence: ['marketScan'],
  source: 'RUVeS 5.1',
  judge: onSection(marketScan, ({ findings }) => {
    const ours = findings.filter(
      ({ availability, fit }) => fit === 'wholly' && (availability === 'inUse' || availability === 'underContract'),
    )
    if (ours.length === 0)
      return met({ sv: 'Ingen egen lösning möter hela behovet.', en: 'No solution of our own meets the whole need.' })
    const names = ours.map(({ name }) => name).join(', ')
    return notMet({ sv: `Finns redan hos oss: ${names}.`, en: `Already here: ${names}.` })
  }),
}

export const criteria: readonly Criterion[] = [
  needSubstantiated,
  confirmedByProfessions,
  functionsTiedToNeed,
  servesStrategy,
  prioritised,
  benefitExpected,
  timely,
  notAlreadySolved,
]
