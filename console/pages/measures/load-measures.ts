import type { Measure } from '../../api/measure-views.ts'
import { measureList } from '../../api/measure-views.ts'
import type { CaseMeasures } from '../../api/measure-views.ts'
import type { Visit } from '../../visit.ts'

export interface MeasureFilter {
  readonly organisation?: string | undefined
  readonly status?: Measure['status'] | undefined
  readonly owner?: string | undefined
}

export const measuresPath = ({ organisation, status, owner }: MeasureFilter, limit: number, cursor?: string): string => {
  const query = new URLSearchParams({ limit: String(limit) })
  for (const [name, value] of Object.entries({ organisation, status, owner, cursor })) if (value) query.set(name, value)
  return `/v1/benefits/measures?${query.toString()}`
}

const pageSize = 100

/** Every case with something that is due or has been missed, until there are enough lines for a file. */
export const loadDueMeasures = async (visit: Visit, filter: MeasureFilter, maxLines: number): Promise<CaseMeasures[]> => {
  const found: CaseMeasures[] = []
  let lines = 0
  for (let cursor: string | undefined, isFirst = true; (isFirst || cursor) && lines < maxLines; isFirst = false) {
    // Each page needs the cursor of the one before.
    // oxlint-disable-next-line no-await-in-loop
    const { value, nextCursor } = await visit.api.read(measuresPath(filter, pageSize, cursor), measureList)
    const due = value.cases.map((one) => ({ ...one, measures: one.measures.filter(({ status }) => status !== 'upcoming') }))
    found.push(...due.filter(({ measures }) => measures.length > 0))
    lines = found.reduce((sum, { measures }) => sum + measures.length, 0)
    // The most urgent case first: after one with nothing due there are none.
    cursor = value.cases.at(-1)?.measures[0]?.status === 'upcoming' ? undefined : nextCursor
  }
  return found
}
