import type { Context, Hono, MiddlewareHandler } from 'hono'
import { aboutPage } from './pages/about.tsx'
import { accessibilityPage } from './pages/accessibility.tsx'
import { basisPages } from './pages/benefits/basis/basis-page.tsx'
import { chainPages } from './pages/benefits/chain/chain-page.tsx'
import { linePages } from './pages/benefits/line/line-page.tsx'
import { addFromTemplate, previewTemplate, templatePage } from './pages/benefits/template/template-page.tsx'
import { assessmentPage, completeAssessment, reopenAssessment, saveAssessment } from './pages/benefits/assessment-page.tsx'
import { calculationPage } from './pages/benefits/calculation/calculation-page.tsx'
import { comparePage } from './pages/benefits/compare-page.tsx'
import { measurementsPage, recordMeasurement } from './pages/benefits/measurements-page.tsx'
import { benefitsPage } from './pages/benefits/overview.tsx'
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
import { checkImport, confirmImport, importPage } from './pages/measures/import-page.tsx'
import { measurementTemplates } from './pages/measures/measurement-template.ts'
import { measuresPage } from './pages/measures/measures-page.tsx'
import { messagesPage, requestRedrive } from './pages/operations/messages-page.tsx'
import { operationsPage } from './pages/operations/overview.tsx'
import { redrivePage, stopRedrive } from './pages/operations/redrive-page.tsx'
import { refusalsPage } from './pages/operations/refusals-page.tsx'
import { portfolioExports } from './pages/portfolio/portfolio-export.ts'
import { portfolioPage } from './pages/portfolio/portfolio-page.tsx'
import { createProblemTypePage, notStaffPage } from './pages/problem.tsx'
import type { ProblemCatalogue } from './pages/problem.tsx'
import { boardReportPage, boardReportPdf } from './pages/reports/board-report-page.tsx'
import { decisionPaperPage, decisionPaperPdf } from './pages/reports/decision-paper-page.tsx'
import { startPage } from './pages/start.tsx'
import { tasksPage } from './pages/tasks.tsx'
import { isStaff } from './session/user.ts'
import { visitOf } from './visit.ts'
import type { ConsoleEnv, PageContext } from './visit.ts'

/** Every address of the console and what answers there. */

export interface PageParts {
  readonly consoleUrl: string
  readonly problems: ProblemCatalogue
  readonly askToSignIn: (c: PageContext) => Response | Promise<Response>
}

type Answer = (c: Context<ConsoleEnv>) => Response | Promise<Response>

const forStaff =
  (askToSignIn: PageParts['askToSignIn']): MiddlewareHandler<ConsoleEnv> =>
  async (c, next) => {
    const { user } = visitOf(c)
    if (!user) return askToSignIn(c)
    if (!isStaff(user)) return notStaffPage(c)
    return next()
  }

export const registerPages = (app: Hono<ConsoleEnv>, { consoleUrl, problems, askToSignIn }: PageParts): void => {
  app.get('/', startPage)
  app.get('/ide', ideaFormPage)
  app.post('/ide', sendIdea)
  app.get('/ide/:receipt', createReceiptPage(consoleUrl))
  app.get('/om', aboutPage)
  app.get('/tillganglighet', accessibilityPage)
  app.get('/problems/:code', createProblemTypePage(problems))

  const staff = forStaff(askToSignIn)
  const read = (path: string, answer: Answer): void => {
    app.get(path, staff, answer)
  }
  const write = (path: string, answer: Answer): void => {
    app.post(path, staff, answer)
  }

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
  read('/beslut/:requestId/underlag', decisionPaperPage)
  read('/beslut/:requestId/underlag.pdf', decisionPaperPdf)
  write('/beslut/:requestId', decide)
  write('/beslut/:requestId/jav', declareConflict)

  read('/rapporter/namnd', boardReportPage)
  read('/rapporter/namnd.pdf', boardReportPdf)

  read('/drift', operationsPage)
  read('/drift/avvisade', refusalsPage)
  read('/drift/koer/:queue', messagesPage)
  write('/drift/koer/:queue', requestRedrive)
  read('/drift/omkorningar/:redriveId', redrivePage)
  write('/drift/omkorningar/:redriveId/stopp', stopRedrive)

  read('/nytta', portfolioPage)
  for (const { format, send } of portfolioExports) read(`/nytta/portfolj.${format}`, send)
  read('/nytta/matningar', measuresPage)
  for (const { format, send } of measurementTemplates) read(`/nytta/matningar/mall.${format}`, send)
  read('/nytta/matningar/import', importPage)
  write('/nytta/matningar/import', confirmImport)
  write('/nytta/matningar/import/granskning', checkImport)

  read('/arenden', boardPage)
  read('/arenden/:caseId', casePage)
  read('/arenden/:caseId/tidslinje', timelinePage)
  read('/arenden/:caseId/diarium', journalPage)

  read('/arenden/:caseId/nytta', benefitsPage)
  read('/arenden/:caseId/nytta/jamfor', comparePage)
  read('/arenden/:caseId/nytta/matningar', measurementsPage)
  write('/arenden/:caseId/nytta/matningar', recordMeasurement)
  read('/arenden/:caseId/nytta/:kind', assessmentPage)
  read('/arenden/:caseId/nytta/:kind/kalkyl', calculationPage)
  write('/arenden/:caseId/nytta/:kind', saveAssessment)
  write('/arenden/:caseId/nytta/:kind/klarmarkering', completeAssessment)
  write('/arenden/:caseId/nytta/:kind/oppning', reopenAssessment)
  for (const [path, { page, save, preview }] of [
    ['rader/:lineId', linePages],
    ['grund', basisPages],
    ['kedja', chainPages],
    ['mall', { page: templatePage, save: addFromTemplate, preview: previewTemplate }],
  ] as const) {
    read(`/arenden/:caseId/nytta/:kind/${path}`, page)
    write(`/arenden/:caseId/nytta/:kind/${path}`, save)
    write(`/arenden/:caseId/nytta/:kind/${path}/rakning`, preview)
  }

  // After a refusal the browser stands at a form's own address; asked for again, it leads back to the page.
  const toPage = (c: Context<ConsoleEnv>, ...segments: readonly string[]) => c.redirect(`/${segments.join('/')}`)
  for (const form of ['handlaggare', 'yttranden', 'beslutsbegaran', 'vackning', 'yttranden/:opinionId/:way'])
    read(`/arenden/:caseId/:phase/${form}`, (c) => toPage(c, 'arenden', c.req.param('caseId') ?? '', c.req.param('phase') ?? ''))
  for (const step of ['klarmarkering', 'oppning'])
    read(`/arenden/:caseId/nytta/:kind/${step}`, (c) =>
      toPage(c, 'arenden', c.req.param('caseId') ?? '', 'nytta', c.req.param('kind') ?? ''),
    )
  read('/drift/omkorningar/:redriveId/stopp', (c) => toPage(c, 'drift', 'omkorningar', c.req.param('redriveId') ?? ''))
  read('/nytta/matningar/import/granskning', (c) => toPage(c, 'nytta', 'matningar', 'import'))
  read('/beslut/:requestId/jav', (c) => toPage(c, 'beslut', c.req.param('requestId') ?? ''))
  read('/ideer/:ideaId/:way', (c) => toPage(c, 'ideer', c.req.param('ideaId') ?? ''))

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
