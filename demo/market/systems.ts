import * as z from 'zod'
import type { Client } from '../client.ts'
import { read } from '../expect.ts'
import { companies } from '../portfolio/companies.ts'
import { integrations, maps } from './system-content.ts'
import type { DemoSystem } from './system-content.ts'

/** Fills the system map, each organisation by its own editor. Run again it adds nothing. */

const result = z.object({ registered: z.number(), changed: z.number(), unchanged: z.number(), isComplete: z.boolean() })
const list = z.object({ systems: z.array(z.object({ systemId: z.string(), name: z.string() })) })
const contents = z.looseObject({ integrations: z.array(z.object({ systemId: z.string() })) })
const whole = z.object({ content: contents })

const imported = ({ supplier, contracts = [], ...system }: DemoSystem) => ({
  content: { status: 'inUse', ...system, supplier: { name: companies[supplier].name }, contracts },
})

export const fillSystemMap = async (client: Client, say: (line: string) => void): Promise<void> => {
  let entered = 0
  let stood = 0
  for (const { editor, systems } of maps) {
    // One organisation after another.
    // oxlint-disable no-await-in-loop
    const answer = await client.as(editor)({
      method: 'POST',
      path: '/v1/catalogue/system-imports',
      body: { systems: systems.map(imported) },
    })
    const { registered, changed, unchanged } = read(answer, result, `the systems of ${editor}`)
    entered += registered + changed
    stood += unchanged
  }
  for (const { editor, organisation, from, to } of integrations) {
    const ask = client.as(editor)
    const path = `/v1/catalogue/systems?organisation=${organisation}&limit=100`
    const { systems } = read(await ask({ method: 'GET', path }), list, path)
    const [source, target] = [from, to].map((name) => systems.find((one) => one.name === name))
    if (!source || !target) throw new Error(`${organisation} has no ${source ? to : from}.`)
    const found = await ask({ method: 'GET', path: `/v1/catalogue/systems/${source.systemId}` })
    const { content } = read(found, whole, source.name)
    if (content.integrations.some(({ systemId }) => systemId === target.systemId)) continue
    const integration = { systemId: target.systemId, standard: 'HL7 FHIR R4', direction: 'sends' }
    const changed = await ask({
      method: 'PUT',
      path: `/v1/catalogue/systems/${source.systemId}`,
      ifMatch: found.etag,
      body: { ...content, integrations: [...content.integrations, integration] },
    })
    read(changed, whole, `the integration of ${source.name}`)
    // oxlint-enable no-await-in-loop
  }
  say(`Systemkartan: ${entered} system inlagda, ${stood} fanns redan`)
}
