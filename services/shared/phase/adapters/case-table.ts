import { assessmentSnapshot } from '#contracts/assessment.ts'
import { informationPackage } from '#contracts/dialogue.ts'
import type { InformationPackage } from '#contracts/dialogue.ts'
import { dossier } from '#contracts/dossier.ts'
import { frozenEvidence } from '#contracts/evidence.ts'
import { caseId } from '#contracts/ids.ts'
import type { CaseId } from '#contracts/ids.ts'
import type { TableIndex } from '#lambda/declaration.ts'
import { queryAll } from '#lambda/table.ts'
import type { Item, Put, Table } from '#lambda/table.ts'
import type { UnitOfWork } from '#lambda/unit-of-work.ts'
import type { CaseRepository } from '../application/case-repository.ts'
import { recordHead, savedSection, sectionState } from '../domain/case-record.ts'
import type { CaseRecord } from '../domain/case-record.ts'

/**
 * A case in the phase's own table. What every change writes is kept small; the rest lies beside it:
 *   CASE#<id>  REC#HEAD                      life cycle, opinions, decisions            (version, status)
 *   CASE#<id>  REC#DOSSIER                   what the phases before have handed over, written once
 *   CASE#<id>  REC#ASSESSMENT                what benefits last told of it; null while it is open again
 *   CASE#<id>  REC#INFORMATION               what the forum last told of its dialogues, before the case is here too (version)
 *   CASE#<id>  REC#SECTION#<key>             the latest version of a section
 *   CASE#<id>  HIS#SECTION#<key>#<version>   every version of a section, written once
 *   CASE#<id>  HIS#EVIDENCE#<round>          what a decision was requested on, written once
 */
export const caseIndexes: readonly TableIndex[] = [
  { name: 'by-status', partition: 'listing', sort: 'listedAt' },
  { name: 'by-due', partition: 'due', sort: 'dueAt' },
]

const recordPrefix = 'REC#'
const headKey = 'REC#HEAD'
const dossierKey = 'REC#DOSSIER'
const assessmentKey = 'REC#ASSESSMENT'
const informationKey = 'REC#INFORMATION'
const sectionPrefix = 'REC#SECTION#'
const partition = (id: CaseId): string => `CASE#${id}`
const padded = (number: number): string => String(number).padStart(6, '0')
const versionsOf = (section: string): string => `HIS#SECTION#${section}#`
const evidenceKey = (round: number): string => `HIS#EVIDENCE#${padded(round)}`

const headItem = ({ head, version }: CaseRecord): Item => ({
  pk: partition(head.case.caseId),
  sk: headKey,
  version,
  status: head.status,
  attributes: {
    listing: head.status,
    listedAt: head.receivedAt,
    ...(head.wakeOn !== undefined && { due: 'hold', dueAt: head.wakeOn }),
  },
  body: head,
})

const toldAssessment = assessmentSnapshot.nullish()

const toRecord = (items: readonly Item[]): CaseRecord | undefined => {
  const head = items.find(({ sk }) => sk === headKey)
  if (head?.version === undefined) return undefined
  const bodyOf = (key: string): unknown => items.find(({ sk }) => sk === key)?.body
  const saved = items
    .filter(({ sk }) => sk.startsWith(sectionPrefix))
    .map(({ sk, body }) => [sk.slice(sectionPrefix.length), savedSection.parse(body)] as const)
  return {
    head: recordHead.parse(head.body),
    version: head.version,
    dossier: dossier.parse(bodyOf(dossierKey)),
    assessment: toldAssessment.parse(bodyOf(assessmentKey)) ?? undefined,
    informationPackage: informationPackage.optional().parse(bodyOf(informationKey)),
    sections: Object.fromEntries(saved),
  }
}

const dossierPut = ({ head, dossier: body }: CaseRecord): Put => ({
  item: { pk: partition(head.case.caseId), sk: dossierKey, body },
  expects: 'absent',
})

const assessmentPut = ({ head, assessment }: CaseRecord): Put => ({
  item: { pk: partition(head.case.caseId), sk: assessmentKey, body: assessment ?? null },
  expects: 'any',
})

