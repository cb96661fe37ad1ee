import { assessmentOf } from '#contracts/flow.ts'
import type { Phase } from '#contracts/words.ts'
import { measurementList } from '../services/benefits/application/measurements.ts'
import { assessmentView } from '../services/benefits/application/present-assessment.ts'
import type { Client } from './client.ts'
import type { DemoCase } from './demo-case.ts'
import { expectStatus, read, until } from './expect.ts'
import { caseOfficer } from './personas.ts'

/** The benefit assessment that the phase asks for, and in follow-up the measurements before it. */
export const createAssessor = (client: Client) => {
  const officer = client.as(caseOfficer)

  const measure = async (caseId: string, { key, benefits }: DemoCase): Promise<void> => {
    const path = `/v1/benefits/cases/${caseId}/measurements`
    const { measurements } = read(await officer({ method: 'GET', path }), measurementList, 'read measurements')
    for (const measurement of benefits.measurements) {
      const { lineId, measuredOn } = measurement
      if (measurements.some((known) => known.lineId === lineId && known.measuredOn === measuredOn)) continue
      const idempotencyKey = `demo-${key}-measure-${lineId}-${measuredOn}`
      // oxlint-disable-next-line no-await-in-loop -- in the order of the days
      expectStatus(await officer({ method: 'POST', path, body: measurement, idempotencyKey }), 'record a measurement', 201)
    }
  }

  return async (phase: Phase, caseId: string, demo: DemoCase): Promise<void> => {
    const kind = assessmentOf[phase]
    if (kind === 'NV4') await measure(caseId, demo)
    const wanted = kind && demo.benefits.assessments[kind]
    if (!wanted) return
    const path = `/v1/benefits/cases/${caseId}/assessments/${kind}`
    await until(`${kind} to be complete`, async () => {
      const current = await officer({ method: 'GET', path })
      // benefits hears of a case, and of the phase it is in, a moment after the phase itself.
      if (current.status === 404) return undefined
      const { status, lines, summary } = read(current, assessmentView, `read ${kind}`)
      if (status === 'complete' || status === 'frozen') return true
      const isWritten = status !== 'empty' && lines.length > 0 && summary === wanted.summary
      const answer = await (isWritten
        ? officer({ method: 'POST', path: `${path}/completions`, ifMatch: current.etag })
        : officer({ method: 'PUT', path, body: wanted, ifMatch: current.etag }))
      expectStatus(answer, `write ${kind}`, 200, 409, 412)
      return undefined
    })
  }
}
