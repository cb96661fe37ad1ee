import type { Text } from '#contracts/language.ts'
import type { CatalogueForms, EvaluationView } from '../../api/catalogue-views.ts'
import { ActionForm, RevealedForm } from '../../forms/action-form.tsx'
import type { FailedForm, FormFields } from '../../forms/action-form.tsx'
import { ContentView } from '../../forms/content-view.tsx'
import { organisationName } from '../../layout/names.ts'
import { Tag } from '../../layout/tag.tsx'
import { words } from '../../language/words.ts'
import { isStaff } from '../../session/user.ts'
import type { Visit } from '../../visit.ts'
import { filledFields, optionName } from './catalogue-forms.ts'

/** What organisations have found out about a product, for staff and its own supplier. */

const text = {
  title: { sv: 'Bedömningar att återanvända', en: 'Evaluations to reuse' },
  none: { sv: 'Ingen har bedömt produkten än.', en: 'Nobody has evaluated the product yet.' },
  record: { sv: 'Registrera en bedömning', en: 'Record an evaluation' },
  replace: { sv: 'Ersätt med en ny bedömning', en: 'Replace with a new evaluation' },
  until: { sv: 'till och med', en: 'to' },
  case: { sv: 'Ärendet', en: 'The case' },
  comment: { sv: 'Leverantörens kommentar', en: "The supplier's comment" },
  write: { sv: 'Kommentera bedömningen', en: 'Comment on the evaluation' },
} as const satisfies Record<string, Text>

const statuses = {
  inForce: { sv: 'Gäller', en: 'In force' },
  expired: { sv: 'Har gått ut', en: 'Expired' },
  superseded: { sv: 'Ersatt av en nyare', en: 'Replaced by a newer one' },
} as const satisfies Record<EvaluationView['status'], Text>

export const commentFields: FormFields = {
  comment: {
    kind: 'prose',
    label: text.comment,
    help: {
      sv: 'Visas för alla organisationer bredvid bedömningen.',
      en: 'Shown to all organisations beside the evaluation.',
    },
    maxLength: 2_000,
    isRequired: true,
  },
}

export const commentScope = (evaluationId: string): string => `kommentar-${evaluationId}`

export const EvaluationList = ({
  visit,
  productId,
  evaluations,
  forms,
  isOwn,
  failed,
}: {
  visit: Visit
  productId: string
  evaluations: readonly EvaluationView[]
  forms: CatalogueForms
  /** Whoever looks keeps the product, and may comment. */
  isOwn: boolean
  failed?: FailedForm | undefined
}) => {
  const { locale } = visit
  const { t, shortDay, moment } = locale
  const { fields } = forms.evaluation
  return (
    <section aria-labelledby="bedomningar">
      <h2 class="ds-heading" data-size="sm" id="bedomningar">
        {t(text.title)}
      </h2>
      {isStaff(visit.user) && (
        <p class="no-print">
          <a class="ds-link" href={`/katalog/produkter/${productId}/bedomning`}>
            {t(text.record)}
          </a>
        </p>
      )}
      {evaluations.length === 0 && <p class="empty">{t(text.none)}</p>}
      {evaluations.map((one) => {
        const validTo = one.content['validTo']
        const scope = commentScope(one.evaluationId)
        return (
          <details class="reveal" open={failed?.scope === scope}>
            <summary>
              {organisationName(visit, one.organisation)}: {optionName(fields, 'verdict', String(one.content['verdict']), visit)}
              {typeof validTo === 'string' && `, ${t(text.until)} ${shortDay(validTo)}`}
            </summary>
            <p>
              <Tag color={one.status === 'inForce' ? 'success' : 'neutral'}>{t(statuses[one.status])}</Tag>{' '}
              {one.caseId && isStaff(visit.user) && (
                <a class="ds-link" href={`/arenden/${one.caseId}`}>
                  {t(text.case)}
                </a>
              )}
            </p>
            <ContentView locale={locale} options={{}} fields={filledFields(fields, one.content, [])} content={one.content} />
            {one.comment && (
              <>
                <h3 class="ds-heading" data-size="2xs">
                  {t(text.comment)}
                </h3>
                <p class="prose measure">{one.comment.text}</p>
                <p class="note">{moment(one.comment.writtenAt)}</p>
              </>
            )}
            {isStaff(visit.user) && one.organisation === visit.user?.organisation && one.status === 'inForce' && (
              <p class="no-print">
                <a class="ds-link" href={`/katalog/produkter/${productId}/bedomning?ersatter=${one.evaluationId}`}>
                  {t(text.replace)}
                </a>
              </p>
            )}
            {isOwn && (
              <RevealedForm title={t(text.write)} isOpen={failed?.scope === scope}>
                <ActionForm
                  visit={visit}
                  scope={scope}
                  action={`/katalog/produkter/${productId}/bedomningar/${one.evaluationId}/kommentar`}
                  fields={commentFields}
                  entered={new URLSearchParams(one.comment && { '/comment': one.comment.text })}
                  submit={t(words.save)}
                  failed={failed}
                />
              </RevealedForm>
            )}
          </details>
        )
      })}
    </section>
  )
}
