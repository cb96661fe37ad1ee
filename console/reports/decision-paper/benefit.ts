import type { AssessedLine, AssessmentSnapshot, CalculationSummary } from '#contracts/assessment.ts'
import type { Text } from '#contracts/language.ts'
import { assessmentNames, benefitAreaNames, benefitKindNames, gateNames } from '#contracts/words.ts'
import { stackOf } from '../../charts/pays-and-gains.ts'
import { words } from '../../language/words.ts'
import { organisationName } from '../../layout/names.ts'
import {
  intervalInWords,
  paybackInWords,
  probabilityInWords,
  verdictInWords,
} from '../../pages/benefits/calculation/money-in-words.ts'
import { losersInWords } from '../../pages/benefits/calculation/organisations.tsx'
import { levelInWords } from '../../pages/benefits/level-in-words.ts'
import type { Block, FigureBlock, TableBlock } from '../paper.ts'
import type { FrozenAssessment } from './load-material.ts'
import type { Writing } from './writing.ts'

/** What the case gives and costs: money in hand and freed resources beside each other, never as one sum of money. */

const text = {
  none: { sv: 'Ingen nyttovärdering ingår i underlaget.', en: 'No benefit assessment is part of the evidence.' },
  noCalculation: {
    sv: 'Nyttovärderingen gjordes utan kalkyl. Därför finns varken nuvärde, osäkerhet eller fördelning mellan organisationer.',
    en: 'The benefit assessment was made without a calculation, so there is no present value, uncertainty or distribution between organisations.',
  },
  money: { sv: 'I pengar', en: 'In money' },
  withFreed: { sv: 'Med frigjorda resurser', en: 'With freed resources' },
  net: { sv: 'Nettonuvärde', en: 'Net present value' },
  interval: { sv: 'Åtta utfall av tio (P10–P90)', en: 'Eight outcomes in ten (P10–P90)' },
  pays: { sv: 'Lönar sig', en: 'Pays' },
  payback: { sv: 'Intjänat', en: 'Earned back' },
  result: { sv: 'Resultat', en: 'Result' },
  year: { sv: 'Netto år', en: 'Net in year' },
  ratio: { sv: 'Nytta per krona i kostnad', en: 'Benefit per krona of cost' },
  afterBias: { sv: 'Med påslag för optimism', en: 'With optimism bias' },
  median: { sv: 'Mittutfall (P50)', en: 'Middle outcome (P50)' },
  financial: { sv: 'Ekonomisk nytta', en: 'Financial benefit' },
  freed: { sv: 'Frigjord resurs', en: 'Freed resource' },
  costs: { sv: 'Kostnader', en: 'Costs' },
  netPerYear: { sv: 'Ekonomisk nytta minus kostnader', en: 'Financial benefit less costs' },
  perYear: { sv: 'Troliga belopp per år', en: 'Likely amounts per year' },
  keyFigures: { sv: 'Nyckeltal', en: 'Key figures' },
  byOrganisation: { sv: 'Nuvärde per organisation', en: 'Present value by organisation' },
  organisationPays: { sv: 'Betalar', en: 'Pays' },
  gainsMoney: { sv: 'Får i pengar', en: 'Gains in money' },
  netInHand: { sv: 'Netto i pengar', en: 'Net in money' },
  gainsFreed: { sv: 'Får i frigjorda resurser', en: 'Gains in freed resources' },
  givesUp: { sv: 'Lägger ned egna resurser', en: 'Gives up resources' },
  netWithFreed: { sv: 'Netto med frigjorda resurser', en: 'Net with freed resources' },
  loses: { sv: 'förlorar', en: 'loses' },
  losers: { sv: 'Förlorar på satsningen', en: 'Loses by it' },
  agreementNeeded: {
    sv: 'Alla tillsammans vinner. Därför krävs en överenskommelse om finansiering senast vid BP4.',
    en: 'All together gain, so an agreement on financing is required by BP4 at the latest.',
  },
  nobodyLoses: {
    sv: 'Ingen organisation förlorar på det som helheten vinner på.',
    en: 'No organisation loses by what the whole gains from.',
  },
  wholeLoses: { sv: 'Kalkylen som helhet går med förlust.', en: 'The calculation as a whole makes a loss.' },
  organisationsTitle: { sv: 'Vem som betalar och vem som får nyttan', en: 'Who pays and who gains' },
  organisationsHow: {
    sv: 'Stapeln till vänster om noll är vad organisationen lägger, stapeln till höger vad den får. Strecket är nettot.',
    en: 'The bar left of zero is what the organisation puts in, the bar right of it what it gets. The mark is the net.',
  },
  legendMoney: { sv: 'Pengar', en: 'Money' },
  legendFreed: { sv: 'Resurser, värderade i pengar', en: 'Resources, valued in money' },
  legendNet: { sv: 'Netto', en: 'Net' },
  spanTitle: { sv: 'Hur säkert resultatet är', en: 'How sure the result is' },
  spanHow: {
    sv: 'Stapeln går från P10 till P90: åtta utfall av tio ligger där. Strecket är mittutfallet (P50).',
    en: 'The bar goes from P10 to P90: eight outcomes in ten lie there. The mark is the middle outcome (P50).',
  },
  legendSpan: { sv: 'Åtta utfall av tio', en: 'Eight outcomes in ten' },
  legendMiddle: { sv: 'Mittutfall (P50)', en: 'Middle outcome (P50)' },
  lines: { sv: 'Raderna i nyttovärderingen', en: 'The lines of the assessment' },
  line: { sv: 'Rad', en: 'Line' },
  kind: { sv: 'Slag', en: 'Kind' },
  likely: { sv: 'Troligt per år', en: 'Likely per year' },
  level: { sv: 'Nivå', en: 'Level' },
  span: { sv: 'Lågt–högt', en: 'Low–high' },
  measure: { sv: 'Mått, från och till', en: 'Measure, from and to' },
  owner: { sv: 'Ägare', en: 'Owner' },
  cost: { sv: 'Kostnad', en: 'Cost' },
  benefit: { sv: 'Nytta', en: 'Benefit' },
  noMeasure: { sv: 'Inget mått', en: 'No measure' },
  noOwner: { sv: 'Ingen ägare', en: 'No owner' },
  unknown: { sv: 'okänt', en: 'unknown' },
  noQualitative: { sv: 'Inga i nyttovärderingen.', en: 'None in the assessment.' },
  more: { sv: 'till; se Nytta och kostnader.', en: 'more; see Benefits and costs.' },
} as const satisfies Record<string, Text>

