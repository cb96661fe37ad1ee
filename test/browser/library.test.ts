import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { kalmar } from '#counties/kalmar.ts'
import { createClient } from '../../demo/client.ts'
import { fillLibrary } from '../../demo/market/library.ts'
import { product, startSystem } from '../../local/system.ts'
import { recordedContents } from '../infra/privileges/recorded-tests.ts'
import { desk, hasChromium, launchChromium, lookAt, lookHere, phone, visit, whyNoBrowser } from './chromium.ts'

/** The requirement library: searched by everybody, kept by curators, and a check of what somebody is about to demand. */

const startSeconds = 120
const journeySeconds = 120
const second = 1_000
const windows = [desk, phone]

const alarm = 'KB-FUN-016'
const curatorsOwn = 'Hemtjänstens personal ska se en ändrad dos'

const textOf = async (page: Page): Promise<string> => (await page.locator('main').innerText()).replaceAll(/[\u00a0\u202f]/g, ' ')
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()
const rowWith = (page: Page, text: string) => page.locator('tbody tr', { hasText: text })

let browser: Browser
let url: string
let stop: () => Promise<void>

describe.skipIf(!hasChromium)(
  `the requirement library in a browser${hasChromium ? '' : ` (skipped: ${whyNoBrowser})`}`,
  { timeout: journeySeconds * second },
  () => {
    beforeAll(async () => {
      const dataDir = await mkdtemp(path.join(tmpdir(), 'behovsflodet-library-'))
      const system = await startSystem({ port: 0, dataDir, county: kalmar }, recordedContents(product, kalmar.id))
      url = system.url
      stop = async () => {
        await system.stop()
        await rm(dataDir, { recursive: true, force: true })
      }
      await fillLibrary(createClient(url), () => {})
      browser = await launchChromium()
    }, startSeconds * second)

    afterAll(async () => {
      await browser?.close()
      await stop?.()
    })

    it('can be used by everybody, on every page, at desk and in the hand', async () => {
      const { page, context } = await visit(browser, url, { persona: 'redaktor' })
      await page.goto('/kravbibliotek/forslag?visa=declined')
      const suggestion = (await page.locator('main table a').first().getAttribute('href')) ?? ''
      await context.close()
      const found = await Promise.all(
        Object.entries({
          visitor: [
            '/kravbibliotek?ord=larm',
            '/kravbibliotek?ord=finnsinte&lang=en',
            `/kravbibliotek/${alarm}`,
            '/kravbibliotek/kontroll?lang=sv',
          ],
          handlaggare: ['/kravbibliotek/forslag', '/kravbibliotek/forslag/nytt'],
          redaktor: [
            `/kravbibliotek/${alarm}`,
            `/kravbibliotek/${alarm}/andra`,
            '/kravbibliotek/nytt?lang=en',
            '/kravbibliotek/import?lang=sv',
            '/kravbibliotek/forslag',
            suggestion,
          ],
        }).map(async ([persona, paths]) => {
          const faults: string[] = []
          const visitor = await visit(browser, url, persona === 'visitor' ? {} : { persona })
          // oxlint-disable-next-line no-await-in-loop -- one page after the other: there is one window
          for (const at of paths) faults.push(...(await lookAt(visitor, at, windows)))
          await visitor.context.close()
          return faults
        }),
      )
      expect(found.flat()).toEqual([])
    })

    it('is searched by anybody: a word inside longer ones, a condition, and what the county has added', async () => {
      const { page, context } = await visit(browser, url, { hasScripts: false })
      await page.goto('/kravbibliotek')
      await page.fill('#ord', 'larm')
      await page.selectOption('#villkor', 'alarm')
      await press(page, 'Sök')
      const alarms = await page.locator('tbody tr').count()
      expect(await rowWith(page, alarm).innerText()).toContain('kan stänga ute små företag')
      await page.goto('/kravbibliotek')
      expect(await page.locator('tbody tr').count()).toBeGreaterThan(alarms)
      await page.fill('#ord', 'dos ordination')
      await press(page, 'Sök')
      expect(await textOf(page)).toContain(curatorsOwn)
      const [download] = await Promise.all([page.waitForEvent('download'), page.click('a[href*="export.csv"]')])
      expect(download.suggestedFilename()).toMatch(/\.csv$/)
      await context.close()
    })

    it('lets a curator give a requirement a new version that is no barrier, and keeps the one before', async () => {
      const { page, context } = await visit(browser, url, { persona: 'redaktor', hasScripts: false })
      await page.goto(`/kravbibliotek?ord=dos+ordination`)
      await rowWith(page, curatorsOwn).getByRole('link').click()
      await page.getByRole('link', { name: 'Ge kravet en ny version' }).click()
      await page.fill('[name="/text/sv"]', 'Ändrad dos ska synas i en lista av fabrikat Norrtel.')
      await page.fill('[name="/note"]', 'Tydligare om när.')
      await press(page, 'Spara kravet')
      expect(await page.locator('#fel').innerText()).toContain('Norrtel')
      await page.fill('[name="/text/sv"]', 'Ändrad dos ska synas i personalens lista inom en minut.')
      await press(page, 'Spara kravet')
      expect(await textOf(page)).toContain('Kravet är sparat.')
      expect(await rowWith(page, 'inom en minut').innerText()).toContain('Tydligare om när.')
      expect(await rowWith(page, curatorsOwn).count()).toBe(1)
      await context.close()
    })

    it('tells an officer what is against the law before it is asked for, with paragraph and what to do instead', async () => {
      const { page, context } = await visit(browser, url, { persona: 'handlaggare', hasScripts: false })
      await page.goto('/kravbibliotek/kontroll')
      const demands = ['Telefonen ska vara av fabrikat Norrtel.', 'Tjänsten ska visa larm.']
      await page.getByLabel('Krav, ett per rad').fill(demands.join('\n'))
      await page.getByLabel('Upphandlingens uppskattade värde').fill('1 000 000')
      await page.getByLabel('Omsättning som krävs').fill('2 000 001')
      await press(page, 'Kontrollera')
      const brand = await rowWith(page, 'Norrtel').innerText()
      for (const said of ['LOU 9:6', 'Strider mot lagen', 'Krav 1']) expect(brand).toContain(said)
      const turnover = await rowWith(page, 'Omsättningskrav').innerText()
      for (const said of ['LOU 14:4', 'Strider mot lagen', 'Sänk kravet']) expect(turnover).toContain(said)
      expect(await rowWith(page, 'Tjänsten ska visa larm').count()).toBe(0)
      await page.getByLabel('Omsättning som krävs').fill('2 000 000')
      await press(page, 'Kontrollera')
      expect(await rowWith(page, 'Omsättningskrav').count()).toBe(0)
      await context.close()
    })

    it('shows what it has found, and what is wrong, so that everybody can use it', async () => {
      const officer = await visit(browser, url, { persona: 'handlaggare' })
      await officer.page.goto('/kravbibliotek/kontroll?lang=en')
      await officer.page.getByLabel('Requirements, one a line').fill('The phone must be made by Norrtel, or the brand Norrtel.')
      await officer.page.getByLabel('Turnover demanded').fill('3 000 000')
      await press(officer.page, 'Check')
      await officer.page.locator('#resultat').waitFor()
      const found = await lookHere(officer, windows)
      await officer.page.getByLabel('Turnover demanded').fill('mycket')
      await press(officer.page, 'Check')
      await officer.page.locator('#fel').waitFor()
      found.push(...(await lookHere(officer, windows)))
      // The browser tells of every answer that is no 2xx.
      expect(found.filter((fault) => !/status of 4\d\d/.test(fault))).toEqual([])
      await officer.context.close()
    })
  },
)
