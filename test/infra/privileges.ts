import { parseArgs } from 'node:util'
import { kalmar } from '#counties/kalmar.ts'
import { byHolder, findViolations } from './privileges/compare.ts'
import { rightsIn, synthesiseCounty } from './privileges/installation.ts'
import { recordDemo, recordFaults } from './privileges/record-flow.ts'
import { readRecordedTests } from './privileges/recorded-tests.ts'
import { createRecording } from './privileges/recording.ts'
import { distinct } from './privileges/right.ts'
import { callTable, countTable, violationLines, waiverTable } from './privileges/tables.ts'
import { testPlace } from './privileges/test-place.ts'
import { waiversOf } from './privileges/waivers.ts'

/**
 * `npm run privileges`: records which rights the functions use, holds them against what the template of one county
 * grants, and prints both. Ends with 1 when anything is used that is not granted, or granted that is not used.
 */

const usage = `npm run privileges [-- --runs N --seed S]
    N counties under faults are recorded beside the demo's case (20), from seed S (1)`

const say = (...parts: readonly string[]): void => void process.stdout.write(`${parts.join('\n\n')}\n\n`)

const run = async (): Promise<boolean> => {
  const { values } = parseArgs({
    options: {
      runs: { type: 'string', default: '20' },
      seed: { type: 'string', default: '1' },
      help: { type: 'boolean', default: false },
    },
  })
  if (values.help) {
    say(usage)
    return true
  }
  const countyId = kalmar.id
  const { granted, derived } = rightsIn(await synthesiseCounty(countyId))
  const recording = createRecording({ countyId, place: testPlace })
  const asked = await recordDemo(recording)
  const [ofDemo, rightsOfDemo] = [recording.calls(), recording.used().length]
  await recordFaults(recording, { runs: Number(values.runs), seed: Number(values.seed) })
  const tests = readRecordedTests(countyId)

  const waivers = waiversOf({ countyId, place: testPlace })
  const used = [...recording.used(), ...(tests?.used ?? [])]
  const rights = { granted, derived, used: distinct(used) }
  const holders = byHolder(rights, waivers)
  const violations = findViolations(rights, waivers)
  say(
    `# Privileges: ${kalmar.name}, ${new Date().toISOString().slice(0, 10)}`,
    [
      `- The demo's market and case, resting at every gate, and ${asked.questions} questions on ${asked.operations - asked.leftOut.length} of ${asked.operations} routes that can be asked: ${ofDemo} calls, ${rightsOfDemo} rights.`,
      `- ${values.runs} counties under faults: ${recording.calls() - ofDemo} calls, ${recording.used().length - rightsOfDemo} further rights.`,
      tests
        ? `- What the test run has left: ${tests.files} recordings.`
        : '- The test run: not recorded (RECORDED_RIGHTS names no folder).',
      ...asked.leftOut.map((operation) => `- Not asked, for want of a value: ${operation}.`),
    ].join('\n'),
    '## Who may do how much',
    countTable(holders),
    '## What the functions call',
    callTable(holders),
    '## Waivers',
    waiverTable(waivers),
    violations.length === 0
      ? `All ${granted.length} rights are used or waived, and nothing else is used.`
      : `## Violations\n\n${violationLines(violations)}`,
  )
  return violations.length === 0
}

run().then(
  (isInOrder) => {
    if (!isInOrder) process.exitCode = 1
  },
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
    process.exitCode = 1
  },
)
