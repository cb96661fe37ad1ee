import { describe, expect, it } from 'vitest'
import { kalmar } from '#counties/kalmar.ts'
import { system } from '#contracts/actor.ts'
import { caseHeader } from '#contracts/case-header.ts'
import { fact } from '#contracts/event.ts'
import { assessmentSaved } from '#contracts/events.ts'
import { decisionRequestId } from '#contracts/ids.ts'
import type { CaseId } from '#contracts/ids.ts'
import { applied } from '#lambda/outcome.ts'
import { queryAll } from '#lambda/table.ts'
import type { Table } from '#lambda/table.ts'
import { createUnitOfWork } from '#lambda/unit-of-work.ts'
import type { Context } from '#lambda/unit-of-work.ts'
import { createBenefitsTable } from '../adapters/benefits-table.ts'
import type { BenefitsRepository, OutlookFilter } from '../application/benefits-repository.ts'
import type { AssessmentVersion, CaseBenefits } from '../domain/case-benefits.ts'
import { newCaseBenefits } from '../domain/follow-case.ts'
import type { Measurement } from '../domain/record-measurement.ts'
import { header } from './case-driver.ts'
import { financialBenefit, idOf } from './lines.ts'

const now = '2026-11-20T08:00:00.000Z'

const context = (): Context => ({
  now,
  newId: () => crypto.randomUUID(),
  actor: system,
  traceparent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01',
})

const versionOf = (version: number, status: AssessmentVersion['status'] = 'draft'): AssessmentVersion => ({
  kind: 'NV1',
  version,
  status,
  savedAt: now,
  savedBy: system,
  content: { summary: `Version ${version}`, lines: [financialBenefit] },
})

const measurementOf = (number: number, measuredOn: string): Measurement => ({
  id: crypto.randomUUID(),
  lineId: idOf(number),
  measuredOn,
  value: number,
  source: 'Ekonomisystemet',
  recordedAt: now,
  recordedBy: system,
})

