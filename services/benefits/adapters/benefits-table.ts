import * as z from 'zod'
import { decisionRequestId, timestamp } from '#contracts/ids.ts'
import type { CaseId } from '#contracts/ids.ts'
import { assessmentKind, assessmentKinds } from '#contracts/words.ts'
import type { AssessmentKind } from '#contracts/words.ts'
import type { TableIndex } from '#lambda/declaration.ts'
import { queryAll } from '#lambda/table.ts'
import type { Item, Put, Table } from '#lambda/table.ts'
import type { UnitOfWork } from '#lambda/unit-of-work.ts'
import type { BenefitsRepository } from '../application/benefits-repository.ts'
import { benefitOutlook, outlookOf } from '../domain/benefit-outlook.ts'
import type { BenefitOutlook } from '../domain/benefit-outlook.ts'
import { assessmentVersion, caseHead } from '../domain/case-benefits.ts'
import type { Assessment, AssessmentVersion, CaseBenefits } from '../domain/case-benefits.ts'
import { measurement } from '../domain/record-measurement.ts'
import type { Measurement } from '../domain/record-measurement.ts'

/**
 * A case's benefits in the service's own table:
 *   CASE#<id>  BEN#HEAD                                where the case stands, which version of each assessment
 *                                                      is current and which is frozen        (version, status)
 *   CASE#<id>  HIS#ASSESSMENT#<kind>#<version>         every version of an assessment, written once
 *   CASE#<id>  MEA#<line>#<day>#<measurement>          every measurement, written once
 *   CASE#<id>  BEN#OUTLOOK                             what the lists over all cases show of it
 */

/** Both by the day of what is most urgent to measure; a case with nothing to measure comes last. */
export const benefitsIndexes: readonly TableIndex[] = [
  { name: 'by-listing', partition: 'listing', sort: 'dueOrder' },
  { name: 'by-organisation', partition: 'organisationListing', sort: 'dueOrder' },
]

const headKey = 'BEN#HEAD'
const outlookKey = 'BEN#OUTLOOK'
const allCases = 'CASES'
/** After every day. */
const nothingDue = 'none'
/** After every id that begins like a UUID. */
const endOfDay = '~'
const partition = (id: CaseId): string => `CASE#${id}`
const versionsOf = (kind: AssessmentKind): string => `HIS#ASSESSMENT#${kind}#`
const versionKey = (kind: AssessmentKind, version: number): string => `${versionsOf(kind)}${String(version).padStart(6, '0')}`
const measurementsOf = (lineId: string | undefined): string => (lineId === undefined ? 'MEA#' : `MEA#${lineId}#`)

/** The head points at the versions; their contents stand in rows of their own. */
const pointers = z.object({
  current: z.int().positive(),
  frozen: z.object({ version: z.int().positive(), requestId: decisionRequestId, frozenAt: timestamp }).optional(),
})
const storedHead = z.object({ head: caseHead, assessments: z.partialRecord(assessmentKind, pointers) })

const pointersOf = ({ current, frozen }: Assessment): z.infer<typeof pointers> => ({
  current: current.version,
  ...(frozen && { frozen: { ...frozen, version: frozen.version.version } }),
})

const entriesOf = <Value>(assessments: Readonly<Partial<Record<AssessmentKind, Value>>>): (readonly [AssessmentKind, Value])[] =>
  assessmentKinds.flatMap((kind) => {
    const value = assessments[kind]
    return value === undefined ? [] : [[kind, value] as const]
  })

const headItem = ({ head, version, assessments }: CaseBenefits): Item => ({
  pk: partition(head.case.caseId),
  sk: headKey,
  version,
  status: head.standing,
  body: {
    head,
    assessments: Object.fromEntries(entriesOf(assessments).map(([kind, assessment]) => [kind, pointersOf(assessment)])),
  } satisfies z.infer<typeof storedHead>,
})

const newVersions = (before: CaseBenefits | undefined, after: CaseBenefits): AssessmentVersion[] =>
  entriesOf(after.assessments)
    .filter(([kind, { current }]) => before?.assessments[kind]?.current.version !== current.version)
    .map(([, { current }]) => current)

const outlookItem = (outlook: BenefitOutlook): Item => {
  const { caseId, organisation } = outlook.case
  return {
    pk: partition(caseId),
    sk: outlookKey,
    attributes: {
      listing: allCases,
      organisationListing: organisation,
      dueOrder: `${outlook.measures[0]?.dueOn ?? nothingDue}#${caseId}`,
    },
    body: outlook,
  }
}

const isListed = ({ shares, measures }: BenefitOutlook): boolean => shares.length > 0 || measures.length > 0

