import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { kalmar } from '#counties/kalmar.ts'
import { createClient } from '../../demo/client.ts'
import { fillSystemMap } from '../../demo/market/systems.ts'
import { product, startSystem } from '../../local/system.ts'
import { recordedContents } from '../infra/privileges/recorded-tests.ts'
import { desk, hasChromium, launchChromium, lookAt, phone, visit, whyNoBrowser } from './chromium.ts'

/** The system map with the demo's systems: read by the public side, kept by each organisation's own editor. */

const startSeconds = 120
const journeySeconds = 120
const second = 1_000
const editor = 'kommunens-systemkarta'

let browser: Browser
let url: string
let stop: () => Promise<void>

const save = (page: Page) => page.locator('.save-bar button').click()
const textOf = async (page: Page): Promise<string> => (await page.locator('main').innerText()).replaceAll(/[\u00a0\u202f]/g, ' ')

describe.skipIf(!hasChromium)(`the system map in a browser${hasChromium ? '' : ` (skipped: ${whyNoBrowser})`}`, () => {
  beforeAll(async () => {
    const dataDir = await mkdtemp(path.join(tmpdir(), 'system-map-'))
    const system = await startSystem({ port: 0, dataDir, county: kalmar }, recordedContents(product, kalmar.id))
    url = system.url
    stop = async () => {
      await system.stop()
      await rm(dataDir, { recursive: true, force: true })
    }
    await fillSystemMap(createClient(url), () => {})
    browser = await launchChromium()
  }, startSeconds * second)
  afterAll(async () => {
    await browser?.close()
    await stop?.()
  })

  it(
    'is fit to be seen at a desk and on a phone, in either language',
    async () => {
      const visitor = await visit(browser, url, { persona: editor })
      await visitor.page.goto('/systemkarta?ord=trygghetslarm&organisation=kalmar-kommun')
      const system = (await visitor.page.locator('table a').first().getAttribute('href')) ?? ''
      const pages = [
        '/systemkarta?lang=en',
        `${system}?lang=en`,
        '/systemkarta?lang=sv',
        '/systemkarta?visa=grupper',
        '/systemkarta/avtal',
        '/systemkarta/samkop?kategori=personalAlarm',
        '/systemkarta/ny',
        '/systemkarta/import',
        system,
        `${system}/andra`,
        `${system}/historik`,
      ]
      const faults: string[] = []
      // One page after the other: there is one window.
      // oxlint-disable-next-line no-await-in-loop
      for (const page of pages) faults.push(...(await lookAt(visitor, page, [desk, phone])))
      expect(faults).toEqual([])
    },
    journeySeconds * second,
  )

  it(
    'is kept without scripts: a contract and its option are added, refused, put right and saved',
    async () => {
      const { page, context } = await visit(browser, url, { persona: editor, hasScripts: false })
      await page.goto('/systemkarta/ny')
      await page.fill('[name="/name"]', 'Provsystem (exempel)')
      await page.fill('[name="/purpose"]', 'Prov av kartan')
      await page.selectOption('[name="/category"]', 'other')
      await page.fill('[name="/supplier/name"]', 'Exempelbolaget AB (exempel)')
      await page.click('button[value="add:/contracts"]')
      await page.selectOption('[name="/contracts/0/kind"]', 'ownProcurement')
      await page.fill('[name="/contracts/0/start"]', '2026-01-01')
      await page.fill('[name="/contracts/0/end"]', '2025-12-31')
      await page.click('button[value="add:/contracts/0/options"]')
      await page.fill('[name="/contracts/0/options/0/months"]', '12')
      await page.selectOption('[name="/contracts/0/options/0/status"]', 'open')
      await save(page)
      expect(await page.locator('#fel').innerText()).toContain('Avtalet slutar före 2026-01-01')
      await page.fill('[name="/contracts/0/end"]', '2031-02-28')
      await save(page)
      expect(await textOf(page)).toContain('Systemet är inlagt på kartan.')
      expect(await textOf(page)).toContain('29 februari 2032')
      await context.close()
    },
    journeySeconds * second,
  )

  it(
    'gives a file that says the same when it is handed in again',
    async () => {
      const { page, context } = await visit(browser, url, { persona: editor })
      await page.goto('/systemkarta/import')
      const [download] = await Promise.all([page.waitForEvent('download'), page.click('a[href*="export.xlsx"]')])
      await page.setInputFiles('#fil', await download.path())
      await page.getByRole('button', { name: 'Granska filen' }).click()
      expect(await textOf(page)).toContain('Allt i filen står redan på kartan.')
      await context.close()
    },
    journeySeconds * second,
  )

  it(
    'lets no editor into another organisation’s systems, and no supplier in at all',
    async () => {
      const theirs = await visit(browser, url, { persona: editor })
      await theirs.page.goto('/systemkarta?organisation=region-kalmar')
      const system = (await theirs.page.locator('table a').first().getAttribute('href')) ?? ''
      await theirs.page.goto(system)
      expect(await theirs.page.locator(`a[href="${system}/andra"]`).count()).toBe(0)
      expect((await theirs.page.goto(`${system}/andra`))?.status()).toBe(403)
      await theirs.context.close()
      const supplier = await visit(browser, url, { persona: 'leverantor' })
      expect((await supplier.page.goto('/systemkarta'))?.status()).toBe(403)
      await supplier.context.close()
    },
    journeySeconds * second,
  )
})
