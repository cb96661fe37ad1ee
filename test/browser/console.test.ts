import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { desk, hasChromium, launchChromium, lookAt, phone, runAxe, visit, whyNoBrowser } from './chromium.ts'
import { textOfPdf } from './pdf-text.ts'
import { startProduct } from './product.ts'
import type { Product } from './product.ts'

/** The console as people meet it: the whole product behind it, Chromium before it. */

const startSeconds = 120
const journeySeconds = 60
const second = 1_000

describe.skipIf(!hasChromium)(
  `the console in a browser${hasChromium ? '' : ` (skipped: ${whyNoBrowser})`}`,
  { timeout: journeySeconds * second },
  () => {
    let product: Product
    let browser: Browser

    beforeAll(async () => {
      ;[product, browser] = await Promise.all([startProduct(), launchChromium()])
    }, startSeconds * second)

    afterAll(async () => {
      await browser?.close()
      await product?.stop()
    })

    /** Every kind of page, and who looks at it. */
    const pagesOf = ({ beginning, working, waiting, stuck, completed }: Product) => ({
      visitor: ['/', '/ide', '/om', '/tillganglighet', '/problems/stale-version', '/no-such-page'],
      handlaggare: [
        '/',
        '/uppgifter',
        '/arenden',
        '/arenden?fas=matching',
        '/ideer',
        '/ideer?visa=accepted',
        `/ideer/${completed}`,
        '/prioritering',
        '/formagor',
        '/beslut',
        `/arenden/${beginning}`,
        `/arenden/${beginning}/ideas/need`,
        `/arenden/${beginning}/ideas/process`,
        `/arenden/${beginning}/ideas/priority`,
        `/arenden/${beginning}/nytta/NV1`,
        `/arenden/${working}`,
        `/arenden/${working}/ideas`,
        `/arenden/${working}/matching/requirements`,
        `/arenden/${working}/matching/procurementForms`,
        `/arenden/${waiting}/matching/requirements?version=1`,
        `/arenden/${completed}/validation/rounds/historik`,
        `/arenden/${completed}/tidslinje`,
        `/arenden/${completed}/diarium`,
        `/arenden/${completed}/nytta`,
        `/arenden/${completed}/nytta/NV3`,
        `/arenden/${completed}/nytta/NV1/kalkyl`,
        `/arenden/${completed}/nytta/NV2/kalkyl?version=2`,
        `/arenden/${completed}/nytta/jamfor?fran=NV1&till=NV4`,
        `/arenden/${completed}/nytta/matningar`,
        `/beslut/${completed}-BP4-1`,
        `/beslut/${completed}-BP4-1/underlag`,
        '/rapporter/namnd',
        '/nytta',
        '/nytta?organisation=region-kalmar',
        '/nytta/matningar?organisation=',
        '/nytta/matningar/import',
      ],
      direktor: ['/beslut', `/beslut/${waiting}-BP2-1`, `/beslut/${waiting}-BP2-1/underlag`, `/beslut/${stuck}-BP1-1`],
      'it-specialist': ['/uppgifter', `/arenden/${working}`],
      drift: ['/drift', '/drift/avvisade', '/drift/koer/kalmar-matching-inbox-dlq.fifo'],
    })

    it('finds faults when there are any', async () => {
      const { page, context } = await visit(browser, product.url)
      await page.goto('/')
      await page.evaluate('document.querySelector("main").append(document.createElement("img"))')
      expect((await runAxe(page)).violations.join()).toContain('image-alt')
      await context.close()
    })

    it(
      'is accessible, fits and breaks no policy on a desk and on a phone, page by page',
      { timeout: 8 * journeySeconds * second },
      async () => {
        const found: string[] = []
        let looked = 0
        for (const [persona, paths] of Object.entries(pagesOf(product))) {
          const visitor = await visit(browser, product.url, persona === 'visitor' ? {} : { persona })
          for (const path of paths) {
            found.push(...(await lookAt(visitor, path, [desk, phone], path === '/no-such-page' ? 404 : 200)))
            looked += 1
          }
          await visitor.context.close()
        }
        expect(found).toEqual([])
        expect(looked).toBe(Object.values(pagesOf(product)).flat().length)
      },
    )

    it('is accessible in English and with errors shown', async () => {
      const { page, context } = await visit(browser, product.url, { persona: 'handlaggare' })
      await page.goto(`/arenden/${product.beginning}?lang=en`)
      expect(await page.locator('html').getAttribute('lang')).toBe('en')
      expect((await runAxe(page)).violations).toEqual([])
      await page.goto('/ide')
      await page.getByRole('button', { name: 'Check before you send' }).click()
      await page.locator('ds-error-summary').waitFor()
      expect(await page.evaluate('document.activeElement.localName')).toBe('ds-error-summary')
      expect((await runAxe(page)).violations).toEqual([])
      await context.close()
    })

    it('takes an idea from somebody without JavaScript, and lets them follow it', async () => {
      const { page, context } = await visit(browser, product.url, { hasScripts: false, viewport: phone })
      await page.goto('/')
      await page.getByRole('main').getByRole('link', { name: 'Skicka in en idé' }).click()
      await page.getByLabel('Idén i en mening').fill('Hjälpmedel kommer för sent hem')
      await page.getByRole('button', { name: 'Granska' }).click()
      await page
        .getByRole('link', { name: /Fyll i fältet/ })
        .first()
        .click()
      await page
        .getByLabel('Vad är det som inte fungerar')
        .fill('Hjälpmedlet kommer flera veckor efter hemgången.\nTill exempel 850709-9805.')
      await page.getByLabel('Vem är du?').selectOption('relative')
      await page.getByRole('button', { name: 'Granska' }).click()
      expect(await page.locator('ds-error-summary').innerText()).toContain('personnumret')
      await page.getByLabel('Vad är det som inte fungerar').fill('Hjälpmedlet kommer flera veckor efter hemgången.')
      await page.getByRole('button', { name: 'Granska' }).click()
      expect(await page.getByRole('main').innerText()).toContain('Hjälpmedlet kommer flera veckor')
      await page.getByRole('button', { name: 'Skicka idén' }).click()
      await page.waitForURL(/\/ide\/[\w-]{32}\?ny=1/)
      const link = (await page.locator('.receipt-link').innerText()).trim()
      await page.goto(link)
      expect(await page.getByRole('main').innerText()).toContain('Idén väntar på att läsas')
      await context.close()
    })

    const rows = (page: Page) => page.locator('fieldset[data-list="/steps"] > .rows > .row')

    it('edits the rows of a list without JavaScript, and loses nothing on the way', async () => {
      const { page, context } = await visit(browser, product.url, { persona: 'handlaggare', hasScripts: false })
      await page.goto(`/arenden/${product.beginning}/ideas/process`)
      const before = await rows(page).count()
      await page.getByLabel('Huvudaktör').fill('Patienten själv')
      await page.getByRole('button', { name: 'Lägg till steg' }).click()
      expect(await rows(page).count()).toBe(before + 1)
      expect(await page.getByLabel('Huvudaktör').inputValue()).toBe('Patienten själv')
      const added = rows(page).last()
      await added.getByLabel('Vem').fill('Apoteket')
      await added.getByLabel('Gör vad').fill('Lämnar ut läkemedlet')
      await added.getByLabel('Nej').check()
      await page.getByRole('button', { name: `Flytta upp Steg ${before + 1}` }).click()
      await page.getByRole('button', { name: 'Spara utkast' }).last().click()
      expect(await page.getByRole('status').innerText()).toContain('Utkastet är sparat')
      expect(
        await rows(page)
          .nth(before - 1)
          .locator('.row__title')
          .textContent(),
      ).toContain('Apoteket Lämnar ut läkemedlet')
      expect(await page.getByLabel('Huvudaktör').inputValue()).toBe('Patienten själv')
      await context.close()
    })

    it('edits them without a new page when scripts run, with the cursor in the new row', async () => {
      const { page, context, complaints } = await visit(browser, product.url, { persona: 'handlaggare' })
      await page.goto(`/arenden/${product.beginning}/ideas/process`)
      await page.evaluate('window.isSamePage = true')
      const before = await rows(page).count()
      await page.getByRole('button', { name: 'Lägg till steg' }).click()
      await rows(page).nth(before).waitFor()
      expect(await page.evaluate('window.isSamePage')).toBe(true)
      expect(await page.evaluate('document.activeElement.name')).toMatch(/^\/steps\/\d+\/who$/)
      await page.keyboard.type('Hemsjukvården')
      await page.getByRole('button', { name: 'Spara utkast' }).last().click()
      await page.getByRole('status').waitFor()
      expect(await rows(page).last().locator('.row__title').textContent()).toContain('Hemsjukvården')
      expect(complaints).toEqual([])
      await context.close()
    })

    it('shows both versions when two write at once, and saves the one that was merged', async () => {
      const [first, other] = await Promise.all([
        visit(browser, product.url, { persona: 'handlaggare' }),
        visit(browser, product.url, { persona: 'handlaggare' }),
      ])
      const path = `/arenden/${product.beginning}/ideas/need`
      await Promise.all([first.page.goto(path), other.page.goto(path)])
      await first.page.getByLabel('Om inget görs').fill('Den förstas text.')
      await first.page.getByRole('button', { name: 'Spara utkast' }).last().click()
      await first.page.getByRole('status').waitFor()
      await other.page.getByLabel('Om inget görs').fill('Den andras text.')
      await other.page.getByRole('button', { name: 'Spara utkast' }).last().click()
      const conflict = await other.page.locator('.conflict').innerText()
      expect(conflict).toContain('Den förstas text.')
      expect(conflict).toContain('Den andras text.')
      expect((await runAxe(other.page)).violations).toEqual([])
      await other.page.getByLabel('Om inget görs').fill('Den förstas och den andras text.')
      await other.page.getByRole('button', { name: 'Spara utkast' }).last().click()
      expect(await other.page.getByRole('status').innerText()).toContain('Utkastet är sparat')
      await Promise.all([first.context.close(), other.context.close()])
    })

    it('carries an opinion from the question to the answer', async () => {
      const specialist = await visit(browser, product.url, { persona: 'it-specialist' })
      await specialist.page.goto('/uppgifter')
      await specialist.page.getByRole('link', { name: 'Lämna yttrande: Digital tolk' }).click()
      await specialist.page.getByLabel('Delvis').check()
      await specialist.page.getByLabel('Kommentar').fill('Om gränssnittet är öppet.')
      await specialist.page.getByRole('button', { name: 'Lämna yttrande' }).click()
      expect(await specialist.page.getByRole('status').innerText()).toContain('Yttrandet är lämnat')
      await specialist.context.close()
      const officer = await visit(browser, product.url, { persona: 'handlaggare' })
      await officer.page.goto(`/arenden/${product.working}`)
      expect(await officer.page.locator('.opinions').innerText()).toContain('Om gränssnittet är öppet.')
      await officer.context.close()
    })

    it('prints a long table over the pages, under its headings on each', async () => {
      const { page, context } = await visit(browser, product.url, { persona: 'handlaggare' })
      await page.goto(`/arenden/${product.completed}/diarium`)
      const [first, ...others] = textOfPdf(await page.pdf({ format: 'A4' }))
      // The table begins on the first page, and does not wait for one where all of it fits.
      expect(first).toMatch(/Kontrollsumma[\s\S]*[0-9a-f]{20}/)
      expect(others.length).toBeGreaterThan(1)
      for (const text of others.slice(0, -1)) expect(text).toContain('Kontrollsumma (SHA-256)')
      await context.close()
    })

    it('lets the one with the right decide, on paper that prints', async () => {
      const { page, context } = await visit(browser, product.url, { persona: 'direktor' })
      await page.goto(`/beslut/${product.stuck}-BP1-1`)
      expect(await page.getByLabel('Fortsätt', { exact: true }).isDisabled()).toBe(true)
      await page.goto('/uppgifter')
      await page.getByRole('link', { name: 'Fatta beslut: Säker överföring' }).click()
      await page.emulateMedia({ media: 'print' })
      expect(await page.getByRole('heading', { name: 'Fatta beslutet' }).isVisible()).toBe(false)
      expect(await page.getByRole('heading', { name: 'BP2' }).isVisible()).toBe(true)
      expect((await page.pdf({ format: 'A4' })).subarray(0, 5).toString()).toBe('%PDF-')
      await page.emulateMedia({ media: 'screen' })
      await page.getByLabel('Fortsätt', { exact: true }).check()
      await page.getByLabel('Motivering').fill('Nyttan är räknad och marknaden kan leverera.')
      await page
        .getByRole('group', { name: /Är du jävig/ })
        .getByLabel('Nej')
        .check()
      await page.getByRole('button', { name: 'Fatta beslutet' }).last().click()
      expect(await page.getByRole('status').innerText()).toContain('Beslutet är registrerat')
      await page.emulateMedia({ media: 'print' })
      expect(await page.locator('.notice').isVisible()).toBe(false)
      expect(await page.locator('.verdict').innerText()).toContain('Nyttan är räknad och marknaden kan leverera.')
      await context.close()
    })

    it('has what a service set aside run again without JavaScript, and followed to its end', async () => {
      for (const [number, reason] of ['notAnEvent', 'tooEarly'].entries())
        await product.setAside('rollout', { text: `{"number":${number}}`, group: `group-${number}`, reason })
      const { page, context } = await visit(browser, product.url, { persona: 'drift', hasScripts: false })
      await page.goto('/drift')
      await page
        .getByRole('row', { name: /Införande/ })
        .getByRole('link', { name: '2' })
        .click()
      await page.getByRole('checkbox').first().check()
      await page.getByLabel('Skäl').fill('Felet är rättat')
      await page.getByRole('button', { name: 'Kör om' }).click()
      expect(await page.getByRole('status').innerText()).toContain('Omkörningen är begärd')
      await expect
        .poll(
          async () => {
            await page.getByRole('main').getByRole('link', { name: 'Uppdatera' }).click()
            return page.getByRole('main').innerText()
          },
          { timeout: journeySeconds * second, interval: second },
        )
        .toMatch(/Klar[\s\S]*1 av 1[\s\S]*Omkörningen är slut/)
      const redrive = new URL(page.url()).pathname
      await page.goto('/drift')
      expect(await page.getByRole('row', { name: /Felet är rättat/ }).innerText()).toContain('Klar')
      await context.close()

      const looking = await visit(browser, product.url, { persona: 'drift' })
      for (const path of ['/drift', '/drift/koer/kalmar-rollout-inbox-dlq.fifo', redrive]) {
        await looking.page.goto(path)
        expect([path, (await runAxe(looking.page)).violations]).toEqual([path, []])
      }
      await looking.context.close()
    })

    it('signs in, stays where one was, and signs out', async () => {
      const { page, context } = await visit(browser, product.url)
      await page.goto('/arenden?fas=ideas')
      await page.locator('button[value="handlaggare"]').click()
      await page.waitForURL('**/arenden?fas=ideas')
      expect(await page.locator('.account').innerText()).toContain('Sara Nilsson')
      await page.getByRole('button', { name: 'Logga ut' }).click()
      const confirm = page.getByRole('button', { name: 'Logga ut' })
      if (new URL(page.url()).pathname.startsWith('/oidc')) await confirm.click()
      await page.waitForURL(`${product.url}/`)
      expect(await page.locator('.account').innerText()).toContain('Logga in')
      expect((await context.cookies()).filter(({ name }) => name.startsWith('behovsflodet-'))).toEqual([])
      await context.close()
    })
  },
)
