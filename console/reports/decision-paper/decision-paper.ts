import * as z from 'zod'
import { phaseAfter } from '#contracts/flow.ts'
import type { Text } from '#contracts/language.ts'
import { gateNames, gates, outcomeNames, outcomes, phaseNames } from '#contracts/words.ts'
import type { Gate } from '#contracts/words.ts'
import { outcomeStories } from '../../language/outcome-stories.ts'
import { phaseStories } from '../../language/phase-stories.ts'
import { words } from '../../language/words.ts'
import { organisationName } from '../../layout/names.ts'
import { decidersOf } from '../../pages/gate/deciders.ts'
import type { Visit } from '../../visit.ts'
import type { Block, Fact, Paper, TableBlock } from '../paper.ts'
import { benefitInFull, moneyInBrief, organisationsInBrief, qualitativeInBrief } from './benefit.ts'
import { criteriaInBrief, criteriaTables } from './criteria.ts'
import { dialoguesInFull } from './dialogues.ts'
import { gateQuestions } from './gate-questions.ts'
import type { PaperMaterial } from './load-material.ts'
import { opinionsInBrief, opinionsInFull } from './opinions.ts'
import { risksInBrief, risksInFull } from './risks.ts'
import { sectionsInFull, sectionTable } from './sections.ts'
import { createWriting } from './writing.ts'
import type { Writing } from './writing.ts'

/**
 * The paper that a gate is decided on: one page to decide from, then all that the page rests on. Everything in it was
 * fixed when the evidence was frozen; what has happened since - a decision, a declared conflict of interest - is not here.
 */

const text = {
  kind: { sv: 'Tjänsteskrivelse', en: 'Decision paper' },
  caseNumber: { sv: 'Ärendenummer', en: 'Case number' },
  officer: { sv: 'Handläggare', en: 'Case officer' },
  date: { sv: 'Datum', en: 'Date' },
  to: { sv: 'Till', en: 'To' },
  need: { sv: 'Behovet', en: 'The need' },
  question: { sv: 'Vad som ska beslutas', en: 'What is to be decided' },
  deciding: { sv: 'Vem som beslutar och när', en: 'Who decides and when' },
  decideBy: { sv: 'Beslut senast', en: 'Decision by' },
  office: { sv: 'Beslutsfattare', en: 'Who may decide' },
  rule: { sv: 'Rad i delegationsordningen', en: 'Line of the delegation order' },
  order: { sv: 'Delegationsordning', en: 'Delegation order' },
  value: { sv: 'Ärendets värde', en: 'Value of the case' },
  notGiven: { sv: 'Inte angivet', en: 'Not given' },
  nobody: {
    sv: 'Ingen rad i delegationsordningen gäller för det här beslutet.',
    en: 'No line of the delegation order covers this decision.',
  },
  criteria: { sv: 'Kriterier', en: 'Criteria' },
  money: { sv: 'Ekonomi', en: 'Money' },
  organisations: { sv: 'Vem som betalar och vem som vinner', en: 'Who pays and who gains' },
  qualitative: { sv: 'Nyttor som inte räknas i pengar', en: 'Benefits not counted in money' },
  greatestRisks: { sv: 'De största riskerna', en: 'The greatest risks' },
  opinions: { sv: 'Yttranden', en: 'Opinions' },
  dialogues: { sv: 'Dialog med marknaden', en: 'Dialogue with the market' },
  after: { sv: 'Vad som händer efter beslutet', en: 'What happens after the decision' },
  criteriaInFull: { sv: 'Kriterierna ett för ett', en: 'The criteria one by one' },
  benefitInFull: { sv: 'Nytta och kostnader', en: 'Benefits and costs' },
  risksInFull: { sv: 'Risker', en: 'Risks' },
  rights: { sv: 'Beslutanderätt', en: 'The right to decide' },
  list: { sv: 'Underlagets delar', en: 'The parts of the evidence' },
  record: { sv: 'Ärendeakten avsnitt för avsnitt', en: 'The record section by section' },
  digest: { sv: 'Underlagets kontrollsumma (SHA-256)', en: "The evidence's digest (SHA-256)" },
  frozen: { sv: 'Fryst', en: 'Frozen' },
  secrecy: {
    sv: 'Underlaget kan innehålla uppgifter om anbud som omfattas av sekretess (OSL 19:3). Gör en sekretessprövning innan det lämnas ut.',
    en: 'The evidence may hold tender data under secrecy (OSL 19:3). Have the secrecy examined before it is handed out.',
  },
  fileName: { sv: 'beslutsunderlag', en: 'decision paper' },
} as const satisfies Record<string, Text>

/** How much of each part there is room for on the first page. */
const most = { criteria: 3, qualitative: 3, risks: 3 } as const

