import type { Text } from '#contracts/language.ts'
import { careStepNames, careSteps, targetGroupNames, targetGroups } from '#contracts/market.ts'
import { systemCategories, systemCategoryNames } from '#contracts/system-map.ts'
import { jointPurchases } from '../../api/system-views.ts'
import type { JointPurchases, Kinship } from '../../api/system-views.ts'
import { ErrorSummary, refusalOfProblem } from '../../forms/refusal.tsx'
import { words } from '../../language/words.ts'
import { Alert } from '../../layout/alert.tsx'
import { DataTable } from '../../layout/data-table.tsx'
import { organisationName } from '../../layout/names.ts'
import { Page, show } from '../../layout/page.tsx'
import { Tag } from '../../layout/tag.tsx'
import { visitOf } from '../../visit.ts'
import type { PageContext, Visit } from '../../visit.ts'
import { FilterChoice, FilterText, MapFilter, chosenOf, chosenOrganisation, typedOf } from './map-filter.tsx'
import { SystemMapNav } from './system-map-nav.tsx'
import { mapCrumbs, mapPath, systemPath, systemWords } from './system-words.ts'

/** Who could buy the same together, and which contracts can be called off instead. */

const text = {
  lead: {
    sv: 'Sök andra organisationer med liknande system vars avtal kan löpa ut under perioden, och ramavtal som redan går att avropa från.',
    en: 'Find other organisations with kindred systems whose contracts can run out within the period, and frameworks that can already be called off from.',
  },
  functions: { sv: 'Funktion', en: 'Function' },
  careStep: { sv: 'Steg i vården och omsorgen', en: 'Step of care' },
  targetGroup: { sv: 'Målgrupp', en: 'Target group' },
  cpv: { sv: 'CPV-kod', en: 'CPV code' },
  from: { sv: 'Avtal som slutar från', en: 'Contracts that end from' },
  to: { sv: 'till och med', en: 'until' },
  asking: { sv: 'Sök åt', en: 'Search for' },
  nothingAsked: {
    sv: 'Välj en kategori, en funktion, en CPV-kod, eller både steg och målgrupp.',
    en: 'Choose a category, a function, a CPV code, or both a step and a target group.',
  },
  candidates: { sv: 'Kan köpa tillsammans', en: 'Could buy together' },
  noCandidates: {
    sv: 'Ingen annan organisation har ett liknande avtal som kan löpa ut under perioden.',
    en: 'No other organisation has a kindred contract that can run out within the period.',
  },
  callOffs: { sv: 'Kan avropas', en: 'Can be called off' },
  noCallOffs: {
    sv: 'Inget ramavtal som gäller i dag kan avropas av andra.',
    en: 'No framework in force today can be called off by others.',
  },
  callOffLaw: {
    sv: 'Bara den som namngavs när ramavtalet annonserades får avropa, och bara av en leverantör som är part (LOU 7 kap. 3 §).',
    en: 'Only those who were named when the framework was announced may call off, and only from a supplier who is party to it (LOU 7:3).',
  },
  ends: { sv: 'Kan sluta', en: 'Can end' },
  why: { sv: 'Varför', en: 'Why' },
  open: { sv: 'Öppet för', en: 'Open to' },
  openToYou: { sv: 'Ni är namngivna', en: 'You are named' },
  notToYou: { sv: 'Ni är inte namngivna', en: 'You are not named' },
  nothing: { sv: 'inga optioner kvar', en: 'no options left' },
  optionNotTaken: { sv: 'om optionen inte utnyttjas', en: 'if the option is not taken up' },
  optionTaken: { sv: 'om optionen utnyttjas', en: 'if the option is taken up' },
  decideBy: { sv: 'avgörs senast', en: 'to be decided by' },
  sameCategory: { sv: 'Samma kategori', en: 'Same category' },
  sameFunctions: { sv: 'Liknande funktion', en: 'Kindred function' },
  sameCpv: { sv: 'Samma CPV-klass', en: 'Same CPV class' },
  sameSteps: { sv: 'Samma steg', en: 'Same step' },
  sameGroups: { sv: 'Samma målgrupp', en: 'Same target group' },
} as const satisfies Record<string, Text>

