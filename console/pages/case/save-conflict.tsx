import type { Child } from 'hono/jsx'
import type { Text } from '#contracts/language.ts'
import type { Difference } from '../../forms/differences.ts'
import type { Locale } from '../../language/locale.ts'
import { Alert } from '../../layout/alert.tsx'
import { DifferenceTable } from './difference-table.tsx'

const text = {
  title: { sv: 'Någon annan hann spara före dig', en: 'Somebody else saved before you' },
  help: {
    sv: 'Inget av ditt har gått förlorat: det står i formuläret nedan. Jämför, för in det som ska vara kvar av den sparade versionen och spara igen.',
    en: 'Nothing of yours is lost: it stands in the form below. Compare, bring in what should be kept of the saved version and save again.',
  },
  theirs: { sv: 'Sparad version', en: 'Saved version' },
  yours: { sv: 'Din version', en: 'Your version' },
  differences: { sv: 'Det som skiljer versionerna', en: 'What differs between the versions' },
} as const satisfies Record<string, Text>

/** Both versions, when somebody else has saved first; what was written stands in the form below. */
export const SaveConflict = ({
  locale,
  theirs,
  differences,
  children,
}: {
  locale: Locale
  /** The version that was saved, and by whom and when where that is told. */
  theirs: readonly (string | number | undefined)[]
  differences: readonly Difference[]
  children?: Child
}) => {
  const { t } = locale
  const [version, ...byWhom] = theirs
  return (
    <section class="conflict" aria-labelledby="krock">
      <Alert color="warning">
        <h2 class="ds-heading" data-size="xs" id="krock">
          {t(text.title)}
        </h2>
        <p class="ds-paragraph">{t(text.help)}</p>
      </Alert>
      <DifferenceTable
        locale={locale}
        caption={t(text.differences)}
        before={[`${t(text.theirs)} ${version}`, ...byWhom].filter(Boolean).join(', ')}
        after={t(text.yours)}
        differences={differences}
      />
      {children}
    </section>
  )
}
