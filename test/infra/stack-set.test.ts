import { beforeAll, describe, expect, it } from 'vitest'
import { countyIds, readDeployment } from '../../infra/deployment.ts'
import { services } from '../../services/services.ts'
import { at, covered, everyCounty, installationOf } from './installation.ts'
import type { Installation } from './installation.ts'
import { synthesise } from './synthesise.ts'
import type { Synthesised } from './synthesise.ts'

/** CloudFormation's own limits for one stack. */
const maxResources = 500
const maxTemplateBytes = 1_000_000

const contextOf = (values: Readonly<Record<string, string>>) => (name: string) => values[name]

describe.each(everyCounty)('the stacks of %s', (countyId) => {
  let stacks: Synthesised['stacks']
  let installation: Installation
  beforeAll(async () => {
    const synthesised = await synthesise(countyId)
    stacks = synthesised.stacks
    installation = await installationOf(countyId, synthesised.templates)
  }, 60_000)

  it('are one for alarms, one for each service and one for the API', () => {
    const { templates, resources } = installation
    covered(`${countyId}: ${stacks.length} stacks, ${resources.length} resources`)
    expect(stacks.map(({ stackName }) => stackName)).toEqual(
      ['alarms', ...services.map(({ name }) => name), 'api'].map((part) => `${countyId}-${part}`),
    )
    for (const [name, template] of templates) {
      expect(resources.filter(({ stack }) => stack === name).length).toBeLessThan(maxResources)
      expect(Buffer.byteLength(JSON.stringify(template))).toBeLessThan(maxTemplateBytes)
    }
  })

  it('give each other nothing and take nothing, so that each can be deployed by itself', () => {
    const { templates } = installation
    expect(templates.size).toBeGreaterThan(2)
    for (const template of templates.values()) {
      expect(JSON.stringify(template)).not.toMatch(/Fn::ImportValue|Fn::GetStackOutput/)
      const outputs = Object.values((at(template, 'Outputs') ?? {}) as Record<string, object>) // CloudFormation's own shape
      for (const output of outputs) expect(output).not.toHaveProperty('Export')
    }
  })

  it('carry the county and the service on everything that can carry it', () => {
    const { resources } = installation
    const tagged = resources.filter(({ properties }) => properties['Tags'] !== undefined)
    expect(tagged.length).toBeGreaterThan(services.length * 10)
    for (const { stack, properties } of tagged) {
      const tags = JSON.stringify(properties['Tags'])
      expect(tags).toContain(countyId)
      expect(tags).toMatch(/service/)
      expect(stack.startsWith(`${countyId}-`)).toBe(true)
    }
  })

  it('that hold data cannot be deleted in passing', () => {
    const open = stacks.filter(({ terminationProtection }) => !terminationProtection).map(({ stackName }) => stackName)
    expect(open).toEqual([`${countyId}-alarms`, `${countyId}-api`])
  })
})

describe('the county of a deployment', () => {
  it('is Kalmar unless told', async () => {
    const read = await readDeployment(contextOf({}), undefined)
    expect(read).toMatchObject({ ok: true, deployment: { county: { id: 'kalmar' }, region: 'eu-north-1' } })
  })

  it('is any that has a configuration', async () => {
    expect(await countyIds()).toEqual(expect.arrayContaining(['jonkoping', 'kalmar']))
    for (const county of await countyIds())
      expect(await readDeployment(contextOf({ county }), undefined)).toMatchObject({
        ok: true,
        deployment: { county: { id: county } },
      })
  })

  it.each([
    [{ county: 'atlantis' }, `--context county=atlantis: no such county. There are: ${everyCounty.join(', ')}`],
    [
      { county: '../services/services' },
      `--context county=../services/services: no such county. There are: ${everyCounty.join(', ')}`,
    ],
    [{ county: 'county' }, `--context county=county: no such county. There are: ${everyCounty.join(', ')}`],
    [{ domainName: 'behov.kalmar.example' }, '--context domainName and certificateArn belong together: give both or neither'],
  ])('is refused in one line: %o', async (context, message) => {
    expect(await readDeployment(contextOf(context as Record<string, string>), undefined)).toEqual({ ok: false, message })
  })

  it.each([
    ['alarmEmail', 'not an address'],
    ['traceCollector', 'collector.example:4318'],
  ])('is refused by the name of what is wrong: %s', async (name, value) => {
    const read = await readDeployment(contextOf({ [name]: value }), undefined)
    expect(read.ok ? '' : read.message).toMatch(new RegExp(`^--context ${name}: [^\\n]+$`))
  })
})
