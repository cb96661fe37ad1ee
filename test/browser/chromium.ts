import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { chromium } from 'playwright-core'
import type { Browser, BrowserContext, Page } from 'playwright-core'

/** A Chromium of the machine's own: `CHROMIUM` names it, else the usual place. */
const executablePath = process.env['CHROMIUM'] || '/usr/bin/chromium'

export const hasChromium = existsSync(executablePath)
export const whyNoBrowser = `no Chromium at ${executablePath}; set CHROMIUM to its path`

export const launchChromium = (): Promise<Browser> => chromium.launch({ executablePath, args: ['--no-sandbox'] })

export const desk = { name: 'desk', width: 1280, height: 900 } as const
export const phone = { name: 'phone', width: 390, height: 844 } as const
type Viewport = typeof desk | typeof phone

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
  { persona, viewport = desk, hasScripts = true }: { persona?: string; viewport?: Viewport; hasScripts?: boolean } = {},
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
  // Once for each page that is loaded: then axe is on its window.
  if (!(await page.evaluate<boolean>('"axe" in window'))) await page.evaluate(axeSource)
  const { violations, passes } = await page.evaluate<AxeResults>('axe.run(document, { resultTypes: ["violations", "passes"] })')
  return {
    violations: violations.map(
      ({ id, help, nodes }) => `${id}: ${help} (${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')})`,
    ),
    passes: passes.length,
  }
}

/** How many pixels the page is wider than the window. */
const overflowOf = (page: Page): Promise<number> =>
  page.evaluate<number>('document.documentElement.scrollWidth - window.innerWidth')

/** Fewer rules than this cannot have looked at a page. */
const fewestPasses = 11

/** What is wrong with the page as it stands, in each window: what axe finds, what does not fit, what the browser complains about. */
export const lookHere = async ({ page, complaints }: Visitor, viewports: readonly Viewport[]): Promise<string[]> => {
  const found: string[] = []
  for (const viewport of viewports) {
    await page.setViewportSize(viewport)
    const { violations, passes } = await runAxe(page)
    if (passes < fewestPasses) found.push(`only ${passes} rules of axe had anything to look at (${viewport.name})`)
    found.push(...violations.map((violation) => `${violation} (${viewport.name})`))
    const overflow = await overflowOf(page)
    if (overflow > 0) found.push(`${overflow} px too wide (${viewport.name})`)
  }
  return [...found, ...complaints.splice(0)]
}

/** Goes to a page, looks at it in each window, and tells what is wrong with it; another status than wanted is wrong too. */
export const lookAt = async (
  visitor: Visitor,
  path: string,
  viewports: readonly Viewport[],
  wantedStatus = 200,
): Promise<string[]> => {
  const status = (await visitor.page.goto(path))?.status()
  const isToldOfStatus = (complaint: string): boolean => wantedStatus !== 200 && complaint.includes(String(wantedStatus))
  const found = (await lookHere(visitor, viewports)).filter((fault) => !isToldOfStatus(fault))
  return [...(status === wantedStatus ? [] : [`status ${status}`]), ...found].map((fault) => `${path}: ${fault}`)
}
