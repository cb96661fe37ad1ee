import { describe, expect, it } from 'vitest'
import { projectSubpaths, readModule, readProject } from './modules.ts'
import type { Module } from './modules.ts'
import { judge, rules } from './rules.ts'

const project = readProject()
const subpaths = projectSubpaths()

const tree = (files: Readonly<Record<string, string>>): Module[] =>
  Object.entries(files).map(([path, text]) => readModule(path, text, subpaths))

/** How few modules each rule may look at before its silence says nothing. */
const atLeast: Readonly<Record<string, number>> = {
  'no service imports another': 150,
  'services know nothing of what runs, draws, shows or tests them': 150,
  'production code imports no tests': 200,
  'contracts import zod and each other alone': 12,
  'the law of procurement imports contracts and itself alone': 6,
  'the kit holds no business word': 20,
  'a domain looks inwards: no use case, adapter or handler, and of the kit only values': 60,
  'no road leads from a domain to AWS, middy, HTTP or Node': 60,
  'a use case knows its ports, not its adapters or handlers': 20,
  'an adapter knows no handler': 4,
  'sections, criteria and refusals are domain: they call no use case, adapter or handler': 50,
  'the console knows services by their contracts alone': 20,
  'zod is imported as a namespace': 50,
  'nothing is exported as default': 250,
  'no module only passes on what others export': 250,
  'a file says by its name what is in it': 300,
  'the clock and ids come from outside': 130,
  'imports lead to files that exist': 250,
}

describe(`the architecture of ${project.length} modules`, () => {
  it.each(rules)('$name', (rule) => {
    const { faults, looked } = judge(project, rule)
    expect(faults).toEqual([])
    expect(looked).toBeGreaterThanOrEqual(atLeast[rule.name] ?? Number.POSITIVE_INFINITY)
  })
})

/** For each rule a small tree that breaks it once, and how the fault is told. */
const breaches: Readonly<Record<string, { files: Record<string, string>; fault: string }>> = {
  'no service imports another': {
    files: { 'services/ideas/criteria.ts': "import type { matching } from '../matching/phase.ts'" },
    fault: 'services/ideas/criteria.ts imports services/matching/phase.ts',
  },
  'services know nothing of what runs, draws, shows or tests them': {
    files: { 'services/ideas/lambda/api.ts': "const local = await import('../../../local/gateway.ts')" },
    fault: 'services/ideas/lambda/api.ts imports local/gateway.ts',
  },
  'production code imports no tests': {
    files: { 'services/ideas/lambda/api.ts': "import { createTestRuntime } from '#lambda/testing/test-runtime.ts'" },
    fault: 'services/ideas/lambda/api.ts imports services/shared/lambda/testing/test-runtime.ts',
  },
  'contracts import zod and each other alone': {
    files: { 'services/shared/contracts/ids.ts': "import type { County } from '#counties/county.ts'" },
    fault: 'services/shared/contracts/ids.ts imports counties/county.ts',
  },
  'the law of procurement imports contracts and itself alone': {
    files: { 'services/shared/procurement-law/amounts.ts': "import { addDays } from '#calendar/working-days.ts'" },
    fault: 'services/shared/procurement-law/amounts.ts imports services/shared/calendar/working-days.ts',
  },
  'the kit holds no business word': {
    files: { 'services/shared/lambda/api.ts': "export * from '#phase/phase.ts'" },
    fault: 'services/shared/lambda/api.ts imports services/shared/phase/phase.ts',
  },
  'a domain looks inwards: no use case, adapter or handler, and of the kit only values': {
    files: { 'services/shared/phase/domain/wake-case.ts': "import type { Table } from '#lambda/table.ts'" },
    fault: 'services/shared/phase/domain/wake-case.ts imports services/shared/lambda/table.ts',
  },
  'no road leads from a domain to AWS, middy, HTTP or Node': {
    files: {
      'services/ideas/domain/rule.ts': "import { one } from '../one.ts'",
      'services/ideas/one.ts': "export { two } from './two.ts'",
      'services/ideas/two.ts': "export type { SQSClient } from '@aws-sdk/client-sqs'",
    },
    fault:
      'services/ideas/domain/rule.ts reaches @aws-sdk/client-sqs through services/ideas/domain/rule.ts > services/ideas/one.ts > services/ideas/two.ts',
  },
  'a use case knows its ports, not its adapters or handlers': {
    files: { 'services/gates/application/decide.ts': "import { createRequestTable } from '../adapters/request-table.ts'" },
    fault: 'services/gates/application/decide.ts imports services/gates/adapters/request-table.ts',
  },
  'an adapter knows no handler': {
    files: { 'services/gates/adapters/request-table.ts': "type Parts = import('../lambda/functions.ts').Parts" },
    fault: 'services/gates/adapters/request-table.ts imports services/gates/lambda/functions.ts',
  },
  'sections, criteria and refusals are domain: they call no use case, adapter or handler': {
    files: { 'services/ideas/sections/need.ts': "import { readFileSync } from 'node:fs'" },
    fault: 'services/ideas/sections/need.ts imports node:fs',
  },
  'the console knows services by their contracts alone': {
    files: {
      'console/pages/case.tsx':
        "import { ideas } from '../../services/ideas/phase.ts'\nimport type { FormField } from '#phase/field.ts'\nexport const page = <p>x</p>",
    },
    fault: 'console/pages/case.tsx imports services/ideas/phase.ts',
  },
  'zod is imported as a namespace': {
    files: { 'services/ideas/routes.ts': "import { z } from 'zod'" },
    fault: 'services/ideas/routes.ts imports zod',
  },
  'nothing is exported as default': {
    files: { 'services/ideas/phase.ts': 'const ideas = 1\nexport { ideas as default }' },
    fault: 'services/ideas/phase.ts exports a default',
  },
  'no module only passes on what others export': {
    files: { 'services/ideas/sections/all.ts': "export * from './need.ts'\nexport { plan } from './plan.ts'" },
    fault: 'services/ideas/sections/all.ts is a barrel',
  },
  'a file says by its name what is in it': {
    files: { 'services/ideas/utils/need.ts': '' },
    fault: 'services/ideas/utils/need.ts is or lies under “utils”',
  },
  'the clock and ids come from outside': {
    files: { 'services/ideas/domain/age.ts': 'export const age = (from: string) => Date.now() - new Date(from).getTime()' },
    fault: 'services/ideas/domain/age.ts reads Date.now',
  },
  'imports lead to files that exist': {
    files: { 'services/ideas/phase.ts': "import { gone } from './gone.ts'" },
    fault: 'services/ideas/phase.ts imports services/ideas/gone.ts',
  },
}