/** Whoever writes the outlook writes the head in the same transaction, and the head's version is the condition for both. */
const outlookPuts = (before: CaseBenefits | undefined, after: CaseBenefits): Put[] => {
  const outlook = outlookOf(after)
  const was = before && outlookOf(before)
  const isNews = was && isListed(was) ? JSON.stringify(was) !== JSON.stringify(outlook) : isListed(outlook)
  return isNews ? [{ item: outlookItem(outlook), expects: 'any' }] : []
}

const measurementItem = (caseId: CaseId, taken: Measurement): Item => ({
  pk: partition(caseId),
  sk: `${measurementsOf(taken.lineId)}${taken.measuredOn}#${taken.id}`,
  body: taken,
})

const putsOf = (before: CaseBenefits | undefined, after: CaseBenefits, taken: readonly Measurement[]): Put[] => {
  const { caseId } = after.head.case
  return [
    { item: headItem(after), expects: before ? { version: before.version, statuses: [before.head.standing] } : 'absent' },
    ...newVersions(before, after).map((version): Put => ({
      item: { pk: partition(caseId), sk: versionKey(version.kind, version.version), body: version },
      expects: 'absent',
    })),
    ...taken.map((one): Put => ({ item: measurementItem(caseId, one), expects: 'absent' })),
    ...outlookPuts(before, after),
  ]
}

const toOutlook = ({ body }: Item): BenefitOutlook => benefitOutlook.parse(body)

export const createBenefitsTable = (table: Table, unitOfWork: UnitOfWork): BenefitsRepository => {
  const findVersion: BenefitsRepository['findVersion'] = async (id, kind, version) => {
    const item = await table.get({ pk: partition(id), sk: versionKey(kind, version) })
    return item && assessmentVersion.parse(item.body)
  }

  /** The head was read first and versions never change, so the two always agree. */
  const readVersion = async (id: CaseId, kind: AssessmentKind, version: number): Promise<AssessmentVersion> => {
    const found = await findVersion(id, kind, version)
    if (!found) throw new Error('the head points at a version that is not there')
    return found
  }

  const readAssessment = async (
    id: CaseId,
    kind: AssessmentKind,
    { current, frozen }: z.infer<typeof pointers>,
  ): Promise<Assessment> => {
    const [latest, decided] = await Promise.all([
      readVersion(id, kind, current),
      frozen && frozen.version !== current ? readVersion(id, kind, frozen.version) : undefined,
    ])
    return { current: latest, ...(frozen && { frozen: { ...frozen, version: decided ?? latest } }) }
  }

  return {
    find: async (id) => {
      const item = await table.get({ pk: partition(id), sk: headKey })
      if (item?.version === undefined) return undefined
      const { head, assessments } = storedHead.parse(item.body)
      const read = await Promise.all(
        entriesOf(assessments).map(async ([kind, pointer]) => [kind, await readAssessment(id, kind, pointer)] as const),
      )
      return { head, version: item.version, assessments: Object.fromEntries(read) }
    },

    findVersion,

    listVersions: async (id, kind, { limit, cursor }) => {
      const page = await table.query({
        partition: partition(id),
        sortPrefix: versionsOf(kind),
        isDescending: true,
        limit,
        ...(cursor !== undefined && { cursor }),
      })
      return {
        versions: page.items.map(({ body }) => assessmentVersion.parse(body)),
        ...(page.cursor !== undefined && { cursor: page.cursor }),
      }
    },

    listMeasurements: async (id, lineId, { limit, cursor }) => {
      const page = await table.query({
        partition: partition(id),
        sortPrefix: measurementsOf(lineId),
        limit,
        ...(cursor !== undefined && { cursor }),
      })
      return {
        measurements: page.items.map(({ body }) => measurement.parse(body)),
        ...(page.cursor !== undefined && { cursor: page.cursor }),
      }
    },

    measurementsOfLines: async (id, lineIds) => {
      const rows = await Promise.all(
        lineIds.map((lineId) => queryAll(table, { partition: partition(id), sortPrefix: measurementsOf(lineId) })),
      )
      return rows.flat().map(({ body }) => measurement.parse(body))
    },

    listOutlooks: async ({ organisation, dueUpTo }, { limit, cursor: from }) => {
      const { items, cursor } = await table.query({
        ...(organisation === undefined
          ? { index: 'by-listing', partition: allCases }
          : { index: 'by-organisation', partition: organisation }),
        ...(dueUpTo !== undefined && { sortUpTo: `${dueUpTo}#${endOfDay}` }),
        limit,
        ...(from !== undefined && { cursor: from }),
      })
      return { outlooks: items.map(toOutlook), ...(cursor !== undefined && { cursor }) }
    },

    allOutlooks: async () => (await queryAll(table, { index: 'by-listing', partition: allCases })).map(toOutlook),

    save: async (before, { state, facts }, context, { once, measurements: taken = [] }) =>
      unitOfWork.save({ caseId: state.head.case.caseId, puts: putsOf(before, state, taken), facts, once }, context),
  }
}
