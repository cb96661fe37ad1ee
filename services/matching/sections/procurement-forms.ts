import { choice, date, group, integer, list, money, optional, prose, text, yesNo } from '#phase/field.ts'
import { namesOf } from '#phase/names-of.ts'
import { defineSection } from '#phase/section.ts'
import { allowedProcedures } from '#procurement-law/allowed-procedures.ts'
import type { PurchaseFacts } from '#procurement-law/allowed-procedures.ts'
import { thresholdOn } from '#procurement-law/amounts.ts'
import { grounds } from '#procurement-law/grounds.ts'
import type { GroundId } from '#procurement-law/grounds.ts'
import { procedureOf, procedures } from '#procurement-law/procedures.ts'
import { purchaseCategories } from '#procurement-law/purchase-category.ts'
import type { PurchaseCategory } from '#procurement-law/purchase-category.ts'
import { shortestPlannedRequestTime, shortestPlannedTenderTime } from '#procurement-law/time-limits.ts'

/** What the section says of the purchase, as the law's conditions ask for it. */
export const purchaseFacts = (content: {
  category: PurchaseCategory
  estimatedValue: number
  threshold: number
  plannedNoticeOn: string
  grounds: readonly { ground: GroundId }[]
}): PurchaseFacts => ({
  category: content.category,
  value: content.estimatedValue,
  noticeOn: content.plannedNoticeOn,
  threshold: content.threshold,
  grounds: content.grounds.map(({ ground }) => ground),
})

const lowerFirst = (text: string): string => `${text.charAt(0).toLowerCase()}${text.slice(1)}`

const kronor = (ore: number): string => `${(ore / 100).toLocaleString('sv-SE')} kr`

