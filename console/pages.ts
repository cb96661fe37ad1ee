import type { Context, Hono, MiddlewareHandler } from 'hono'
import { aboutPage } from './pages/about.tsx'
import { accessibilityPage } from './pages/accessibility.tsx'
import { registerBenefitPages } from './pages/benefits/addresses.ts'
import { boardPage } from './pages/board.tsx'
import { capabilitiesPage } from './pages/capabilities.tsx'
import { answerOpinion, askOpinion, requestDecision, takeOnCase, wakeCase, withdrawOpinion } from './pages/case/case-actions.tsx'
import { casePage } from './pages/case/case-page.tsx'
import { journalPage } from './pages/case/journal.tsx'
import { sectionHistoryPage } from './pages/case/section-history.tsx'
import { saveSection, sectionPage } from './pages/case/section-page.tsx'
import { timelinePage } from './pages/case/timeline.tsx'
import { decide, declareConflict, gatePage } from './pages/gate/gate-page.tsx'
import { requestListPage } from './pages/gate/request-list.tsx'
import { ideaFormPage, sendIdea } from './pages/idea-form.tsx'
import { createReceiptPage } from './pages/idea-receipt.tsx'
import { ideaListPage } from './pages/ideas/idea-list.tsx'
import { prioritiesPage } from './pages/ideas/priorities.tsx'
import { acceptIdea, answerIdea, mergeIdea, triagePage } from './pages/ideas/triage-page.tsx'
import { registerCataloguePages } from './pages/catalogue/addresses.ts'
import { registerForumPages } from './pages/forum/addresses.ts'
import { registerSubscriptionPages } from './pages/forum/subscriptions/addresses.ts'
import { registerLibraryPages } from './pages/library/addresses.ts'
import { registerMarketPages } from './pages/market/addresses.ts'
import { registerMatchingPages } from './pages/matching/addresses.ts'
import { createProblemTypePage, notStaffPage } from './pages/problem.tsx'
import type { ProblemCatalogue } from './pages/problem.tsx'
import { registerMeasurePages } from './pages/measures/addresses.ts'
import { registerOperationsPages } from './pages/operations/addresses.ts'
import { registerReportPages } from './pages/reports/addresses.ts'
import { startPage } from './pages/start.tsx'
import { registerSystemMapPages } from './pages/systems/addresses.ts'
import { tasksPage } from './pages/tasks.tsx'
import { backTo } from './back-to.ts'
import { isMarketMember, isStaff } from './session/user.ts'
import type { User } from './session/user.ts'
import { visitOf } from './visit.ts'
import type { ConsoleEnv, PageContext } from './visit.ts'

/** Every address of the console and what answers there. */

export interface PageParts {
  readonly consoleUrl: string
  readonly problems: ProblemCatalogue
  readonly askToSignIn: (c: PageContext) => Response | Promise<Response>
}

export type Answer = (c: Context<ConsoleEnv>) => Response | Promise<Response>

const onlyFor =
  (isAllowed: (user: User) => boolean, askToSignIn: PageParts['askToSignIn']): MiddlewareHandler<ConsoleEnv> =>
  async (c, next) => {
    const { user } = visitOf(c)
    if (!user) return askToSignIn(c)
    if (!isAllowed(user)) return notStaffPage(c)
    return next()
  }

/** Two ways through a door: to read a page, and to send a form. */
export interface Door {
  readonly read: (path: string, answer: Answer) => void
  readonly write: (path: string, answer: Answer) => void
}

/** The doors that the market's areas hang their pages on. */
export interface Doors {
  /** Everybody, signed in or not. */
  readonly open: Door
  /** Suppliers and all who work on the public side. */
  readonly members: Door
  readonly staff: Door
}

export const registerPages = (app: Hono<ConsoleEnv>, { consoleUrl, problems, askToSignIn }: PageParts): void => {
  app.get('/', startPage)
  app.get('/ide', ideaFormPage)
  app.post('/ide', sendIdea)
  app.get('/ide/:receipt', createReceiptPage(consoleUrl))
  app.get('/om', aboutPage)
  app.get('/tillganglighet', accessibilityPage)
  app.get('/problems/:code', createProblemTypePage(problems))

  const door = (guard: MiddlewareHandler<ConsoleEnv>): Door => ({
    read: (path, answer) => void app.get(path, guard, answer),
    write: (path, answer) => void app.post(path, guard, answer),
  })
  const doors: Doors = {
    open: door((_, next) => next()),
    members: door(onlyFor(isMarketMember, askToSignIn)),
    staff: door(onlyFor(isStaff, askToSignIn)),
  }
  const { read, write } = doors.staff

  registerMarketPages(doors)
  registerCataloguePages(doors)
  registerLibraryPages(doors)
  registerSystemMapPages(doors)
  registerForumPages(doors)
  registerSubscriptionPages(doors)
  registerBenefitPages(doors)
  registerMatchingPages(doors)
  registerMeasurePages(doors)
  registerReportPages(doors)
  registerOperationsPages(doors)

  read('/uppgifter', tasksPage)
  read('/formagor', capabilitiesPage)
  read('/prioritering', prioritiesPage)

  read('/ideer', ideaListPage)
  read('/ideer/:ideaId', triagePage)
  write('/ideer/:ideaId/bli-arende', acceptIdea)
  write('/ideer/:ideaId/sla-ihop', mergeIdea)
  write('/ideer/:ideaId/besvara', answerIdea)

  read('/beslut', requestListPage)
  read('/beslut/:requestId', gatePage)
  write('/beslut/:requestId', decide)
  write('/beslut/:requestId/jav', declareConflict)

  read('/arenden', boardPage)
  read('/arenden/:caseId', casePage)
  read('/arenden/:caseId/tidslinje', timelinePage)
  read('/arenden/:caseId/diarium', journalPage)

  // After a refusal the browser stands at a form's own address; asked for again, it leads back to the page.
  for (const form of ['handlaggare', 'yttranden', 'beslutsbegaran', 'vackning', 'yttranden/:opinionId/:way'])
    read(`/arenden/:caseId/:phase/${form}`, (c) => backTo(c, 'arenden', c.req.param('caseId') ?? '', c.req.param('phase') ?? ''))
  read('/beslut/:requestId/jav', (c) => backTo(c, 'beslut', c.req.param('requestId') ?? ''))
  read('/ideer/:ideaId/:way', (c) => backTo(c, 'ideer', c.req.param('ideaId') ?? ''))

  // After the names above: what is left in this place is a phase.
  read('/arenden/:caseId/:phase', casePage)
  write('/arenden/:caseId/:phase/handlaggare', takeOnCase)
  write('/arenden/:caseId/:phase/yttranden', askOpinion)
  write('/arenden/:caseId/:phase/yttranden/:opinionId/svar', answerOpinion)
  write('/arenden/:caseId/:phase/yttranden/:opinionId/aterkallelse', withdrawOpinion)
  write('/arenden/:caseId/:phase/beslutsbegaran', requestDecision)
  write('/arenden/:caseId/:phase/vackning', wakeCase)
  read('/arenden/:caseId/:phase/:section', sectionPage)
  write('/arenden/:caseId/:phase/:section', saveSection)
  read('/arenden/:caseId/:phase/:section/historik', sectionHistoryPage)
}
