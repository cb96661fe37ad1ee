import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { dialogueKindNames, dialogueKinds, limitGroundNames, limitGrounds } from '#contracts/dialogue.ts'
import type { Text } from '#contracts/language.ts'
import { at } from '../../../api/client.ts'
import { dialogueView } from '../../../api/dialogue-views.ts'
import type { Plan } from '../../../api/dialogue-views.ts'
import { ActionForm } from '../../../forms/action-form.tsx'
import type { FailedForm, FormFields } from '../../../forms/action-form.tsx'
import { editRows, rowActionOf } from '../../../forms/edit-rows.ts'
import { readForm } from '../../../forms/read-form.ts'
import type { Entered } from '../../../forms/read-form.ts'
import { refusalOfErrors, refusalOfProblem } from '../../../forms/refusal.tsx'
import { writeForm } from '../../../forms/write-form.ts'
import { words } from '../../../language/words.ts'
import { Page, show } from '../../../layout/page.tsx'
import { dialogueAddress } from './dialogue-address.ts'
import { visitOf } from '../../../visit.ts'
import type { PageContext } from '../../../visit.ts'
import { inFormsOwnParts } from './dialogue-actions.ts'
import { documentRow, readSchedule, scheduleFields, writeSchedule } from './dialogue-forms.ts'
import { dialogueCrumbs } from './dialogue-page.tsx'

/** Where a dialogue is planned: seen by nobody outside until it is opened. */

const own = {
  new: { sv: 'Planera en dialog', en: 'Plan a dialogue' },
  edit: { sv: 'Ändra planen', en: 'Change the plan' },
  lead: {
    sv: 'Planen ses bara av er. När dialogen öppnas visas allt för alla i samma stund.',
    en: 'Only you see the plan. When the dialogue is opened, everything is shown to all at the same moment.',
  },
} as const satisfies Record<string, Text>

const scope = 'plan'

const fields: FormFields = {
  kind: {
    kind: 'choice',
    label: { sv: 'Form', en: 'Form' },
    options: dialogueKinds.map((value) => ({ value, label: dialogueKindNames[value] })),
    isRequired: true,
  },
  title: { kind: 'text', label: words.title, maxLength: 150, isRequired: true },
  purpose: {
    kind: 'prose',
    label: { sv: 'Syfte', en: 'Purpose' },
    help: {
      sv: 'Vad ni vill veta och varför, och vilka som kan delta.',
      en: 'What you want to know and why, and who can take part.',
    },
    maxLength: 2_000,
    isRequired: true,
  },
  ...scheduleFields,
  seats: {
    kind: 'integer',
    label: { sv: 'Antal platser', en: 'Number of seats' },
    help: {
      sv: 'Lämna tomt om alla som anmäler sig får komma. Bara möten och hearingar kan begränsas.',
      en: 'Leave empty if all who register may come. Only meetings and hearings can be limited.',
    },
    min: 2,
    max: 500,
    isRequired: false,
  },
  ground: {
    kind: 'choice',
    label: { sv: 'Vilka som får plats om det är fullt', en: 'Who gets a seat when it is full' },
    options: limitGrounds.map((value) => ({ value, label: limitGroundNames[value] })),
    isRequired: false,
  },
  questions: {
    kind: 'list',
    label: { sv: 'Frågor i en RFI', en: 'Questions of an RFI' },
    item: { kind: 'prose', label: { sv: 'Fråga', en: 'Question' }, maxLength: 2_000, isRequired: true },
    min: 0,
    max: 30,
    isRequired: false,
  },
  commentsArePublic: {
    kind: 'yesNo',
    label: { sv: 'Ska alla kunna läsa synpunkterna på ett utkast?', en: 'May all read the comments on a draft?' },
    isRequired: false,
  },
  documents: {
    kind: 'list',
    label: { sv: 'Dokument som visas', en: 'Documents shown' },
    help: { sv: 'Vid remiss: utkastet.', en: 'For a review: the draft.' },
    item: documentRow,
    min: 0,
    max: 10,
    isRequired: false,
  },
}

const seatsWithoutGround: Text = {
  sv: 'Välj på vilken grund platserna fördelas.',
  en: 'Choose the ground on which the seats are given.',
}

const readPlan = (entered: Entered) => {
  const { content, errors } = readForm(fields, entered)
  const { kind, title, purpose, seats, ground, questions, commentsArePublic, documents } = content
  const { schedule, errors: wrongTimes } = readSchedule(content)
  const plan = {
    kind,
    title,
    purpose,
    ...schedule,
    ...(seats !== undefined && { limit: { seats, ground } }),
    questions,
    ...(commentsArePublic !== undefined && { commentsArePublic }),
    documents,
  }
  const missing = seats !== undefined && ground === undefined ? [{ pointer: '/ground', message: seatsWithoutGround }] : []
  return { plan, errors: [...errors, ...wrongTimes, ...missing] }
}