export const procurementForms = defineSection({
  key: 'procurementForms',
  name: { sv: 'Upphandlingsformer', en: 'Procurement forms' },
  help: {
    sv: 'Väg alla former som lagen tillåter för ärendet: vad talar för, vad talar emot, och hur passar de mindre företag?',
    en: 'Weigh every form that the law allows for the case: what speaks for, what against, and how does it suit small companies?',
  },
  component: 'acquisition',
  isMandatory: true,
  writers: ['procurementOfficer'],
  fields: {
    category: choice({ label: { sv: 'Vad som köps', en: 'What is bought' }, options: purchaseCategories }),
    estimatedValue: money({
      label: { sv: 'Beräknat värde', en: 'Estimated value' },
      help: {
        sv: 'Hela avtalstiden med optioner och förlängningar, utan moms (LOU 5:3).',
        en: 'The whole contract with options and extensions, without VAT (LOU 5:3).',
      },
    }),
    plannedNoticeOn: date({
      label: { sv: 'Planerad annonsering', en: 'Planned notice' },
      help: {
        sv: 'Värdet och tröskelvärdet gäller den dagen (LOU 5:5).',
        en: 'The value and the threshold are those of that day (LOU 5:5).',
      },
    }),
    threshold: money({ label: { sv: 'Tröskelvärde som gäller då', en: 'Threshold that holds then' } }),
    thresholdSource: text({
      label: { sv: 'Källa för tröskelvärdet', en: 'Source of the threshold' },
      help: { sv: 'Regeringens tillkännagivande (LOU 5:1).', en: 'The government’s announcement (LOU 5:1).' },
    }),
    hasPriorNotice: yesNo({
      label: { sv: 'Förhandsannons skickas', en: 'A prior notice is sent' },
      help: {
        sv: 'Minst 35 dagar och högst 12 månader före annonsen (LOU 11:5).',
        en: 'At least 35 days and at most 12 months before the notice (LOU 11:5).',
      },
    }),
    grounds: list({
      label: { sv: 'Grunder för andra former', en: 'Grounds for other forms' },
      min: 0,
      max: 10,
      item: group({
        label: { sv: 'Grund', en: 'Ground' },
        fields: {
          ground: choice({ label: { sv: 'Grund', en: 'Ground' }, options: namesOf(grounds) }),
          reason: prose({ label: { sv: 'Varför den finns', en: 'Why it exists' }, max: 1_000 }),
        },
      }),
    }),
    forms: list({
      label: { sv: 'Former', en: 'Forms' },
      max: 10,
      item: group({
        label: { sv: 'Form', en: 'Form' },
        fields: {
          form: choice({ label: { sv: 'Form', en: 'Form' }, options: namesOf(procedures) }),
          pros: prose({ label: { sv: 'För', en: 'For' }, max: 1_000 }),
          cons: prose({ label: { sv: 'Emot', en: 'Against' }, max: 1_000 }),
          fitForSmall: choice({
            label: { sv: 'Passar mindre företag', en: 'Suits small companies' },
            options: {
              good: { sv: 'Bra', en: 'Well' },
              fair: { sv: 'Någorlunda', en: 'Fairly' },
              poor: { sv: 'Dåligt', en: 'Badly' },
            },
          }),
          requestDays: optional(
            integer({ label: { sv: 'Dagar för ansökan', en: 'Days for requests' }, max: 365, unit: { sv: 'dagar', en: 'days' } }),
          ),
          tenderDays: integer({
            label: { sv: 'Dagar för anbud', en: 'Days for tenders' },
            help: {
              sv: 'Lagens minsta tid stänger lätt ute mindre företag.',
              en: 'The shortest time in law easily shuts small companies out.',
            },
            max: 365,
            unit: { sv: 'dagar', en: 'days' },
          }),
        },
      }),
    }),
    recommended: choice({ label: { sv: 'Form vi förordar', en: 'Form we recommend' }, options: namesOf(procedures) }),
    reason: prose({ label: { sv: 'Varför den formen', en: 'Why that form' }, max: 2_000 }),
  },
  rules: (content) => {
    const allowed = allowedProcedures(purchaseFacts(content))
    const announced = thresholdOn(content.plannedNoticeOn, content.category)
    const discussed = content.forms.map(({ form }) => form)
    return [
      ...(announced && announced.ore !== content.threshold
        ? [
            {
              pointer: '/threshold',
              code: 'notTheThreshold',
              message: {
                sv: `Tröskelvärdet den dagen är ${kronor(announced.ore)} (${announced.source}). Rätta beloppet.`,
                en: `The threshold on that day is ${kronor(announced.ore)} (${announced.source}). Correct the sum.`,
              },
            },
          ]
        : []),
      ...content.forms.flatMap(({ form, requestDays, tenderDays }, index) => {
        const { name, condition, source } = procedureOf(form)
        const requests = shortestPlannedRequestTime(form)
        const tenders = shortestPlannedTenderTime(form, content.hasPriorNotice)
        return [
          ...(allowed.includes(form)
            ? []
            : [
                {
                  pointer: `/forms/${index}/form`,
                  code: 'formNotAllowed',
                  message: {
                    sv: `${name.sv} får inte användas här. ${condition.sv} (${source}) Ta bort formen eller ange grunden.`,
                    en: `${name.en} may not be used here. ${condition.en} (${source}) Remove the form or give the ground.`,
                  },
                },
              ]),
          ...(discussed.indexOf(form) === index
            ? []
            : [
                {
                  pointer: `/forms/${index}/form`,
                  code: 'discussedTwice',
                  message: {
                    sv: 'Formen finns redan. Ta bort en av raderna.',
                    en: 'The form is there already. Remove one of the rows.',
                  },
                },
              ]),
          ...(requests && (requestDays ?? 0) < requests.days
            ? [
                {
                  pointer: `/forms/${index}/requestDays`,
                  code: 'requestTimeTooShort',
                  message: {
                    sv: `Ge minst ${requests.days} dagar för ansökan (${requests.source}).`,
                    en: `Give at least ${requests.days} days for requests (${requests.source}).`,
                  },
                },
              ]
            : []),
          ...(tenders && tenderDays < tenders.days
            ? [
                {
                  pointer: `/forms/${index}/tenderDays`,
                  code: 'tenderTimeTooShort',
                  message: {
                    sv: `Ge minst ${tenders.days} dagar för anbud (${tenders.source}).`,
                    en: `Give at least ${tenders.days} days for tenders (${tenders.source}).`,
                  },
                },
              ]
            : []),
        ]
      }),
      ...allowed
        .filter((form) => !discussed.includes(form))
        .map((form) => ({
          pointer: '/forms',
          code: 'formNotDiscussed',
          message: {
            sv: `Lagen tillåter även ${lowerFirst(procedureOf(form).name.sv)}. Skriv vad som talar för och emot.`,
            en: `The law also allows ${lowerFirst(procedureOf(form).name.en)}. Write what speaks for and against it.`,
          },
        })),
      ...(discussed.includes(content.recommended)
        ? []
        : [
            {
              pointer: '/recommended',
              code: 'recommendedNotDiscussed',
              message: {
                sv: 'Förorda en av formerna som ni har vägt ovan.',
                en: 'Recommend one of the forms that you have weighed above.',
              },
            },
          ]),
    ]
  },
})
