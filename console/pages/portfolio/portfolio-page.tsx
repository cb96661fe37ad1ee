import type { Text } from '#contracts/language.ts'
import { phaseNames } from '#contracts/words.ts'
import { benefitPortfolio, portfolioCaseList } from '../../api/measure-views.ts'
import type { PortfolioCase, PortfolioTotals, Sums } from '../../api/measure-views.ts'
import { words } from '../../language/words.ts'
import { DataTable } from '../../layout/data-table.tsx'
import { organisationName } from '../../layout/names.ts'
import { Page, show } from '../../layout/page.tsx'
import { visitOf } from '../../visit.ts'
import type { PageContext, Visit } from '../../visit.ts'
import { kindNames, kinds, partNames, parts } from './portfolio-parts.ts'

/** What the county's cases promise, what has been decided and what has come true. */

const text = {
  title: { sv: 'Nyttoportfölj', en: 'Portfolio of benefits' },
  lead: {
    sv: 'Troliga belopp per år i de ärenden som inte har avslutats i förtid. Pengar i hand, frigjorda resurser och kvalitativa nyttor visas var för sig och läggs aldrig ihop.',
    en: 'Likely sums a year in the cases that have not been stopped. Money in hand, freed resources and qualitative benefits are shown each for itself and never added together.',
  },
  county: { sv: 'Hela länet', en: 'The whole county' },
  countyCaption: { sv: 'Hela länet, nytta och kostnad per år', en: 'The whole county, benefit and cost a year' },
  organisations: { sv: 'Efter organisation', en: 'By organisation' },
  organisationsLead: {
    sv: 'Efter vem som får nyttan eller bär kostnaden: den som betalar är ofta en annan än den som vinner. Kostnad, nytta och uppnått är pengar i hand; det uppnådda står mot det som är uppföljt. Frigjort är frigjorda resurser. Försenat är mätningar av dem som är planerade.',
    en: 'By who gains or bears the cost: who pays is often not who gains. Cost, benefit and come true are money in hand; what has come true stands against what is followed up. Freed is freed resources. Overdue is measurements of those that are planned.',
  },
  cases: { sv: 'Ärenden', en: 'Cases' },
  missed: { sv: 'Försenat', en: 'Overdue' },
  kind: { sv: 'Slag', en: 'Kind' },
  benefit: { sv: 'Nytta', en: 'Benefit' },
  cost: { sv: 'Kostnad', en: 'Cost' },
  costMoney: { sv: 'Kostnad', en: 'Cost' },
  benefitMoney: { sv: 'Nytta', en: 'Benefit' },
  realisedMoney: { sv: 'Uppnått', en: 'Come true' },
  freed: { sv: 'Frigjort', en: 'Freed' },
  realisedFreed: { sv: 'Frigjort uppnått', en: 'Freed, come true' },
  qualitative: { sv: 'Kvalitativa', en: 'Qualitative' },
  ofItDecided: { sv: 'beslutat', en: 'decided' },
  ofFollowed: { sv: 'av', en: 'of' },
  none: { sv: 'Ingen nyttovärdering är fryst än.', en: 'No assessment has been frozen yet.' },
  of: { sv: 'av', en: 'of' },
  measures: { sv: 'Mätningar att göra', en: 'Measurements to take' },
  export: { sv: 'Hämta som', en: 'Take as' },
  explain: { sv: 'Så räknas det', en: 'How it is reckoned' },
  promised: {
    sv: 'Lovat: den senaste frysta nyttovärderingen före uppföljningen.',
    en: 'Promised: the latest frozen assessment before the follow-up.',
  },
  decided: {
    sv: 'Beslutat: det som har passerat BP4, där varje nytta är vidimerad helt eller till en del.',
    en: 'Decided: what has passed BP4, where every benefit has been vouched for, wholly or in part.',
  },
  followed: {
    sv: 'Uppföljt: rader i drift som har utgångsvärde, mål och mätning.',
    en: 'Followed up: lines in use that have baseline, target and measurement.',
  },
  realised: {
    sv: 'Uppnått: den senaste mätningens andel av vägen från utgångsvärde till mål, gånger det lovade beloppet. Jämför med det uppföljda, inte med hela det lovade.',
    en: 'Come true: how far the latest measurement has come from baseline to target, times the sum promised. Compare it with what is followed up, not with all that is promised.',
  },
} as const satisfies Record<string, Text>

const orePerKrona = 100

/** Estimates are told in whole kronor. */
const kronor = ({ locale }: Visit, ore: number): string => locale.money(Math.round(ore / orePerKrona) * orePerKrona)

