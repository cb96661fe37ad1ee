import { HTTPException } from 'hono/http-exception'
import { decisionRequestId } from '#contracts/ids.ts'
import type { Text } from '#contracts/language.ts'
import { at } from '../../api/client.ts'
import { requestView } from '../../api/gate-views.ts'
import { words } from '../../language/words.ts'
import { Page, show } from '../../layout/page.tsx'
import { composeDecisionPaper } from '../../reports/decision-paper/decision-paper.ts'
import { loadMaterial } from '../../reports/decision-paper/load-material.ts'
import { PaperView } from '../../reports/paper-page.tsx'
import type { Paper } from '../../reports/paper.ts'
import { visitOf } from '../../visit.ts'
import type { PageContext } from '../../visit.ts'
import { sendPdf } from './send-pdf.ts'

/** The decision paper of a gate, to read and print and as a PDF. */

const text = {
  toDecision: { sv: 'Till beslutet', en: 'To the decision' },
  asPdf: { sv: 'Hämta som PDF', en: 'Get as PDF' },
} as const satisfies Record<string, Text>

const loadPaper = async (c: PageContext): Promise<Paper> => {
  const visit = visitOf(c)
  const requestId = decisionRequestId.safeParse(c.req.param('requestId'))
  if (!requestId.success) throw new HTTPException(404)
  const { value: request } = await visit.api.read(at`/v1/gates/decision-requests/${requestId.data}`, requestView)
  return composeDecisionPaper(visit, await loadMaterial(visit, request))
}

export const decisionPaperPage = async (c: PageContext) => {
  const visit = visitOf(c)
  const { t } = visit.locale
  const paper = await loadPaper(c)
  const requestPath = `/beslut/${c.req.param('requestId') ?? ''}`
  return show(
    c,
    <Page
      visit={visit}
      title={paper.title}
      crumbs={[
        { href: '/beslut', label: t(words.decisions) },
        { href: requestPath, label: t(text.toDecision) },
      ]}
    >
      <p class="actions">
        <a class="ds-button" href={`${requestPath}/underlag.pdf`}>
          {t(text.asPdf)}
        </a>
        <button class="ds-button" data-variant="secondary" type="button" data-print hidden>
          {t(words.print)}
        </button>
      </p>
      <PaperView paper={paper} locale={visit.locale} />
    </Page>,
  )
}

export const decisionPaperPdf = async (c: PageContext) => sendPdf(c, await loadPaper(c))
