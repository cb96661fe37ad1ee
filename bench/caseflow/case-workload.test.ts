import { describe, expect, it } from 'vitest'
import { akBrev } from '../../demo/ak-brev/case.ts'
import { caseWorkload, flowWorkload } from './case-workload.ts'
import { entriesOf } from './step.ts'
import type { CaseMemory, Step, WorkRequest } from './step.ts'

const memory: CaseMemory = {
  number: 1,
  caseId: 'case',
  recordVersion: 0,
  evidenceDigest: '',
  opinionId: 'opinion',
  heard: '',
  decisions: [],
}
const requestsOf = (steps: readonly Step[]): WorkRequest[] =>
  steps.flatMap((step) => (step.kind === 'request' ? [step.request(memory)] : []))

describe('the work of a case', () => {
  const requests = requestsOf(caseWorkload())

  it('writes every section of the demo with its own content', () => {
    const wanted = Object.entries(akBrev.phases).flatMap(([phase, plan]) =>
      Object.entries(plan.content.sections).map(
        ([key, content]) => [`/v1/${phase}/cases/case/sections/${key}`, content] as const,
      ),
    )
    const lastWritten = new Map(requests.map(({ path, body }) => [path, (body as { content?: unknown } | undefined)?.content]))
    expect(wanted.length).toBeGreaterThan(50)
    for (const [path, content] of wanted) expect(lastWritten.get(path)).toEqual(content)
  })

  it('gives each save the version that the one before it left', () => {
    const versions = new Map<string, number>()
    for (const { path, ifMatch } of requests.filter(({ method }) => method === 'PUT')) {
      expect(ifMatch).toBe(versions.get(path) ?? 0)
      versions.set(path, (versions.get(path) ?? 0) + 1)
    }
    expect(Math.max(...versions.values())).toBe(2)
  })

  it('decides at every gate, and in validation twice', () => {
    const decided = requests.flatMap(({ decides }) => decides ?? [])
    expect(decided).toEqual([
      'ideas',
      'matching',
      'verification',
      'procurement',
      'validation',
      'validation',
      'rollout',
      'followup',
    ])
  })

  it('tells the peers what the rules say: every criterion met, and something to hand over', () => {
    const judged = requests.flatMap((request) => request.judged ?? [])
    expect(judged).toHaveLength(8)
    for (const { criteria, handsOver } of judged.slice(0, -1)) {
      expect(criteria.length).toBeGreaterThan(3)
      for (const criterion of criteria) expect(criterion).toMatchObject({ status: 'met' })
      expect(Object.keys(handsOver).length).toBeGreaterThan(3)
    }
  })

  it('leaves an entry for every save, and for every decision that it was asked for, opened and made', () => {
    const entries = entriesOf(caseWorkload())
    const saves = requests.filter(({ method, path }) => method === 'PUT' && path.includes('/sections/'))
    expect(entries.get('section-saved')).toBe(saves.length)
    for (const name of ['decision-requested', 'decision-opened', 'decision-made']) expect(entries.get(name)).toBe(8)
    expect(entries.get('case-returned')).toBe(1)
  })
})

it('emptied, goes the same way with nothing to write', () => {
  const steps = flowWorkload()
  expect(requestsOf(steps).filter(({ method }) => method === 'PUT')).toEqual([])
  expect(entriesOf(steps).get('case-handed-over')).toBe(6)
  expect(entriesOf(steps).get('decision-made')).toBe(7)
})
