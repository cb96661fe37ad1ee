import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { services } from '../services/services.ts'
import { asyncApi } from './asyncapi.ts'
import { metricsPage } from './metrics-page.ts'
import { openApi } from './openapi.ts'

/** `npm run docs` writes the descriptions of APIs, events and metrics; `npm run docs -- --check` fails when the committed ones are old. */

const root = path.resolve(import.meta.dirname, '..')

export const generatedDocs = (): Record<string, string> => ({
  'docs/openapi.json': `${JSON.stringify(openApi(services), null, 2)}\n`,
  'docs/asyncapi.yaml': asyncApi(services),
  'docs/metrics.md': metricsPage(),
})

if (import.meta.main) {
  const isCheck = process.argv.includes('--check')
  for (const [file, text] of Object.entries(generatedDocs())) {
    const target = path.join(root, file)
    const current = await readFile(target, 'utf8').catch(() => '')
    if (isCheck && current !== text) {
      process.stderr.write(`${file} is old: run npm run docs and commit it.\n`)
      process.exitCode = 1
    } else if (!isCheck) await writeFile(target, text)
  }
}
