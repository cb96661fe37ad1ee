import type { PageContext } from './visit.ts'

/** After a refusal the browser stands at a form's own address; asked for again, it leads back to the page. */
export const backTo = (c: PageContext, ...segments: readonly string[]): Response => c.redirect(`/${segments.join('/')}`)
