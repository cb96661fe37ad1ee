import type { Evidence } from '#contracts/evidence.ts'
import type { Text } from '#contracts/language.ts'
import { opinionAnswerNames } from '#contracts/words.ts'
import { words } from '../../language/words.ts'
import { unitName } from '../../layout/names.ts'
import type { Block } from '../paper.ts'
import type { Writing } from './writing.ts'

const text = {
  none: { sv: 'Inga yttranden ingår i underlaget.', en: 'No opinions are part of the evidence.' },
  unanswered: { sv: 'Obesvarat', en: 'Unanswered' },
  given: { sv: 'Lämnat', en: 'Given' },
} as const satisfies Record<string, Text>

type Opinion = Evidence['opinions'][number]

const answerOf = ({ answer }: Opinion, { locale: { t } }: Writing): string =>
  answer ? t(opinionAnswerNames[answer]) : t(text.unanswered)

export const opinionsInBrief = (writing: Writing): Block => {
  const { opinions } = writing.material.request.evidence
  if (opinions.length === 0) return { kind: 'paragraph', text: writing.locale.t(text.none) }
  return {
    kind: 'list',
    items: opinions.map((opinion) => `${unitName(writing.visit, opinion.unit)}: ${answerOf(opinion, writing).toLowerCase()}`),
  }
}

export const opinionsInFull = (writing: Writing): Block[] => {
  const { locale, visit, material } = writing
  const { t } = locale
  const { opinions } = material.request.evidence
  if (opinions.length === 0) return [{ kind: 'paragraph', text: t(text.none) }]
  return opinions.flatMap((opinion): Block[] => [
    { kind: 'heading', level: 3, text: `${unitName(visit, opinion.unit)}: ${answerOf(opinion, writing).toLowerCase()}` },
    {
      kind: 'facts',
      isReading: true,
      rows: [
        [t(words.question), opinion.question],
        ...(opinion.comment === undefined ? [] : [[t(words.comment), opinion.comment] as const]),
        ...(opinion.answeredBy !== undefined && opinion.answeredAt !== undefined
          ? [[t(text.given), `${opinion.answeredBy}, ${locale.moment(opinion.answeredAt)}`] as const]
          : []),
      ],
    },
  ])
}
