import { outcomeNames, outcomes, stopReasonNames } from '#contracts/words.ts'
import type { Outcome } from '#contracts/words.ts'
import type { Text } from '#contracts/language.ts'
import type { RequestView } from '../../api/gate-views.ts'
import { ActionForm, RevealedForm } from '../../forms/action-form.tsx'
import type { FailedForm, FormFields } from '../../forms/action-form.tsx'
import { createFieldLabels } from '../../forms/field-labels.ts'
import { Fields } from '../../forms/form-field.tsx'
import type { FormState } from '../../forms/form-field.tsx'
import { formWords } from '../../forms/form-words.ts'
import { readForm } from '../../forms/read-form.ts'
import type { Entered, FieldError } from '../../forms/read-form.ts'
import { ErrorSummary, errorsByField } from '../../forms/refusal.tsx'
import { outcomeStories } from '../../language/outcome-stories.ts'
import type { Visit } from '../../visit.ts'

/** The decision itself: one of four outcomes with what it needs, the reason, and the question of conflict. */

const text = {
  title: { sv: 'Fatta beslutet', en: 'Make the decision' },
  outcome: { sv: 'Beslut', en: 'Decision' },
  goImpossible: {
    sv: 'Kan inte väljas: obligatoriska kriterier är inte uppfyllda. Ingen kan besluta om fortsätt så länge de återstår.',
    en: 'Cannot be chosen: mandatory criteria are not met. Nobody can decide go while they remain.',
  },
  conflict: { sv: 'Är du jävig i ärendet?', en: 'Do you have a conflict of interest in the case?' },
  conflictHelp: {
    sv: 'Du är jävig om du, någon närstående eller ett företag du har intressen i berörs av beslutet (KL 6:28–32, 7:4). Då får du inte besluta.',
    en: 'You have a conflict if you, somebody close to you or a company that you have interests in is affected (KL 6:28–32, 7:4). You may then not decide.',
  },
  decide: { sv: 'Fatta beslutet', en: 'Make the decision' },
  signed: {
    sv: 'Beslutet fattas i ditt namn och registreras i diariet.',
    en: 'The decision is made in your name and recorded in the register.',
  },
  declare: { sv: 'Anmäl jäv', en: 'Declare a conflict of interest' },
  choose: { sv: 'Välj ett beslut.', en: 'Choose a decision.' },
  required: { sv: 'Fyll i fältet.', en: 'Fill in the field.' },
  answer: { sv: 'Svara ja eller nej.', en: 'Answer yes or no.' },
} as const satisfies Record<string, Text>

/** Limits as in services/shared/contracts/decision.ts. */
const needsOf = (gate: string): Readonly<Record<Outcome, FormFields>> => ({
  go: {},
  revise: {
    missing: {
      kind: 'list',
      label: { sv: 'Det som saknas', en: 'What is missing' },
      item: { kind: 'text', label: { sv: 'Brist', en: 'Item' }, maxLength: 500, isRequired: true },
      min: 1,
      max: 20,
      isRequired: true,
    },
    ...(gate === 'review' && {
      remedyBy: {
        kind: 'date',
        label: { sv: 'Leverantören ska avhjälpa senast', en: 'The supplier must remedy by' },
        isRequired: false,
      } as const,
    }),
  },
  hold: { wakeOn: { kind: 'date', label: { sv: 'Väcks den', en: 'Wakes on' }, isRequired: true } },
  stop: {
    stopReason: {
      kind: 'choice',
      label: { sv: 'Skäl', en: 'Reason code' },
      options: Object.entries(stopReasonNames).map(([value, label]) => ({ value, label })),
      isRequired: true,
    },
  },
})

const reasonField: FormFields = {
  reason: {
    kind: 'prose',
    label: { sv: 'Motivering', en: 'Reason' },
    help: {
      sv: 'Vad i underlaget avgjorde? Motiveringen blir allmän handling.',
      en: 'What in the evidence decided? The reason becomes a public record.',
    },
    maxLength: 4_000,
    isRequired: true,
  },
}

const conflictField: FormFields = {
  hasConflictOfInterest: { kind: 'yesNo', label: text.conflict, help: text.conflictHelp, isRequired: true },
}

/** Everything that the form of a gate asks for, whichever the outcome. */
export const decisionFields = (gate: string): FormFields => {
  const needs = needsOf(gate)
  return {
    outcome: {
      kind: 'choice',
      label: text.outcome,
      options: outcomes.map((outcome) => ({ value: outcome, label: outcomeNames[outcome] })),
      isRequired: true,
    },
    ...needs.revise,
    ...needs.hold,
    ...needs.stop,
    ...reasonField,
    ...conflictField,
  }
}

export interface ReadDecision {
  readonly body: {
    readonly ruling: Record<string, unknown>
    readonly evidenceDigest: string | null
    readonly hasConflictOfInterest: unknown
  }
  readonly errors: readonly FieldError[]
}

/** Only what the chosen outcome needs is sent; what was written under the others is left behind. */
export const readDecision = (gate: string, entered: Entered): ReadDecision => {
  const { content, errors } = readForm(decisionFields(gate), entered)
  const outcome = outcomes.find((candidate) => candidate === content['outcome'])
  const needs = outcome ? needsOf(gate)[outcome] : {}
  const wanted = new Set(['outcome', 'reason', ...Object.keys(needs)])
  const hasConflictOfInterest = content['hasConflictOfInterest']
  const isMissing = (key: string): boolean =>
    content[key] === undefined || (Array.isArray(content[key]) && content[key].length === 0)
  return {
    body: {
      ruling: Object.fromEntries(Object.entries(content).filter(([key]) => wanted.has(key))),
      evidenceDigest: entered.get('_digest'),
      hasConflictOfInterest,
    },
    errors: [
      ...errors.filter(({ pointer }) => wanted.has(pointer.split('/')[1] ?? '')),
      ...(outcome ? [] : [{ pointer: '/outcome', message: text.choose }]),
      ...Object.entries(needs)
        .filter(
          ([key, field]) => field.isRequired && isMissing(key) && !errors.some(({ pointer }) => pointer.startsWith(`/${key}`)),
        )
        .map(([key, { kind }]) => ({ pointer: `/${key}`, message: kind === 'choice' ? formWords.chooseOne : text.required })),
      ...(isMissing('reason') ? [{ pointer: '/reason', message: text.required }] : []),
      ...(hasConflictOfInterest === undefined ? [{ pointer: '/hasConflictOfInterest', message: text.answer }] : []),
    ],
  }
}

