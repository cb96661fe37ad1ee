import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { desk, hasChromium, launchChromium, lookAt, phone, visit, whyNoBrowser } from './chromium.ts'
import { startMatchingProduct } from './matching-product.ts'
import type { MatchingProduct } from './matching-product.ts'

/** A case officer takes a case through matching: requirements from the library, the market match, the market assessment. */

const startSeconds = 120
const journeySeconds = 120
const second = 1_000

const facts = [
  'Behandlar personuppgifter',
  'Används av invånare',
  'Skickar meddelanden eller kallelser',
  'Ska utbyta uppgifter med andra system',
]
const openApi = 'KB-INT-001'
const letters = 'Digitala doseringsbrev (exempel)'

const said = async (page: Page): Promise<string> => (await page.locator('main').innerText()).replaceAll(/[\u00a0\u202f]/g, ' ')
const done = (page: Page, words: string) => page.getByRole('status').filter({ hasText: words }).first().waitFor()

let browser: Browser
let product: MatchingProduct

describe.skipIf(!hasChromium)(
  `matching in a browser${hasChromium ? '' : ` (skipped: ${whyNoBrowser})`}`,
  { timeout: journeySeconds * second },
  () => {
    beforeAll(async () => {
      product = await startMatchingProduct()
      browser = await launchChromium()
    }, startSeconds * second)
    afterAll(async () => {
      await browser?.close()
      await product?.stop()
    })

    it('goes from proposals to requirements, match and market assessment', async () => {
      const { page, context, complaints } = await visit(browser, product.url, { persona: 'handlaggare' })
      const base = `/arenden/${product.caseId}/matching`

      // Requirements: from the section to the library's proposals, and back with two of them.
      await page.goto(`${base}/requirements`)
      await page.getByRole('link', { name: 'Hämta krav från kravbiblioteket' }).click()
      for (const fact of facts) await page.getByLabel(fact).selectOption({ label: 'Ja' })
      await page.getByRole('button', { name: 'Visa förslag' }).click()
      await page.getByText('Teknisk interoperabilitet', { exact: false }).first().click()
      await page.locator(`input[value="${openApi}"]`).check()
      const open = page.locator('li').filter({ has: page.locator(`input[value="${openApi}"]`) })
      await open.getByText('Ändra kravet').click()
      await open.getByLabel('N3', { exact: false }).check()
      await page.getByRole('button', { name: 'Lägg till', exact: true }).click()
      await done(page, 'tillagt i utkastet')
      expect(await page.locator('main').textContent()).toContain('Finns redan som K1')
      expect(await said(page)).toMatch(/Funktioner utan krav[\s\S]*N1 [\s\S]*N6 /)

      // The match: whom it is for, the rank with why, and the best two brought in.
      await page.goto(`${base}/marketMatch`)
      await page.getByRole('link', { name: 'Jämför med produktkatalogen' }).click()
      await page.getByLabel('Personer med långvarig sjukdom').check()
      await page.getByLabel('Läkemedel', { exact: true }).check()
      await page.getByRole('button', { name: 'Uppdatera matchningen' }).click()
      const best = page.locator('main ol > li').first()
      expect(await best.innerText()).toContain(`1. ${letters}`)
      await best.getByText('Funktioner:').click()
      expect(await best.locator('details[open]').innerText()).toMatch(/N1 .*\n?”/)
      const matrix = page.getByRole('table', { name: 'Hur produkterna täcker kraven' })
      expect(await matrix.locator('tbody tr').first().locator('td').first().innerText()).toContain('Verifierat')
      await best.getByRole('checkbox').check()
      await page.locator('main ol > li').nth(1).getByRole('checkbox').check()
      await page.locator('#ifyll').check()
      await page.getByRole('button', { name: 'Ta in de markerade' }).click()
      await done(page, 'tillagt i utkastet')
      expect(await said(page)).toContain('Finns i produktjämförelsen som L1')

      // The answer of what somebody has looked at stands in the section, with what it rests on.
      await page.goto(`${base}/marketMatch`)
      expect(await page.locator('[name="/products/0/coverage/0/answer"]').inputValue()).toBe('yes')
      expect(await page.locator('[name="/products/0/coverage/0/basis"]').inputValue()).toBe('verified')
      expect(await page.locator('[name="/products/1/coverage/0/answer"]').inputValue()).not.toBe('yes')

      // The dialogues of the forum, and then the assessment that knows of them.
      await page.goto(`${base}/marketDialogue/fran-forumet`)
      await page.getByRole('button', { name: 'Lägg till', exact: true }).click()
      await done(page, 'tillagt i utkastet')
      await page.goto(`${base}/marketAssessment`)
      await page.getByRole('link', { name: 'Räkna fram ett förslag' }).click()
      expect(await said(page)).toContain('Dialog har hållits')
      expect(await said(page)).toMatch(/Leverantörer som kan leverera\s+\d+, varav nu/)
      await page.getByRole('button', { name: 'Ta över det markerade' }).click()
      await done(page, 'tillagt i utkastet')
      expect(await page.locator('[name="/suppliers/0/ability"]').inputValue()).not.toBe('')
      expect(await page.locator('[name="/maturity"]:checked').inputValue()).toBe('emerging')
      expect(await page.locator('[name="/conclusion"]').inputValue()).toBe('')
      expect(complaints).toEqual([])
      await context.close()
    })

    it('is fit to be seen at a desk and on a phone, in either language', async () => {
      const visitor = await visit(browser, product.url, { persona: 'handlaggare' })
      const base = `/arenden/${product.caseId}/matching`
      const pages = [
        `${base}/requirements/forslag?%2FpersonalData=yes&%2Fresidents=yes&lang=en`,
        `${base}/requirements/forslag?%2FpersonalData=yes&%2Fresidents=yes&lang=sv`,
        `${base}/marknadsmatch`,
        `${base}/marketAssessment/forslag`,
        `${base}/marketDialogue/fran-forumet`,
        `${base}/jointPurchase/kandidater`,
        `${base}/jointPurchase/liknande-behov`,
        `${base}/marketMatch`,
      ]
      const found: string[] = []
      for (const path of pages) found.push(...(await lookAt(visitor, path, [desk, phone])))
      expect(found).toEqual([])
      await visitor.context.close()
    })
  },
)
