import { addDays } from '#calendar/working-days.ts'
import { procedureOf } from '#procurement-law/procedures.ts'
import { minimumTenderTime } from '#procurement-law/time-limits.ts'
import type { PhaseContent } from '../../ak-brev/phase-content.ts'
import {
  interoperabilityDemandIds,
  interoperabilityDemands,
} from '../../../services/procurement/domain/interoperability-demands.ts'
import { assume } from '../facts.ts'
import type { ProcurementFacts } from '../facts.ts'
import type { AddedCost } from '../reckoning-facts.ts'
import { inWords, inside } from '../swedish.ts'
import { contractTerms, dayOfMilestone, nextWorkingDay } from '../timeline.ts'
import { lineIdOf } from './assessments.ts'
import { afterAward } from './contract.ts'
import { functionIds } from './ideas.ts'
import { thresholdOf } from './matching.ts'
import { isTwoStage, later, tendersDueOn, twoStageDays } from './procurement-dates.ts'
import { contractRequirements, standardDemandNumbers } from './requirements.ts'
import { criteria, evaluationSection, maxScore, numberedTenders, winnerOf } from './tenders.ts'
import type { NumberedTender } from './tenders.ts'

const inOre = (kronor: number): number => kronor * 100

const procedureSection = (facts: ProcurementFacts) => {
  const noticeOn = dayOfMilestone(facts.begun, 'noticeSent')
  const threshold = thresholdOf(noticeOn)
  return {
    procedure: facts.purchase.form,
    ...(procedureOf(facts.purchase.form).needsGround && { ground: facts.purchase.ground?.ground }),
    reasons: assume(facts.purchase.because),
    smallCompanies: assume(facts.smallCompanies),
    category: 'ordinary',
    estimatedValue: inOre(facts.purchase.value),
    valuation: assume('fyra års avgift med förlängning och ett införandepris.'),
    ...(!threshold.isAnnounced && { statedThreshold: threshold.ore, statedThresholdSource: threshold.source }),
    shortening: 'none',
    areTendersElectronic: true,
    innovation: facts.innovation,
    noticeOn,
    tendersDueOn: tendersDueOn(facts),
    awardOn: later(facts, 'awardPlanned'),
    contractStartsOn: later(facts, 'contractPlanned'),
  }
}

const daysBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / 86_400_000

const isAtLegalMinimum = (facts: ProcurementFacts): boolean => {
  const minimum = minimumTenderTime({
    procedure: facts.purchase.form,
    shortening: 'none',
    areTendersElectronic: true,
    areDocumentsElectronic: true,
  })?.days
  return (
    !isTwoStage(facts.purchase.form) &&
    minimum !== undefined &&
    daysBetween(dayOfMilestone(facts.begun, 'noticeSent'), tendersDueOn(facts)) <= minimum
  )
}

const documentsSection = (facts: ProcurementFacts) => {
  const numbers = standardDemandNumbers(facts)
  return {
    diaryReference: assume(`dnr ${dayOfMilestone(facts.begun, 'noticeSent').slice(0, 4)}-${facts.key}`),
    requirements: contractRequirements(facts).map(({ isMandatory, ...requirement }) => ({
      ...requirement,
      level: isMandatory ? 'must' : 'weighted',
      proof: assume(
        requirement.kind === 'functional'
          ? 'visning enligt användningsfallet.'
          : 'beskrivning i anbudet, med länk till dokumentationen.',
      ),
    })),
    interoperability: interoperabilityDemandIds.map((demand) => ({ demand, requirement: numbers[demand] })),
    qualification: [
      {
        demand: assume('leverantören har eller får tillgång till personal som kan ansluta lösningen till våra system.'),
        proof: assume('en sida om arbetssätt och bemanning.'),
      },
    ],
    basis: 'bestRatio',
    awardCriteria: criteria.map((criterion, index) => ({
      ...criterion,
      name: ['Pris', `Användbarhet för ${inside(facts.process.actor)} och medarbetare`, 'Teknisk öppenhet', 'Stöd vid införande'][
        index
      ],
      howScored: assume(
        [
          'lägsta jämförelsepris delat med anbudets pris.',
          `visning av de ${inWords(facts.functions.length)} funktionerna, 0–5 poäng.`,
          'gränssnittets dokumentation och tiden att ansluta ett nytt system, 0–5 poäng.',
          'plan, utbildning och stöd vid start, 0–5 poäng.',
        ][index] ?? '',
      ),
    })),
    maxScore,
    terms: {
      months: contractTerms.months,
      extensionMonths: contractTerms.extensionMonths,
      payment: assume('fast pris för införandet efter godkänd pilot, därefter avgift per år.'),
      serviceLevels: assume('tillgänglighet 99,5 procent per månad, svar på allvarliga fel inom en timme.'),
      benefit: assume(
        `leverantören lämnar varje månad de uppgifter som behövs för att mäta ${inside(facts.benefits[0]?.measure ?? 'nyttan')}.`,
      ),
      exit: assume('alla uppgifter lämnas ut utan kostnad, och leverantören hjälper till i tre månader.'),
    },
    isDivided: false,
    referencesDemanded: 0,
    namesBrand: false,
    isWholeUndertaking: false,
    barrierReasons: [
      {
        barrier: 'undivided',
        reason: assume(
          `${inWords(facts.functions.length)} funktioner bildar en kedja. Delade leveranser skulle dela ansvaret för den.`,
        ),
      },
      ...(isAtLegalMinimum(facts)
        ? [{ barrier: 'shortTime', reason: assume('svaret är kort och visningen hålls på distans.') }]
        : []),
    ],
    equalInformation: assume(
      'behovsbeskrivningen, funktionerna, antalet berörda och det som sades i samtalen är bilagda, så att alla vet detsamma.',
    ),
  }
}

