import type { Child } from 'hono/jsx'
import type { Text } from '#contracts/language.ts'
import type { Reckoning } from '../../api/reckoning-views.ts'
import type { Locale } from '../../language/locale.ts'
import { Alert } from '../../layout/alert.tsx'
import { DataTable } from '../../layout/data-table.tsx'
import { inKronor } from './explain-line.ts'

/** What a form comes to, beside it: drawn anew by the server whenever something in the form is changed. */

const text = {
  heading: { sv: 'Så här blir det', en: 'What it comes to' },
  toPutRight: { sv: 'Det här återstår', en: 'This remains' },
  nothing: { sv: 'Inget att räkna på än.', en: 'Nothing to reckon yet.' },
  likelyAlone: {
    sv: 'Där lågt och högt saknas räknas bara med det troliga värdet. Fyll i dem före klarmarkering, så syns också osäkerheten.',
    en: 'Where low and high are missing, only the likely figure is reckoned with. Fill them in before marking complete, and the uncertainty shows too.',
  },
  whole: { sv: 'Hela nyttovärderingen', en: 'The whole assessment' },
  what: { sv: 'Vad', en: 'What' },
  inHand: { sv: 'Pengar', en: 'Money' },
  withFreed: { sv: 'Med frigjord resurs', en: 'With freed resources' },
  presentValue: { sv: 'Nettonuvärde', en: 'Net present value' },
  year: { sv: 'Netto år', en: 'Net year' },
} as const satisfies Record<string, Text>

export interface ToPutRight {
  readonly href: string
  readonly label?: string | undefined
  readonly message: string
}

export const regionId = 'resultat'

/** The summary is read out when it changes; the details are there to be looked at. */
export const ResultRegion = ({
  locale: { t },
  summary,
  heading = text.heading,
  problems,
  isLikelyAlone = false,
  children,
}: {
  locale: Locale
  summary: Child
  heading?: Text
  problems: readonly ToPutRight[]
  isLikelyAlone?: boolean
  children?: Child
}) => (
  <section class="result" id={regionId} aria-labelledby={`${regionId}-rubrik`} tabindex={0}>
    <h2 class="ds-heading" data-size="xs" id={`${regionId}-rubrik`}>
      {t(heading)}
    </h2>
    <div class="result__summary" data-result="summary" aria-live="polite" aria-atomic="true">
      {summary}
    </div>
    <div data-result="details">
      {problems.length > 0 && (
        <Alert color="warning">
          <p class="ds-paragraph">{t(text.toPutRight)}</p>
          <ul class="plain">
            {problems.map(({ href, label, message }) => (
              <li>
                <a class="ds-link" href={href}>
                  {label ? `${label}: ${message}` : message}
                </a>
              </li>
            ))}
          </ul>
        </Alert>
      )}
      {isLikelyAlone && <p class="note">{t(text.likelyAlone)}</p>}
      {children}
    </div>
  </section>
)

export const NothingYet = ({ locale }: { locale: Locale }) => <p class="empty">{locale.t(text.nothing)}</p>

/** PTS, Digitaliseringssnurran: the first year and the fifth are always shown. */
const shownYears = [1, 5] as const

/** Money in hand and freed resources stand apart: only the first can be spent. */
export const KeyFigures = ({ locale, reckoning, caption }: { locale: Locale; reckoning: Reckoning; caption?: Text }) => {
  const { t } = locale
  const money = (ore: number): string => inKronor(locale, ore)
  const { inHand, withFreedResources } = reckoning.calculation
  const years = shownYears.flatMap((year) => {
    const [own, all] = [inHand.net[year], withFreedResources.net[year]]
    return own === undefined || all === undefined ? [] : [[`${t(text.year)} ${year}`, money(own), money(all)]]
  })
  return (
    <DataTable
      caption={t(caption ?? text.whole)}
      columns={[{ label: t(text.what) }, { label: t(text.inHand), isNumber: true }, { label: t(text.withFreed), isNumber: true }]}
      rows={[[t(text.presentValue), money(inHand.netPresentValue), money(withFreedResources.netPresentValue)], ...years]}
    />
  )
}
