import type { Text } from '#contracts/language.ts'
import { Fields } from '../../../forms/form-field.tsx'
import type { FormState } from '../../../forms/form-field.tsx'
import type { FormFields } from '../../../forms/action-form.tsx'
import { bodyOf } from '../assessment-body.ts'
import { assessmentPath } from '../load-assessment.ts'
import type { ReckonedAssessment } from '../load-assessment.ts'
import { createPartPages } from '../part-editor.tsx'
import type { Result } from '../part-editor.tsx'
import { ResultRegion } from '../result-region.tsx'
import { chainFields, chainInForm, chainOfForm, linesOnChain, prepareChain } from './chain-fields.ts'
import { ChainFigure, chainSentence } from './chain-figure.tsx'

/** From what is changed, over its effects, to the goals; edited as a list and drawn as it is written. */

const text = {
  title: { sv: 'Effektkedja', en: 'Chain of effects' },
  lead: {
    sv: 'Kedjan visar varför nyttorna kommer: vad som görs annorlunda, vad det leder till och för vem, och vilka mål det bidrar till.',
    en: 'The chain shows why the benefits come: what is done differently, what that leads to and for whom, and which goals it serves.',
  },
  heading: { sv: 'Kedjan', en: 'The chain' },
  empty: { sv: 'Det finns ingen effektkedja än.', en: 'There is no chain of effects yet.' },
} as const satisfies Record<string, Text>

const Lead = ({ props: { visit } }: { props: ReckonedAssessment }) => <p class="measure">{visit.locale.t(text.lead)}</p>

const ChainForm = ({ form, fields }: { form: FormState; fields: FormFields }) => (
  <div class="fields">
    <Fields form={form} fields={fields} />
  </div>
)

const ChainResult = ({ props: { visit }, result }: { props: ReckonedAssessment; result: Result }) => {
  const { chain, lines } = result.body
  const isDrawn = chain !== undefined && (chain.change !== undefined || chain.effects.length > 0 || chain.goals.length > 0)
  return (
    <ResultRegion
      locale={visit.locale}
      heading={text.heading}
      problems={result.problems}
      summary={isDrawn ? <p>{chainSentence(visit, chain, lines)}</p> : <p class="empty">{visit.locale.t(text.empty)}</p>}
    >
      {isDrawn && <ChainFigure visit={visit} chain={chain} lines={lines} />}
    </ResultRegion>
  )
}

export const chainPages = createPartPages<ReckonedAssessment>({
  page: 'chain',
  title: ({ visit, assessment }) => `${visit.locale.t(text.title)} (${assessment.kind})`,
  path: (props) => `${assessmentPath(props)}/kedja`,
  extend: (_, read) => read,
  fields: chainFields,
  contentOf: chainInForm,
  prepare: (_, entered) => prepareChain(entered),
  bodyWith: ({ assessment }, content) => {
    const body = bodyOf(assessment)
    const chain = chainOfForm(content)
    return { ...body, chain, lines: linesOnChain(body.lines, chain, content) }
  },
  isReckoned: false,
  Lead,
  Fields: ChainForm,
  Result: ChainResult,
  Reading: () => null,
})
