import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { kalmar } from '#counties/kalmar.ts'
import { createClient } from '../../demo/client.ts'
import { fillCatalogue } from '../../demo/market/fill-catalogue.ts'
import { product, startSystem } from '../../local/system.ts'
import { recordedContents } from '../infra/privileges/recorded-tests.ts'
import { desk, hasChromium, launchChromium, lookAt, phone, runAxe, visit, whyNoBrowser } from './chromium.ts'

/** The catalogue as suppliers, curators, staff and visitors meet it, with the companies of the demo in it. */

const second = 1_000
const startSeconds = 120
const journeySeconds = 120

const save = (page: Page, action: string) => page.click(`.save-bar button[value="${action}"]`)

/** The first row of a list, added where there is none. */
const fillRow = async (page: Page, list: string, text: string): Promise<void> => {
  const field = `[name="${list}/0"]:not([type=hidden])`
  if ((await page.locator(field).count()) === 0) await page.click(`button[value="add:${list}"]`)
  await page.fill(field, text)
}

describe.skipIf(!hasChromium)(
  `the catalogue in a browser${hasChromium ? '' : ` (skipped: ${whyNoBrowser})`}`,
  { timeout: journeySeconds * second },
  () => {
    let url: string
    let browser: Browser
    let stop: () => Promise<void>

    beforeAll(async () => {
      const dataDir = await mkdtemp(path.join(tmpdir(), 'behovsflodet-catalogue-'))
      const system = await startSystem({ port: 0, dataDir, county: kalmar }, recordedContents(product, kalmar.id))
      stop = async () => {
        await system.stop()
        await rm(dataDir, { recursive: true, force: true })
      }
      url = system.url
      await fillCatalogue(createClient(url), () => {})
      browser = await launchChromium()
    }, startSeconds * second)

    afterAll(async () => {
      await browser?.close()
      await stop?.()
    })

    it('can be used by everybody, on every page, at desk and in the hand', async () => {
      const { page } = await visit(browser, url, { persona: 'leverantor' })
      await page.goto('/katalog?ord=doseringsbrev')
      await page.click('text=Digitala doseringsbrev')
      const shown = new URL(page.url()).pathname
      const kept = shown.replace('/katalog/', '/mitt-foretag/')
      await page.click('.case-head a')
      const company = new URL(page.url()).pathname
      const own = company.replace('/katalog/foretag/', '/mitt-foretag/')
      const id = own.split('/').at(-1) ?? ''
      const faults: string[] = []
      for (const [persona, paths] of Object.entries({
        visitor: ['/katalog', '/katalog?ord=larm&lang=en', '/katalog?ord=finnsinte', '/katalog/foretag', company, shown],
        leverantor: [
          '/mitt-foretag',
          '/mitt-foretag/registrera',
          own,
          `${own}/uppgifter`,
          kept,
          `/mitt-foretag/produkter/ny?foretag=${id}`,
          `/mitt-foretag/import?foretag=${id}`,
          shown,
        ],
        redaktor: ['/katalog/granskning', company, shown],
        handlaggare: [shown, `${shown}/behov`, `${shown}/bedomning`],
      })) {
        // oxlint-disable no-await-in-loop -- one page after the other
        const visitor = await visit(browser, url, persona === 'visitor' ? {} : { persona })
        for (const at of paths) faults.push(...(await lookAt(visitor, at, [desk, phone])))
        await visitor.context.close()
        // oxlint-enable no-await-in-loop
      }
      expect(faults).toEqual([])
    })

    it('lets a supplier register, describe, publish and import without scripts, and says what is wrong at its field', async () => {
      const { page, context } = await visit(browser, url, { persona: 'leverantor-2', hasScripts: false })
      await page.goto('/mitt-foretag/registrera')
      await page.fill('input[name="/name"]', 'Provfirman (exempel)')
      await page.check('input[name="/registration"][value="organisationNumber"]')
      await page.fill('input[name="/number"]', '556016-0681')
      await page.selectOption('select[name="/legalForm"]', 'limitedCompany')
      await page.check('input[name="/regions"][value="H"]')
      await save(page, 'save')
      expect(await page.locator('.ds-error-summary').innerText()).toContain('fel kontrollsiffra')
      expect(await page.inputValue('input[name="/number"]')).toBe('556016-0681')
      await page.check('input[name="/registration"][value="soleTrader"]')
      await page.selectOption('select[name="/legalForm"]', 'soleTrader')
      await page.fill('input[name="/number"]', '')
      await save(page, 'save')
      expect(page.url()).toContain('klart=companyRegistered')

      await page.click('text=Lägg till en produkt')
      await page.fill('input[name="/name"]', 'Provlarm (exempel)')
      await save(page, 'publish')
      expect(await page.locator('.ds-error-summary').innerText()).toContain('Sammanfattning: Fyll i fältet.')
      await page.check('input[name="/kind"][value="product"]')
      await page.fill('textarea[name="/summary"]', 'Ett larm som provas.')
      await fillRow(page, '/needsMet', 'Hjälp snabbt')
      await fillRow(page, '/functions', 'Larma')
      await page.check('input[name="/targetGroups"][value="olderPeople"]')
      await page.check('input[name="/careSteps"][value="careAtHome"]')
      await save(page, 'publish')
      expect(page.url()).toContain('klart=productPublished')

      await page.locator('.crumbs a').last().click()
      await page.click('text=Importera från en fil')
      const heading = 'Namn;Slag;Sammanfattning;Behov;Funktioner;Målgrupper;Processteg'
      const good = 'Importlarm (exempel);Produkt;Larm;Trygghet;Larma;Äldre;Vård och omsorg hemma'
      const handIn = async (...rows: string[]): Promise<void> => {
        const buffer = Buffer.from([heading, ...rows].join('\n'))
        await page.setInputFiles('#fil', { name: 'produkter.csv', mimeType: 'text/csv', buffer })
        await page.check('#publicera')
        await page.click('text=Granska filen')
      }
      await handIn(good, 'Fel;Pryl;;;;;')
      expect(await page.locator('main').innerText()).toContain('”Pryl” finns inte att välja.')
      await handIn(good)
      await page.click('button:has-text("Importera (")')
      expect(await page.locator('main').innerText()).toContain('Produkterna är importerade')
      await page.goto('/katalog?ord=importlarm')
      expect(await page.locator('main').innerText()).toContain('Importlarm (exempel)')
      await context.close()
    })

    it('lets staff evaluate and a curator judge, and what they find stands on the product', async () => {
      const officer = await visit(browser, url, { persona: 'handlaggare', hasScripts: false })
      const { page } = officer
      await page.goto('/katalog?ord=webbtidbok')
      await page.click('text=Webbtidbok')
      const shown = new URL(page.url()).pathname
      await page.click('text=Registrera en bedömning')
      await page.check('input[name="/kinds"][value="accessibility"]')
      for (const [name, text] of [
        ['/scope', 'Bokning på nätet.'],
        ['/method', 'Granskning.'],
        ['/conclusion', 'Håller.'],
      ] as const)
        // oxlint-disable-next-line no-await-in-loop -- one field after the other
        await page.fill(`textarea[name="${name}"]`, text)
      await page.click('button[value="add:/results"]')
      await page.fill('input[name="/results/0/requirementId"]', 'KB-FUN-014')
      await page
        .selectOption('select[name="/results/0/result"]', 'met')
        .catch(() => page.check('input[name="/results/0/result"][value="met"]'))
      await page.check('input[name="/verdict"][value="fit"]')
      await page.fill('input[name="/validTo"]', '2099-12-31')
      await save(page, 'save')
      expect(page.url()).toContain('klart=evaluationRecorded')
      const row = (text: string) => page.locator('tbody tr', { hasText: text }).innerText()
      expect(await row('KB-FUN-014')).toContain('Enligt en organisations bedömning')
      await officer.context.close()

      const curator = await visit(browser, url, { persona: 'redaktor' })
      await curator.page.goto(shown)
      await curator.page.click('summary:has-text("KB-INT-006")')
      const form = curator.page.locator('details[open] form').first()
      await form.locator('input[value="refuted"]').check()
      await form.locator('textarea').fill('Beskrivningen gick inte att läsa.')
      await form.locator('button[type=submit]').click()
      await curator.page.waitForURL('**klart=claimJudged*')
      expect(await curator.page.locator('tbody tr', { hasText: 'KB-INT-006' }).innerText()).toContain('Stämde inte vid kontroll')
      expect((await runAxe(curator.page)).violations).toEqual([])
      await curator.context.close()
    })
  },
)
