import type { Text } from '#contracts/language.ts'
import { gateNames, gates, outcomeNames, outcomes, phaseNames, stopReasonNames, stopReasons } from '#contracts/words.ts'
import type { Gate } from '#contracts/words.ts'
import type { DecisionEntry } from '../../api/decision-views.ts'
import type { PortfolioTotals } from '../../api/measure-views.ts'
import { words } from '../../language/words.ts'
import { ballHolder, officeName, organisationName } from '../../layout/names.ts'
import type { Visit } from '../../visit.ts'
import type { Block, MarkedText, Paper, TableBlock } from '../paper.ts'
import { createAmounts } from '../../language/amounts.ts'
import type { BoardMaterial } from './load-board-material.ts'

/**
 * What the board is told of a period: what came to each gate and what became of it, what is late, what was promised and
 * has come true, why cases ended, and the decisions that were made on its behalf (KL 6:40, 7:8).
 */

const text = {
  kind: { sv: 'Rapport till nämnden', en: 'Report to the board' },
  wholeCounty: { sv: 'Hela länet', en: 'The whole county' },
  made: { sv: 'Uppgifter hämtade', en: 'Figures taken' },
  brief: { sv: 'I korthet', en: 'In brief' },
  cut: {
    sv: 'Allt får inte plats i rapporten. Välj en kortare period eller en organisation.',
    en: 'Not everything has a place in the report. Choose a shorter period or one organisation.',
  },
  gates: { sv: 'Beslutspunkterna', en: 'The gates' },
  gatesNote: {
    sv: 'Inkomna är begäran om beslut som kom under perioden. Tiden är arbetsdagar från begäran till beslut; hälften av besluten tog högst mediantiden.',
    en: 'Came in are requests for a decision that came in the period. Time is working days from request to decision; half of the decisions took no longer than the median.',
  },
  cameIn: { sv: 'Inkomna', en: 'Came in' },
  median: { sv: 'Mediantid', en: 'Median time' },
  late: { sv: 'Efter utlovad dag', en: 'After the promised day' },
  all: { sv: 'Alla', en: 'All' },
  overdue: { sv: 'Ärenden över utlovad tid', en: 'Cases over the promised time' },
  overdueNote: { sv: 'Läget när rapporten togs fram.', en: 'As things stood when the report was made.' },
  noneOverdue: { sv: 'Inget ärende är över utlovad tid.', en: 'No case is over the promised time.' },
  benefits: { sv: 'Lovad och uppnådd nytta', en: 'Benefit promised and come true' },
  benefitsNote: {
    sv: 'Troliga belopp per år i ärenden som inte har avslutats i förtid. Beslutat är det som har passerat BP4. Uppnått står mot det som är uppföljt med mätning. Pengar och frigjorda resurser läggs aldrig ihop.',
    en: 'Likely amounts a year in cases that have not ended early. Decided is what has passed BP4. Come true stands against what is followed by measurement. Money and freed resources are never added.',
  },
  noBenefits: { sv: 'Ingen nyttovärdering är fryst än.', en: 'No assessment has been frozen yet.' },
  benefitPromised: { sv: 'Lovat', en: 'Promised' },
  costPromised: { sv: 'Kostnad', en: 'Cost' },
  decided: { sv: 'Beslutat', en: 'Decided' },
  realised: { sv: 'Uppnått av uppföljt', en: 'Come true of followed' },
  freedPromised: { sv: 'Frigjort, lovat', en: 'Freed, promised' },
  freedRealised: { sv: 'Frigjort, uppnått av uppföljt', en: 'Freed, come true of followed' },
  missed: { sv: 'Försenade mätningar', en: 'Overdue measurements' },
  of: { sv: 'av', en: 'of' },
  stopped: { sv: 'Avslutade ärenden efter skäl', en: 'Cases ended, by reason' },
  noneStopped: { sv: 'Inget ärende avslutades i perioden.', en: 'No case was ended in the period.' },
  reason: { sv: 'Skäl', en: 'Reason' },
  count: { sv: 'Antal', en: 'Number' },
  decisions: { sv: 'Anmälan av delegationsbeslut', en: 'Decisions made on delegation' },
  decisionsNote: {
    sv: 'Beslut som har fattats på nämndens vägnar ska anmälas till den (KL 6:40, 7:8).',
    en: 'Decisions made on behalf of the board are to be reported to it (KL 6:40, 7:8).',
  },
  noDecisions: { sv: 'Inga beslut fattades i perioden.', en: 'No decisions were made in the period.' },
  decidedOn: { sv: 'Dag', en: 'Day' },
  decision: { sv: 'Beslut', en: 'Decision' },
  decider: { sv: 'Beslutsfattare', en: 'Decided by' },
  rule: { sv: 'Rad', en: 'Line' },
  with: { sv: 'Hos', en: 'With' },
} as const satisfies Record<string, Text>

