import { addDays } from '#calendar/working-days.ts'
import type { Dossier } from '#contracts/dossier.ts'
import type { FieldProblem } from '#lambda/field-problem.ts'
import { coverageProblems } from '#phase/domain/coverage.ts'
import { procedureOf } from '#procurement-law/procedures.ts'
import type { ProcedureId } from '#procurement-law/procedures.ts'
import { minimumTenderTime } from '#procurement-law/time-limits.ts'
import type { Shortening } from '#procurement-law/time-limits.ts'
import { barriers, barriersIn, unexplainedBarriers } from '#procurement-law/barriers-to-small-companies.ts'
import type { Barrier, TenderDemands } from '#procurement-law/barriers-to-small-companies.ts'
import type { WeightedCriterion } from './evaluation-ranking.ts'
import { interoperabilityDemandIds, interoperabilityDemands } from './interoperability-demands.ts'
import type { InteroperabilityDemand } from './interoperability-demands.ts'

export interface DocumentsFacts {
  readonly requirements: readonly { readonly id: string; readonly functions: readonly string[] }[]
  readonly interoperability: readonly {
    readonly demand: InteroperabilityDemand
    readonly requirement?: string | undefined
    readonly reasonIfNot?: string | undefined
  }[]
  readonly basis: 'bestRatio' | 'cost' | 'price'
  readonly awardCriteria: readonly WeightedCriterion[]
  readonly isDivided: boolean
  readonly turnoverDemanded?: number | undefined
  readonly referencesDemanded: number
  readonly namesBrand: boolean
  readonly isWholeUndertaking: boolean
  readonly barrierReasons: readonly { readonly barrier: Barrier }[]
  readonly equalInformation?: string | undefined
}

export interface ProcedureFacts {
  readonly procedure: ProcedureId
  readonly estimatedValue: number
  readonly shortening: Shortening
  readonly areTendersElectronic: boolean
  readonly noticeOn: string
  readonly tendersDueOn: string
}

const daysBetween = (from: string, to: string): number => {
  let days = 0
  for (let day = from; day < to; day = addDays(day, 1)) days += 1
  return days
}

/** What the documents demand, as the barrier check reads it. Before the form is settled only the documents' own barriers show. */
export const demandsOf = (documents: DocumentsFacts, procedure: ProcedureFacts | undefined): TenderDemands => ({
  estimatedValue: procedure?.estimatedValue ?? Number.POSITIVE_INFINITY,
  turnoverDemanded: documents.turnoverDemanded,
  referencesDemanded: documents.referencesDemanded,
  isDivided: documents.isDivided,
  namesBrand: documents.namesBrand,
  isWholeUndertaking: documents.isWholeUndertaking,
  tenderDays:
    procedure && procedureOf(procedure.procedure).requestTime === undefined
      ? daysBetween(procedure.noticeOn, procedure.tendersDueOn)
      : undefined,
  minimumTenderDays: procedure && minimumTenderTime({ ...procedure, areDocumentsElectronic: true })?.days,
})

const reasonsOf = (documents: DocumentsFacts): readonly Barrier[] => documents.barrierReasons.map((row) => row.barrier)

/** The barriers that stand in the documents without a reason (RUVeS 5.4). */
export const barriersWithoutReason = (documents: DocumentsFacts, procedure: ProcedureFacts | undefined): readonly Barrier[] =>
  unexplainedBarriers(demandsOf(documents, procedure), reasonsOf(documents))

const repeatedIds = (rows: readonly { readonly id: string }[], pointer: string): FieldProblem[] =>
  rows.flatMap(({ id }, index) =>
    rows.findIndex((other) => other.id === id) < index
      ? [
          {
            pointer: `${pointer}/${index}/id`,
            code: 'repeated',
            message: {
              sv: `Beteckningen ${id} används redan. Välj en annan.`,
              en: `The label ${id} is already used. Choose another.`,
            },
          },
        ]
      : [],
  )

const functionProblems = ({ requirements }: DocumentsFacts, dossier: Dossier): FieldProblem[] => {
  const functions = dossier.ideas?.functions ?? []
  const known = new Set(functions.map(({ id }) => id))
  const served = new Set(requirements.flatMap((requirement) => requirement.functions))
  const uncovered = functions.filter(({ id }) => !served.has(id))
  return [
    ...requirements.flatMap((requirement, row) =>
      requirement.functions.flatMap((id, index) =>
        known.has(id)
          ? []
          : [
              {
                pointer: `/requirements/${row}/functions/${index}`,
                code: 'notInCase',
                message: {
                  sv: `Ärendet har ingen funktion ${id}. Välj en som finns.`,
                  en: `The case has no function ${id}. Choose one that exists.`,
                },
              },
            ],
      ),
    ),
    ...(uncovered.length === 0
      ? []
      : [
          {
            pointer: '/requirements',
            code: 'functionNotCovered',
            message: {
              sv: `Inget krav tjänar ${uncovered.map(({ name }) => name).join(', ')}. Lägg till ett krav eller koppla ett som finns.`,
              en: `No requirement serves ${uncovered.map(({ name }) => name).join(', ')}. Add a requirement or tie an existing one.`,
            },
          },
        ]),
  ]
}

