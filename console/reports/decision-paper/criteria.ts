import type { JudgedCriterion } from '#contracts/evidence.ts'
import type { Text } from '#contracts/language.ts'
import { assessmentNames, criterionStatusNames } from '#contracts/words.ts'
import type { CriterionStatus } from '#contracts/words.ts'
import { words } from '../../language/words.ts'
import type { Block, MarkedText, TableBlock, Tone } from '../paper.ts'
import type { Writing } from './writing.ts'

const text = {
  mandatory: { sv: 'Obligatoriska för fortsätt', en: 'Mandatory for go' },
  advisory: { sv: 'Rådgivande', en: 'Advisory' },
  judgement: { sv: 'Bedömning', en: 'Judgement' },
  because: { sv: 'Skäl', en: 'Reason' },
  where: { sv: 'Står i', en: 'Stands in' },
  source: { sv: 'Källa', en: 'Source' },
  criterion: { sv: 'Kriterium', en: 'Criterion' },
  more: { sv: 'till; se Kriterierna ett för ett.', en: 'more; see The criteria one by one.' },
} as const satisfies Record<string, Text>

const tones = { met: 'good', notMet: 'bad', unknown: 'warning' } as const satisfies Record<CriterionStatus, Tone>
const order = { notMet: 0, unknown: 1, met: 2 } as const

const isMet = ({ status }: JudgedCriterion): boolean => status === 'met'

/** `17 av 18 obligatoriska kriterier är uppfyllda, och 5 av 6 rådgivande.` */
const countedInWords = (criteria: readonly JudgedCriterion[], { locale: { language } }: Writing): string => {
  const [mandatory, advisory] = [true, false].map((isMandatory) => {
    const of = criteria.filter((criterion) => criterion.isMandatory === isMandatory)
    return { met: of.filter(isMet).length, all: of.length }
  })
  if (!mandatory || !advisory) return ''
  const others =
    language === 'sv'
      ? `, och ${advisory.met} av ${advisory.all} rådgivande`
      : `, and ${advisory.met} of ${advisory.all} advisory`
  const tail = advisory.all > 0 ? others : ''
  return language === 'sv'
    ? `${mandatory.met} av ${mandatory.all} obligatoriska kriterier är uppfyllda${tail}.`
    : `${mandatory.met} of ${mandatory.all} mandatory criteria are met${tail}.`
}

const byConcern = (a: JudgedCriterion, b: JudgedCriterion): number =>
  Number(b.isMandatory) - Number(a.isMandatory) || order[a.status] - order[b.status]

/** What a reader of one page must know of the criteria: how many are met, and which are not. */
export const criteriaInBrief = (writing: Writing, most: number): Block[] => {
  const { t } = writing.locale
  const { evidence, isGoPossible } = writing.material.request
  const open = evidence.criteria.filter((criterion) => !isMet(criterion)).toSorted(byConcern)
  const told = open.slice(0, most).map(({ name, status, because, isMandatory }) => {
    const weight = isMandatory ? '' : ` (${t(words.advisory).toLowerCase()})`
    return `${t(criterionStatusNames[status])}: ${t(name)}${weight}. ${t(because)}`
  })
  return [
    { kind: 'callout', tone: isGoPossible ? 'good' : 'bad', text: countedInWords(evidence.criteria, writing) },
    ...(told.length > 0
      ? [
          {
            kind: 'list',
            items: open.length > most ? [...told, `${open.length - most} ${t(text.more)}`] : told,
          } as const,
        ]
      : []),
  ]
}

const statusCell = (status: CriterionStatus, { locale: { t } }: Writing): MarkedText => ({
  text: t(criterionStatusNames[status]),
  tone: tones[status],
})

const placeName = (place: string, { locale: { t }, material: { request } }: Writing): string => {
  const { evidence } = request
  if (place === 'opinions') return t(words.opinions)
  if (place === 'assessment') return t(evidence.assessment ? assessmentNames[evidence.assessment.kind] : words.assessment)
  const section = evidence.sections.find(({ key }) => key === place)
  return section ? t(section.name) : place
}

const tableOf = (caption: Text, criteria: readonly JudgedCriterion[], writing: Writing): TableBlock => {
  const { t, list } = writing.locale
  return {
    kind: 'table',
    caption: t(caption),
    columns: [
      { label: t(text.criterion), width: 5 },
      { label: t(text.judgement), width: 2 },
      { label: t(text.because), width: 5 },
      { label: t(text.where), width: 3 },
      { label: t(text.source), width: 3 },
    ],
    rows: criteria
      .toSorted(byConcern)
      .map((criterion) => [
        t(criterion.name),
        statusCell(criterion.status, writing),
        t(criterion.because),
        list(criterion.evidence.map((place) => placeName(place, writing))),
        criterion.source,
      ]),
  }
}

export const criteriaTables = (writing: Writing): Block[] => {
  const { criteria } = writing.material.request.evidence
  return [
    { caption: text.mandatory, isMandatory: true },
    { caption: text.advisory, isMandatory: false },
  ].flatMap(({ caption, isMandatory }) => {
    const of = criteria.filter((criterion) => criterion.isMandatory === isMandatory)
    return of.length > 0 ? [tableOf(caption, of, writing)] : []
  })
}
