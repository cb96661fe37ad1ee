import * as z from 'zod'
import { libraryRequirementId } from '#contracts/ids.ts'
import { choice, choices, date, group, list, optional, prose, text, url } from '#phase/field.ts'
import type { Field } from '#phase/field.ts'
import { evaluationKinds, requirementResults, verdicts } from './evaluation-results.ts'

/** What an organisation says of a product that it has assessed. */

const requirementNumber: Field<typeof libraryRequirementId> = {
  complete: libraryRequirementId,
  draft: z.string().max(20),
  form: { label: { sv: 'Kravets nummer', en: 'Number of the requirement' }, kind: 'text', maxLength: 20, isRequired: true },
}

export const evaluationContent = group({
  label: { sv: 'Bedömningen', en: 'The evaluation' },
  fields: {
    kinds: choices({ label: { sv: 'Vad som har bedömts', en: 'What has been assessed' }, options: evaluationKinds }),
    scope: prose({
      label: { sv: 'Omfattning', en: 'Scope' },
      help: {
        sv: 'För vilken användning bedömningen gäller, och vad den inte täcker.',
        en: 'For which use the evaluation holds, and what it does not cover.',
      },
      max: 1_500,
    }),
    method: prose({ label: { sv: 'Metod', en: 'Method' }, max: 1_500 }),
    productVersion: text({ label: { sv: 'Produktens version', en: 'Version of the product' }, max: 40 }),
    results: optional(
      list({
        label: { sv: 'Resultat per krav i kravbiblioteket', en: 'Result per requirement of the library' },
        item: group({
          label: { sv: 'Krav', en: 'Requirement' },
          fields: {
            requirementId: requirementNumber,
            result: choice({ label: { sv: 'Resultat', en: 'Result' }, options: requirementResults }),
            comment: optional(text({ label: { sv: 'Kommentar', en: 'Comment' }, max: 600 })),
          },
        }),
        min: 0,
        max: 60,
      }),
    ),
    verdict: choice({ label: { sv: 'Samlad bedömning', en: 'Overall verdict' }, options: verdicts }),
    conclusion: prose({ label: { sv: 'Slutsats', en: 'Conclusion' }, max: 2_000 }),
    validFrom: date({ label: { sv: 'Gäller från', en: 'Valid from' } }),
    validTo: date({
      label: { sv: 'Gäller till och med', en: 'Valid to' },
      help: {
        sv: 'Därefter erbjuds bedömningen inte längre i nya ärenden.',
        en: 'After that the evaluation is no longer offered in new cases.',
      },
    }),
    report: optional(url({ label: { sv: 'Länk till rapporten', en: 'Link to the report' } })),
  },
})
export type EvaluationContent = z.infer<typeof evaluationContent.complete>
