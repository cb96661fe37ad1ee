import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { covered, createInstallation, everyCounty, plain } from './installation.ts'

/** Whoever is called at night finds the page, and on each page the same four parts. */

const folder = path.resolve(import.meta.dirname, '..', '..', 'docs', 'runbooks')
const pages = readdirSync(folder).map((file) => ({
  name: path.basename(file, '.md'),
  text: readFileSync(path.join(folder, file), 'utf8'),
}))

const parts = ['Symptom', 'Check', 'Mend', 'Escalate']

/** Headings outside code blocks. */
const headings = (text: string, level: number): string[] =>
  text
    .replaceAll(/^```[\s\S]*?^```/gm, '')
    .split('\n')
    .filter((line) => line.startsWith(`${'#'.repeat(level)} `))
    .map((line) => line.slice(level + 1))

describe('every runbook', () => {
  it.each(pages.map(({ name, text }) => [name, text] as const))(
    '%s is named by its title, and has the four parts',
    (name, text) => {
      expect(headings(text, 1)).toEqual([expect.stringMatching(new RegExp(`^${name}: .{15,}$`))])
      expect(headings(text, 2)).toEqual(parts)
      const written = text.split(/^## .*$/m).slice(1)
      for (const [index, part] of written.entries()) expect([parts[index], part.trim().length > 50]).toEqual([parts[index], true])
    },
  )
})

describe.each(everyCounty)('the alarms of %s', (countyId) => {
  let alarms: { name: string; page: string }[]
  beforeAll(async () => {
    const installation = await createInstallation(countyId)
    alarms = installation.ofType('AWS::CloudWatch::Alarm').map(({ properties }) => ({
      name: plain(properties['AlarmName']),
      page: /Runbook: docs\/runbooks\/([a-z-]+)\.md$/.exec(plain(properties['AlarmDescription']))?.[1] ?? '',
    }))
  }, 60_000)

  it('each lead to a page that names them', () => {
    covered(`${countyId}: ${alarms.length} alarms, ${pages.length} runbooks`)
    expect(alarms.length).toBeGreaterThan(40)
    for (const { name, page } of alarms) {
      const text = pages.find((one) => one.name === page)?.text ?? ''
      // `kalmar-matching-relay-stalled` stands on its page as `<county>-<service>-relay-stalled`.
      const [, service = ''] = name.split('-')
      const onPage = name.replace(`${countyId}-`, '<county>-')
      expect([name, text.includes(onPage) || text.includes(onPage.replace(`-${service}-`, '-<service>-'))]).toEqual([name, true])
    }
  })
})