/** What the repository promises, on whatever table it stands. Each test has a case of its own. */
export const describeBenefitsRepository = (tableOf: () => Table): void => {
  const repositoryOf = (): BenefitsRepository => createBenefitsTable(tableOf(), createUnitOfWork(tableOf(), 'benefits'))

  const newCase = (): CaseBenefits => ({
    ...newCaseBenefits(caseHeader.parse({ ...header, caseId: crypto.randomUUID() }), { phase: 'ideas', time: now }),
    version: 1,
  })

  const next = (record: CaseBenefits, more: Partial<CaseBenefits> = {}): CaseBenefits => ({
    ...record,
    ...more,
    version: record.version + 1,
  })

  const savedCase = async (repository: BenefitsRepository): Promise<CaseBenefits> => {
    const record = newCase()
    expect(await repository.save(undefined, applied(record), context(), {})).toBe('saved')
    return record
  }

  const outbox = async (caseId: CaseId) => queryAll(tableOf(), { partition: `CASE#${caseId}`, sortPrefix: 'OUT#' })

  describe('a case', () => {
    it('is absent before, and is found as it was saved', async () => {
      const repository = repositoryOf()
      const record = newCase()
      expect(await repository.find(record.head.case.caseId)).toBeUndefined()
      await repository.save(undefined, applied(record), context(), {})
      expect(await repository.find(record.head.case.caseId)).toEqual(record)
    })

    it('is begun once', async () => {
      const repository = repositoryOf()
      const record = await savedCase(repository)
      expect(await repository.save(undefined, applied(record), context(), {})).toBe('conflict')
    })

    it('changes only from the version that was read', async () => {
      const repository = repositoryOf()
      const record = await savedCase(repository)
      const first = next(record, { assessments: { NV1: { current: versionOf(1) } } })
      expect(await repository.save(record, applied(first), context(), {})).toBe('saved')
      const late = next(record, { head: { ...record.head, standing: 'closed' } })
      expect(await repository.save(record, applied(late), context(), {})).toBe('conflict')
      expect(await repository.find(record.head.case.caseId)).toEqual(first)
    })

    it('changes only from the standing that was read', async () => {
      const repository = repositoryOf()
      const record = await savedCase(repository)
      const mistaken: CaseBenefits = { ...record, head: { ...record.head, standing: 'onHold' } }
      expect(await repository.save(mistaken, applied(next(record)), context(), {})).toBe('conflict')
    })
  })

  describe('an assessment', () => {
    it('is found with its current and its frozen version', async () => {
      const repository = repositoryOf()
      const record = await savedCase(repository)
      const { caseId } = record.head.case
      const frozen = { version: versionOf(1, 'complete'), requestId: decisionRequestId.parse(`${caseId}-BP1-1`), frozenAt: now }
      const one = next(record, { assessments: { NV1: { current: versionOf(1, 'complete') } } })
      const two = next(one, { assessments: { NV1: { current: versionOf(2) } } })
      const three = next(two, { assessments: { NV1: { current: versionOf(2), frozen } } })
      await repository.save(record, applied(one), context(), {})
      await repository.save(one, applied(two), context(), {})
      await repository.save(two, applied(three), context(), {})
      expect(await repository.find(caseId)).toEqual(three)

      const thawed = next(three, { assessments: { NV1: { current: versionOf(2) } } })
      await repository.save(three, applied(thawed), context(), {})
      expect(await repository.find(caseId)).toEqual(thawed)
    })

    it('keeps every version, newest first and page by page', async () => {
      const repository = repositoryOf()
      let record = await savedCase(repository)
      const { caseId } = record.head.case
      for (const version of [1, 2, 3]) {
        const after = next(record, { assessments: { NV1: { current: versionOf(version) } } })
        await repository.save(record, applied(after), context(), {})
        record = after
      }
      expect(await repository.findVersion(caseId, 'NV1', 2)).toEqual(versionOf(2))
      expect(await repository.findVersion(caseId, 'NV1', 4)).toBeUndefined()
      expect(await repository.findVersion(caseId, 'NV2', 1)).toBeUndefined()
      const page = await repository.listVersions(caseId, 'NV1', { limit: 2 })
      expect(page.versions.map(({ version }) => version)).toEqual([3, 2])
      const rest = await repository.listVersions(caseId, 'NV1', { limit: 2, cursor: page.cursor })
      expect(rest.versions.map(({ version }) => version)).toEqual([1])
    })

    it('never has a version written over', async () => {
      const repository = repositoryOf()
      const record = await savedCase(repository)
      const one = next(record, { assessments: { NV1: { current: versionOf(1) } } })
      await repository.save(record, applied(one), context(), {})
      const rewritten = next(one, {
        assessments: { NV1: { current: { ...versionOf(1), content: { summary: 'Ny', lines: [] } } } },
      })
      const asIfNew = { ...one, assessments: {} }
      expect(await repository.save(asIfNew, applied(rewritten), context(), {})).toBe('conflict')
      expect(await repository.findVersion(record.head.case.caseId, 'NV1', 1)).toEqual(versionOf(1))
    })
  })

  describe('measurements', () => {
    it('are kept with the change that counts them, and are listed line by line and by day', async () => {
      const repository = repositoryOf()
      let record = await savedCase(repository)
      const { caseId } = record.head.case
      const taken = [measurementOf(2, '2026-10-01'), measurementOf(1, '2026-11-01'), measurementOf(1, '2026-10-01')]
      for (const measurement of taken) {
        const after = next(record)
        expect(await repository.save(record, applied(after), context(), { measurements: [measurement] })).toBe('saved')
        record = after
      }
      const all = await repository.listMeasurements(caseId, undefined, { limit: 10 })
      expect(all.measurements).toEqual([taken[2], taken[1], taken[0]])
      const ofOne = await repository.listMeasurements(caseId, idOf(2), { limit: 10 })
      expect(ofOne.measurements).toEqual([taken[0]])
    })

    it('are kept many at a time, and are found by their lines', async () => {
      const repository = repositoryOf()
      const record = await savedCase(repository)
      const { caseId } = record.head.case
      const taken = [measurementOf(1, '2026-10-01'), measurementOf(2, '2026-10-01'), measurementOf(1, '2026-11-01')]
      expect(await repository.save(record, applied(next(record)), context(), { measurements: taken })).toBe('saved')
      expect(await repository.measurementsOfLines(caseId, [idOf(1)])).toEqual([taken[0], taken[2]])
      expect(await repository.measurementsOfLines(caseId, [idOf(2), idOf(3)])).toEqual([taken[1]])
    })

    it('are not kept when the change is not', async () => {
      const repository = repositoryOf()
      const record = await savedCase(repository)
      await repository.save(record, applied(next(record)), context(), {})
      expect(
        await repository.save(record, applied(next(record)), context(), { measurements: [measurementOf(1, '2026-11-01')] }),
      ).toBe('conflict')
      expect((await repository.listMeasurements(record.head.case.caseId, undefined, { limit: 10 })).measurements).toEqual([])
    })
  })

  describe('what is to be measured', () => {
    /** A case with one line whose baseline is due on a day. */
    const dueOn = (record: CaseBenefits, by: string): CaseBenefits => {
      const line = { ...financialBenefit, baseline: undefined, baselinePlan: { by, how: 'Ekonomisystemet' } }
      const current = { ...versionOf(1), content: { summary: '', lines: [line] } }
      return next(record, { assessments: { NV1: { current } } })
    }

    const withDue = async (repository: BenefitsRepository, by: string): Promise<CaseBenefits> => {
      const record = await savedCase(repository)
      const after = dueOn(record, by)
      expect(await repository.save(record, applied(after), context(), {})).toBe('saved')
      return after
    }

    /** Of this test's own cases: others stand in the same table. */
    const daysOf = async (repository: BenefitsRepository, records: readonly CaseBenefits[], filter: OutlookFilter) => {
      const own = new Set(records.map(({ head }) => head.case.caseId))
      const { outlooks } = await repository.listOutlooks(filter, { limit: 100 })
      return outlooks.filter((outlook) => own.has(outlook.case.caseId)).map(({ measures }) => measures[0]?.dueOn)
    }

    it('is listed over all cases by its day, up to a day, and of one organisation', async () => {
      const repository = repositoryOf()
      const records = [await withDue(repository, '2027-02-01'), await withDue(repository, '2026-12-01')]
      expect(await daysOf(repository, records, {})).toEqual(['2026-12-01', '2027-02-01'])
      expect(await daysOf(repository, records, { dueUpTo: '2026-12-01' })).toEqual(['2026-12-01'])
      expect(await daysOf(repository, records, { dueUpTo: '2026-11-30' })).toEqual([])
      expect(await daysOf(repository, records, { organisation: header.organisation })).toEqual(['2026-12-01', '2027-02-01'])
      expect(await daysOf(repository, records, { organisation: kalmar.leadOrganisation })).toEqual([])
    })

    it('moves with the change that is kept, and comes last once there is nothing', async () => {
      const repository = repositoryOf()
      const record = await withDue(repository, '2026-12-01')
      const measured = { [financialBenefit.id]: { count: 1, latest: { value: 1, measuredOn: '2026-11-01' } } }
      const after = next(record, { head: { ...record.head, measured } })
      expect(await repository.save(record, applied(after), context(), {})).toBe('saved')
      expect(await daysOf(repository, [record], { dueUpTo: '9999-12-31' })).toEqual([])
      expect(await daysOf(repository, [record], {})).toEqual([undefined])
      expect(await repository.save(record, applied(dueOn(record, '2027-01-01')), context(), {})).toBe('conflict')
      expect(await daysOf(repository, [record], {})).toEqual([undefined])
      expect((await repository.allOutlooks()).some((outlook) => outlook.case.caseId === record.head.case.caseId)).toBe(true)
    })

    it('of a case that has nothing to show is not listed at all', async () => {
      const repository = repositoryOf()
      const record = await savedCase(repository)
      expect(await daysOf(repository, [record], {})).toEqual([])
    })
  })

  describe('what goes out', () => {
    const saved = fact(assessmentSaved, { kind: 'NV1', version: 1, lines: 1 })

    it('stands in the outbox with the change, and not without it', async () => {
      const repository = repositoryOf()
      const record = await savedCase(repository)
      const { caseId } = record.head.case
      await repository.save(record, applied(next(record), saved), context(), {})
      await repository.save(record, applied(next(record), saved), context(), {})
      expect((await outbox(caseId)).map(({ body }) => body)).toMatchObject([
        { type: assessmentSaved.type, subject: caseId, source: '/services/benefits' },
      ])
    })

    it('goes out once for one message', async () => {
      const repository = repositoryOf()
      const record = await savedCase(repository)
      const once = { pk: `INBOX#${crypto.randomUUID()}`, sk: 'DONE', body: {} }
      expect(await repository.save(record, applied(next(record), saved), context(), { once })).toBe('saved')
      const current = (await repository.find(record.head.case.caseId)) ?? record
      expect(await repository.save(current, applied(next(current), saved), context(), { once })).toBe('repeated')
      expect(await outbox(record.head.case.caseId)).toHaveLength(1)
    })
  })
}
