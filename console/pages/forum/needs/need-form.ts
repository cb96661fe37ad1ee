import type { NeedView } from '../../../api/forum-views.ts'
import type { FormFields } from '../../../forms/action-form.tsx'
import type { Entered } from '../../../forms/read-form.ts'
import { writeForm } from '../../../forms/write-form.ts'
import type { Body } from '../forum-form.tsx'
import { linesOf } from '../lines.ts'
import { careStepField, targetGroupField } from '../options.ts'
import { text } from '../words.ts'

/** The form of a need. Only the title must be there to begin with; the service says what is missing when it is published. */
export const needFields: FormFields = {
  title: {
    kind: 'text',
    label: { sv: 'Behovet i en mening', en: 'The need in one sentence' },
    help: {
      sv: 'Problemet, inte lösningen. Till exempel: Nå patienter med ny dosering samma dag.',
      en: 'The problem, not the solution. For example: Reach patients with a new dose the same day.',
    },
    maxLength: 160,
    isRequired: true,
  },
  summary: {
    kind: 'text',
    label: { sv: 'Kort beskrivning', en: 'In short' },
    help: { sv: 'Visas i listor, utan formatering.', en: 'Shown in lists, without formatting.' },
    maxLength: 400,
    isRequired: false,
  },
  description: {
    kind: 'prose',
    label: { sv: 'Beskrivning', en: 'Description' },
    help: text.markdown,
    maxLength: 8_000,
    isRequired: false,
  },
  functions: {
    kind: 'prose',
    label: { sv: 'Vad någon måste kunna göra', en: 'What somebody must be able to do' },
    help: {
      sv: 'En enkel mening per rad, högst 20. Ange inga produkter.',
      en: 'A plain sentence on each line, at most 20. Name no products.',
    },
    maxLength: 4_000,
    isRequired: false,
  },
  targetGroups: targetGroupField(false),
  careSteps: careStepField(false),
  wantedFrom: { kind: 'date', label: { sv: 'Önskas från', en: 'Wanted from' }, isRequired: false },
  wantedTo: { kind: 'date', label: { sv: 'Önskas till', en: 'Wanted until' }, isRequired: false },
  contact: {
    kind: 'group',
    label: text.contact,
    help: {
      sv: 'En funktion och dess brevlåda, inte en person. Visas för alla.',
      en: 'A function and its mailbox, not a person. Shown to everybody.',
    },
    isRequired: false,
    fields: {
      name: { kind: 'text', label: { sv: 'Funktion', en: 'Function' }, maxLength: 200, isRequired: true },
      email: { kind: 'text', label: { sv: 'E-postadress', en: 'E-mail address' }, maxLength: 200, isRequired: true },
    },
  },
  caseId: {
    kind: 'text',
    label: { sv: 'Ärende', en: 'Case' },
    help: {
      sv: 'Ärendets adress eller id, om behovet hör till ett ärende som er organisation äger. Då visas hur långt ärendet har kommit.',
      en: "The case's address or id, if the need belongs to a case that your organisation owns. Then it is shown how far the case has come.",
    },
    maxLength: 200,
    isRequired: false,
  },
}

const idIn = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/i

/** People paste the address of the case as often as its id. */
const caseIdIn = (written: unknown): unknown => (typeof written === 'string' ? (idIn.exec(written)?.[0] ?? written) : undefined)

export const bodyOfNeed = (content: Readonly<Record<string, unknown>>): Body => {
  const { functions, caseId, ...rest } = content
  const lines = linesOf(functions)
  const of = caseIdIn(caseId)
  return { content: { ...rest, ...(lines.length > 0 && { functions: lines }), ...(of !== undefined && { caseId: of }) } }
}

/** What stands in the form of a need that is there. */
export const enteredOf = (need: NeedView): Entered =>
  writeForm(needFields, { ...need, functions: need.functions.map(({ name }) => name).join('\n'), caseId: need.case?.caseId })