/** Which assessment the figures are of, and when it was frozen. */
export const sourceOfFigures = ({ locale, material }: Writing, { snapshot, gate, frozenAt }: FrozenAssessment): string => {
  const { language, t } = locale
  const name = `${t(assessmentNames[snapshot.kind])} (${snapshot.kind}), version ${snapshot.version}`
  const isOwn = gate === material.request.gate
  if (language === 'sv')
    return isOwn
      ? `Enligt ${name}.`
      : `Enligt ${name}, som låg till grund för ${t(gateNames[gate])} och frystes ${locale.moment(frozenAt)}.`
  return isOwn
    ? `By ${name}.`
    : `By ${name}, which ${t(gateNames[gate])} was decided on and which was frozen ${locale.moment(frozenAt)}.`
}

const premises = (
  { priceYear, horizonYears, discountRate }: CalculationSummary,
  { locale: { language, number } }: Writing,
): string => {
  const rate = `${number(discountRate * 100)} %`
  return language === 'sv'
    ? `${horizonYears} år, fast prisnivå ${priceYear}, diskonteringsränta ${rate}.`
    : `${horizonYears} years, fixed prices of ${priceYear}, discount rate ${rate}.`
}

const outlooksOf = ({ inHand, withFreedResources }: CalculationSummary) =>
  [
    { name: text.money, outlook: inHand },
    { name: text.withFreed, outlook: withFreedResources },
  ] as const

const keyFigureTable = (calculation: CalculationSummary, writing: Writing): TableBlock => {
  const { locale, amounts } = writing
  const { t } = locale
  return {
    kind: 'table',
    caption: t(text.keyFigures),
    columns: [
      { label: t(text.result), width: 4 },
      { label: t(text.net), width: 3, isNumber: true },
      { label: t(text.interval), width: 6 },
      { label: t(text.pays), width: 5 },
      { label: t(text.payback), width: 4 },
    ],
    rows: outlooksOf(calculation).map(({ name, outlook }) => [
      t(name),
      { text: amounts.signed(outlook.netPresentValue), isStrong: true, tone: outlook.netPresentValue < 0 ? 'bad' : 'good' },
      intervalInWords(locale, outlook),
      probabilityInWords(locale, outlook.probabilityNotNegative),
      paybackInWords(locale, outlook.paybackYears, calculation.horizonYears),
    ]),
  }
}