const sumOf = (visit: Visit, kind: keyof Sums, amount: number): string =>
  kind === 'qualitative' ? visit.locale.number(amount) : kronor(visit, amount)

const TotalsTable = ({ visit, totals, caption }: { visit: Visit; totals: PortfolioTotals; caption: string }) => {
  const { t } = visit.locale
  return (
    <DataTable
      caption={caption}
      columns={[{ label: t(text.kind) }, ...parts.map((part) => ({ label: t(partNames[part]), isNumber: true }))]}
      rows={kinds.flatMap((kind) =>
        (['benefits', 'costs'] as const).map((side) => [
          `${t(kindNames[kind])}, ${t(side === 'benefits' ? text.benefit : text.cost).toLowerCase()}`,
          ...parts.map((part) => sumOf(visit, kind, totals[part][kind][side])),
        ]),
      )}
    />
  )
}

/** A missed measurement is looked into, so it leads to where it is recorded. */
const Missed = ({ visit, counts, href }: { visit: Visit; counts: PortfolioTotals['measures']; href: string }) => {
  const { number, t } = visit.locale
  const told = `${number(counts.missed)} ${t(text.of)} ${number(counts.planned)}`
  return counts.missed === 0 ? (
    <>{told}</>
  ) : (
    <a class="ds-link" href={href}>
      {told}
    </a>
  )
}

type Parts = Pick<PortfolioTotals, keyof typeof partNames>

/** The columns that organisations and cases have in common; each amount with what it is to be held against. */
const amountColumns = [
  text.costMoney,
  text.benefitMoney,
  text.realisedMoney,
  text.freed,
  text.realisedFreed,
  text.qualitative,
] as const

const amountCells = (visit: Visit, { promised, decided, followed, realised }: Parts) => {
  const { t, number } = visit.locale
  const followedUp = (kind: 'financial' | 'redistributed') => (
    <span class="note block">
      {t(text.ofFollowed)} {kronor(visit, followed[kind].benefits)}
    </span>
  )
  return [
    kronor(visit, promised.financial.costs),
    <>
      {kronor(visit, promised.financial.benefits)}
      <span class="note block">
        {t(text.ofItDecided)} {kronor(visit, decided.financial.benefits)}
      </span>
    </>,
    followed.financial.benefits === 0 ? (
      '–'
    ) : (
      <>
        {kronor(visit, realised.financial.benefits)}
        {followedUp('financial')}
      </>
    ),
    kronor(visit, promised.redistributed.benefits),
    followed.redistributed.benefits === 0 ? (
      '–'
    ) : (
      <>
        {kronor(visit, realised.redistributed.benefits)}
        {followedUp('redistributed')}
      </>
    ),
    `${number(realised.qualitative.benefits)} ${t(text.of)} ${number(promised.qualitative.benefits)}`,
  ]
}

const OrganisationTable = ({
  visit,
  organisations,
}: {
  visit: Visit
  organisations: readonly (PortfolioTotals & { readonly organisation: string })[]
}) => {
  const { t, number } = visit.locale
  return (
    <DataTable
      caption={t(text.organisations)}
      isCaptionHidden
      columns={[
        { label: t(words.organisation) },
        ...[text.cases, ...amountColumns, text.missed].map((label) => ({ label: t(label), isNumber: true })),
      ]}
      rows={organisations.map(({ organisation, cases, measures, ...amounts }) => [
        <a class="ds-link" href={`/nytta?organisation=${organisation}`}>
          {organisationName(visit, organisation)}
        </a>,
        number(cases),
        ...amountCells(visit, amounts),
        <Missed visit={visit} counts={measures} href="/nytta/matningar?lage=missed&organisation=" />,
      ])}
    />
  )
}

const addSides = (one: Sums['financial'], other: Sums['financial']): Sums['financial'] => ({
  benefits: one.benefits + other.benefits,
  costs: one.costs + other.costs,
})

/** A case's amounts over all the organisations that have a part in it, each kind for itself. */
const amountsOf = (shares: PortfolioCase['shares'], part: keyof Parts): Sums =>
  shares
    .map((share) => share[part])
    .reduce((sum, one) => ({
      financial: addSides(sum.financial, one.financial),
      redistributed: addSides(sum.redistributed, one.redistributed),
      qualitative: addSides(sum.qualitative, one.qualitative),
    }))

