import type { JudgedCriterion } from '#contracts/evidence.ts'
import type { Text } from '#contracts/language.ts'
import { words } from '../../language/words.ts'
import { CriterionTag } from '../../layout/tag.tsx'
import type { Visit } from '../../visit.ts'

/** The gate's criteria, each with its judgement, why, and a link to where the answer stands. */

const text = {
  source: { sv: 'Källa', en: 'Source' },
} as const satisfies Record<string, Text>

export interface EvidenceLink {
  readonly href: string
  readonly label: string
}

export type EvidenceLinkOf = (place: string) => EvidenceLink | undefined

const order = { notMet: 0, unknown: 1, met: 2 } as const

/** What stands in the way first. */
const byConcern = (a: JudgedCriterion, b: JudgedCriterion): number =>
  Number(b.isMandatory) - Number(a.isMandatory) || order[a.status] - order[b.status]

export const CriteriaList = ({
  visit,
  criteria,
  linkOf,
}: {
  visit: Visit
  criteria: readonly JudgedCriterion[]
  linkOf: EvidenceLinkOf
}) => {
  const { locale } = visit
  const { t } = locale
  return (
    <ul class="criteria">
      {criteria.toSorted(byConcern).map((criterion) => (
        <li>
          <div>
            <CriterionTag status={criterion.status} locale={locale} />
          </div>
          <div>
            <p class="criteria__name">{t(criterion.name)}</p>
            <p>{t(criterion.because)}</p>
            <p class="note criteria__where">
              {!criterion.isMandatory && <span>{t(words.advisory)}</span>}
              <span>
                {t(text.source)}: {criterion.source}
              </span>
              {criterion.evidence.map((place) => {
                const link = linkOf(place)
                return (
                  link && (
                    <a class="ds-link" href={link.href}>
                      {link.label}
                    </a>
                  )
                )
              })}
            </p>
          </div>
        </li>
      ))}
    </ul>
  )
}
