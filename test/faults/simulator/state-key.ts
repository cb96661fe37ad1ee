import { hash } from 'node:crypto'
import * as z from 'zod'
import type { AnyEvent } from '#contracts/event.ts'
import { entryPrefix } from '../../../services/insight/adapters/insight-table.ts'
import type { Rest } from './county.ts'
import { textOf } from './database.ts'
import type { Row } from './database.ts'

/**
 * What makes two counties at rest the same: every row, execution, and thing that somebody waits to do, but for what
 * differs between any two runs and decides nothing - the moments, the ids, and the hashes over both. An id is told
 * apart by what it is the id of; hashes and chains are checked before two counties are compared (at-rest.ts).
 */

const uuid = '[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}'
const moment = '\\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z'
const trace = '00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}'
const token = 'token-\\d+'
const passing = new RegExp(`(${uuid}|${token})|${moment}|${trace}|[0-9a-f]{64}|[0-9a-f]{32}|message-\\d+`, 'g')
const uuids = new RegExp(uuid, 'g')

const stored = z.object({ text: z.string() })
const content = z.object({ event: z.unknown() })
const eventIn = (row: Row): unknown => content.parse(JSON.parse(stored.parse(JSON.parse(textOf(row, 'body'))).text)).event

/** A text without what passes, and the ids that stood in it, in order. */
interface Shape {
  readonly text: string
  readonly ids: readonly string[]
}

const shapeOf = (text: string): Shape => {
  const ids: string[] = []
  const plain = text.replace(passing, (_, id: string | undefined) => {
    if (id !== undefined) ids.push(id)
    return '~'
  })
  return { text: hash('sha1', plain), ids }
}

/** A row never changes, and most rows of a county are those of the county before. */
const shapes = new WeakMap<Row, Shape>()
const shapeOfRow = (row: Row): Shape => {
  const known = shapes.get(row)
  if (known) return known
  const { expiresAt: _, ...rest } = row
  // The journal takes what two services tell at once in either order: what it holds is the same.
  const isEntry = textOf(row, 'sk').startsWith(entryPrefix)
  const told = isEntry ? eventIn(row) : Object.entries(rest).toSorted(([a], [b]) => (a < b ? -1 : 1))
  const made = shapeOf(JSON.stringify(told))
  shapes.set(row, made)
  return made
}

/** An event never changes either. */
const idsOfEvents = new WeakMap<AnyEvent, readonly string[]>()
const idsIn = (event: AnyEvent): readonly string[] => {
  const known = idsOfEvents.get(event)
  if (known) return known
  const found = JSON.stringify(event).match(uuids) ?? []
  idsOfEvents.set(event, found)
  return found
}

/** By the place of its first mention in what its service has told: the order between services is chance. */
const namesOf = ({ watch, world }: Rest): ReadonlyMap<string, string> => {
  const names = new Map<string, string>()
  const bySource = Map.groupBy(watch.emitted, ({ source }) => source)
  for (const source of [...bySource.keys()].toSorted()) {
    let count = 0
    for (const event of bySource.get(source) ?? [])
      for (const id of idsIn(event)) {
        if (names.has(id)) continue
        count += 1
        names.set(id, `${source} ${count}`)
      }
  }
  // A token that nothing waits with any more is only a text.
  for (const { name, token: waitsWith } of world.machine.executions)
    if (waitsWith !== undefined) names.set(waitsWith, `token of ${name.replace(uuids, (id) => names.get(id) ?? '~')}`)
  return names
}

export const stateKeyOf = (rest: Rest): string => {
  const names = namesOf(rest)
  const told = ({ text, ids }: Shape): string => [text, ...ids.map((id) => names.get(id) ?? '~')].join(' ')
  const tellAll = (things: readonly unknown[]): string[] => things.map((thing) => told(shapeOf(JSON.stringify(thing))))
  const { world, people, watch, waits } = rest
  const rows = [...world.tables].flatMap(([table, partitions]) =>
    [...partitions.values()].flatMap((partition) => [...partition.values()].map((row) => `${table} ${told(shapeOfRow(row))}`)),
  )
  const executions = world.machine.executions.map(({ name, status, at, retries, token }) =>
    status === 'running' ? { name, at, retries, token } : { name, status },
  )
  return hash(
    'sha1',
    [
      ...rows.toSorted(),
      ...tellAll(executions).toSorted(),
      // What people wait to do has an order; a timeout is weeks away from all of it.
      ...tellAll(waits.flatMap(({ wait }) => (wait.kind === 'timeout' ? [] : [wait]))),
      ...tellAll([...people.accepted, ...people.takenDecisions, [...people.resting]]).toSorted(),
      ...tellAll([...watch.standings].map(([caseId, standing]) => [caseId, ...standing])),
    ].join('\n'),
  )
}