/** The version is the package's own: an older one cannot take its place. */
const informationItem = (id: CaseId, told: InformationPackage): Item => ({
  pk: partition(id),
  sk: informationKey,
  version: told.version,
  body: told,
})

const sectionPuts = (before: CaseRecord | undefined, { head, sections }: CaseRecord): Put[] =>
  Object.entries(sections)
    .filter(([key, section]) => before?.sections[key] !== section)
    .flatMap(([key, section]): Put[] => {
      const pk = partition(head.case.caseId)
      return [
        { item: { pk, sk: `${sectionPrefix}${key}`, body: section }, expects: 'any' },
        { item: { pk, sk: `${versionsOf(key)}${padded(section.version)}`, body: section }, expects: 'absent' },
      ]
    })

/**
 * The rows of a change: the head, whose version is the condition for them all, and what else has changed. For services
 * that write more than the case in the same transaction.
 */
export const casePuts = (before: CaseRecord | undefined, after: CaseRecord): Put[] => [
  {
    item: headItem(after),
    expects: before ? { version: before.version, statuses: [before.head.status] } : 'absent',
  },
  ...(before ? [] : [dossierPut(after)]),
  ...(before?.assessment === after.assessment ? [] : [assessmentPut(after)]),
  ...(after.informationPackage === undefined || before?.informationPackage === after.informationPackage
    ? []
    : [{ item: informationItem(after.head.case.caseId, after.informationPackage), expects: 'any' } as const]),
  ...sectionPuts(before, after),
]

export const createCaseTable = (table: Table, unitOfWork: UnitOfWork): CaseRepository => ({
  find: async (id) => toRecord(await queryAll(table, { partition: partition(id), sortPrefix: recordPrefix })),

  hasCase: async (id) => (await table.get({ pk: partition(id), sk: headKey })) !== undefined,

  findEvidence: async (id, round) => {
    const item = await table.get({ pk: partition(id), sk: evidenceKey(round) })
    return item && frozenEvidence.parse(item.body)
  },

  findSection: async (id, section, version) => {
    const sk = version === undefined ? `${sectionPrefix}${section}` : `${versionsOf(section)}${padded(version)}`
    const item = await table.get({ pk: partition(id), sk })
    return item && savedSection.parse(item.body)
  },

  listSectionVersions: async (id, section) => {
    const items = await queryAll(table, { partition: partition(id), sortPrefix: versionsOf(section), isDescending: true })
    return items.map(({ body }) => sectionState.parse(body))
  },

  list: async (status, { limit, cursor }) => {
    const page = await table.query({ index: 'by-status', partition: status, limit, ...(cursor !== undefined && { cursor }) })
    return {
      heads: page.items.map(({ body, version = 0 }) => ({ head: recordHead.parse(body), version })),
      ...(page.cursor !== undefined && { cursor: page.cursor }),
    }
  },

  findToWake: async (today, limit) => {
    const { items } = await table.query({ index: 'by-due', partition: 'hold', sortUpTo: today, limit })
    return items.map(({ pk }) => caseId.parse(pk.slice('CASE#'.length)))
  },

  findInformationPackage: async (id) => {
    const item = await table.get({ pk: partition(id), sk: informationKey })
    return item && informationPackage.parse(item.body)
  },

  keepInformationPackage: (id, before, told, once, context) =>
    unitOfWork.save(
      {
        caseId: id,
        puts: [{ item: informationItem(id, told), expects: before ? { version: before.version } : 'absent' }],
        facts: [],
        once,
      },
      context,
    ),

  save: async (before, { state, facts }, context, { once, evidence }) =>
    unitOfWork.save(
      {
        caseId: state.head.case.caseId,
        puts: [
          ...casePuts(before, state),
          ...(evidence
            ? [
                {
                  item: { pk: partition(state.head.case.caseId), sk: evidenceKey(evidence.evidence.round), body: evidence },
                  expects: 'absent',
                } as const,
              ]
            : []),
        ],
        facts,
        once,
      },
      context,
    ),
})