/** A document that was written here gets its digest from its text; only what lies elsewhere brings its own. */
const writePlan = (plan: Plan, dayOf: (moment: string) => string): Entered =>
  writeForm(fields, {
    ...plan,
    ...writeSchedule(plan, dayOf),
    ...plan.limit,
    documents: plan.documents.map(({ title, text, link, digest }) =>
      text === undefined ? { title, link, digest } : { title, text },
    ),
  })

interface Shown {
  readonly title: Text
  readonly action: string
  readonly entered: Entered
  readonly failed?: FailedForm
}

const present = (c: PageContext, { title, action, entered, failed }: Shown) => {
  const visit = visitOf(c)
  const { t } = visit.locale
  const carried = ['_case', '_need', '_version'].flatMap((name) => {
    const value = (failed?.entered ?? entered).get(name)
    return value ? [<input type="hidden" name={name} value={value} />] : []
  })
  return show(
    c,
    <Page visit={visit} title={t(title)} crumbs={dialogueCrumbs(visit)}>
      <h1 class="ds-heading" data-size="lg">
        {t(title)}
      </h1>
      <p class="lead">{t(own.lead)}</p>
      <ActionForm
        visit={visit}
        scope={scope}
        action={action}
        fields={fields}
        submit={t(words.save)}
        failed={failed}
        entered={entered}
      >
        {carried}
      </ActionForm>
    </Page>,
    // A refusal's status from a service is one that a page can carry too.
    (failed?.refusal.status ?? 200) as ContentfulStatusCode,
  )
}

const newAddress = '/forum/dialoger/ny'

export const newPlanPage = (c: PageContext) => {
  const { query } = visitOf(c)
  const entered = new URLSearchParams({ '/kind': 'rfi', '/commentsArePublic': 'yes' })
  const [caseId, needId] = [query.get('arende'), query.get('behov')]
  if (caseId) entered.set('_case', caseId)
  if (needId) entered.set('_need', needId)
  return present(c, { title: own.new, action: newAddress, entered })
}

export const planDialogue = async (c: PageContext) => {
  const visit = visitOf(c)
  const entered = new URLSearchParams(await c.req.text())
  const shown = { title: own.new, action: newAddress, entered }
  const rows = rowActionOf(entered.get('_action'))
  if (rows) {
    editRows(entered, rows)
    return present(c, shown)
  }
  const { plan, errors } = readPlan(entered)
  if (errors.length > 0)
    return present(c, { ...shown, failed: { scope, entered, refusal: refusalOfErrors(errors, visit.locale) } })
  const [caseId, needId] = [entered.get('_case'), entered.get('_need')]
  const body = { ...(caseId && { caseId }), ...(needId && { needId }), plan }
  const done = await visit.api.write('POST', '/v1/forum/dialogues', body, dialogueView)
  if (!done.ok) {
    const refusal = refusalOfProblem(inFormsOwnParts(done.problem), visit.locale, fields, '/plan')
    return present(c, { ...shown, failed: { scope, entered, refusal } })
  }
  return c.redirect(at`/forum/dialoger/${done.value.dialogueId}` + '?klart=dialoguePlanned', 303)
}

const planAddress = (id: string): string => at`/forum/dialoger/${id}/plan`

export const planPage = async (c: PageContext) => {
  const visit = visitOf(c)
  const id = c.req.param('dialogueId') ?? ''
  const { value } = await visit.api.read(dialogueAddress(visit, id), dialogueView)
  if (!value.staff || value.status !== 'planned') return c.redirect(at`/forum/dialoger/${id}`)
  const entered = writePlan(value.staff.plan, visit.locale.swedishDay)
  entered.set('_version', String(value.version))
  return present(c, { title: own.edit, action: planAddress(id), entered })
}

export const rewritePlan = async (c: PageContext) => {
  const visit = visitOf(c)
  const id = c.req.param('dialogueId') ?? ''
  const entered = new URLSearchParams(await c.req.text())
  const shown = { title: own.edit, action: planAddress(id), entered }
  const rows = rowActionOf(entered.get('_action'))
  if (rows) {
    editRows(entered, rows)
    return present(c, shown)
  }
  const { plan, errors } = readPlan(entered)
  if (errors.length > 0)
    return present(c, { ...shown, failed: { scope, entered, refusal: refusalOfErrors(errors, visit.locale) } })
  const done = await visit.api.write('PUT', at`/v1/forum/dialogues/${id}/plan`, plan, dialogueView, {
    ifMatch: Number(entered.get('_version') ?? 0),
  })
  if (!done.ok) {
    const refusal = refusalOfProblem(inFormsOwnParts(done.problem), visit.locale, fields)
    return present(c, { ...shown, failed: { scope, entered, refusal } })
  }
  return c.redirect(at`/forum/dialoger/${id}` + '?klart=dialoguePlanned', 303)
}
