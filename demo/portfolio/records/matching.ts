import { allowedProcedures } from '#procurement-law/allowed-procedures.ts'
import { thresholdOn } from '#procurement-law/amounts.ts'
import type { ProcedureId } from '#procurement-law/procedures.ts'
import { shortestPlannedRequestTime, shortestPlannedTenderTime } from '#procurement-law/time-limits.ts'
import type { PhaseContent } from '../../ak-brev/phase-content.ts'
import { ableSuppliers } from '../../../services/matching/domain/supplier-ability.ts'
import { assume } from '../facts.ts'
import type { MatchingFacts, SupplierFact } from '../facts.ts'
import { dayOfMilestone } from '../timeline.ts'
import { functionIds, mainSystem } from './ideas.ts'
import { draftRequirements } from './requirements.ts'

const inOre = (kronor: number): number => kronor * 100

/** The amount of 2024-2025, in öre, that the cases state for a day whose announcement is not in the tables. */
const assumedThreshold = {
  ore: 238_958_500,
  source: assume('beloppet för 2024–2025 (2024:30), tills årets tillkännagivande är inlagt.'),
} as const

/** The threshold of LOU 5:1 on the day of the notice; stated with its source where the product does not know it. */
export const thresholdOf = (
  noticeOn: string,
): { readonly ore: number; readonly source: string; readonly isAnnounced: boolean } => {
  const announced = thresholdOn(noticeOn, 'ordinary')
  return announced
    ? { ore: announced.ore, source: announced.source, isAnnounced: true }
    : { ...assumedThreshold, isAnnounced: false }
}

const weighed: Readonly<
  Record<ProcedureId, { readonly pros: string; readonly cons: string; readonly fitForSmall: 'good' | 'fair' | 'poor' }>
> = {
  open: {
    pros: 'öppet för alla, och kraven är tillräckligt klara för ett enda steg.',
    cons: 'ingen förhandling; otydliga krav går inte att rätta efter annonsen.',
    fitForSmall: 'good',
  },
  restricted: {
    pros: 'färre anbud att utvärdera när många väntas.',
    cons: 'ett ansökningssteg till tar tid från mindre företag.',
    fitForSmall: 'fair',
  },
  negotiated: {
    pros: 'lösningen kan anpassas i förhandling innan anbuden är slutliga.',
    cons: 'tar minst två månader längre och kräver mer av anbudsgivarna.',
    fitForSmall: 'fair',
  },
  competitiveDialogue: {
    pros: 'lösningen kan växa fram i dialog.',
    cons: 'tungt för alla när behovet redan är beskrivet som funktioner.',
    fitForSmall: 'poor',
  },
  innovationPartnership: {
    pros: 'utveckling och köp i ett.',
    cons: 'förutsätter att det som finns inte räcker, och binder oss länge.',
    fitForSmall: 'fair',
  },
  negotiatedWithoutNotice: { pros: 'går fort.', cons: 'bara i lagens undantagsfall, och utan konkurrens.', fitForSmall: 'poor' },
  dynamicPurchasingSystem: {
    pros: 'nya företag kan komma med när som helst, och varje köp kan hållas litet.',
    cons: 'systemet måste skötas, och varje inbjudan kräver en egen utvärdering.',
    fitForSmall: 'good',
  },
  frameworkCallOff: {
    pros: 'går fort, och villkoren är klara.',
    cons: 'bara ramavtalets leverantörer kan lämna anbud.',
    fitForSmall: 'poor',
  },
  belowThreshold: {
    pros: 'öppet för alla, med möjlighet att förhandla och begära visning.',
    cons: 'tar några veckor längre än ett köp utan annons.',
    fitForSmall: 'good',
  },
  directProcurement: {
    pros: 'litet och enkelt att svara på.',
    cons: 'bara de tillfrågade får veta att vi köper.',
    fitForSmall: 'fair',
  },
}

const reasonableTenderDays = 30
const extraTenderDays = 14

const tenderDaysOf = (form: ProcedureId): number => {
  const shortest = shortestPlannedTenderTime(form, false)?.days
  return shortest === undefined ? reasonableTenderDays : shortest + extraTenderDays
}

const procurementFormsOf = (facts: MatchingFacts) => {
  const { value, form: recommended, ground, because } = facts.purchase
  const plannedNoticeOn = dayOfMilestone(facts.begun, 'noticeSent')
  const threshold = thresholdOf(plannedNoticeOn)
  const allowed = allowedProcedures({
    category: 'ordinary',
    value: inOre(value),
    noticeOn: plannedNoticeOn,
    threshold: threshold.ore,
    grounds: ground ? [ground.ground] : [],
  })
  return {
    category: 'ordinary',
    estimatedValue: inOre(value),
    plannedNoticeOn,
    threshold: threshold.ore,
    thresholdSource: threshold.source,
    hasPriorNotice: false,
    grounds: ground ? [{ ground: ground.ground, reason: assume(ground.reason) }] : [],
    forms: allowed.map((form) => {
      const { pros, cons, fitForSmall } = weighed[form]
      const requests = shortestPlannedRequestTime(form)
      return {
        form,
        pros: assume(pros),
        cons: assume(cons),
        fitForSmall,
        ...(requests && { requestDays: requests.days }),
        tenderDays: tenderDaysOf(form),
      }
    }),
    recommended,
    reason: assume(because),
  }
}