/** `Ärendet går vidare till Upphandling`, or that it cannot. */
const proposal = ({ locale: { language, t }, material: { request } }: Writing): string => {
  const { phase } = request.evidence
  if (!request.isGoPossible) {
    const count = request.unmet.length
    return language === 'sv'
      ? `Fortsätt kan inte beslutas: ${count} ${count === 1 ? 'obligatoriskt kriterium är inte uppfyllt' : 'obligatoriska kriterier är inte uppfyllda'}. Det som kan beslutas är återremiss, vila eller avsluta.`
      : `Go cannot be decided: ${count} mandatory ${count === 1 ? 'criterion is' : 'criteria are'} not met. What can be decided is revise, hold or stop.`
  }
  const next = phaseAfter(phase)
  if (!next)
    return language === 'sv'
      ? 'Begäran gäller att underhållsavtalet fortsätter och att ärendet fullbordas.'
      : 'The request is for the maintenance contract to go on and the case to be completed.'
  return language === 'sv'
    ? `Begäran gäller att ärendet går vidare till ${t(phaseNames[next]).toLowerCase()}.`
    : `The request is for the case to go on to ${t(phaseNames[next]).toLowerCase()}.`
}

const awardContent = z.object({ tender: z.string(), supplier: z.string(), contractValue: z.number() })

/** At BP4: to whom the contract is proposed to go. */
const award = ({ locale: { language, money }, material: { sections } }: Writing): Block[] => {
  const proposed = awardContent.safeParse(sections.find(({ evidence: { key } }) => key === 'awardProposal')?.content)
  if (!proposed.success) return []
  const { tender, supplier, contractValue } = proposed.data
  return [
    {
      kind: 'paragraph',
      style: 'strong',
      text:
        language === 'sv'
          ? `Förslag: tilldela kontraktet till ${supplier} (anbud ${tender}), värde ${money(contractValue)} utan moms.`
          : `Proposal: award the contract to ${supplier} (tender ${tender}), value ${money(contractValue)} without VAT.`,
    },
  ]
}

const valueOf = ({ locale, material: { request } }: Writing): string =>
  request.evidence.value === undefined ? locale.t(text.notGiven) : locale.money(request.evidence.value)

const whoDecides = (writing: Writing): Fact[] => {
  const { visit, locale, material } = writing
  const { t } = locale
  const deciders = decidersOf(visit, material.request)
  const own = organisationName(visit, material.request.case.organisation)
  return [
    [
      t(text.office),
      deciders.length === 0
        ? { text: t(text.nobody), tone: 'bad' }
        : deciders
            .map(({ office, organisations, rules }) =>
              organisations === own ? `${office} (${rules})` : `${office}, ${organisations} (${rules})`,
            )
            .join('; '),
    ],
    [t(text.decideBy), { text: locale.day(material.request.dueOn), isStrong: true }],
    [t(text.value), valueOf(writing)],
    [t(text.order), visit.county.delegationOrder.source],
  ]
}

const afterwards = ({ locale: { t }, material: { request } }: Writing): Block => {
  const stories = outcomeStories(request.gate)
  const next = phaseAfter(request.phase)
  return {
    kind: 'list',
    items: outcomes.map((outcome) => {
      const further = outcome === 'go' && next ? ` ${t(phaseNames[next])}: ${t(phaseStories[next])}` : ''
      return `${t(outcomeNames[outcome])}: ${t(stories[outcome])}${further}`
    }),
  }
}

const part = (title: string, blocks: readonly Block[]): Block[] =>
  blocks.length === 0 ? [] : [{ kind: 'heading', level: 2, text: title }, ...blocks]

const longestNeed = 450

/** Whole words, as many as there is room for. */
const shortened = (text: string): string =>
  text.length <= longestNeed ? text : `${text.slice(0, text.lastIndexOf(' ', longestNeed))} …`

const needInBrief = ({ locale: { language, number }, material: { need } }: Writing): Block[] => {
  if (!need) return []
  const affected =
    language === 'sv'
      ? `Berör omkring ${number(need.affectedPerYear)} personer om året.`
      : `Concerns about ${number(need.affectedPerYear)} people a year.`
  return [{ kind: 'paragraph', text: `${shortened(need.problem)} ${affected}` }]
}