const reason = ({ locale: { t } }: Visit, one: Kinship): string => {
  switch (one.kind) {
    case 'category':
      return `${t(text.sameCategory)}: ${t(systemCategoryNames[one.category])}`
    case 'functions':
      return `${t(text.sameFunctions)}: ${one.functions.join('; ')}`
    case 'cpv':
      return `${t(text.sameCpv)}: ${one.cpv.join(', ')}`
    case 'careSteps':
      return `${t(text.sameSteps)}: ${one.careSteps.map((step) => t(careStepNames[step])).join(', ')}`
    case 'targetGroups':
      return `${t(text.sameGroups)}: ${one.targetGroups.map((group) => t(targetGroupNames[group])).join(', ')}`
  }
}

export const Reasons = ({ visit, because }: { visit: Visit; because: readonly Kinship[] }) => (
  <ul class="plain">
    {because.map((one) => (
      <li>{reason(visit, one)}</li>
    ))}
  </ul>
)

const SystemCell = ({
  visit,
  row,
}: {
  visit: Visit
  row: JointPurchases['callOffs'][number] | JointPurchases['candidates'][number]
}) => (
  <>
    <a class="ds-link" href={systemPath(row.systemId)}>
      {row.systemName}
    </a>
    <span class="note block">{organisationName(visit, row.organisation)}</span>
  </>
)

const Candidates = ({ visit, candidates }: { visit: Visit; candidates: JointPurchases['candidates'] }) => {
  const { t, shortDay } = visit.locale
  if (candidates.length === 0) return <p class="empty">{t(text.noCandidates)}</p>
  return (
    <DataTable
      caption={t(text.candidates)}
      isCaptionHidden
      columns={[systemWords.system, systemWords.supplier, text.ends, text.why].map((label) => ({ label: t(label) }))}
      rows={candidates.map((row) => [
        <SystemCell visit={visit} row={row} />,
        row.contract.supplier,
        <>
          {shortDay(row.end.on)}
          <span class="note block">
            {t(text[row.end.dependsOn])}
            {row.end.decideBy && `, ${t(text.decideBy)} ${shortDay(row.end.decideBy)}`}
          </span>
        </>,
        <Reasons visit={visit} because={row.because} />,
      ])}
    />
  )
}

const CallOffs = ({ visit, callOffs }: { visit: Visit; callOffs: JointPurchases['callOffs'] }) => {
  const { t, shortDay } = visit.locale
  if (callOffs.length === 0) return <p class="empty">{t(text.noCallOffs)}</p>
  return (
    <>
      <p class="note">{t(text.callOffLaw)}</p>
      <DataTable
        caption={t(text.callOffs)}
        isCaptionHidden
        columns={[systemWords.system, systemWords.supplier, systemWords.endsOn, text.open, text.why].map((label) => ({
          label: t(label),
        }))}
        rows={callOffs.map((row) => [
          <SystemCell visit={visit} row={row} />,
          row.contract.supplier,
          row.contract.endsOn ? shortDay(row.contract.endsOn) : t(systemWords.untilFurther),
          <>
            {row.isOpenToYou !== undefined && (
              <Tag color={row.isOpenToYou ? 'success' : 'neutral'}>{t(row.isOpenToYou ? text.openToYou : text.notToYou)}</Tag>
            )}
            <span class="note block">{row.contract.callOff.map((one) => organisationName(visit, one)).join(', ')}</span>
          </>,
          <Reasons visit={visit} because={row.because} />,
        ])}
      />
    </>
  )
}

const FilterDay = ({ visit, name, title, value }: { visit: Visit; name: string; title: Text; value: string | undefined }) => (
  <div class="ds-field">
    <label class="ds-label" for={name}>
      {visit.locale.t(title)}
    </label>
    <input class="ds-input" type="date" id={name} name={name} value={value} />
  </div>
)