describe('each rule bites', () => {
  it.each(rules)('$name', (rule) => {
    const breach = breaches[rule.name]
    expect(breach).toBeDefined()
    expect(judge(tree(breach?.files ?? {}), rule).faults).toEqual([breach?.fault])
  })

  it('and has a breach and a least number of modules', () => {
    const names = rules.map(({ name }) => name).toSorted()
    expect(Object.keys(breaches).toSorted()).toEqual(names)
    expect(Object.keys(atLeast).toSorted()).toEqual(names)
  })
})

describe('what is read of a module', () => {
  const read = (text: string) => readModule('services/ideas/domain/x.ts', text, subpaths)

  it.each([
    ["import { a } from './a.ts'", 'services/ideas/domain/a.ts', false],
    ["import type { A } from '../a.ts'", 'services/ideas/a.ts', true],
    ["import { type A, type B } from '#contracts/ids.ts'", 'services/shared/contracts/ids.ts', true],
    ["import { type A, b } from '#counties/county.ts'", 'counties/county.ts', false],
    ["export { a } from 'node:fs'", 'node:fs', false],
    ["export type { A } from '@aws-sdk/client-sqs'", '@aws-sdk/client-sqs', true],
    ["export * from '#phase/phase.ts'", 'services/shared/phase/phase.ts', false],
    ["const f = async () => import('#lambda/log.ts')", 'services/shared/lambda/log.ts', false],
    ["type T = import('./t.ts').T", 'services/ideas/domain/t.ts', true],
    ["import 'side-effect'", 'side-effect', false],
  ])('%s', (text, to, isTypeOnly) => {
    expect(read(text).imports).toMatchObject([{ to, isTypeOnly }])
  })

  it.each([
    'export default 1',
    'export default function f() {}',
    'export default class {}',
    'const a = 1; export { a as default }',
    "export { default } from './a.ts'",
  ])('a default export: %s', (text) => {
    expect(read(text).hasDefaultExport).toBe(true)
  })

  it.each([
    'new Date()',
    'Date.now()',
    'const now = Date.now',
    'Math.random()',
    'crypto.randomUUID()',
    'randomUUID()',
    'uuidv7()',
  ])('the clock or an id: %s', (text) => {
    expect(read(text).ambientReads.length).toBeGreaterThan(0)
  })

  it('nothing of the kind', () => {
    expect(read("import { a } from './a.ts'\nexport const b = new Date(a)\nexport { a }")).toMatchObject({
      hasDefaultExport: false,
      isBarrel: false,
      ambientReads: [],
    })
  })
})
