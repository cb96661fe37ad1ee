import { choice, date, group, list, optional, prose, text, yesNo } from '#phase/field.ts'
import { defineSection } from '#phase/section.ts'
import { negotiationFaults } from '../domain/mbl.ts'
import type { NegotiationFault } from '../domain/mbl.ts'
import type { Text } from '#contracts/language.ts'

const problemOf: Record<NegotiationFault, { field: string; message: Text }> = {
  heldBeforeCalled: {
    field: 'heldOn',
    message: {
      sv: 'Förhandlingen hålls efter kallelsen. Rätta datumen.',
      en: 'The negotiation is held after the call. Correct the dates.',
    },
  },
  protocolBeforeHeld: {
    field: 'protocolOn',
    message: {
      sv: 'Protokollet justeras efter förhandlingen. Rätta datumet.',
      en: 'The protocol is signed off after the negotiation. Correct the date.',
    },
  },
  centralNotHeld: {
    field: 'centralHeldOn',
    message: {
      sv: 'Central förhandling är begärd (MBL 14 §). Ange när den hölls.',
      en: 'Central negotiation has been asked for (MBL 14 §). Give the day it was held.',
    },
  },
  centralBeforeLocal: {
    field: 'centralHeldOn',
    message: {
      sv: 'Central förhandling hålls efter den lokala. Rätta datumen.',
      en: 'The central negotiation is held after the local one. Correct the dates.',
    },
  },
  planCountsTooEarly: {
    field: 'protocolOn',
    message: {
      sv: 'Planen får inte gälla förrän förhandlingen är avslutad (MBL 11 §). Flytta datumet då planen gäller.',
      en: 'The plan may not count before the negotiation is finished (MBL 11 §). Move the day from which it counts.',
    },
  },
}

export const approvals = defineSection({
  key: 'approvals',
  name: { sv: 'Godkännanden', en: 'Approvals' },
  help: {
    sv: 'Ledningens godkännande av planen och förhandlingen med de fackliga organisationerna.',
    en: 'Management’s approval of the plan and the negotiation with the unions.',
  },
  component: 'acquisition',
  isMandatory: true,
  fields: {
    management: group({
      label: { sv: 'Ledningen', en: 'Management' },
      fields: {
        approvedBy: text({
          label: { sv: 'Godkänd av', en: 'Approved by' },
          help: { sv: 'Namn och befattning.', en: 'Name and position.' },
          max: 200,
        }),
        approvedOn: date({ label: { sv: 'Datum', en: 'Date' } }),
        reference: text({ label: { sv: 'Beslutets beteckning', en: 'Reference of the decision' }, max: 60 }),
      },
    }),
    negotiations: list({
      label: { sv: 'Förhandlingar enligt MBL 11 §', en: 'Negotiations under MBL 11 §' },
      help: {
        sv: 'En rad per facklig organisation. Enighet krävs inte, men förhandlingen ska vara avslutad.',
        en: 'One row per union. Agreement is not needed, but the negotiation must be finished.',
      },
      max: 20,
      item: group({
        label: { sv: 'Förhandling', en: 'Negotiation' },
        fields: {
          union: text({ label: { sv: 'Facklig organisation', en: 'Union' }, max: 120 }),
          calledOn: date({ label: { sv: 'Kallad', en: 'Called' } }),
          heldOn: date({ label: { sv: 'Hållen', en: 'Held' } }),
          outcome: choice({
            label: { sv: 'Utfall', en: 'Outcome' },
            options: { agreed: { sv: 'Eniga', en: 'Agreed' }, disagreed: { sv: 'Oeniga', en: 'Disagreed' } },
          }),
          isCentralAskedFor: yesNo({ label: { sv: 'Central förhandling begärd', en: 'Central negotiation asked for' } }),
          centralHeldOn: optional(date({ label: { sv: 'Central förhandling hållen', en: 'Central negotiation held' } })),
          protocolOn: date({ label: { sv: 'Protokoll justerat', en: 'Protocol signed off' } }),
          protocolReference: text({ label: { sv: 'Protokollets diarienummer', en: 'Register number of the protocol' }, max: 60 }),
        },
      }),
    }),
    planCountsFrom: date({ label: { sv: 'Planen gäller från', en: 'The plan counts from' } }),
    comments: optional(prose({ label: { sv: 'Synpunkter som ändrade planen', en: 'Views that changed the plan' }, max: 1_500 })),
  },
  rules: ({ management, negotiations, planCountsFrom }) => [
    ...(management.approvedOn <= planCountsFrom
      ? []
      : [
          {
            pointer: '/planCountsFrom',
            code: 'notApprovedYet',
            message: {
              sv: 'Planen kan gälla först när ledningen har godkänt den.',
              en: 'The plan can count only once management has approved it.',
            },
          },
        ]),
    ...negotiations.flatMap((negotiation, index) =>
      negotiationFaults(negotiation, planCountsFrom).map((fault) => ({
        pointer: `/negotiations/${index}/${problemOf[fault].field}`,
        code: fault,
        message: problemOf[fault].message,
      })),
    ),
  ],
})