const CaseTable = ({ visit, cases }: { visit: Visit; cases: readonly PortfolioCase[] }) => {
  const { t } = visit.locale
  return (
    <DataTable
      caption={t(text.cases)}
      isCaptionHidden
      columns={[
        { label: t(words.case) },
        { label: t(words.phase) },
        ...[...amountColumns, text.missed].map((label) => ({ label: t(label), isNumber: true })),
      ]}
      rows={cases.map(({ case: of, phase, promisedIn, shares, measures }) => [
        <>
          <a class="ds-link" href={`/arenden/${of.caseId}/nytta`}>
            {of.title}
          </a>
          <span class="note block">{[of.caseNumber, promisedIn].filter(Boolean).join(' · ')}</span>
        </>,
        t(phaseNames[phase]),
        ...amountCells(visit, {
          promised: amountsOf(shares, 'promised'),
          decided: amountsOf(shares, 'decided'),
          followed: amountsOf(shares, 'followed'),
          realised: amountsOf(shares, 'realised'),
        }),
        <Missed visit={visit} counts={measures} href={`/arenden/${of.caseId}/nytta/matningar`} />,
      ])}
    />
  )
}

const chosenOrganisation = ({ query, county }: Visit): string | undefined =>
  county.organisations.find(({ id }) => id === query.get('organisation'))?.id

const casesPath = (organisation: string | undefined, cursor: string | null): string => {
  const query = new URLSearchParams({ limit: '50' })
  if (organisation) query.set('organisation', organisation)
  if (cursor) query.set('cursor', cursor)
  return `/v1/benefits/portfolio/cases?${query.toString()}`
}

const nextHref = (organisation: string | undefined, cursor: string): string =>
  `/nytta?${new URLSearchParams({ ...(organisation && { organisation }), sida: cursor }).toString()}#arenden`

export const portfolioPage = async (c: PageContext) => {
  const visit = visitOf(c)
  const { t, day } = visit.locale
  const organisation = chosenOrganisation(visit)
  const [{ value: portfolio }, read] = await Promise.all([
    visit.api.read('/v1/benefits/portfolio', benefitPortfolio),
    visit.api.read(casesPath(organisation, visit.query.get('sida')), portfolioCaseList),
  ])
  const shown = organisation ? portfolio.organisations.find((one) => one.organisation === organisation) : portfolio.county
  const name = organisation ? organisationName(visit, organisation) : t(text.county)
  return show(
    c,
    <Page
      visit={visit}
      title={organisation ? `${t(text.title)}: ${name}` : t(text.title)}
      isWide
      {...(organisation && { crumbs: [{ href: '/nytta', label: t(text.title) }] })}
    >
      <h1 class="ds-heading" data-size="lg">
        {organisation ? `${t(text.title)}: ${name}` : t(text.title)}
      </h1>
      <p>{t(text.lead)}</p>
      <nav aria-label={t(words.benefits)} class="no-print">
        <ul class="links">
          <li>
            <a class="ds-link" href="/nytta/matningar">
              {t(text.measures)}
            </a>
          </li>
          <li>
            {t(text.export)}{' '}
            <a class="ds-link" href="/nytta/portfolj.xlsx">
              Excel
            </a>
          </li>
          <li>
            {t(text.export)}{' '}
            <a class="ds-link" href="/nytta/portfolj.csv">
              CSV
            </a>
          </li>
        </ul>
      </nav>
      {shown === undefined || shown.cases === 0 ? (
        <p class="empty">{t(text.none)}</p>
      ) : (
        <TotalsTable visit={visit} totals={shown} caption={organisation ? name : t(text.countyCaption)} />
      )}
      <p class="note">{day(portfolio.asOf)}</p>
      {!organisation && portfolio.organisations.length > 0 && (
        <section aria-labelledby="organisationer">
          <h2 class="ds-heading" data-size="sm" id="organisationer">
            {t(text.organisations)}
          </h2>
          <p>{t(text.organisationsLead)}</p>
          <OrganisationTable visit={visit} organisations={portfolio.organisations} />
        </section>
      )}
      {read.value.cases.length > 0 && (
        <section aria-labelledby="arenden">
          <h2 class="ds-heading" data-size="sm" id="arenden">
            {t(text.cases)}
          </h2>
          <CaseTable visit={visit} cases={read.value.cases} />
          {read.nextCursor && (
            <p>
              <a class="ds-button" data-variant="secondary" href={nextHref(organisation, read.nextCursor)}>
                {t(words.nextPage)}
              </a>
            </p>
          )}
        </section>
      )}
      <section aria-labelledby="sa-raknas">
        <h2 class="ds-heading" data-size="sm" id="sa-raknas">
          {t(text.explain)}
        </h2>
        <ul>
          {[text.promised, text.decided, text.followed, text.realised].map((explanation) => (
            <li>{t(explanation)}</li>
          ))}
        </ul>
      </section>
    </Page>,
  )
}
