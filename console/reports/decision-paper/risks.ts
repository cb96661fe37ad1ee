import type { Text } from '#contracts/language.ts'
import type { FormField } from '#phase/field.ts'
import { inWords } from '../../forms/content-view.tsx'
import type { Block, Tone } from '../paper.ts'
import { risksOf } from './load-material.ts'
import type { RiskRow } from './load-material.ts'
import type { Writing } from './writing.ts'

const text = {
  notYet: {
    sv: 'Riskanalysen görs i verifieringsfasen, efter BP2.',
    en: 'The risk analysis is made in the verification phase, after BP2.',
  },
  none: { sv: 'Ingen riskanalys ingår i underlaget.', en: 'No risk analysis is part of the evidence.' },
  caption: { sv: 'Risker, de största först', en: 'Risks, the greatest first' },
  kind: { sv: 'Slag', en: 'Kind' },
  risk: { sv: 'Vad som kan hända', en: 'What may happen' },
  size: { sv: 'Sannolikhet × konsekvens', en: 'Likelihood × consequence' },
  action: { sv: 'Åtgärd', en: 'Action' },
  owner: { sv: 'Ansvarig', en: 'Responsible' },
  remaining: { sv: 'Efter åtgärd', en: 'After the action' },
  after: { sv: 'Efter åtgärd', en: 'After the action' },
  more: { sv: 'till; se Risker.', en: 'more; see Risks.' },
} as const satisfies Record<string, Text>

const tones: Readonly<Record<string, Tone>> = { acceptable: 'good', watched: 'warning', unacceptable: 'bad' }

/** What the analysis' own form calls a choice. */
const nameOf = (key: keyof RiskRow, value: string | undefined, { locale, material }: Writing): string => {
  const list: FormField | undefined = material.risks?.form?.fields['risks']
  const item = list?.kind === 'list' ? list.item : undefined
  const field = item?.kind === 'group' ? item.fields[key] : undefined
  if (value === undefined) return '–'
  return field ? inWords(field, value, { locale, options: {} }) : value
}

const sizeOf = ({ likelihood, consequence }: RiskRow): string =>
  likelihood === undefined || consequence === undefined ? '–' : `${likelihood} × ${consequence} = ${likelihood * consequence}`

const absence = ({ locale: { t }, material }: Writing): Block => {
  const { gate } = material.request
  return { kind: 'paragraph', text: t(gate === 'BP1' || gate === 'BP2' ? text.notYet : text.none) }
}

export const risksInBrief = (writing: Writing, most: number): Block => {
  const { t } = writing.locale
  const risks = risksOf(writing.material.risks)
  if (risks.length === 0) return absence(writing)
  const items = risks
    .slice(0, most)
    .map(
      (risk) =>
        `${nameOf('kind', risk.kind, writing)} (${sizeOf(risk)}): ${risk.risk} ${t(text.after)}: ${nameOf('remaining', risk.remaining, writing).toLowerCase()}.`,
    )
  return { kind: 'list', items: risks.length > most ? [...items, `${risks.length - most} ${t(text.more)}`] : items }
}

export const risksInFull = (writing: Writing): Block[] => {
  const { t } = writing.locale
  const risks = risksOf(writing.material.risks)
  if (risks.length === 0) return [absence(writing)]
  return [
    {
      kind: 'table',
      caption: t(text.caption),
      columns: [
        { label: t(text.risk), width: 6 },
        { label: t(text.kind), width: 3 },
        { label: t(text.size), width: 3 },
        { label: t(text.action), width: 6 },
        { label: t(text.owner), width: 3 },
        { label: t(text.remaining), width: 3 },
      ],
      rows: risks.map((risk) => {
        const tone = tones[risk.remaining ?? '']
        return [
          risk.risk,
          nameOf('kind', risk.kind, writing),
          sizeOf(risk),
          risk.action ?? '–',
          risk.owner ?? '–',
          { text: nameOf('remaining', risk.remaining, writing), ...(tone && { tone }) },
        ]
      }),
    },
  ]
}
