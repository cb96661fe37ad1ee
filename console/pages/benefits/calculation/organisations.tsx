import type { Text } from '#contracts/language.ts'
import type { OrganisationMoney } from '../../../api/calculation-views.ts'
import { Figure } from '../../../charts/figure.tsx'
import { drawPaysAndGains } from '../../../charts/pays-and-gains.ts'
import { createAmounts } from '../../../language/amounts.ts'
import { words } from '../../../language/words.ts'
import { Alert } from '../../../layout/alert.tsx'
import { DataTable } from '../../../layout/data-table.tsx'
import { organisationName } from '../../../layout/names.ts'
import { Tag } from '../../../layout/tag.tsx'
import type { Visit } from '../../../visit.ts'

/** Who pays and who gains. Seed 001: a benefit to the whole whose cost falls on somebody else is one that nobody starts. */

const text = {
  title: { sv: 'Vem som betalar och vem som får nyttan', en: 'Who pays and who gains' },
  caption: { sv: 'Nuvärde per organisation', en: 'Present value by organisation' },
  pays: { sv: 'Betalar', en: 'Pays' },
  gainsMoney: { sv: 'Får i pengar', en: 'Gains in money' },
  netInHand: { sv: 'Netto i pengar', en: 'Net in money' },
  gainsFreed: { sv: 'Får i frigjorda resurser', en: 'Gains in freed resources' },
  givesUp: { sv: 'Använder egna resurser', en: 'Uses own resources' },
  net: { sv: 'Netto med frigjorda resurser', en: 'Net with freed resources' },
  loses: { sv: 'Förlorar', en: 'Loses' },
  agreement: {
    sv: 'Det behövs en överenskommelse om finansiering',
    en: 'An agreement on financing is needed',
  },
  whatToDo: {
    sv: 'Alla tillsammans vinner på satsningen, men inte den som förlorar. Kom överens om vem som betalar vad, och lägg överenskommelsen till beslutsunderlaget före BP4.',
    en: 'All together win, but not the one that loses. Agree on who pays what, and add the agreement to the evidence before BP4.',
  },
  onlyOne: { sv: 'Alla kostnader och nyttor i kalkylen finns hos', en: 'All costs and benefits of the calculation are with' },
  how: {
    sv: 'Stapeln till vänster om noll är vad organisationen lägger, stapeln till höger vad den får. Strecket är nettot.',
    en: 'The bar to the left of zero is what the organisation puts in, the bar to the right what it gets. The mark is the net.',
  },
  markNet: { sv: 'Netto', en: 'Net' },
} as const satisfies Record<string, Text>

/** Those who lose, with what they lose. */
export const losersInWords = (visit: Visit, organisations: readonly OrganisationMoney[]): string | undefined => {
  const { rounded } = createAmounts(visit.locale)
  const losing = organisations.filter(({ isLosing }) => isLosing)
  return losing.length === 0
    ? undefined
    : visit.locale.list(losing.map(({ organisation, net }) => `${organisationName(visit, organisation)} (${rounded(net)})`))
}

/** Those that put in more money than they get, but gain in all. */
export const shortOfMoneyInWords = (visit: Visit, organisations: readonly OrganisationMoney[]): string | undefined => {
  const { rounded } = createAmounts(visit.locale)
  const short = organisations.filter(({ netInHand, isLosing }) => netInHand < 0 && !isLosing)
  return short.length === 0
    ? undefined
    : visit.locale.list(
        short.map(({ organisation, netInHand }) => `${organisationName(visit, organisation)} (${rounded(netInHand)})`),
      )
}

const findingOf = (visit: Visit, organisations: readonly OrganisationMoney[]): string => {
  const { locale } = visit
  const { rounded } = createAmounts(locale)
  const nameOf = ({ organisation }: OrganisationMoney): string => organisationName(visit, organisation)
  const [only] = organisations
  if (only && organisations.length === 1) return `${locale.t(text.onlyOne)} ${nameOf(only)}.`
  const byNet = organisations.toSorted((a, b) => b.net - a.net)
  const [best, worst] = [byNet[0], byNet.at(-1)]
  if (!best || !worst) return ''
  const loses = worst.net < 0
  return locale.language === 'sv'
    ? `${nameOf(best)} ${best.net < 0 ? 'förlorar minst' : 'vinner mest'} (${rounded(best.net)}) och ${nameOf(worst)} ${loses ? 'förlorar mest' : 'vinner minst'} (${rounded(worst.net)}), frigjorda resurser inräknade.`
    : `${nameOf(best)} ${best.net < 0 ? 'loses least' : 'gains most'} (${rounded(best.net)}) and ${nameOf(worst)} ${loses ? 'loses most' : 'gains least'} (${rounded(worst.net)}), freed resources counted.`
}

export const OrganisationTable = ({ visit, organisations }: { visit: Visit; organisations: readonly OrganisationMoney[] }) => {
  const { t } = visit.locale
  const { whole } = createAmounts(visit.locale)
  return (
    <DataTable
      caption={t(text.caption)}
      columns={[
        { label: t(words.organisation) },
        ...[text.pays, text.gainsMoney, text.netInHand, text.gainsFreed, text.givesUp, text.net].map((label) => ({
          label: t(label),
          isNumber: true,
        })),
      ]}
      rows={organisations.map((one) => [
        <>
          {organisationName(visit, one.organisation)}
          {one.isLosing && (
            <span class="block">
              <Tag color="danger" icon="cross">
                {t(text.loses)}
              </Tag>
            </span>
          )}
        </>,
        whole(one.pays),
        whole(one.gainsMoney),
        whole(one.netInHand),
        whole(one.gainsFreedResources),
        whole(one.givesUpResources),
        <strong>{whole(one.net)}</strong>,
      ])}
    />
  )
}

export const LosersAlert = ({ visit, organisations }: { visit: Visit; organisations: readonly OrganisationMoney[] }) => {
  const { t } = visit.locale
  const losers = losersInWords(visit, organisations)
  if (losers === undefined) return null
  return (
    <Alert color="warning" title={t(text.agreement)}>
      <p class="ds-paragraph">
        {t(text.loses)}: {losers}. {t(text.whatToDo)}
      </p>
    </Alert>
  )
}

export const Organisations = ({ visit, organisations }: { visit: Visit; organisations: readonly OrganisationMoney[] }) => {
  const { t } = visit.locale
  const { short, signed } = createAmounts(visit.locale)
  if (organisations.length === 0) return null
  const finding = findingOf(visit, organisations)
  const table = <OrganisationTable visit={visit} organisations={organisations} />
  return (
    <section aria-labelledby="organisationer">
      <h2 class="ds-heading" data-size="sm" id="organisationer">
        {t(text.title)}
      </h2>
      <LosersAlert visit={visit} organisations={organisations} />
      <Figure
        locale={visit.locale}
        id="diagram-organisationer"
        finding={finding}
        title={t(text.title)}
        description={t(text.how)}
        draw={(size) =>
          drawPaysAndGains(
            organisations.map(({ organisation, ...sums }) => ({ label: organisationName(visit, organisation), ...sums })),
            size,
            { net: signed, tick: short },
          )
        }
        legend={[
          { mark: 'pays', label: t(text.pays) },
          ...(organisations.some(({ givesUpResources }) => givesUpResources > 0)
            ? [{ mark: 'givesUp' as const, label: t(text.givesUp) }]
            : []),
          { mark: 'money', label: t(text.gainsMoney) },
          { mark: 'freed', label: t(text.gainsFreed) },
          { mark: 'net', label: t(text.markNet) },
        ]}
        table={table}
      />
    </section>
  )
}