const perYearTable = ({ totals }: AssessmentSnapshot, { locale }: Writing): TableBlock => {
  const { t, money } = locale
  const { financialBenefits, redistributedBenefits, costs } = totals
  return {
    kind: 'table',
    caption: t(text.perYear),
    columns: [
      { label: t(words.what), width: 6 },
      { label: t(words.perYear), width: 3, isNumber: true },
    ],
    rows: [
      [t(text.financial), money(financialBenefits)],
      [t(text.costs), money(costs)],
      [t(text.netPerYear), { text: money(financialBenefits - costs), isStrong: true }],
      [t(text.freed), money(redistributedBenefits)],
    ],
  }
}

/** The money of the case for a reader of one page. */
export const moneyInBrief = (writing: Writing): Block[] => {
  const { material, locale } = writing
  const { t } = locale
  const { assessment } = material
  if (!assessment) return [{ kind: 'paragraph', text: t(text.none) }]
  const { calculation } = assessment.snapshot
  const source = sourceOfFigures(writing, assessment)
  if (!calculation)
    return [
      perYearTable(assessment.snapshot, writing),
      { kind: 'paragraph', style: 'note', text: `${source} ${t(text.noCalculation)}` },
    ]
  const { inHand, withFreedResources, afterOptimismBias, horizonYears } = calculation
  const verdict = verdictInWords(locale, {
    inHand: inHand.netPresentValue,
    withFreedResources: withFreedResources.netPresentValue,
    horizonYears,
  })
  const bias = afterOptimismBias
    ? ` ${t(text.afterBias)}: ${writing.amounts.signed(afterOptimismBias.inHand)} ${t(text.money).toLowerCase()}, ${writing.amounts.signed(afterOptimismBias.withFreedResources)} ${t(text.withFreed).toLowerCase()}.`
    : ''
  return [
    { kind: 'paragraph', text: verdict, style: 'strong' },
    { ...keyFigureTable(calculation, writing), isCaptionHidden: true },
    { kind: 'paragraph', style: 'note', text: `${source} ${premises(calculation, writing)}${bias}` },
  ]
}

type OrganisationSum = CalculationSummary['organisations'][number]

const nameOf = ({ organisation, isLosing }: OrganisationSum, { visit, locale }: Writing): string =>
  isLosing ? `${organisationName(visit, organisation)} (${locale.t(text.loses)})` : organisationName(visit, organisation)

const organisationTable = (
  { organisations }: CalculationSummary,
  writing: Writing,
  money: (ore: number) => string,
): TableBlock => {
  const { t } = writing.locale
  const columns = [text.organisationPays, text.gainsMoney, text.netInHand, text.gainsFreed, text.givesUp, text.netWithFreed]
  return {
    kind: 'table',
    caption: t(text.byOrganisation),
    columns: [
      { label: t(words.organisation), width: 5 },
      ...columns.map((label) => ({ label: t(label), width: 3, isNumber: true })),
    ],
    rows: organisations.map((one) => [
      { text: nameOf(one, writing), ...(one.isLosing && { tone: 'bad' as const, isStrong: true }) },
      money(one.pays),
      money(one.gainsMoney),
      money(one.netInHand),
      money(one.gainsFreedResources),
      money(one.givesUpResources),
      { text: money(one.net), isStrong: true },
    ]),
  }
}

/** Who loses, and whether they must have agreed. */
const losersBlock = (calculation: CalculationSummary, { visit, locale: { t } }: Writing): Block => {
  const losers = losersInWords(visit, calculation.organisations)
  if (losers !== undefined)
    return {
      kind: 'callout',
      tone: 'warning',
      text: `${t(text.losers)}: ${losers}.${calculation.needsFinancingAgreement ? ` ${t(text.agreementNeeded)}` : ''}`,
    }
  const isLoss = calculation.withFreedResources.netPresentValue < 0
  return { kind: 'paragraph', text: t(isLoss ? text.wholeLoses : text.nobodyLoses) }
}

/** Per organisation for a reader of one page; nothing where no calculation says it. */
export const organisationsInBrief = (writing: Writing): Block[] => {
  const calculation = writing.material.assessment?.snapshot.calculation
  return calculation && calculation.organisations.length > 0
    ? [
        { ...organisationTable(calculation, writing, writing.amounts.rounded), isCaptionHidden: true },
        losersBlock(calculation, writing),
      ]
    : []
}

const isQualitativeBenefit = ({ side, kind }: AssessedLine): boolean => side === 'benefit' && kind === 'qualitative'

const ends = ({ measure, unit, baseline, target }: AssessedLine, { locale: { t, number } }: Writing): string | undefined => {
  if (measure === undefined) return undefined
  const told = (value: number | undefined): string => (value === undefined ? t(text.unknown) : number(value))
  return `${measure}: ${told(baseline)} → ${told(target)}${unit === undefined ? '' : ` ${unit}`}`
}

