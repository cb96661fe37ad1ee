import * as z from 'zod'
import { system } from '#contracts/actor.ts'
import { defineEvent } from '#contracts/event.ts'
import { caseId, decisionRequestId, timestamp } from '#contracts/ids.ts'
import type { CaseId, DecisionRequestId } from '#contracts/ids.ts'
import { gateOf } from '#contracts/flow.ts'
import { phases, staffRoles } from '#contracts/words.ts'
import type { Phase } from '#contracts/words.ts'
import { defineRoutes } from '#lambda/declaration.ts'
import { queryAll } from '#lambda/table.ts'
import type { Item, Put, Table } from '#lambda/table.ts'
import { answer } from '#lambda/outcome.ts'
import { outboxMark } from '#lambda/unit-of-work.ts'
import type { Context } from '#lambda/unit-of-work.ts'
import { machineMark } from '../../../services/gates/adapters/request-table.ts'

/**
 * CASEFLOW-7/5: seven services, a human gate after each of the first five, and nothing else. Each of the twelve
 * transitions - seven entries, five decisions - writes a record of 400 bytes and an audit record.
 */

export const gatedPhases: ReadonlySet<Phase> = new Set(phases.slice(0, 5))

/** What a case carries. */
export const record = z.object({ text: z.string() })
export const recordText = 'x'.repeat(400)

export const handedOver = defineEvent('bench-handed-over', { sv: 'Lämnat vidare', en: 'Handed over' }, record)

export const requestIdOf = (id: CaseId, phase: Phase): DecisionRequestId => decisionRequestId.parse(`${id}-${gateOf[phase]}-1`)

const requestForm = /^(.{36})-(.+)-1$/

/** The case and the gated phase that a request is about. */
export const readRequestId = (id: DecisionRequestId): { caseId: CaseId; phase: Phase } => {
  const [, ofCase, gate] = requestForm.exec(id) ?? []
  const phase = phases.find((candidate) => gateOf[candidate] === gate)
  if (!phase) throw new Error(`${id} names no gate`)
  return { caseId: caseId.parse(ofCase), phase }
}

export const nextPhase = (phase: Phase): Phase | undefined => phases[phases.indexOf(phase) + 1]

export const auditEntry = z.object({ name: z.enum(['entered', 'decided']), phase: z.string(), time: timestamp })

export const auditPut = (id: CaseId, name: 'entered' | 'decided', phase: Phase, { now, newId }: Context): Put => ({
  item: { pk: `CASE#${id}`, sk: `AUDIT#${newId()}`, body: { name, phase, time: now, actor: system } },
  expects: 'absent',
})

export const commandRow = (id: CaseId, body: object, { newId, traceparent }: Context): Item => ({
  pk: `CASE#${id}`,
  sk: `COMMAND#${newId()}`,
  attributes: { [outboxMark]: machineMark },
  body: { ...body, traceparent },
})

/** What the driver reads when everything is done, from each service. */
export const auditRoutes = (service: string) =>
  defineRoutes({
    readAudit: {
      method: 'GET',
      path: `/v1/${service}/cases/{caseId}/audit`,
      summary: { sv: 'Vad som har hänt', en: 'What has happened' },
      access: staffRoles,
      parameters: z.strictObject({ caseId }),
      response: { status: 200, body: z.object({ entries: z.array(auditEntry) }) },
      refusals: [],
    },
  })

export const createReadAudit =
  (table: Table) =>
  async ({ parameters }: { parameters: { caseId: CaseId } }) => {
    const items = await queryAll(table, { partition: `CASE#${parameters.caseId}`, sortPrefix: 'AUDIT#' })
    return answer({ entries: items.map(({ body }) => auditEntry.parse(body)) })
  }