interface Writing {
  readonly visit: Visit
  readonly material: BoardMaterial
}

/** The middle one of the sorted, or halfway between the two in the middle. */
export const median = (values: readonly number[]): number | undefined => {
  const sorted = values.toSorted((one, other) => one - other)
  const middle = sorted.length / 2
  const [before, after] = [sorted[Math.ceil(middle) - 1], sorted[Math.floor(middle)]]
  return before === undefined || after === undefined ? undefined : (before + after) / 2
}

const isLate = ({ decision, dueOn }: DecisionEntry, { visit }: Writing): boolean =>
  visit.locale.swedishDay(decision.decidedAt) > dueOn

const part = (title: string, ...blocks: readonly Block[]): Block[] => [{ kind: 'heading', level: 2, text: title }, ...blocks]

const medianInWords = (entries: readonly DecisionEntry[], { visit: { locale } }: Writing): string => {
  const found = median(entries.map(({ workingDays }) => workingDays))
  return found === undefined ? '–' : locale.number(found)
}

const lateCell = (entries: readonly DecisionEntry[], writing: Writing): MarkedText => {
  const count = entries.filter((entry) => isLate(entry, writing)).length
  return { text: String(count), ...(count > 0 && { tone: 'bad' as const }) }
}

const gateRow = (name: string, entries: readonly DecisionEntry[], cameIn: number, writing: Writing) => [
  name,
  String(cameIn),
  ...outcomes.map((outcome) => String(entries.filter(({ decision }) => decision.ruling.outcome === outcome).length)),
  medianInWords(entries, writing),
  lateCell(entries, writing),
]

const gatesTable = (writing: Writing): TableBlock => {
  const { visit, material } = writing
  const { t } = visit.locale
  const cameIn = (gate: Gate): number => material.requested.get(gate) ?? 0
  return {
    kind: 'table',
    caption: t(text.gates),
    isCaptionHidden: true,
    columns: [
      { label: t(words.gate), width: 6 },
      ...[t(text.cameIn), ...outcomes.map((outcome) => t(outcomeNames[outcome])), t(text.median), t(text.late)].map((label) => ({
        label,
        width: 2,
        isNumber: true,
      })),
    ],
    rows: [
      ...gates.map((gate) =>
        gateRow(
          t(gateNames[gate]),
          material.decisions.filter((entry) => entry.gate === gate),
          cameIn(gate),
          writing,
        ),
      ),
      gateRow(
        t(text.all),
        material.decisions,
        gates.reduce((sum, gate) => sum + cameIn(gate), 0),
        writing,
      ),
    ],
  }
}

