import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { withShortWait } from './claim-gate-wait.ts'

it('changes how long the gate waits, and nothing else of it', () => {
  const file = path.join(import.meta.dirname, '..', '..', 'services', 'gates', 'decision-gate.asl.json')
  const deployed = JSON.parse(readFileSync(file, 'utf8')) as { States: Record<string, Record<string, unknown>> }
  const short = JSON.parse(withShortWait(JSON.stringify(deployed))) as typeof deployed
  const { TimeoutSecondsPath, ...wait } = deployed.States['AwaitDecision'] ?? {}
  expect(TimeoutSecondsPath).toBe('$.request.waitSeconds')
  expect(short).toEqual({ ...deployed, States: { ...deployed.States, AwaitDecision: { ...wait, TimeoutSeconds: 2 } } })
})