const interoperabilityProblems = ({ requirements, interoperability }: DocumentsFacts): FieldProblem[] => [
  ...coverageProblems({
    pointer: '/interoperability',
    field: 'demand',
    what: { sv: 'standardkravet', en: 'the standard demand' },
    expected: interoperabilityDemandIds.map((id) => ({ id, name: interoperabilityDemands[id].sv })),
    named: interoperability.map((row) => row.demand),
  }),
  ...interoperability.flatMap(({ requirement, reasonIfNot }, index) => {
    const pointer = `/interoperability/${index}/requirement`
    if (requirement === undefined)
      return reasonIfNot === undefined
        ? [
            {
              pointer,
              code: 'requirementOrReason',
              message: {
                sv: 'Ange kravets beteckning, eller varför standardkravet utgår.',
                en: 'Give the label of the requirement, or why the standard demand is left out.',
              },
            },
          ]
        : []
    return requirements.some(({ id }) => id === requirement)
      ? []
      : [
          {
            pointer,
            code: 'unknownRequirement',
            message: {
              sv: `Det finns inget krav ${requirement} i listan. Rätta beteckningen.`,
              en: `There is no requirement ${requirement} in the list. Correct the label.`,
            },
          },
        ]
  }),
]

const wholeWeight = 100

const criteriaProblems = ({ basis, awardCriteria }: DocumentsFacts, procedure: ProcedureFacts | undefined): FieldProblem[] => {
  const sum = awardCriteria.reduce((total, criterion) => total + criterion.weight, 0)
  const hasQuality = awardCriteria.some((criterion) => criterion.kind === 'quality')
  return [
    ...(sum === wholeWeight
      ? []
      : [
          {
            pointer: '/awardCriteria',
            code: 'weightsNot100',
            message: {
              sv: `Vikterna blir ${sum}. Ändra dem så att de blir 100.`,
              en: `The weights sum to ${sum}. Change them to sum to 100.`,
            },
          },
        ]),
    ...(basis === 'bestRatio' || !hasQuality
      ? []
      : [
          {
            pointer: '/basis',
            code: 'qualityWithoutRatio',
            message: {
              sv: 'Kvalitetskriterier kräver grunden bästa förhållandet mellan pris och kvalitet (LOU 16:1).',
              en: 'Quality criteria need the basis best ratio of price and quality (LOU 16:1).',
            },
          },
        ]),
    ...(basis === 'bestRatio' && !hasQuality
      ? [
          {
            pointer: '/awardCriteria',
            code: 'ratioWithoutQuality',
            message: {
              sv: 'Lägg till minst ett kvalitetskriterium, eller välj pris eller kostnad som grund.',
              en: 'Add at least one quality criterion, or choose price or cost as the basis.',
            },
          },
        ]
      : []),
    ...(procedure !== undefined && procedureOf(procedure.procedure).isBestRatioOnly && basis !== 'bestRatio'
      ? [
          {
            pointer: '/basis',
            code: 'bestRatioOnly',
            message: {
              sv: 'Den valda formen tillåter bara bästa förhållandet mellan pris och kvalitet (LOU 6:27, 6:38).',
              en: 'The chosen form allows only the best ratio of price and quality (LOU 6:27, 6:38).',
            },
          },
        ]
      : []),
  ]
}

const barrierProblems = (documents: DocumentsFacts, procedure: ProcedureFacts | undefined): FieldProblem[] => {
  const raised = barriersIn(demandsOf(documents, procedure))
  return [
    ...barriersWithoutReason(documents, procedure).map((barrier) => ({
      pointer: '/barrierReasons',
      code: 'barrierUnexplained',
      message: {
        sv: `${barriers[barrier].name.sv} (${barriers[barrier].source}). Ta bort hindret eller skriv skälet.`,
        en: `${barriers[barrier].name.en} (${barriers[barrier].source}). Take the barrier away or write the reason.`,
      },
    })),
    ...documents.barrierReasons.flatMap(({ barrier }, index) =>
      raised.includes(barrier)
        ? []
        : [
            {
              pointer: `/barrierReasons/${index}/barrier`,
              code: 'noSuchBarrier',
              message: {
                sv: 'Dokumenten har inte det hindret. Ta bort raden.',
                en: 'The documents do not have that barrier. Remove the row.',
              },
            },
          ],
    ),
  ]
}

/** Whether suppliers have helped to prepare the procurement, so that all must be told the same (LOU 4:8). */
export const needsEqualInformation = (dossier: Dossier, hasAskedForInformation: boolean): boolean =>
  (dossier.matching?.dialogueHeld ?? false) || hasAskedForInformation

const equalInformationProblems = ({ equalInformation }: DocumentsFacts, dossier: Dossier): FieldProblem[] =>
  needsEqualInformation(dossier, false) && equalInformation === undefined
    ? [
        {
          pointer: '/equalInformation',
          code: 'equalInformationMissing',
          message: {
            sv: 'Dialog hölls i matchningen. Skriv vad alla anbudsgivare får veta (LOU 4:8).',
            en: 'A dialogue was held in matching. Write what all tenderers are told (LOU 4:8).',
          },
        },
      ]
    : []

/** What must be put right before the documents can go out. */
export const documentProblems = (
  documents: DocumentsFacts,
  { dossier, procedure }: { readonly dossier: Dossier; readonly procedure: ProcedureFacts | undefined },
): FieldProblem[] => [
  ...repeatedIds(documents.requirements, '/requirements'),
  ...repeatedIds(documents.awardCriteria, '/awardCriteria'),
  ...functionProblems(documents, dossier),
  ...interoperabilityProblems(documents),
  ...criteriaProblems(documents, procedure),
  ...barrierProblems(documents, procedure),
  ...equalInformationProblems(documents, dossier),
]