const overdueBlock = ({ visit, material }: Writing): Block => {
  const { t, day } = visit.locale
  if (material.overdue.length === 0) return { kind: 'paragraph', text: t(text.noneOverdue) }
  return {
    kind: 'table',
    caption: t(text.overdue),
    isCaptionHidden: true,
    columns: [
      { label: t(words.case), width: 6 },
      { label: t(words.organisation), width: 4 },
      { label: t(words.phase), width: 3 },
      { label: t(words.dueOn), width: 4 },
      { label: t(text.with), width: 5 },
    ],
    rows: material.overdue.map((row) => [
      { text: `${row.caseNumber} ${row.title}`, href: `/arenden/${row.caseId}` },
      organisationName(visit, row.organisation),
      t(phaseNames[row.phase]),
      day(row.dueOn),
      ballHolder(visit, row.ball),
    ]),
  }
}

const benefitsBlock = ({ visit, material }: Writing): Block => {
  const { t } = visit.locale
  const { rounded } = createAmounts(visit.locale)
  const { organisation } = material.period
  const { county, organisations } = material.portfolio
  const rows = organisations.filter((one) => organisation === undefined || one.organisation === organisation)
  if (rows.length === 0) return { kind: 'paragraph', text: t(text.noBenefits) }
  const rowOf = (name: string, { promised, decided, followed, realised, measures }: PortfolioTotals) => [
    name,
    rounded(promised.financial.costs),
    rounded(promised.financial.benefits),
    rounded(decided.financial.benefits),
    `${rounded(realised.financial.benefits)} ${t(text.of)} ${rounded(followed.financial.benefits)}`,
    rounded(promised.redistributed.benefits),
    `${rounded(realised.redistributed.benefits)} ${t(text.of)} ${rounded(followed.redistributed.benefits)}`,
    { text: `${measures.missed} ${t(text.of)} ${measures.planned}`, ...(measures.missed > 0 && { tone: 'bad' as const }) },
  ]
  const labels = [
    text.costPromised,
    text.benefitPromised,
    text.decided,
    text.realised,
    text.freedPromised,
    text.freedRealised,
    text.missed,
  ]
  return {
    kind: 'table',
    caption: t(text.benefits),
    isCaptionHidden: true,
    columns: [
      { label: t(words.organisation), width: 4 },
      ...labels.map((label) => ({ label: t(label), width: 3, isNumber: true })),
    ],
    rows: [
      ...rows.map((one) => rowOf(organisationName(visit, one.organisation), one)),
      ...(organisation === undefined ? [rowOf(t(text.wholeCounty), county)] : []),
    ],
  }
}

const stoppedBlock = ({ visit, material }: Writing): Block => {
  const { t } = visit.locale
  const stopped = material.decisions.flatMap(({ case: of, decision: { ruling } }) =>
    ruling.outcome === 'stop' ? [{ of, reason: ruling.stopReason }] : [],
  )
  if (stopped.length === 0) return { kind: 'paragraph', text: t(text.noneStopped) }
  return {
    kind: 'table',
    caption: t(text.stopped),
    isCaptionHidden: true,
    columns: [
      { label: t(text.reason), width: 6 },
      { label: t(text.count), width: 2, isNumber: true },
      { label: t(words.cases), width: 9 },
    ],
    rows: stopReasons.flatMap((reason) => {
      const cases = stopped.filter((one) => one.reason === reason)
      return cases.length === 0
        ? []
        : [[t(stopReasonNames[reason]), String(cases.length), cases.map(({ of }) => `${of.caseNumber} ${of.title}`).join('; ')]]
    }),
  }
}