const requestForInformation = (facts: ProcurementFacts) => ({
  publishedOn: dayOfMilestone(facts.begun, 'marketAsked'),
  channel: assume('webbplatsen och Samverkansforum'),
  answersDueOn: dayOfMilestone(facts.begun, 'marketAnswered'),
  questions: assume(
    `hur möter er lösning ”${facts.functions[0]?.name ?? ''}”? Vilka krav i utkastet hindrar er från att lämna anbud?`,
  ),
  answers: numberedTenders(facts)
    .slice(0, 2)
    .map(({ company, solution }) => ({
      supplier: company.name,
      isSmall: company.size !== 'large',
      summary: assume(`kan leverera ${solution}.`),
    })),
  effect: assume('kravet på referensinstallationer togs bort.'),
})

const noticeSection = (facts: ProcurementFacts) => {
  const { form } = facts.purchase
  const sentOn = dayOfMilestone(facts.begun, 'noticeSent')
  const isAbove = inOre(facts.purchase.value) >= thresholdOf(sentOn).ore
  const year = sentOn.slice(0, 4)
  return {
    ...(procedureOf(form).isWithoutNotice
      ? { channel: 'invitation' }
      : {
          channel: isAbove ? 'ted' : 'national',
          database: assume('registrerad annonsdatabas'),
          number: assume(`${year}-${facts.key}`),
        }),
    cpv: facts.cpv,
    sentOn,
    publishedOn: dayOfMilestone(facts.begun, 'noticePublished'),
    ...(isTwoStage(form) && {
      requestsDueOn: addDays(sentOn, twoStageDays.requests),
      invitedOn: addDays(sentOn, twoStageDays.invitation),
      invited: Math.max(facts.tenders.length, procedureOf(form).minimumInvited ?? 0),
    }),
    tendersDueOn: tendersDueOn(facts),
    tendersDueAt: '23:59',
    areDocumentsElectronic: true,
    isSuitableForSmall: true,
  }
}

const openingSection = (facts: ProcurementFacts) => ({
  openedOn: nextWorkingDay(tendersDueOn(facts)),
  openedAt: '09:00',
  persons: [
    { name: assume('upphandlare ett'), title: 'Upphandlare' },
    { name: assume('registrator två'), title: 'Registrator' },
  ],
  tenders: numberedTenders(facts).map(({ id, company }, index) => ({
    id,
    tenderer: company.name,
    receivedOn: index === 0 ? addDays(tendersDueOn(facts), -1) : tendersDueOn(facts),
    receivedAt: `${String(11 + 3 * index).padStart(2, '0')}:20`,
  })),
  isListCertified: true,
})

export const benefitIdsOf = (facts: ProcurementFacts) =>
  facts.benefits.map((fact) => ({ ...fact, id: lineIdOf(facts.key, fact.name) }))

/** Everybody who gains or pays, whoever of them may lose by it. */
const partiesOf = (facts: ProcurementFacts): string[] => [
  ...new Set([...facts.benefits, ...facts.costs].map(({ organisation }) => organisation ?? facts.organisation)),
]

