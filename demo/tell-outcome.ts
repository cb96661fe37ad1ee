import type * as z from 'zod'
import { outcomeList } from '../services/benefits/application/read-outcomes.ts'
import { waterfallView } from '../services/benefits/application/read-waterfall.ts'
import type { Client } from './client.ts'
import { read } from './expect.ts'
import { caseOfficer } from './personas.ts'

type Outcome = z.infer<typeof outcomeList>['outcomes'][number]

const number = new Intl.NumberFormat('sv-SE', { maximumFractionDigits: 1 })
const kronor = new Intl.NumberFormat('sv-SE', { style: 'currency', currency: 'SEK', maximumFractionDigits: 0 })
const share = new Intl.NumberFormat('sv-SE', { style: 'percent', maximumFractionDigits: 0 })
const orePerKrona = 100

const expectedInWords = ({ low, likely, high }: { low: number; likely: number; high: number }): string => {
  const [least, most] = [Math.min(low, high), Math.max(low, high)]
  return least === most
    ? `väntat ${number.format(likely)}`
    : `väntat ${number.format(likely)} (${number.format(least)}–${number.format(most)})`
}

const outcomeInWords = ({ name, measure, unit, latest, progress }: Outcome): string => {
  if (!latest) return `${name}: inte mätt`
  const measured = `mätt ${number.format(latest.value)}${unit === undefined ? '' : ` ${unit}`} den ${latest.measuredOn}`
  return [
    `${name} (${measure}): ${latest.expected ? `${expectedInWords(latest.expected)}, ` : ''}${measured}`,
    ...(progress === undefined ? [] : [`${share.format(progress)} av vägen till målet`]),
  ].join(', ')
}

/** What a case that has been measured promised and what came of it, in a few lines. */
export const createOutcomeTeller =
  (client: Client, say: (line: string) => void) =>
  async (caseId: string): Promise<void> => {
    const ask = (rest: string) => client.as(caseOfficer)({ method: 'GET', path: `/v1/benefits/cases/${caseId}/${rest}` })
    const { outcomes } = read(await ask('outcomes'), outcomeList, 'read the outcomes')
    const { assessments } = read(await ask('waterfall'), waterfallView, 'read the waterfall')
    for (const [what, kind] of [
      ['i pengar', 'inHand'],
      ['med frigjorda resurser', 'withFreedResources'],
    ] as const)
      say(
        `  Nettonuvärde ${what}: ${assessments.map((one) => `${one.kind} ${kronor.format(one[kind] / orePerKrona)}`).join(' → ')}`,
      )
    say('  Väntat mot utfall:')
    for (const outcome of outcomes) say(`    ${outcomeInWords(outcome)}`)
  }