/** The suppliers as matching numbers them: L1, L2, ... */
export const numberedSuppliers = ({
  market,
}: MatchingFacts): (SupplierFact & { readonly id: string; readonly size: SupplierFact['company']['size'] })[] =>
  market.suppliers.map((supplier, index) => ({ ...supplier, id: `L${index + 1}`, size: supplier.company.size }))

/** The requirements that a solution meets only in part: those of the functions that it meets in part. */
export const metInPart = ({ meetsInPart = [] }: SupplierFact): readonly string[] => meetsInPart.map((number) => `K${number}`)

const comparedAtMost = 3

const talksOf = (facts: MatchingFacts) =>
  numberedSuppliers(facts)
    .filter(({ learnt }) => learnt !== undefined)
    .map(({ company, learnt }, index) => ({
      company: company.name,
      heldOn: dayOfMilestone(facts.begun, index === 0 ? 'firstTalk' : 'secondTalk'),
      form: index === 0 ? 'demonstration' : 'meeting',
      participants: assume(`${facts.confirmedBy.map(([, unit]) => unit).join(', ')}, upphandlare och IT-arkitekt`),
      informationGiven:
        index === 0
          ? assume(`behovsbeskrivningen, funktionerna N1–N${facts.functions.length} och antalet berörda per år.`)
          : assume('samma underlag som vid det första samtalet.'),
      learnt: assume(learnt ?? ''),
    }))

export const matchingRecord = (facts: MatchingFacts): PhaseContent => {
  const requirements = draftRequirements(facts)
  const suppliers = numberedSuppliers(facts)
  const talks = talksOf(facts)
  const compared = ableSuppliers(suppliers).slice(0, comparedAtMost)
  return {
    sections: {
      requirements: {
        requirements: requirements.map(({ isMandatory, ...requirement }) => ({
          ...requirement,
          level: isMandatory ? 'must' : 'weighted',
          ...(!isMandatory && { weight: 5 }),
          verification: requirement.kind === 'functional' ? 'demonstration' : 'documentation',
          source: 'own',
        })),
      },
      ...(compared.length > 0 && {
        marketMatch: {
          products: compared.map((supplier) => ({
            candidate: supplier.id,
            coverage: requirements.map(({ id }) => ({
              requirement: id,
              answer: metInPart(supplier).includes(id) ? 'partly' : 'yes',
            })),
            ...(supplier.comment !== undefined && { comment: assume(supplier.comment) }),
          })),
        },
      }),
      marketDialogue:
        talks.length > 0
          ? { talks }
          : { talks: [], reasonForNone: assume('behovet är så vanligt att företagens egen information räckte.') },
      marketAssessment: {
        suppliers: suppliers.map(({ id, company, solution, size, ability, price, comment }) => ({
          id,
          supplier: company.name,
          organisationNumber: company.organisationNumber,
          solution: assume(solution),
          size,
          ability,
          ...(price && { priceLow: inOre(price[0] * 1_000), priceHigh: inOre(price[1] * 1_000) }),
          ...(comment !== undefined && { comment: assume(comment) }),
        })),
        maturity: facts.market.maturity,
        gaps: assume(facts.market.gaps),
        conclusion: assume(facts.market.conclusion),
      },
      procurementForms: procurementFormsOf(facts),
      jointPurchase: {
        others: (facts.together ?? []).map(({ organisation, need, interest }) => ({
          organisation,
          need: assume(need),
          interest,
        })),
        conclusion: facts.together?.some(({ interest }) => interest === 'yes') ? 'together' : 'alone',
        reason: assume(
          facts.together?.some(({ interest }) => interest === 'yes')
            ? 'behovet är detsamma, och tillsammans blir vi en köpare som fler företag vill svara.'
            : 'ingen annan i länet köper detta under samma år. Kraven delas så att de kan återanvändas.',
        ),
      },
    },
    opinions: [
      {
        unit: 'it',
        question: `Går en lösning att koppla till ${mainSystem(facts)} med den arkitektur vi har?`,
        answer: 'yes',
        comment: assume('ja, om gränssnittet är öppet dokumenterat och anslutningen ingår i tidplanen.'),
      },
      {
        unit: 'procurement',
        question: 'Är den förordade formen laglig och öppen för mindre företag?',
        answer: 'yes',
        comment: assume(`ja. Det som sagts om N1–N${functionIds(facts).length} i dialogen ska bifogas upphandlingsdokumenten.`),
      },
    ],
  }
}
