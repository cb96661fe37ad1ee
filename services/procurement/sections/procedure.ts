import { choice, date, money, optional, prose, text, yesNo } from '#phase/field.ts'
import { namesOf } from '#phase/names-of.ts'
import { defineSection } from '#phase/section.ts'
import { grounds } from '#procurement-law/grounds.ts'
import { procedures } from '#procurement-law/procedures.ts'
import { purchaseCategories } from '#procurement-law/purchase-category.ts'
import { procedureProblems } from '../domain/procedure-choice.ts'

export const procedure = defineSection({
  key: 'procedure',
  name: { sv: 'Upphandlingsform', en: 'Form of procurement' },
  help: {
    sv: 'Vald form med skäl i lagen, värde, tröskelvärde och tidplan.',
    en: 'The chosen form with its grounds in law, value, threshold and time plan.',
  },
  component: 'acquisition',
  isMandatory: true,
  writers: ['procurementOfficer'],
  fields: {
    procedure: choice({ label: { sv: 'Form', en: 'Form' }, options: namesOf(procedures) }),
    ground: optional(
      choice({
        label: { sv: 'Lagens grund', en: 'Ground in law' },
        help: {
          sv: 'Behövs för de former som lagen bara tillåter i vissa fall.',
          en: 'Needed for the forms that the law allows only in certain cases.',
        },
        options: namesOf(grounds),
      }),
    ),
    reasons: prose({
      label: { sv: 'Varför just den formen', en: 'Why this form' },
      help: {
        sv: 'Vilka andra former övervägdes, och vad talade emot dem?',
        en: 'Which other forms were considered, and what spoke against them?',
      },
    }),
    smallCompanies: prose({
      label: { sv: 'Vad formen betyder för små företag', en: 'What the form means for small companies' },
      max: 2_000,
    }),
    deviation: optional(
      prose({
        label: { sv: 'Varför inte den form som matchningen förordade', en: 'Why not the form that matching recommended' },
        max: 1_000,
      }),
    ),
    category: choice({ label: { sv: 'Vad som köps', en: 'What is bought' }, options: purchaseCategories }),
    estimatedValue: money({
      label: { sv: 'Beräknat värde utan moms', en: 'Estimated value without VAT' },
      help: {
        sv: 'Hela avtalstiden, med optioner och förlängningar (LOU 5:3).',
        en: 'The whole contract period, with options and extensions (LOU 5:3).',
      },
      min: 1,
    }),
    valuation: prose({ label: { sv: 'Så är värdet beräknat', en: 'How the value was estimated' }, max: 1_000 }),
    statedThreshold: optional(
      money({
        label: { sv: 'Tröskelvärde i kronor', en: 'Threshold in kronor' },
        help: {
          sv: 'Fyll i bara om systemet saknar årets tröskelvärde. Hämta det ur regeringens tillkännagivande.',
          en: 'Fill in only if the system lacks the threshold of the year. Take it from the government’s announcement.',
        },
        min: 1,
      }),
    ),
    statedThresholdSource: optional(text({ label: { sv: 'Tröskelvärdets källa', en: 'Source of the threshold' } })),
    shortening: choice({
      label: { sv: 'Förkortad anbudstid', en: 'Shortened tender period' },
      options: {
        none: { sv: 'Nej', en: 'No' },
        priorNotice: { sv: 'Efter förhandsannons (LOU 11:5)', en: 'After a prior information notice (LOU 11:5)' },
        accelerated: { sv: 'Påskyndat förfarande (LOU 11:10)', en: 'Accelerated procedure (LOU 11:10)' },
        agreed: { sv: 'Överenskommen med de inbjudna (LOU 11:7)', en: 'Agreed with those invited (LOU 11:7)' },
        notAgreed: {
          sv: 'Ingen överenskommelse nåddes, minst 10 dagar (LOU 11:7)',
          en: 'No agreement was reached, at least 10 days (LOU 11:7)',
        },
      },
    }),
    shorteningReason: optional(
      prose({ label: { sv: 'Skäl för förkortad tid', en: 'Reason for the shortened period' }, max: 1_000 }),
    ),
    areTendersElectronic: yesNo({ label: { sv: 'Anbud får lämnas elektroniskt', en: 'Tenders may be sent electronically' } }),
    innovation: choice({
      label: { sv: 'Innovationsupphandling', en: 'Innovation procurement' },
      help: { sv: 'Samma val som i annonsen (eForms BT-776).', en: 'The same choice as in the notice (eForms BT-776).' },
      options: {
        none: { sv: 'Nej', en: 'No' },
        market: { sv: 'Ny på marknaden', en: 'New to the market' },
        process: { sv: 'Nytt arbetssätt', en: 'New process' },
        product: { sv: 'Ny produkt', en: 'New product' },
        research: { sv: 'Forskning och utveckling', en: 'Research and development' },
      },
    }),
    noticeOn: date({ label: { sv: 'Annons planeras till', en: 'Notice planned for' } }),
    tendersDueOn: date({ label: { sv: 'Sista anbudsdag planeras till', en: 'Last day for tenders planned for' } }),
    awardOn: date({ label: { sv: 'Tilldelning planeras till', en: 'Award planned for' } }),
    contractStartsOn: date({ label: { sv: 'Avtalsstart planeras till', en: 'Contract start planned for' } }),
  },
  rules: procedureProblems,
})
