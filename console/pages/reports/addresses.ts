import { later } from '../../later.ts'
import type { Doors } from '../../pages.ts'

/** The addresses of papers: the decision paper of a gate, and the board's report. */
export const registerReportPages = ({ staff: { read } }: Doors): void => {
  const decision = () => import('./decision-paper-page.tsx')
  read(
    '/beslut/:requestId/underlag',
    later(decision, ({ decisionPaperPage }) => decisionPaperPage),
  )
  read(
    '/beslut/:requestId/underlag.pdf',
    later(decision, ({ decisionPaperPdf }) => decisionPaperPdf),
  )
  const board = () => import('./board-report-page.tsx')
  read(
    '/rapporter/namnd',
    later(board, ({ boardReportPage }) => boardReportPage),
  )
  read(
    '/rapporter/namnd.pdf',
    later(board, ({ boardReportPdf }) => boardReportPdf),
  )
}
