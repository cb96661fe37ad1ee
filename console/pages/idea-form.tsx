import * as z from 'zod'
import { senderNames } from '#contracts/words.ts'
import type { Text } from '#contracts/language.ts'
import { holdsPersonalIdentityNumber } from '#lambda/swedish-numbers.ts'
import type { FormField } from '#phase/field.ts'
import { submissionReceipt } from '../api/idea-views.ts'
import { ContentView } from '../forms/content-view.tsx'
import { createFieldLabels } from '../forms/field-labels.ts'
import { Fields } from '../forms/form-field.tsx'
import { formWords } from '../forms/form-words.ts'
import { child } from '../forms/pointer.ts'
import { readForm } from '../forms/read-form.ts'
import type { Entered, FieldError } from '../forms/read-form.ts'
import { ErrorSummary, errorsByField, refusalOfErrors, refusalOfProblem } from '../forms/refusal.tsx'
import type { Refusal } from '../forms/refusal.tsx'
import { Alert } from '../layout/alert.tsx'
import { Page, show } from '../layout/page.tsx'
import { words } from '../language/words.ts'
import { newSecret } from '../session/pkce.ts'
import { visitOf } from '../visit.ts'
import type { PageContext, Visit } from '../visit.ts'

/** The one way in: tell beforehand, fill in, check, send. Nothing is kept between the steps but the form itself. */

const text = {
  title: { sv: 'Skicka in en idé', en: 'Send an idea' },
  lead: {
    sv: 'Berätta om ett behov i vården eller omsorgen. Du behöver inte ha någon lösning.',
    en: 'Tell us about a need in health or social care. You do not need to have a solution.',
  },
  beforeTitle: { sv: 'Innan du skriver', en: 'Before you write' },
  public: {
    sv: 'Det du skickar in blir en allmän handling. Den registreras, och vem som helst kan begära att få läsa den. Uppgifter som omfattas av sekretess lämnas inte ut.',
    en: 'What you send becomes a public record. It is registered, and anybody may ask to read it. Information covered by secrecy is not given out.',
  },
  company: {
    sv: 'Företag: vänta med affärshemligheter tills vi talas vid.',
    en: 'Companies: keep trade secrets until we talk.',
  },
  noPatients: {
    sv: 'Skriv inget om enskilda patienter och inga personnummer. En text med personnummer tas inte emot.',
    en: 'Write nothing about individual patients and no personal identity numbers. A text with such a number is not accepted.',
  },
  contactUse: {
    sv: 'Kontaktuppgifter är frivilliga. Vi använder dem bara för att fråga om idén. Även de blir del av den allmänna handlingen.',
    en: 'Contact details are optional. We use them only to ask about the idea. They too become part of the public record.',
  },
  check: { sv: 'Granska innan du skickar', en: 'Check before you send' },
  checkTitle: { sv: 'Stämmer det här?', en: 'Is this right?' },
  checkLead: {
    sv: 'Läs igenom. När du skickar blir texten en allmän handling.',
    en: 'Read it through. When you send it, the text becomes a public record.',
  },
  change: { sv: 'Ändra', en: 'Change' },
  sendNow: { sv: 'Skicka idén', en: 'Send the idea' },
  required: { sv: 'Fyll i fältet.', en: 'Fill in the field.' },
  personalNumber: {
    sv: 'Ta bort personnumret ur texten.',
    en: 'Remove the personal identity number from the text.',
  },
  email: {
    sv: 'Ange en e-postadress, till exempel namn@example.se.',
    en: 'Give an e-mail address, for example name@example.se.',
  },
} as const satisfies Record<string, Text>

/** The limits are those of the service: services/ideas/domain/idea-limits.ts. */
const ideaFields = ({ county }: Visit): Readonly<Record<string, FormField>> => ({
  title: {
    kind: 'text',
    label: { sv: 'Idén i en mening', en: 'The idea in one sentence' },
    maxLength: 200,
    isRequired: true,
  },
  description: {
    kind: 'prose',
    label: { sv: 'Vad är det som inte fungerar i dag?', en: 'What does not work today?' },
    help: {
      sv: 'Vad händer, för vem och varför är det ett problem? Har du ett förslag får du gärna skriva det också.',
      en: 'What happens, to whom, and why is it a problem? If you have a suggestion, please write that too.',
    },
    maxLength: 6_000,
    isRequired: true,
  },
  affected: {
    kind: 'prose',
    label: { sv: 'Vilka berörs?', en: 'Who is affected?' },
    help: {
      sv: 'Grupper, inte enskilda personer. Ungefär hur många, om du vet.',
      en: 'Groups, not individuals. Roughly how many, if you know.',
    },
    maxLength: 1_000,
    isRequired: false,
  },
  sender: {
    kind: 'choice',
    label: { sv: 'Vem är du?', en: 'Who are you?' },
    options: Object.entries(senderNames).map(([value, label]) => ({ value, label })),
    isRequired: true,
  },
  organisation: {
    kind: 'choice',
    label: { sv: 'Vilken organisation gäller det?', en: 'Which organisation does it concern?' },
    help: { sv: 'Lämna tomt om du inte vet.', en: 'Leave empty if you do not know.' },
    options: county.organisations.map(({ id, name }) => ({ value: id, label: { sv: name, en: name } })),
    isRequired: false,
  },
  contact: {
    kind: 'group',
    label: { sv: 'Dina kontaktuppgifter', en: 'Your contact details' },
    help: text.contactUse,
    fields: {
      name: { kind: 'text', label: { sv: 'Namn', en: 'Name' }, maxLength: 200, isRequired: false },
      email: { kind: 'text', label: { sv: 'E-postadress', en: 'E-mail address' }, maxLength: 200, isRequired: false },
    },
    isRequired: false,
  },
})

