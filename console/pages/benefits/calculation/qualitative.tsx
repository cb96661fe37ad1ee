import { benefitAreaNames } from '#contracts/words.ts'
import type { Text } from '#contracts/language.ts'
import { DataTable } from '../../../layout/data-table.tsx'
import { organisationName } from '../../../layout/names.ts'
import { levelInWords } from '../level-in-words.ts'
import type { LoadedCalculation } from './load-calculation.ts'

/** What is weighed but never priced. */

const text = {
  title: { sv: 'Nyttor och kostnader som inte räknas i pengar', en: 'Benefits and costs that are not reckoned in money' },
  note: {
    sv: 'De ingår inte i någon summa. Nivån är 1 (knappt märkbar) till 5 (avgörande) och gäller det som märks inom ett till två år.',
    en: 'They are in no sum. The level is 1 (barely noticeable) to 5 (decisive) and is about what is felt within one to two years.',
  },
  name: { sv: 'Nytta eller kostnad', en: 'Benefit or cost' },
  area: { sv: 'Område', en: 'Area' },
  who: { sv: 'Hos vem', en: 'At whom' },
  level: { sv: 'Nivå', en: 'Level' },
  why: { sv: 'Varför', en: 'Why' },
  cost: { sv: 'Kostnad', en: 'Cost' },
} as const satisfies Record<string, Text>

const reasonOf = (reason: unknown): string => (typeof reason === 'string' && reason !== '' ? reason : '–')

export const Qualitative = ({ of: { visit, assessment } }: { of: LoadedCalculation }) => {
  const { t } = visit.locale
  const lines = assessment.lines.filter(({ kind, isRemoved }) => kind === 'qualitative' && isRemoved !== true)
  if (lines.length === 0) return null
  return (
    <section aria-labelledby="kvalitativt">
      <h2 class="ds-heading" data-size="sm" id="kvalitativt">
        {t(text.title)}
      </h2>
      <DataTable
        caption={t(text.title)}
        isCaptionHidden
        columns={[text.name, text.area, text.who, text.level, text.why].map((label) => ({ label: t(label) }))}
        rows={lines.map(({ name, side, area, organisation, levelReason, ...levelled }) => [
          side === 'cost' ? `${name} (${t(text.cost).toLowerCase()})` : name,
          area ? t(benefitAreaNames[area]) : '–',
          organisation ? organisationName(visit, organisation) : '–',
          levelInWords(visit.locale, levelled) ?? '–',
          reasonOf(levelReason),
        ])}
      />
      <p class="note">{t(text.note)}</p>
    </section>
  )
}