/** The page to decide from. */
const summary = (writing: Writing): Block[] => {
  const { locale, material } = writing
  const { t } = locale
  const { gate } = material.request
  return [
    ...part(t(text.need), needInBrief(writing)),
    {
      kind: 'columns',
      left: [
        ...part(t(text.question), [
          { kind: 'paragraph', text: t(gateQuestions[gate]) },
          { kind: 'paragraph', style: 'strong', text: proposal(writing) },
          ...(gate === 'BP4' ? award(writing) : []),
        ]),
        ...part(t(text.criteria), criteriaInBrief(writing, most.criteria)),
      ],
      right: [
        ...part(t(text.deciding), [{ kind: 'facts', rows: whoDecides(writing) }]),
        ...part(t(text.after), [afterwards(writing)]),
      ],
    },
    ...part(t(text.money), moneyInBrief(writing)),
    ...part(t(text.organisations), organisationsInBrief(writing)),
    {
      kind: 'columns',
      left: [
        ...part(t(text.qualitative), [qualitativeInBrief(writing, most.qualitative)]),
        ...part(t(text.opinions), [opinionsInBrief(writing)]),
      ],
      right: part(t(text.greatestRisks), [risksInBrief(writing, most.risks)]),
    },
    ...(gate === 'BP4' ? [{ kind: 'paragraph', style: 'note', text: t(text.secrecy) } as const] : []),
  ]
}

const rightsTable = ({ visit, locale: { t }, material: { request } }: Writing): TableBlock => ({
  kind: 'table',
  caption: `${t(text.order)}: ${visit.county.delegationOrder.source}`,
  columns: [
    { label: t(text.office), width: 5 },
    { label: t(words.organisation), width: 6 },
    { label: t(text.rule), width: 3 },
  ],
  rows: decidersOf(visit, request).map(({ office, organisations, rules }) => [office, organisations, rules]),
})

/** What the page rests on. */
const basis = (writing: Writing): Block[] => {
  const { t } = writing.locale
  const { request } = writing.material
  return [
    ...part(t(text.criteriaInFull), criteriaTables(writing)),
    ...part(t(text.benefitInFull), benefitInFull(writing)),
    ...part(t(text.risksInFull), risksInFull(writing)),
    ...part(t(text.opinions), opinionsInFull(writing)),
    ...part(t(text.dialogues), dialoguesInFull(writing)),
    ...part(
      t(text.rights),
      request.rights.length === 0 ? [{ kind: 'callout', tone: 'bad', text: t(text.nobody) }] : [rightsTable(writing)],
    ),
    ...part(t(text.list), [
      sectionTable(writing),
      { kind: 'paragraph', style: 'note', text: `${t(text.digest)}: ${request.digest}` },
    ]),
    ...part(t(text.record), sectionsInFull(writing)),
  ]
}

const firstBoardGates: readonly Gate[] = ['BP1', 'BP2', 'BP3', 'BP4', 'BP5']

/** `BP2`; gates without a number by their name. */
const gateInFileName = (gate: Gate, { locale: { t } }: Writing): string =>
  firstBoardGates.includes(gate) ? gate : t(gateNames[gate]).toLowerCase()

const fileNameOf = (writing: Writing): string => {
  const { t } = writing.locale
  const { evidence } = writing.material.request
  const round = evidence.round > 1 ? ` ${t(words.round).toLowerCase()} ${evidence.round}` : ''
  return `${evidence.case.caseNumber} ${gateInFileName(evidence.gate, writing)}${round} ${t(text.fileName)}`
}

const headOf = (writing: Writing): Fact[] => {
  const { visit, locale, material } = writing
  const { t } = locale
  const { evidence } = material.request
  return [
    [t(text.caseNumber), evidence.case.caseNumber],
    [t(words.organisation), organisationName(visit, evidence.case.organisation)],
    [t(text.officer), evidence.frozenBy],
    [t(text.date), locale.moment(evidence.frozenAt)],
    [
      t(words.gate),
      `${t(gateNames[evidence.gate])}, ${t(words.round).toLowerCase()} ${evidence.round} (${gates.indexOf(evidence.gate) + 1}/${gates.length})`,
    ],
  ]
}

export const composeDecisionPaper = (visit: Visit, material: PaperMaterial): Paper => {
  const writing = createWriting(visit, material)
  const { locale } = writing
  const { t } = locale
  const { request } = material
  const { evidence, digest } = request
  const shortGate = `${evidence.case.caseNumber} · ${t(gateNames[evidence.gate])}`
  return {
    language: locale.language,
    kind: t(text.kind),
    title: `${t(gateNames[evidence.gate])}: ${evidence.case.title}`,
    head: headOf(writing),
    blocks: [...summary(writing), { kind: 'newPage' }, ...basis(writing)],
    running: `${shortGate} · ${evidence.case.title}`,
    foot: `${t(text.frozen)} ${locale.moment(evidence.frozenAt)}. SHA-256 ${digest}`,
    fileName: fileNameOf(writing),
    author: `${evidence.frozenBy}, ${organisationName(visit, evidence.case.organisation)}`,
    subject: `${t(text.kind)} ${shortGate}`,
    keywords: [evidence.case.caseNumber, evidence.gate, `SHA-256 ${digest}`],
    accent: visit.county.theme.colour,
    madeAt: evidence.frozenAt,
  }
}
