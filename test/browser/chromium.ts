import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { chromium } from 'playwright-core'
import type { Browser, BrowserContext, Page } from 'playwright-core'

/** A Chromium of the machine's own: `CHROMIUM` names it, else the usual place. */
const executablePath = process.env['CHROMIUM'] || '/usr/bin/chromium'

export const hasChromium = existsSync(executablePath)
export const whyNoBrowser = `no Chromium at ${executablePath}; set CHROMIUM to its path`

export const launchChromium = (): Promise<Browser> => chromium.launch({ executablePath, args: ['--no-sandbox'] })

export const desk = { width: 1280, height: 900 } as const
export const phone = { width: 390, height: 844 } as const

export interface Visitor {
  readonly page: Page
  readonly context: BrowserContext
  /** What the browser complained about: policy violations, script errors, missing files. */
  readonly complaints: string[]
}

/** @param persona who to sign in as, by the local provider's page; left out, nobody. */
export const visit = async (
  browser: Browser,
  url: string,
  {
    persona,
    viewport = desk,
    hasScripts = true,
  }: { persona?: string; viewport?: typeof desk | typeof phone; hasScripts?: boolean } = {},
): Promise<Visitor> => {
  const context = await browser.newContext({
    baseURL: url,
    viewport,
    javaScriptEnabled: hasScripts,
    locale: 'sv-SE',
    timezoneId: 'Europe/Stockholm',
  })
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(String(error)))
  if (persona !== undefined) {
    await page.goto('/logga-in?till=%2Fom')
    await page.locator(`button[value="${persona}"]`).click()
    await page.waitForURL('**/om')
  }
  return { page, context, complaints }
}

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

interface AxeResults {
  readonly violations: readonly {
    readonly id: string
    readonly help: string
    readonly nodes: readonly { readonly html: string }[]
  }[]
  readonly passes: readonly unknown[]
}

export interface AxeReport {
  readonly violations: readonly string[]
  readonly passes: number
}

/** axe-core on the page as it stands, with every rule of WCAG 2.1 A and AA and its good practices. */
export const runAxe = async (page: Page): Promise<AxeReport> => {
  await page.evaluate(axeSource)
  // axe is on the window now.
  const { violations, passes } = await page.evaluate<AxeResults>('axe.run(document, { resultTypes: ["violations", "passes"] })')
  return {
    violations: violations.map(
      ({ id, help, nodes }) => `${id}: ${help} (${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')})`,
    ),
    passes: passes.length,
  }
}

/** How many pixels the page is wider than the window. */
export const overflowOf = (page: Page): Promise<number> =>
  page.evaluate<number>('document.documentElement.scrollWidth - window.innerWidth')
