import type { Text } from '#contracts/language.ts'
import type { Assessment } from '../../api/benefit-views.ts'
import type { Locale } from '../../language/locale.ts'

const onlyRead: Text = { sv: 'Går bara att läsa.', en: 'Can only be read.' }

/** Why an assessment cannot be written, where it cannot. */
export const LockedNote = ({
  locale: { t },
  assessment: { lockedBecause },
}: {
  locale: Locale
  assessment: Pick<Assessment, 'lockedBecause'>
}) =>
  lockedBecause ? (
    <p class="note">
      {t(lockedBecause)}. {t(onlyRead)}
    </p>
  ) : null
