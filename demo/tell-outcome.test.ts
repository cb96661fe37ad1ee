import { expect, it } from 'vitest'
import type { ApiRequest, Client } from './client.ts'
import { createOutcomeTeller } from './tell-outcome.ts'

const caseId = '01926a00-0000-7000-8000-0000000000c1'
const lineId = (number: number) => `01926a00-0000-7000-8000-00000000000${number}`
const outcome = (number: number, name: string, more: object) => ({
  lineId: lineId(number),
  name,
  side: 'benefit',
  measure: 'Kostnad per år',
  unit: 'kr',
  status: 'onTheWay',
  promisedIn: 'NV3',
  measurements: [],
  ...more,
})
const assessment = (kind: string, inHand: number, withFreedResources: number) => ({
  kind,
  version: 1,
  isFrozen: true,
  priceYear: 2026,
  horizonYears: 5,
  discountRate: 0.03,
  inHand,
  withFreedResources,
  problems: 0,
})
const bodies: Readonly<Record<string, unknown>> = {
  outcomes: {
    outcomes: [
      outcome(1, 'Lägre porto', {
        progress: 0.8,
        latest: { value: 231_000, measuredOn: '2028-03-01', expected: { low: 240_000, likely: 220_000.5, high: 210_000 } },
      }),
      outcome(2, 'Trygghet', { unit: undefined, measure: 'Andel', latest: { value: 71.25, measuredOn: '2028-04-01' } }),
      outcome(3, 'Färre samtal', {}),
    ],
  },
  waterfall: { assessments: [assessment('NV1', 12_345_600, 90_000_000), assessment('NV4', -5_000, 80_000_000)], steps: [] },
}

it('says of each line what was expected on the day and what was measured, and how the present value went', async () => {
  const asked: ApiRequest[] = []
  const client: Client = {
    as: () => async (request) => {
      asked.push(request)
      return { status: 200, etag: undefined, next: undefined, body: bodies[request.path.split('/').at(-1) ?? ''] }
    },
  }
  const lines: string[] = []
  await createOutcomeTeller(client, (line) => lines.push(line.replaceAll(/[\u00a0\u202f]/g, ' ').replaceAll('\u2212', '-')))(
    caseId,
  )
  expect(lines).toEqual([
    '  Nettonuvärde i pengar: NV1 123 456 kr → NV4 -50 kr',
    '  Nettonuvärde med frigjorda resurser: NV1 900 000 kr → NV4 800 000 kr',
    '  Väntat mot utfall:',
    '    Lägre porto (Kostnad per år): väntat 220 000,5 (210 000–240 000), mätt 231 000 kr den 2028-03-01, 80 % av vägen till målet',
    '    Trygghet (Andel): mätt 71,3 den 2028-04-01',
    '    Färre samtal: inte mätt',
  ])
  expect(asked.every(({ method, path }) => method === 'GET' && path.includes(caseId))).toBe(true)
})