export const decideScope = 'beslutet'
export const conflictScope = 'jav'

const OutcomeChoice = ({
  visit,
  request,
  form,
  outcome,
}: {
  visit: Visit
  request: RequestView
  form: FormState
  outcome: Outcome
}) => {
  const { t } = visit.locale
  const isDisabled = outcome === 'go' && !request.isGoPossible
  const id = `utfall-${outcome}`
  const fields = needsOf(request.gate)[outcome]
  const explanation = outcomeStories(request.gate)[outcome]
  return (
    <div class="outcome">
      <div class="ds-field">
        <input
          class="ds-input"
          type="radio"
          id={id}
          name="/outcome"
          value={outcome}
          checked={form.entered.get('/outcome') === outcome && !isDisabled}
          disabled={isDisabled}
          aria-describedby={`${id}-help`}
        />
        <label class="ds-label" for={id}>
          {t(outcomeNames[outcome])}
        </label>
        <div data-field="description" id={`${id}-help`}>
          {t(isDisabled ? text.goImpossible : explanation)}
        </div>
      </div>
      {Object.keys(fields).length > 0 && (
        <div class="outcome__needs fields fields--single">
          <Fields form={form} fields={fields} />
        </div>
      )}
    </div>
  )
}

const rowsShown = 1

/** A first empty row for what is missing, so that it can be written at once. */
const withFirstRow = (entered: Entered): Entered => {
  const filled = new URLSearchParams(entered)
  if (filled.getAll('/missing').length < rowsShown) filled.append('/missing', '0')
  return filled
}

export const DecisionForm = ({
  visit,
  request,
  failed,
  entered,
  focus,
}: {
  visit: Visit
  request: RequestView
  failed: FailedForm | undefined
  /** What was written when a row was added or removed. */
  entered?: Entered | undefined
  focus?: string | undefined
}) => {
  const { locale } = visit
  const { t } = locale
  const mine = failed?.scope === decideScope ? failed : undefined
  const errors = errorsByField(mine?.refusal)
  const action = `/beslut/${request.requestId}`
  const form: FormState = {
    locale,
    entered: withFirstRow(mine?.entered ?? entered ?? new URLSearchParams()),
    errors,
    options: {},
    action,
    scope: decideScope,
    focus,
  }
  const outcomeErrors = errors.get('/outcome')
  return (
    <section class="no-print" aria-labelledby="fatta">
      <h2 class="ds-heading" data-size="sm" id="fatta">
        {t(text.title)}
      </h2>
      <form class="form" method="post" action={`${action}#${decideScope}`} id={decideScope} data-guard novalidate>
        {mine && (
          <ErrorSummary
            refusal={mine.refusal}
            labels={createFieldLabels(decisionFields(request.gate), locale)}
            scope={decideScope}
          />
        )}
        <button class="ds-sr-only" type="submit" name="_action" value="decide" tabindex={-1} aria-hidden="true">
          {t(text.decide)}
        </button>
        <input type="hidden" name="_digest" value={request.digest} />
        <fieldset
          class="ds-fieldset"
          id={`${decideScope}-outcome`}
          tabindex={-1}
          aria-describedby={outcomeErrors ? `${decideScope}-outcome-error` : undefined}
        >
          <legend class="ds-label">{t(text.outcome)}</legend>
          {outcomeErrors && (
            <div class="ds-validation-message" id={`${decideScope}-outcome-error`}>
              {outcomeErrors.join(' ')}
            </div>
          )}
          <div class="outcomes">
            {outcomes.map((outcome) => (
              <OutcomeChoice visit={visit} request={request} form={form} outcome={outcome} />
            ))}
          </div>
        </fieldset>
        <div class="fields fields--single">
          <Fields form={form} fields={{ ...reasonField, ...conflictField }} />
        </div>
        <p class="note">{t(text.signed)}</p>
        <p class="actions">
          <button class="ds-button" type="submit" name="_action" value="decide">
            {t(text.decide)}
          </button>
        </p>
      </form>
    </section>
  )
}

export const conflictFields: FormFields = {
  reason: {
    kind: 'prose',
    label: { sv: 'Vad består jävet i?', en: 'What is the conflict?' },
    help: { sv: 'Skriv kort. Uppgiften registreras i diariet.', en: 'Write briefly. It is recorded in the register.' },
    maxLength: 1_000,
    isRequired: true,
  },
}

export const ConflictForm = ({
  visit,
  request,
  failed,
}: {
  visit: Visit
  request: RequestView
  failed: FailedForm | undefined
}) => (
  <div class="no-print">
    <RevealedForm title={visit.locale.t(text.declare)} isOpen={failed?.scope === conflictScope}>
      <ActionForm
        visit={visit}
        scope={conflictScope}
        action={`/beslut/${request.requestId}/jav`}
        fields={conflictFields}
        submit={visit.locale.t(text.declare)}
        failed={failed}
      />
    </RevealedForm>
  </div>
)