const levelOf = (line: AssessedLine, { locale }: Writing): string | undefined => {
  const told = levelInWords(locale, line)
  return told === undefined ? undefined : `${locale.t(text.level)} ${told}`
}

export const qualitativeInBrief = (writing: Writing, most: number): Block => {
  const { t } = writing.locale
  const lines = writing.material.assessment?.snapshot.lines.filter(isQualitativeBenefit) ?? []
  if (lines.length === 0) return { kind: 'paragraph', text: t(text.noQualitative) }
  const items = lines.slice(0, most).map((line) => {
    const told = [line.name, levelOf(line, writing), ends(line, writing)]
    return told.filter((part) => part !== undefined).join('. ')
  })
  return { kind: 'list', items: lines.length > most ? [...items, `${lines.length - most} ${t(text.more)}`] : items }
}

const exactTable = (calculation: CalculationSummary, { locale, amounts }: Writing): TableBlock => {
  const { t, number } = locale
  const { inHand, withFreedResources, afterOptimismBias } = calculation
  const both = (label: string, told: (outlook: CalculationSummary['inHand']) => string): string[] => [
    label,
    told(inHand),
    told(withFreedResources),
  ]
  const shownYears = inHand.years.map(({ year }) => year)
  const netOf = ({ years }: CalculationSummary['inHand'], year: number): string => {
    const found = years.find((candidate) => candidate.year === year)
    return found ? amounts.whole(found.net) : '–'
  }
  return {
    kind: 'table',
    caption: t(text.keyFigures),
    columns: [
      { label: t(words.what), width: 5 },
      { label: t(text.money), width: 3, isNumber: true },
      { label: t(text.withFreed), width: 3, isNumber: true },
    ],
    rows: [
      both(t(text.net), ({ netPresentValue }) => amounts.whole(netPresentValue)),
      both('P10', ({ p10 }) => amounts.whole(p10)),
      both(t(text.median), ({ p50 }) => amounts.whole(p50)),
      both('P90', ({ p90 }) => amounts.whole(p90)),
      both(t(text.pays), ({ probabilityNotNegative }) => probabilityInWords(locale, probabilityNotNegative)),
      both(t(text.payback), ({ paybackYears }) => paybackInWords(locale, paybackYears, calculation.horizonYears)),
      both(t(text.ratio), ({ benefitCostRatio }) =>
        benefitCostRatio === undefined ? '–' : number(Number(benefitCostRatio.toFixed(2))),
      ),
      ...shownYears.map((year) => both(`${t(text.year)} ${year}`, (outlook) => netOf(outlook, year))),
      ...(afterOptimismBias
        ? [[t(text.afterBias), amounts.whole(afterOptimismBias.inHand), amounts.whole(afterOptimismBias.withFreedResources)]]
        : []),
    ],
  }
}

const spanFigure = (calculation: CalculationSummary, writing: Writing): FigureBlock => {
  const { locale, amounts } = writing
  const { t } = locale
  const { withFreedResources } = calculation
  return {
    kind: 'figure',
    id: 'diagram-spann',
    finding: `${t(text.withFreed)}: ${intervalInWords(locale, withFreedResources)}; ${t(text.pays).toLowerCase()} ${probabilityInWords(locale, withFreedResources.probabilityNotNegative)}.`,
    title: t(text.spanTitle),
    description: t(text.spanHow),
    rows: outlooksOf(calculation).map(({ name, outlook }) => ({
      label: t(name),
      value: amounts.signed(outlook.p50),
      bars: [{ from: outlook.p10, to: outlook.p90, className: 'chart__band' }],
      mark: outlook.p50,
    })),
    tick: amounts.short,
    legend: [
      { mark: 'band', label: t(text.legendSpan) },
      { mark: 'net', label: t(text.legendMiddle) },
    ],
    table: exactTable(calculation, writing),
  }
}

const organisationFinding = ({ organisations }: CalculationSummary, { visit, locale, amounts }: Writing): string => {
  const name = ({ organisation }: OrganisationSum): string => organisationName(visit, organisation)
  const sorted = organisations.toSorted((one, other) => other.net - one.net)
  const [best, worst] = [sorted[0], sorted.at(-1)]
  if (!best || !worst) return ''
  const told = (one: OrganisationSum): string => `${name(one)} ${amounts.signed(one.net)}`
  const lead = locale.language === 'sv' ? 'Netto med frigjorda resurser' : 'Net with freed resources'
  return best === worst ? `${lead}: ${told(best)}.` : `${lead}: ${told(best)}; ${told(worst)}.`
}

