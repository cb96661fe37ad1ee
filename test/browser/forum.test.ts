import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addDays, dayOf } from '#calendar/working-days.ts'
import { until } from '../../demo/expect.ts'
import { desk, hasChromium, launchChromium, lookAt, lookHere, phone, visit, whyNoBrowser } from './chromium.ts'
import { startForumProduct } from './forum-product.ts'
import type { ForumProduct } from './forum-product.ts'

/** The forum as suppliers, those who have the needs, and everybody else meet it: on equal terms, without scripts. */

const startSeconds = 120
const journeySeconds = 120
const second = 1_000
const windows = [desk, phone]

const needAbout = (title: string) => ({
  title,
  summary: 'Många äldre snubblar hemma, och ingen märker det förrän vid nästa besök.',
  description: 'Vi vill förstå **var** och när det sker.',
  functions: ['Se var någon ofta snubblar'],
  targetGroups: ['olderPeople'],
  careSteps: ['prevention'],
  contact: { name: 'E-hälsoenheten', email: 'ehalsa@region.example' },
})

const textOf = async (page: Page): Promise<string> => (await page.locator('main').innerText()).replaceAll(/[\u00a0\u202f]/g, ' ')
/** What a page says of a place, and its address. */
const go = async (page: Page, path: string): Promise<string> => {
  await page.goto(path)
  return textOf(page)
}
/** All that has been sent, also what stands in fields and is folded away. */
const sentFor = async (page: Page, path: string): Promise<string> => {
  await page.goto(path)
  return page.content()
}
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).first().click()
const follow = (page: Page, name: string) => page.getByRole('link', { name, exact: true }).first().click()
const unfold = (page: Page, name: string) => page.locator('summary', { hasText: name }).first().click()
const field = (page: Page, name: string) => page.locator(`[name="${name}"]`)
const fill = async (page: Page, texts: Readonly<Record<string, string>>, form = ''): Promise<void> => {
  // oxlint-disable-next-line no-await-in-loop -- one field after the other
  for (const [name, text] of Object.entries(texts)) await page.locator(`${form} [name="${name}"]`.trim()).fill(text)
}
const pathOf = (page: Page): string => new URL(page.url()).pathname

