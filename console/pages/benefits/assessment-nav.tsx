import type { Text } from '#contracts/language.ts'
import type { Visit } from '../../visit.ts'
import { assessmentPath } from './load-assessment.ts'
import type { ReadAssessment } from './load-assessment.ts'

/** The pages that one benefit assessment is made on. */

const text = {
  pages: { sv: 'Nyttovärderingens sidor', en: "The assessment's pages" },
  lines: { sv: 'Nyttor och kostnader', en: 'Benefits and costs' },
  template: { sv: 'Börja från en mall', en: 'Begin from a template' },
  chain: { sv: 'Effektkedja', en: 'Chain of effects' },
  basis: { sv: 'Kalkylens grund', en: "The calculation's basis" },
  calculation: { sv: 'Kalkyl', en: 'Calculation' },
} as const satisfies Record<string, Text>

const pages = [
  ['', text.lines],
  ['/kedja', text.chain],
  ['/grund', text.basis],
  ['/kalkyl', text.calculation],
] as const

export const AssessmentNav = ({
  of,
  isEditable,
}: {
  of: Pick<ReadAssessment, 'caseId' | 'assessment'> & { readonly visit: Visit }
  /** A template adds lines: only for those who may. */
  isEditable: boolean
}) => {
  const { t } = of.visit.locale
  const path = assessmentPath(of)
  const links = isEditable ? [...pages, ['/mall', text.template] as const] : pages
  return (
    <nav class="assessment-nav no-print" aria-label={t(text.pages)}>
      <ul class="links">
        {links.map(([page, label]) => (
          <li>
            <a class="ds-link" href={`${path}${page}`} aria-current={of.visit.path === `${path}${page}` ? 'page' : undefined}>
              {t(label)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