const organisationFigure = (calculation: CalculationSummary, writing: Writing): FigureBlock => {
  const { locale, amounts, visit } = writing
  const { t } = locale
  return {
    kind: 'figure',
    id: 'diagram-organisationer',
    finding: organisationFinding(calculation, writing),
    title: t(text.organisationsTitle),
    description: t(text.organisationsHow),
    rows: calculation.organisations.map(({ organisation, ...sums }) => {
      const share = { label: organisationName(visit, organisation), ...sums }
      return { label: share.label, value: amounts.signed(share.net), bars: stackOf(share), mark: share.net }
    }),
    tick: amounts.short,
    legend: [
      { mark: 'money', label: t(text.legendMoney) },
      { mark: 'freed', label: t(text.legendFreed) },
      { mark: 'net', label: t(text.legendNet) },
    ],
    table: organisationTable(calculation, writing, amounts.whole),
  }
}

const lineTable = ({ lines }: AssessmentSnapshot, writing: Writing): TableBlock => {
  const { locale, visit, amounts } = writing
  const { t } = locale
  return {
    kind: 'table',
    caption: t(text.lines),
    columns: [
      { label: t(text.line), width: 5 },
      { label: t(text.kind), width: 4 },
      { label: t(words.organisation), width: 4 },
      { label: t(text.likely), width: 3, isNumber: true },
      { label: t(text.span), width: 4, isNumber: true },
      { label: t(text.measure), width: 6 },
      { label: t(text.owner), width: 4 },
    ],
    rows: lines.map((line) => [
      line.name,
      `${t(line.side === 'cost' ? text.cost : text.benefit)}. ${t(benefitKindNames[line.kind])}. ${t(benefitAreaNames[line.area])}`,
      organisationName(visit, line.organisation),
      line.perYear ? amounts.whole(line.perYear.likely) : (levelOf(line, writing) ?? '–'),
      line.perYear ? `${amounts.whole(line.perYear.low)} – ${amounts.whole(line.perYear.high)}` : '–',
      ends(line, writing) ?? t(text.noMeasure),
      line.owner ?? t(text.noOwner),
    ]),
  }
}

const breakEven = ({ breakEvenUsage }: CalculationSummary, { locale: { language, share } }: Writing): Block[] =>
  breakEvenUsage === undefined
    ? []
    : [
        {
          kind: 'paragraph',
          text:
            language === 'sv'
              ? `Satsningen lönar sig från att ${share(breakEvenUsage)} använder tjänsten, frigjorda resurser inräknade.`
              : `It pays from the point where ${share(breakEvenUsage)} use the service, freed resources counted.`,
        },
      ]

const parametersUsed = ({ parameters }: CalculationSummary, { locale: { language } }: Writing): Block => ({
  kind: 'paragraph',
  style: 'note',
  text:
    language === 'sv'
      ? `Kalkylen använder länets parametrar i versionerna ${parameters.join(', ')}.`
      : `The calculation uses the county's parameters in the versions ${parameters.join(', ')}.`,
})

/** All of the assessment, for whoever wants to know what the brief figures are made of. */
export const benefitInFull = (writing: Writing): Block[] => {
  const { material, locale } = writing
  const { assessment } = material
  if (!assessment) return [{ kind: 'paragraph', text: locale.t(text.none) }]
  const { snapshot } = assessment
  const { calculation } = snapshot
  return [
    { kind: 'paragraph', text: sourceOfFigures(writing, assessment) },
    ...(snapshot.summary === '' ? [] : [{ kind: 'paragraph', text: snapshot.summary } as const]),
    ...(calculation
      ? [
          { kind: 'paragraph', text: premises(calculation, writing) } as const,
          spanFigure(calculation, writing),
          ...breakEven(calculation, writing),
          ...(calculation.organisations.length > 0
            ? [organisationFigure(calculation, writing), losersBlock(calculation, writing)]
            : []),
        ]
      : [{ kind: 'paragraph', text: locale.t(text.noCalculation) } as const]),
    perYearTable(snapshot, writing),
    lineTable(snapshot, writing),
    ...(calculation ? [parametersUsed(calculation, writing)] : []),
    {
      kind: 'paragraph',
      style: 'note',
      text: `${locale.language === 'sv' ? 'Nyttovärderingens kontrollsumma (SHA-256)' : "The assessment's digest (SHA-256)"}: ${snapshot.digest}`,
    },
  ]
}