/** What a cost was reckoned to after the trial; a price once has no other factor than itself. */
const likelySum = ({ drivers: { amount } }: AddedCost): number => (amount && 'bands' in amount ? amount.bands.tried[1] : 0)

const vouchingSection = (facts: ProcurementFacts, tender: string) => ({
  tender,
  benefits: benefitIdsOf(facts).map(({ id, name, measure }) => {
    const part = facts.vouchedInPart
    return part?.benefit === name
      ? {
          benefit: id,
          verdict: 'inPart',
          grounds: assume(`${inside(measure)} påverkas av det som anbudet visar.`),
          remainder: assume(part.remainder),
        }
      : { benefit: id, verdict: 'vouched', grounds: assume(`anbudets visning gör det troligt att ${inside(measure)} når målet.`) }
  }),
  costs: [
    ...facts.costs.map(({ name, kronor }) => ({ cost: lineIdOf(facts.key, name), tendered: inOre(kronor), verdict: 'within' })),
    ...(facts.reckoning?.added ?? []).map((added) => ({
      cost: lineIdOf(facts.key, added.name),
      ...(added.kind === 'financial' ? { tendered: likelySum(added), verdict: 'within' } : { tendered: 0, verdict: 'notBought' }),
    })),
  ],
  ...(partiesOf(facts).length > 1 && {
    financingAgreement: {
      parties: partiesOf(facts),
      content: assume('parterna delar kostnaden efter hur stor del av nyttan som var och en får.'),
      reference: assume('samverkansavtal mellan parterna'),
      agreedOn: later(facts, 'benefitVouched'),
    },
  }),
  functions: functionIds(facts).map(({ id, name }) => ({
    function: id,
    isMet: true,
    how: assume(`visat i anbudets visning av ”${name}”.`),
  })),
  vouchedBy: [
    { name: assume('verksamhetschef'), unit: facts.process.name },
    { name: assume('systemförvaltare'), unit: 'IT-förvaltningen' },
  ],
  vouchedOn: later(facts, 'benefitVouched'),
})

const opennessSection = (facts: ProcurementFacts, { id: tender, scores: [, openness] }: NumberedTender) => ({
  tender,
  demands: interoperabilityDemandIds.map((demand) =>
    demand === 'testEnvironment' && openness < maxScore
      ? {
          demand,
          outcome: 'inPart',
          evidence: 'tested',
          finding: assume('testmiljön saknar ett av flödena.'),
          remedy: assume('flödet ska finnas i testmiljön vid leveransgodkännandet.'),
        }
      : {
          demand,
          outcome: 'met',
          evidence: 'document',
          finding: assume(`”${interoperabilityDemands[demand].sv}” är beskrivet i anbudet och kontrollerat.`),
        },
  ),
  connectionDays: openness >= 4 ? 40 : 75,
  connectionCost: openness >= 4 ? 4_000_000 : 9_000_000,
  checkedBy: assume('integrationsarkitekt, IT-förvaltningen'),
  checkedOn: later(facts, 'opennessChecked'),
})

export const procurementRecord = (facts: ProcurementFacts): PhaseContent => {
  const winner = winnerOf(facts)
  return {
    sections: {
      procedure: procedureSection(facts),
      documents: documentsSection(facts),
      requestForInformation: requestForInformation(facts),
      notice: noticeSection(facts),
      questionsAndAnswers: {
        areSentToAll: true,
        questions: [
          {
            question: assume(facts.question[0]),
            askedOn: dayOfMilestone(facts.begun, 'firstQuestion'),
            answer: assume(facts.question[1]),
            answeredOn: dayOfMilestone(facts.begun, 'firstAnswer'),
          },
        ],
      },
      opening: openingSection(facts),
      evaluation: evaluationSection(facts),
      benefitVouching: vouchingSection(facts, winner.id),
      opennessCheck: opennessSection(facts, winner),
      awardProposal: {
        tender: winner.id,
        supplier: winner.company.name,
        organisationNumber: winner.company.organisationNumber,
        contractValue: inOre(winner.price),
        reasons: assume(`anbudet uppfyller alla ska-krav och är först i rangordningen: ${winner.because}`),
        others: numberedTenders(facts)
          .filter(({ id }) => id !== winner.id)
          .map(({ id, fails, because }) => ({ tender: id, reason: assume(fails ? fails[1] : because) })),
        preparedBy: assume('upphandlare ett'),
        preparedOn: later(facts, 'awardProposed'),
      },
      ...afterAward(facts, winner),
    },
    opinions: [],
  }
}
