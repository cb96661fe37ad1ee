import { existsSync } from 'node:fs'
import axe from 'axe-core'
import { chromium } from 'playwright-core'
import type { Browser, Page } from 'playwright-core'
import { kalmar } from '#counties/kalmar.ts'
import { languages } from '#contracts/language.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { personasOf } from '../personas.ts'
import { errorPage, expiredPage, personaPage, signedOutPage, signOutPage } from './openid-pages.ts'

const program = process.env['CHROMIUM'] ?? '/usr/bin/chromium'
const personas = personasOf(kalmar)

const pages = languages.flatMap((language) => [
  { name: 'persona', language, page: personaPage({ county: kalmar, personas, language }) },
  { name: 'sign out', language, page: signOutPage(language, '<form id="op.logoutForm"></form>') },
  { name: 'signed out', language, page: signedOutPage(language) },
  { name: 'expired', language, page: expiredPage(language) },
  { name: 'error', language, page: errorPage(language, 'invalid <redirect>') },
])

describe.skipIf(!existsSync(program))('in Chromium', () => {
  let browser: Browser
  let tab: Page
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: program, args: ['--no-sandbox'] })
    tab = await browser.newPage({ viewport: { width: 390, height: 800 } })
  })
  afterAll(() => browser.close())

  test.each(pages)('axe finds nothing on the $name page ($language)', async ({ page, language }) => {
    await tab.setContent((await page).toString())
    await tab.addScriptTag({ content: axe.source })
    const { violations, passes } = await tab.evaluate<axe.AxeResults>('axe.run()')
    expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([])
    expect(passes.length).toBeGreaterThan(5)
    expect(await tab.evaluate('document.documentElement.lang')).toBe(language)
    // Nothing has to be scrolled sideways on a telephone.
    expect(await tab.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390)
  })
})

test('every persona has a button with name, part and organisation', async () => {
  const page = (await personaPage({ county: kalmar, personas, language: 'sv' })).toString()
  for (const { id, name } of personas) expect(page).toMatch(new RegExp(`value="${id}"[^]*${name}`))
  expect(page.match(/<button/g)).toHaveLength(personas.length)
})
