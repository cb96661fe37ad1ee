import { parseArgs } from 'node:util'
import { akBrev } from './ak-brev/case.ts'
import { createClient } from './client.ts'
import type { DemoCase } from './demo-case.ts'
import { createDriver } from './drive-case.ts'
import { createDialogueHolder } from './market/dialogues.ts'
import { fillCatalogue } from './market/fill-catalogue.ts'
import { fillForum } from './market/forum.ts'
import { fillLibrary } from './market/library.ts'
import { createCaseMatcher } from './market/match-case.ts'
import { matchedCases } from './market/matched-cases.ts'
import { fillSystemMap } from './market/systems.ts'
import { portfolio } from './portfolio/cases.ts'
import { createOutcomeTeller } from './tell-outcome.ts'

/** `npm run demo`: real cases over HTTP, one of them from idea to review; `-- --portfolio` fills the board. */

const usage = `npm run demo                      drives the digital dosing letter (AK-brev) from idea to review,
                                  and the other cases that are matched with the catalogue as far as they have come
npm run demo -- --portfolio       and two dozen more cases, spread over phases and organisations
npm run demo -- --only <key>      one case alone, for example ak-brev
npm run demo -- --url <address>   against another address than http://127.0.0.1:3000
Running it again adds nothing; after an interruption it goes on where the case stands.`

const run = async (): Promise<void> => {
  const { values } = parseArgs({
    options: {
      portfolio: { type: 'boolean', default: false },
      only: { type: 'string' },
      url: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  })
  if (values.help) {
    process.stdout.write(`${usage}\n`)
    return
  }
  const url = values.url ?? `http://127.0.0.1:${process.env['PORT'] || 3_000}`
  const say = (line: string): void => void process.stdout.write(`${line}\n`)
  const client = createClient(url)
  await fillCatalogue(client, say)
  await fillSystemMap(client, say)
  await fillLibrary(client, say)
  const { holdDialogues, packageVersionInProcurement } = createDialogueHolder(client, say)
  const hold = async (caseId: string, { key }: DemoCase): Promise<void> =>
    key === akBrev.key ? holdDialogues(caseId) : undefined
  const { drive } = createDriver({
    client,
    say,
    dialogues: { hold, packageVersionInProcurement },
    match: createCaseMatcher(client, say),
  })
  const tellOutcome = createOutcomeTeller(client, say)
  const isWanted = ({ key }: DemoCase): boolean =>
    values.only === undefined ? values.portfolio || key === akBrev.key || Object.hasOwn(matchedCases, key) : key === values.only
  for (const demo of [akBrev, ...portfolio].filter(isWanted)) {
    say(demo.submission.title)
    const { caseId, caseNumber, gates, status } = await drive(demo)
    if (caseNumber) say(`  ${caseNumber}: ${gates.join(' → ') || 'ännu ingen beslutspunkt'}; ${status}`)
    if (demo.benefits.measurements.length > 0) await tellOutcome(caseId)
    if (demo.key === akBrev.key) await fillForum(client, say, caseId)
  }
}

run().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exit(1)
})