const decisionsBlock = ({ visit, material }: Writing): Block => {
  const { t, swedishDay, shortDay } = visit.locale
  if (material.decisions.length === 0) return { kind: 'paragraph', text: t(text.noDecisions) }
  return {
    kind: 'table',
    caption: t(text.decisions),
    isCaptionHidden: true,
    columns: [
      { label: t(words.case), width: 6 },
      { label: t(words.gate), width: 5 },
      { label: t(text.decision), width: 3 },
      { label: t(text.decidedOn), width: 3 },
      { label: t(text.decider), width: 6 },
      { label: t(text.rule), width: 2 },
    ],
    rows: material.decisions.map(({ requestId, case: of, gate, round, decision }) => [
      { text: `${of.caseNumber} ${of.title}`, href: `/beslut/${requestId}` },
      `${t(gateNames[gate])}${round > 1 ? `, ${t(words.round).toLowerCase()} ${round}` : ''}`,
      t(outcomeNames[decision.ruling.outcome]),
      shortDay(swedishDay(decision.decidedAt)),
      `${decision.decidedBy.name}, ${officeName(visit, decision.office).toLowerCase()}`,
      decision.delegation,
    ]),
  }
}

const briefBlock = (writing: Writing): Block => {
  const { visit, material } = writing
  const { decisions, overdue, ongoing } = material
  const late = decisions.filter((entry) => isLate(entry, writing)).length
  const of = (outcome: (typeof outcomes)[number]): number =>
    decisions.filter(({ decision }) => decision.ruling.outcome === outcome).length
  return {
    kind: 'list',
    items:
      visit.locale.language === 'sv'
        ? [
            `${decisions.length} beslut fattades: ${of('go')} fortsätt, ${of('revise')} återremiss, ${of('hold')} vila och ${of('stop')} avsluta. ${late} av dem kom efter utlovad dag.`,
            `Mediantiden från begäran till beslut var ${medianInWords(decisions, writing)} arbetsdagar. Länet lovar beslut inom ${visit.county.promises.decision}.`,
            `${ongoing} ärenden pågår och ${overdue.length} av dem är över utlovad tid.`,
          ]
        : [
            `${decisions.length} decisions were made: ${of('go')} go, ${of('revise')} revise, ${of('hold')} hold and ${of('stop')} stop. ${late} of them came after the promised day.`,
            `The median time from request to decision was ${medianInWords(decisions, writing)} working days. The county promises a decision within ${visit.county.promises.decision}.`,
            `${ongoing} cases are under way and ${overdue.length} of them are over the promised time.`,
          ],
  }
}

const note = (told: string): Block => ({ kind: 'paragraph', style: 'note', text: told })

export const composeBoardReport = (visit: Visit, material: BoardMaterial): Paper => {
  const writing: Writing = { visit, material }
  const { locale, county, now } = visit
  const { t } = locale
  const { from, till, organisation } = material.period
  const whose = organisation === undefined ? county.name : organisationName(visit, organisation)
  const days = `${locale.day(from)} – ${locale.day(till)}`
  return {
    language: locale.language,
    kind: `${t(text.kind)} · ${t(words.product)}`,
    title: `${whose}, ${days}`,
    head: [
      [t(words.organisation), organisation === undefined ? t(text.wholeCounty) : whose],
      [t(text.made), locale.moment(now)],
    ],
    blocks: [
      ...part(
        t(text.brief),
        briefBlock(writing),
        ...(material.isCut ? [{ kind: 'callout', tone: 'warning', text: t(text.cut) } as const] : []),
      ),
      ...part(t(text.gates), gatesTable(writing), note(t(text.gatesNote))),
      ...part(t(text.overdue), overdueBlock(writing), note(t(text.overdueNote))),
      ...part(t(text.benefits), benefitsBlock(writing), note(t(text.benefitsNote))),
      ...part(t(text.stopped), stoppedBlock(writing)),
      ...part(t(text.decisions), note(t(text.decisionsNote)), decisionsBlock(writing)),
    ],
    running: `${t(text.kind)} · ${whose} · ${days}`,
    foot: `${t(text.made)} ${locale.moment(now)}`,
    fileName: `${t(text.kind)} ${whose} ${from} - ${till}`,
    author: `${t(words.product)}, ${county.name}`,
    subject: `${t(text.kind)} ${days}`,
    keywords: [whose, `${from}/${till}`],
    accent: county.theme.colour,
    madeAt: now,
  }
}