const required = ['title', 'description', 'sender'] as const

/** By the same rule as the service's, so that nobody is asked to confirm a text that is then refused. */
const findPersonalNumbers = (content: Readonly<Record<string, unknown>>, under = ''): FieldError[] =>
  Object.entries(content).flatMap(([key, value]) => {
    const pointer = child(under, key)
    if (typeof value === 'string') return holdsPersonalIdentityNumber(value) ? [{ pointer, message: text.personalNumber }] : []
    return typeof value === 'object' && value !== null ? findPersonalNumbers({ ...value }, pointer) : []
  })

/** What can be told at once, before the service is asked. */
const findErrors = (content: Readonly<Record<string, unknown>>): FieldError[] => {
  const contact = content['contact']
  const email = typeof contact === 'object' && contact !== null && 'email' in contact ? contact.email : undefined
  return [
    ...required
      .filter((key) => content[key] === undefined)
      .map((key) => ({ pointer: `/${key}`, message: key === 'sender' ? formWords.chooseOne : text.required })),
    ...findPersonalNumbers(content),
    ...(email !== undefined && !z.email().safeParse(email).success ? [{ pointer: '/contact/email', message: text.email }] : []),
  ]
}

const Before = ({ visit: { locale } }: { visit: Visit }) => (
  <Alert color="info" title={locale.t(text.beforeTitle)}>
    <ul class="ds-list">
      <li>{locale.t(text.public)}</li>
      <li>{locale.t(text.noPatients)}</li>
      <li>{locale.t(text.company)}</li>
    </ul>
  </Alert>
)

const FormPage = ({ visit, entered, refusal }: { visit: Visit; entered: Entered; refusal?: Refusal | undefined }) => {
  const { locale } = visit
  const { t } = locale
  return (
    <Page visit={visit} title={t(text.title)}>
      <h1 class="ds-heading" data-size="lg">
        {t(text.title)}
      </h1>
      <p class="lead">{t(text.lead)}</p>
      {refusal && <ErrorSummary refusal={refusal} labels={createFieldLabels(ideaFields(visit), locale)} />}
      <Before visit={visit} />
      <form class="form" method="post" action="/ide" id="ide" novalidate>
        <input type="hidden" name="_nyckel" value={entered.get('_nyckel') ?? newSecret()} />
        <div class="fields fields--single">
          <Fields
            form={{ locale, entered, errors: errorsByField(refusal), options: {}, action: '/ide' }}
            fields={ideaFields(visit)}
          />
        </div>
        <p class="actions">
          <button class="ds-button" type="submit" name="_action" value="check">
            {t(text.check)}
          </button>
        </p>
      </form>
    </Page>
  )
}

const CheckPage = ({
  visit,
  entered,
  content,
}: {
  visit: Visit
  entered: Entered
  content: Readonly<Record<string, unknown>>
}) => {
  const { locale } = visit
  const { t } = locale
  return (
    <Page visit={visit} title={t(text.checkTitle)}>
      <h1 class="ds-heading" data-size="lg">
        {t(text.checkTitle)}
      </h1>
      <p class="lead">{t(text.checkLead)}</p>
      <div class="paper">
        <ContentView locale={locale} options={{}} fields={ideaFields(visit)} content={content} />
      </div>
      <form method="post" action="/ide">
        {[...entered]
          .filter(([name]) => name !== '_action')
          .map(([name, value]) => (
            <input type="hidden" name={name} value={value} />
          ))}
        <p class="actions">
          <button class="ds-button" type="submit" name="_action" value="send">
            {t(text.sendNow)}
          </button>
          <button class="ds-button" data-variant="secondary" type="submit" name="_action" value="change">
            {t(text.change)}
          </button>
        </p>
      </form>
      <p class="note">
        <a class="ds-link" href="/">
          {t(words.cancel)}
        </a>
      </p>
    </Page>
  )
}

export const ideaFormPage = (c: PageContext) => show(c, <FormPage visit={visitOf(c)} entered={new URLSearchParams()} />)

export const sendIdea = async (c: PageContext) => {
  const visit = visitOf(c)
  const entered = new URLSearchParams(await c.req.text())
  const action = entered.get('_action')
  if (action === 'change') return show(c, <FormPage visit={visit} entered={entered} />)
  const { content, errors } = readForm(ideaFields(visit), entered)
  const wrong = [...errors, ...findErrors(content)]
  if (wrong.length > 0)
    return show(c, <FormPage visit={visit} entered={entered} refusal={refusalOfErrors(wrong, visit.locale)} />, 422)
  if (action !== 'send') return show(c, <CheckPage visit={visit} entered={entered} content={content} />)
  const idempotencyKey = entered.get('_nyckel') ?? undefined
  const sent = await visit.api.write('POST', '/v1/ideas/submissions', content, submissionReceipt, { idempotencyKey })
  if (sent.ok) return c.redirect(`/ide/${sent.value.receipt}?ny=1`, 303)
  // A refused key would be refused for the corrected text too: the next attempt gets a new one.
  entered.delete('_nyckel')
  const refusal = refusalOfProblem(sent.problem, visit.locale, ideaFields(visit))
  return show(c, <FormPage visit={visit} entered={entered} refusal={refusal} />, refusal.status >= 500 ? 503 : 422)
}
