import type { Text } from '#contracts/language.ts'
import type { Locale } from '../../language/locale.ts'
import { words } from '../../language/words.ts'
import { regionId } from './result-region.tsx'

/** The buttons of a form that is reckoned as it is written. */

const text = {
  reckon: { sv: 'Räkna', en: 'Reckon' },
  toResult: { sv: 'Så här blir det', en: 'What it comes to' },
} as const satisfies Record<string, Text>

const reckonAt = (action: string): string => `${action}#${regionId}`

/** Stands first in the form, so that the Enter key reckons and does not save. */
export const ReckonOnEnter = ({ locale: { t }, action }: { locale: Locale; action: string }) => (
  <button
    class="ds-sr-only"
    type="submit"
    name="_action"
    value="reckon"
    formaction={reckonAt(action)}
    tabindex={-1}
    aria-hidden="true"
  >
    {t(text.reckon)}
  </button>
)

export const ReckonBar = ({
  locale: { t },
  action,
  done,
  cancelHref,
}: {
  locale: Locale
  action: string
  /** What the form is for when it has been reckoned. */
  done: { readonly value: string; readonly label: Text }
  cancelHref: string
}) => (
  <div class="save-bar">
    <button class="ds-button" type="submit" name="_action" value={done.value}>
      {t(done.label)}
    </button>
    <button
      class="ds-button no-script"
      data-variant="secondary"
      type="submit"
      name="_action"
      value="reckon"
      formaction={reckonAt(action)}
    >
      {t(text.reckon)}
    </button>
    <a class="ds-link" href={cancelHref}>
      {t(words.cancel)}
    </a>
    <a class="ds-link save-bar__sum" href={`#${regionId}`} data-sum={t(text.toResult)}>
      {t(text.toResult)}
    </a>
  </div>
)
