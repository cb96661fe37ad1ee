import { parseArgs } from 'node:util'
import { akBrev } from './ak-brev/case.ts'
import { createClient } from './client.ts'
import { createDriver } from './drive-case.ts'
import { portfolio } from './portfolio/cases.ts'

/** `npm run demo`: one real case from idea to review over HTTP; `-- --portfolio` fills the board. */

const usage = `npm run demo                      drives the digital dosing letter (AK-brev) from idea to review
npm run demo -- --portfolio       and two dozen more cases, spread over phases and organisations
npm run demo -- --url <address>   against another address than http://127.0.0.1:3000
Running it again adds nothing; after an interruption it goes on where the case stands.`

const run = async (): Promise<void> => {
  const { values } = parseArgs({
    options: {
      portfolio: { type: 'boolean', default: false },
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
  const { drive } = createDriver({ client: createClient(url), say })
  for (const demo of [akBrev, ...(values.portfolio ? portfolio : [])]) {
    say(demo.submission.title)
    const { caseNumber, gates, status } = await drive(demo)
    if (caseNumber) say(`  ${caseNumber}: ${gates.join(' → ') || 'ännu ingen beslutspunkt'}; ${status}`)
  }
}

run().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exit(1)
})
