import { choice, group, list, prose, text } from '#phase/field.ts'
import { defineSection } from '#phase/section.ts'

const audiences = {
  management: { sv: 'Ledning och politik', en: 'Management and politicians' },
  staff: { sv: 'Medarbetare', en: 'Staff' },
  residents: { sv: 'Patienter och invånare', en: 'Patients and residents' },
  unions: { sv: 'Fackliga organisationer', en: 'Unions' },
  it: { sv: 'IT och förvaltning', en: 'IT and line organisation' },
  supplier: { sv: 'Leverantör', en: 'Supplier' },
  otherCare: { sv: 'Andra vårdgivare', en: 'Other care providers' },
} as const

/** RUVeS 5.5: management must know what is coming and how it changes the work, and those affected must see the benefit. */
const audiencesAlwaysReached = ['management', 'staff'] as const

export const communication = defineSection({
  key: 'communication',
  name: { sv: 'Kommunikation och samverkan', en: 'Communication and collaboration' },
  help: {
    sv: 'Vem ska veta vad, när och av vem, så att nyttan är begriplig för alla som berörs.',
    en: 'Who must know what, when and from whom, so that all affected understand the benefit.',
  },
  component: 'needUnderstanding',
  isMandatory: true,
  fields: {
    benefitInPlainWords: prose({ label: { sv: 'Nyttan med enkla ord', en: 'The benefit in plain words' }, max: 1_000 }),
    audiences: list({
      label: { sv: 'Målgrupper', en: 'Audiences' },
      max: 20,
      item: group({
        label: { sv: 'Målgrupp', en: 'Audience' },
        fields: {
          audience: choice({ label: { sv: 'Målgrupp', en: 'Audience' }, options: audiences }),
          message: prose({ label: { sv: 'Budskap', en: 'Message' }, max: 600 }),
          channel: text({ label: { sv: 'Kanal', en: 'Channel' }, max: 200 }),
          when: text({ label: { sv: 'När', en: 'When' }, max: 120 }),
          responsible: text({ label: { sv: 'Ansvarig', en: 'Responsible' }, max: 120 }),
        },
      }),
    }),
    collaboration: list({
      label: { sv: 'Samverkan', en: 'Collaboration' },
      help: {
        sv: 'Möten där frågor tas upp och löses tillsammans.',
        en: 'Meetings where questions are raised and settled together.',
      },
      max: 20,
      item: group({
        label: { sv: 'Samverkan', en: 'Collaboration' },
        fields: {
          parties: text({ label: { sv: 'Parter', en: 'Parties' }, max: 200 }),
          about: prose({ label: { sv: 'Om vad', en: 'About what' }, max: 600 }),
          howOften: text({ label: { sv: 'Hur ofta', en: 'How often' }, max: 120 }),
        },
      }),
    }),
    workarounds: prose({
      label: { sv: 'Vad som kan få folk att gå runt lösningen', en: 'What may make people work around the solution' },
      help: { sv: 'Och vad ni gör åt det.', en: 'And what you do about it.' },
      max: 1_500,
    }),
  },
  rules: (content) =>
    audiencesAlwaysReached
      .filter((audience) => !content.audiences.some((row) => row.audience === audience))
      .map((audience) => ({
        pointer: '/audiences',
        code: 'audienceMissing',
        message: { sv: `Lägg till målgruppen ${audiences[audience].sv}.`, en: `Add the audience ${audiences[audience].en}.` },
      })),
})
