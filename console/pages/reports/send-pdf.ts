import type { Paper } from '../../reports/paper.ts'
import { visitOf } from '../../visit.ts'
import type { PageContext } from '../../visit.ts'

/** A file name as a header may carry it: in ASCII, and in full for browsers that read RFC 8187. */
const disposition = (fileName: string): string => {
  const plain = fileName.normalize('NFD').replaceAll(/[^\u0020-\u007E]|["\\]/g, '')
  return `inline; filename="${plain}.pdf"; filename*=UTF-8''${encodeURIComponent(`${fileName}.pdf`)}`
}

/** The writer is loaded the first time that somebody wants a PDF: pages need none of it. */
export const sendPdf = async (c: PageContext, paper: Paper) => {
  const { writePdf } = await import('../../reports/pdf/pdf-writer.ts')
  return c.body(await writePdf(paper, visitOf(c).assets.pdfFonts()), 200, {
    'content-type': 'application/pdf',
    'content-disposition': disposition(paper.fileName),
  })
}