/** What the address asks for; one's own organisation asks until another is chosen. */
const searchOf = (visit: Visit) => {
  const [typed, careStep, targetGroup, cpv] = [
    typedOf(visit, 'funktion'),
    chosenOf(visit, 'steg', careSteps),
    chosenOf(visit, 'malgrupp', targetGroups),
    typedOf(visit, 'cpv'),
  ]
  return {
    functions: typed ? [typed] : [],
    careSteps: careStep ? [careStep] : [],
    targetGroups: targetGroup ? [targetGroup] : [],
    category: chosenOf(visit, 'kategori', systemCategories),
    cpv: cpv ? [cpv] : [],
    from: typedOf(visit, 'fran'),
    to: typedOf(visit, 'till'),
    organisation: visit.query.has('organisation')
      ? chosenOrganisation(visit)
      : visit.county.organisations.find(({ id }) => id === visit.user?.organisation)?.id,
  }
}
type Search = ReturnType<typeof searchOf>

const isAsked = ({ functions, careSteps: steps, targetGroups: groups, category, cpv }: Search): boolean =>
  functions.length > 0 || category !== undefined || cpv.length > 0 || (steps.length > 0 && groups.length > 0)

const SearchForm = ({ visit, search }: { visit: Visit; search: Search }) => {
  const { t } = visit.locale
  return (
    <MapFilter visit={visit} action={`${mapPath}/samkop`}>
      <FilterChoice
        visit={visit}
        name="kategori"
        title={systemWords.category}
        options={systemCategories.map((one) => [one, t(systemCategoryNames[one])] as const)}
        chosen={search.category}
        none={systemWords.any}
      />
      <FilterText visit={visit} name="funktion" title={text.functions} value={search.functions[0]} />
      <FilterChoice
        visit={visit}
        name="steg"
        title={text.careStep}
        options={careSteps.map((one) => [one, t(careStepNames[one])] as const)}
        chosen={search.careSteps[0]}
        none={systemWords.any}
      />
      <FilterChoice
        visit={visit}
        name="malgrupp"
        title={text.targetGroup}
        options={targetGroups.map((one) => [one, t(targetGroupNames[one])] as const)}
        chosen={search.targetGroups[0]}
        none={systemWords.any}
      />
      <FilterText visit={visit} name="cpv" title={text.cpv} value={search.cpv[0]} />
      <FilterDay visit={visit} name="fran" title={text.from} value={search.from} />
      <FilterDay visit={visit} name="till" title={text.to} value={search.to} />
      <FilterChoice
        visit={visit}
        name="organisation"
        title={text.asking}
        options={visit.county.organisations.map(({ id, name }) => [id, name] as const)}
        chosen={search.organisation}
        none={words.nobody}
      />
    </MapFilter>
  )
}

export const jointPurchasePage = async (c: PageContext) => {
  const visit = visitOf(c)
  const { locale } = visit
  const { t, day } = locale
  const search = searchOf(visit)
  const found = isAsked(search)
    ? await visit.api.write('POST', '/v1/catalogue/joint-purchase-searches', search, jointPurchases)
    : undefined
  return show(
    c,
    <Page visit={visit} title={t(systemWords.joint)} crumbs={mapCrumbs(t)} isWide>
      {found?.ok === false && <ErrorSummary refusal={refusalOfProblem(found.problem, locale, {})} hrefOf={() => '#kategori'} />}
      <h1 class="ds-heading" data-size="lg">
        {t(systemWords.joint)}
      </h1>
      <p class="lead">{t(text.lead)}</p>
      <SystemMapNav visit={visit} />
      <SearchForm visit={visit} search={search} />
      {!found && (
        <Alert>
          <p class="ds-paragraph">{t(text.nothingAsked)}</p>
        </Alert>
      )}
      {found?.ok && (
        <>
          <p>
            {day(found.value.from)} – {day(found.value.to)}
          </p>
          <section aria-labelledby="kandidater">
            <h2 class="ds-heading" data-size="sm" id="kandidater">
              {t(text.candidates)}
            </h2>
            <Candidates visit={visit} candidates={found.value.candidates} />
          </section>
          <section aria-labelledby="avrop">
            <h2 class="ds-heading" data-size="sm" id="avrop">
              {t(text.callOffs)}
            </h2>
            <CallOffs visit={visit} callOffs={found.value.callOffs} />
          </section>
        </>
      )}
    </Page>,
    found?.ok === false ? 422 : 200,
  )
}