describe.skipIf(!hasChromium)(
  `the forum in a browser${hasChromium ? '' : ` (skipped: ${whyNoBrowser})`}`,
  { timeout: journeySeconds * second },
  () => {
    let forum: ForumProduct
    let browser: Browser

    beforeAll(async () => {
      ;[forum, browser] = await Promise.all([startForumProduct(), launchChromium()])
    }, startSeconds * second)

    afterAll(async () => {
      await browser?.close()
      await forum?.stop()
    })

    it('can be used by everybody, on every page, at desk and in the hand', async () => {
      const needId = await forum.publishNeed(needAbout('Fall som ingen ser'))
      const need = `/forum/behov/${needId}`
      const dialogueId = await forum.openRfi(needId, { title: 'RFI om fall', questions: ['Vad märker er lösning?'] })
      const dialogue = `/forum/dialoger/${dialogueId}`
      await forum.ask(dialogueId, 'Gäller det också särskilt boende?')
      await forum.answer(dialogueId, 'Ja, båda.')
      await forum.ask(dialogueId, 'Hur många hem gäller det?')
      const { page, context } = await visit(browser, forum.url, { persona: 'leverantor' })
      const first = async (from: string, to: string): Promise<string> => {
        await page.goto(from)
        return (await page.locator(`main a[href^="${to}/"]`).first().getAttribute('href')) ?? ''
      }
      const team = await first('/forum/samarbeten', '/forum/samarbeten')
      const call = await first('/forum/kalender', '/forum/kalender')
      const group = await first('/forum/fokusgrupper', '/forum/fokusgrupper')
      await page.goto('/forum/bevakningar')
      await fill(page, { '/to': 'nyheter@fall.example' })
      await press(page, 'Bevaka')
      const watch = pathOf(page)
      await context.close()

      const found = await Promise.all(
        Object.entries({
          visitor: [
            '/forum?ord=larm&lang=en',
            `${need}?lang=sv`,
            '/forum?ord=finnsinte',
            '/forum/dialoger',
            `${dialogue}?lang=en`,
            `${dialogue}/paket`,
            '/forum/samarbeten?lang=sv',
            team,
            '/forum/kalender',
            call,
            '/forum/fokusgrupper',
            group,
          ],
          leverantor: [
            need,
            `${need}/liknande`,
            dialogue,
            '/forum/amnen',
            '/forum/bevakningar',
            watch,
            `${watch}?lang=en`,
            `/forum/samarbeten/nytt?behov=${needId}&lang=sv`,
            team,
            `${team}/andra`,
            `/forum/anmal?typ=need&id=${needId}`,
          ],
          samordnare: [
            '/forum/behov/nytt',
            need,
            '/forum/dialoger/ny',
            dialogue,
            '/forum/kalender/nytt',
            '/forum/fokusgrupper/nytt',
            group,
            '/forum/granskning',
            '/forum/granskning?lang=en',
          ],
        }).map(async ([persona, paths]) => {
          const faults: string[] = []
          const visitor = await visit(browser, forum.url, persona === 'visitor' ? {} : { persona })
          // oxlint-disable-next-line no-await-in-loop -- one page after the other: there is one window
          for (const at of paths) faults.push(...(await lookAt(visitor, at, windows)))
          await visitor.context.close()
          return faults
        }),
      )
      expect(found.flat()).toEqual([])
    })

    it('says at each field what is wrong with a need, a question and a watch, so that everybody can use it', async () => {
      const supplier = await visit(browser, forum.url, { persona: 'leverantor' })
      const facilitator = await visit(browser, forum.url, { persona: 'samordnare' })
      const found: string[] = []
      await supplier.page.goto('/forum/bevakningar')
      await fill(supplier.page, { '/to': 'ingen adress' })
      await press(supplier.page, 'Bevaka')
      expect(await supplier.page.locator('#fel').innerText()).toContain('E-postadress')
      expect(await field(supplier.page, '/to').inputValue()).toBe('ingen adress')
      found.push(...(await lookHere(supplier, windows)))
      await facilitator.page.goto('/forum/dialoger/ny?lang=en')
      await press(facilitator.page, 'Save')
      expect(await facilitator.page.locator('#fel').innerText()).toContain('Purpose')
      found.push(...(await lookHere(facilitator, windows)))
      // The browser tells of every answer that is no 2xx.
      expect(found.filter((fault) => !/status of 4\d\d/.test(fault))).toEqual([])
      await supplier.context.close()
      await facilitator.context.close()
    })

    it('lets a supplier find a need, follow, ask, answer and team up, and tells every other supplier the same', async () => {
      const title = 'Märka när någon ofta snubblar hemma'
      const needId = await forum.publishNeed(needAbout(title))
      const rfi = { title: 'RFI om snubbel', questions: ['Hur märks det att någon snubblar?'] }
      const dialogueId = await forum.openRfi(needId, rfi)
      const { page, context } = await visit(browser, forum.url, { persona: 'leverantor', hasScripts: false })
      const other = await visit(browser, forum.url, { persona: 'leverantor-2', hasScripts: false })
      const anybody = await visit(browser, forum.url, { hasScripts: false })

      // Interest: the number is for everybody, who and what for the organisation.
      await page.goto('/forum?ord=snubbl')
      await follow(page, title)
      const secret = 'Vi har en matta som känner av fall, ännu inte lanserad.'
      await fill(page, { '/company': 'Mattbolaget AB (exempel)', '/message': secret }, '#intresse')
      await press(page, 'Visa intresse')
      const interested = await textOf(page)
      expect(interested).toContain('Du har visat intresse för behovet.')
      expect(interested).toContain('1 företag har visat intresse')

      // Topics, and a watch by mail that is confirmed by whoever reads the mail.
      expect(await go(page, '/forum/amnen')).not.toMatch(new RegExp(`Öppna behov[\\s\\S]*${title}[\\s\\S]*Behov som du`))
      await fill(page, { '/words': 'snubbl' })
      await press(page, 'Spara')
      expect(await textOf(page)).toMatch(new RegExp(`Öppna behov inom dina ämnen[\\s\\S]*${title}[\\s\\S]*Behov som du`))
      await page.goto('/forum/bevakningar')
      const mailbox = 'nyheter@mattbolaget.example'
      await fill(page, { '/to': mailbox })
      await press(page, 'Bevaka')
      const watch = pathOf(page)
      expect(await textOf(page)).toContain('Väntar på att adressen bekräftas')
      const mail = await forum.mailTo(mailbox, '/bekrafta/')
      await anybody.page.goto(/http\S+\/bekrafta\/\S+/.exec(mail)?.[0] ?? 'no link')
      await press(anybody.page, 'Ja, bekräfta')
      expect(await textOf(anybody.page)).toContain('Bevakningen är igång.')
      expect(await go(page, watch)).toContain('Igång')

      // In the dialogue: a question without a name for all, an answer for the organisation alone.
      await page.goto('/forum/dialoger')
      await follow(page, rfi.title)
      const dialogue = pathOf(page)
      await unfold(page, 'Ställ en fråga')
      await fill(page, { '/text': 'Räcker det att märka det dagen efter?' }, '#fraga')
      await press(page, 'Skicka frågan')
      expect(await textOf(page)).toContain('Väntar på svar')
      expect(await go(other.page, dialogue)).not.toContain('dagen efter')
      await unfold(page, 'Svara på frågorna')
      await fill(page, { '/company/name': 'Mattbolaget AB (exempel)', '/answer1': 'Med en tunn matta.' }, '#svar')
      await press(page, 'Skicka svaret')
      expect(await textOf(page)).toContain('Ditt svar är mottaget')
      await forum.answer(dialogueId, 'Ja, dagen efter räcker.')
      for (const reader of [page, other.page, anybody.page])
        // oxlint-disable-next-line no-await-in-loop -- one reader after the other
        expect(await go(reader, dialogue)).toMatch(/Räcker det att märka det dagen efter\?[\s\S]*Ja, dagen efter räcker\./)
      expect(await forum.mailTo(mailbox, dialogueId)).toContain(`${forum.url}${dialogue}`)

      // A team: by the code of an invitation, and for nobody without it.
      await page.goto(`/forum/behov/${needId}`)
      await follow(page, 'Bilda ett samarbete')
      await fill(page, {
        '/name': 'Matta och larm (exempel)',
        '/purpose': 'Matta och larm i ett.',
        '/contact': 'samarbete@mattbolaget.example',
        '/company': 'Mattbolaget AB (exempel)',
        '/role': 'Mattan',
      })
      await page.check('[name="/isPublic"][value="no"]')
      await press(page, 'Bilda ett samarbete')
      const team = pathOf(page)
      expect((await other.page.goto(team))?.status()).toBe(404)
      await unfold(page, 'Bjud in ett företag')
      await fill(page, { '/company': 'Larmbolaget AB (exempel)' }, '#inbjudan')
      await press(page, 'Bjud in ett företag')
      const invitation = (await page.locator('#inbjudningar ~ ul .hash').innerText()).trim()
      expect(invitation).toContain(`${forum.url}${team}?kod=`)
      await other.page.goto(invitation)
      await fill(other.page, { '/role': 'Larmet' })
      await press(other.page, 'Gå med')
      for (const member of [page, other.page])
        // oxlint-disable-next-line no-await-in-loop -- as above
        expect(await go(member, team)).toMatch(/Mattbolaget AB[\s\S]*Larmbolaget AB/)

      // The other supplier sees the same needs and dialogues, and nothing that the first has told the organisation.
      for (const path of ['/forum', '/forum/dialoger', `${dialogue}/paket`])
        // oxlint-disable-next-line no-await-in-loop -- as above
        expect(await go(other.page, path)).toBe(await go(page, path))
      expect(await go(other.page, `/forum/behov/${needId}`)).toContain('1 företag har visat intresse')
      for (const path of [`/forum/behov/${needId}`, dialogue, `${dialogue}/paket`]) {
        // oxlint-disable-next-line no-await-in-loop -- as above
        const sent = await sentFor(other.page, path)
        expect(sent).not.toContain('Mattbolaget')
        expect(sent).not.toContain(secret)
        expect(sent).not.toContain('Med en tunn matta.')
      }
      const organisation = await visit(browser, forum.url, { persona: 'samordnare', hasScripts: false })
      expect(await go(organisation.page, `/forum/behov/${needId}`)).toContain(secret)
      expect(await go(organisation.page, dialogue)).toContain('Med en tunn matta.')
      for (const { context: used } of [{ context }, other, anybody, organisation]) void used.close()
    })

    it('lets a facilitator plan a focus group unseen, and a resident sign up and take it back by the link alone', async () => {
      const { page, context } = await visit(browser, forum.url, { persona: 'samordnare', hasScripts: false })
      const resident = await visit(browser, forum.url, { hasScripts: false })
      const today = dayOf(new Date().toISOString())
      await page.goto('/forum/fokusgrupper/nytt')
      await fill(page, {
        '/title': 'Hur vill du få besked?',
        '/description': 'Vi vill höra hur du vill ha det.',
        '/day': addDays(today, 30),
        '/from': '13:00',
        '/until': '14:30',
        '/place': 'På nätet',
        '/seats': '8',
        '/signUpBy': addDays(today, 20),
        '/keepDays': '30',
      })
      await page.check('input[value="olderPeople"]')
      await page.locator('main form button[type=submit]').last().click()
      const group = pathOf(page)
      expect(await textOf(page)).toContain('Hur vill du få besked?')
      expect((await resident.page.goto(group))?.status()).toBe(404)
      await press(page, 'Öppna för anmälan')
      await resident.page.goto(group)
      await fill(resident.page, { '/name': 'Maja Söderlund', '/contact': 'maja@invanare.example' })
      await resident.page.check('[name="/consent"]')
      await resident.page.locator('#anmalan button[type=submit]').click()
      const receipt = (await resident.page.locator('.receipt-link').innerText()).trim()
      expect(receipt).toContain(`${forum.url}${group}/aterkallelse`)
      expect(await go(page, group)).toContain('Maja Söderlund')
      await resident.page.goto(receipt)
      await resident.page.locator('main button[type=submit]').click()
      expect(await go(page, group)).not.toContain('Maja Söderlund')
      await resident.context.close()
      await context.close()
    })

    it('takes an officer from a need of a case over a dialogue to the equal-information package', async () => {
      const { page, context } = await visit(browser, forum.url, { persona: 'handlaggare', hasScripts: false })
      const anybody = await visit(browser, forum.url, { hasScripts: false })
      const casePath = `/arenden/${forum.caseId}`

      // A draft is for its own organisation, and is published only when it is whole.
      await page.goto('/forum')
      await follow(page, 'Beskriv ett behov')
      const { contact, targetGroups, careSteps, functions, ...texts } = needAbout('Ge besked om ny dos utan brev')
      await fill(page, { '/title': texts.title, '/caseId': `${forum.url}${casePath}` })
      await press(page, 'Spara utkastet')
      const need = pathOf(page)
      expect((await anybody.page.goto(need))?.status()).toBe(404)
      await press(page, 'Publicera för alla')
      expect(await textOf(page)).toContain('Kort beskrivning: ')
      await follow(page, 'Ändra')
      await fill(page, {
        '/summary': texts.summary,
        '/description': texts.description,
        '/functions': functions.join('\n'),
        '/contact/name': contact.name,
        '/contact/email': contact.email,
      })
      for (const value of [...targetGroups, ...careSteps])
        // oxlint-disable-next-line no-await-in-loop -- one box after the other
        await page.check(`input[value="${value}"]`)
      await press(page, 'Spara')
      await press(page, 'Publicera för alla')
      expect(await go(anybody.page, need)).toContain('Behovet drivs som ett ärende. Det är nu i fasen Matchning.')

      // A dialogue about it: planned unseen, opened to all, answered and closed.
      await follow(page, 'Planera en dialog med marknaden om behovet')
      await page.click('button[value="add:/questions"]')
      await fill(page, {
        '/title': 'RFI om besked',
        '/purpose': 'Vi vill veta hur besked når fram.',
        '/lastDay': addDays(dayOf(new Date().toISOString()), 14),
        '/questions/0': 'Hur når ni den som inte är digital?',
      })
      await press(page, 'Spara')
      const dialogue = pathOf(page)
      expect((await anybody.page.goto(dialogue))?.status()).toBe(404)
      await press(page, 'Öppna för alla')
      expect(await go(anybody.page, dialogue)).toContain('Hur når ni den som inte är digital?')
      await forum.ask(dialogue.split('/').at(-1) ?? '', 'Mattbolaget undrar om sms får användas.')
      await page.goto(dialogue)
      await unfold(page, 'Svara')
      const published = { '/edited/text': 'Får sms användas?', '/edited/because': 'Företagets namn är borttaget.' }
      await fill(page, { '/answer': 'Ja, utan uppgift om dosen.', ...published })
      await press(page, 'Publicera fråga och svar')
      await unfold(page, 'Avsluta dialogen')
      await fill(page, { '/summary': 'Besked kan nå alla.', '/earlyBecause': 'Alla som följer behovet har svarat.' }, '#avsluta')
      await press(page, 'Avsluta dialogen')

      // The package is on the case by itself, and at an address for everybody.
      await until('the closed dialogue to be on the case', async () =>
        /Avslutad\s+RFI om besked/.test(await go(page, casePath)) ? true : undefined,
      )
      await follow(page, 'Informationspaketet')
      const told = await textOf(page)
      for (const said of ['Får sms användas?', 'Ja, utan uppgift om dosen.', 'Besked kan nå alla.', 'Kontrollsumma'])
        expect(told).toContain(said)
      expect(told).not.toContain('Mattbolaget')
      expect(await go(anybody.page, pathOf(page))).toBe(told)
      const file = await anybody.context.request.get(`${pathOf(page)}.md`)
      expect(await file.text()).toContain('Ja, utan uppgift om dosen.')
      await anybody.context.close()
      await context.close()
    })
  },
)
