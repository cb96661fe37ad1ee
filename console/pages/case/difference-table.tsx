import type { Text } from '#contracts/language.ts'
import type { Difference } from '../../forms/differences.ts'
import { formWords } from '../../forms/form-words.ts'
import type { Locale } from '../../language/locale.ts'
import { DataTable } from '../../layout/data-table.tsx'

const text = {
  field: { sv: 'Fält', en: 'Field' },
  none: { sv: 'Inget skiljer sig.', en: 'Nothing differs.' },
} as const satisfies Record<string, Text>

const Side = ({ locale, words }: { locale: Locale; words: string | undefined }) =>
  words === undefined ? <span class="missing">{locale.t(formWords.notAnswered)}</span> : <span class="prose">{words}</span>

/** Two versions side by side, only where they say different things. */
export const DifferenceTable = ({
  locale,
  caption,
  before,
  after,
  differences,
}: {
  locale: Locale
  caption: string
  before: string
  after: string
  differences: readonly Difference[]
}) =>
  differences.length === 0 ? (
    <p class="empty">{locale.t(text.none)}</p>
  ) : (
    <DataTable
      caption={caption}
      columns={[{ label: locale.t(text.field) }, { label: before }, { label: after }]}
      rows={differences.map((difference) => [
        difference.label,
        <Side locale={locale} words={difference.before} />,
        <Side locale={locale} words={difference.after} />,
      ])}
    />
  )
