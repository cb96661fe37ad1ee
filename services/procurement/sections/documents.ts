import { requirementKinds } from '#contracts/requirement-kinds.ts'
import { choice, integer, list, group, money, optional, prose, references, text, yesNo } from '#phase/field.ts'
import { namesOf } from '#phase/names-of.ts'
import { defineSection } from '#phase/section.ts'
import { barriers } from '#procurement-law/barriers-to-small-companies.ts'
import { documentProblems } from '../domain/document-rules.ts'
import { interoperabilityDemands } from '../domain/interoperability-demands.ts'
import { procedure } from './procedure.ts'

const id = (example: string) =>
  text({
    label: { sv: 'Beteckning', en: 'Label' },
    help: { sv: `Till exempel ${example}.`, en: `For example ${example}.` },
    max: 12,
  })

export const documents = defineSection({
  key: 'documents',
  name: { sv: 'Upphandlingsdokument', en: 'Procurement documents' },
  help: {
    sv: 'Slutliga krav, standardkrav på interoperabilitet, tilldelningskriterier, avtalsvillkor och kontroll av hinder för små företag.',
    en: 'Final requirements, standard interoperability demands, award criteria, contract terms and the check for barriers to small companies.',
  },
  component: 'acquisition',
  isMandatory: true,
  writers: ['procurementOfficer', 'specialist'],
  fields: {
    diaryReference: text({ label: { sv: 'Dokumentens diarienummer', en: 'Register number of the documents' }, max: 60 }),
    requirements: list({
      label: { sv: 'Krav', en: 'Requirements' },
      max: 100,
      item: group({
        label: { sv: 'Krav', en: 'Requirement' },
        fields: {
          id: id('K1'),
          text: prose({ label: { sv: 'Kravet', en: 'The requirement' }, max: 400 }),
          kind: choice({
            label: { sv: 'Slag', en: 'Kind' },
            options: requirementKinds,
          }),
          level: choice({
            label: { sv: 'Nivå', en: 'Level' },
            options: { must: { sv: 'Ska-krav', en: 'Must' }, weighted: { sv: 'Viktat krav', en: 'Weighted' } },
          }),
          functions: references({ label: { sv: 'Tjänar funktion', en: 'Serves function' }, source: 'functions' }),
          proof: text({ label: { sv: 'Visas i anbudet genom', en: 'Shown in the tender by' } }),
        },
      }),
    }),
    interoperability: list({
      label: { sv: 'Standardkrav på interoperabilitet', en: 'Standard interoperability demands' },
      help: {
        sv: 'Ange för vart och ett vilket krav som ställer det, eller varför det utgår.',
        en: 'For each, give the requirement that makes it, or why it is left out.',
      },
      max: 12,
      item: group({
        label: { sv: 'Standardkrav', en: 'Standard demand' },
        fields: {
          demand: choice({ label: { sv: 'Standardkrav', en: 'Standard demand' }, options: interoperabilityDemands }),
          requirement: optional(id('K7')),
          reasonIfNot: optional(prose({ label: { sv: 'Skäl om det utgår', en: 'Reason if left out' }, max: 500 })),
        },
      }),
    }),
    qualification: list({
      label: { sv: 'Kvalificeringskrav', en: 'Qualification demands' },
      help: {
        sv: 'Ska ha anknytning till det som köps och stå i proportion till det (LOU 14:1).',
        en: 'Must relate to what is bought and be in proportion to it (LOU 14:1).',
      },
      min: 0,
      max: 20,
      item: group({
        label: { sv: 'Kvalificeringskrav', en: 'Qualification demand' },
        fields: {
          demand: prose({ label: { sv: 'Krav på leverantören', en: 'Demand on the supplier' }, max: 500 }),
          proof: text({ label: { sv: 'Visas genom', en: 'Shown by' } }),
        },
      }),
    }),
    basis: choice({
      label: { sv: 'Grund för utvärdering', en: 'Basis of evaluation' },
      help: { sv: 'LOU 16:1.', en: 'LOU 16:1.' },
      options: {
        bestRatio: { sv: 'Bästa förhållandet mellan pris och kvalitet', en: 'Best ratio of price and quality' },
        cost: { sv: 'Kostnad', en: 'Cost' },
        price: { sv: 'Pris', en: 'Price' },
      },
    }),
    awardCriteria: list({
      label: { sv: 'Tilldelningskriterier', en: 'Award criteria' },
      help: { sv: 'Vikterna ska bli 100 tillsammans (LOU 16:6).', en: 'The weights must sum to 100 (LOU 16:6).' },
      max: 12,
      item: group({
        label: { sv: 'Tilldelningskriterium', en: 'Award criterion' },
        fields: {
          id: id('T1'),
          name: text({ label: { sv: 'Namn', en: 'Name' }, max: 120 }),
          kind: choice({
            label: { sv: 'Slag', en: 'Kind' },
            options: { price: { sv: 'Pris eller kostnad', en: 'Price or cost' }, quality: { sv: 'Kvalitet', en: 'Quality' } },
          }),
          weight: integer({ label: { sv: 'Vikt', en: 'Weight' }, unit: { sv: '%', en: '%' }, min: 1, max: 100 }),
          howScored: prose({ label: { sv: 'Så sätts poängen', en: 'How it is scored' }, max: 1_000 }),
        },
      }),
    }),
    maxScore: integer({
      label: { sv: 'Högsta poäng för ett kvalitetskriterium', en: 'Highest score of a quality criterion' },
      help: {
        sv: 'Lägsta är 0. Pris ger vikten gånger lägsta pris genom anbudets pris.',
        en: 'The lowest is 0. Price gives its weight times the lowest price over the tender’s price.',
      },
      min: 1,
      max: 100,
    }),
    terms: group({
      label: { sv: 'Avtalsvillkor', en: 'Contract terms' },
      fields: {
        months: integer({
          label: { sv: 'Avtalstid', en: 'Contract period' },
          unit: { sv: 'månader', en: 'months' },
          min: 1,
          max: 240,
        }),
        extensionMonths: integer({
          label: { sv: 'Möjlig förlängning', en: 'Possible extension' },
          unit: { sv: 'månader', en: 'months' },
          max: 240,
        }),
        payment: prose({ label: { sv: 'Pris och betalning', en: 'Price and payment' }, max: 1_000 }),
        serviceLevels: prose({ label: { sv: 'Servicenivåer', en: 'Service levels' }, max: 1_000 }),
        benefit: prose({
          label: {
            sv: 'Leverantörens del i att mäta och nå nyttan',
            en: 'The supplier’s part in measuring and reaching the benefit',
          },
          max: 1_000,
        }),
        exit: prose({
          label: { sv: 'När avtalet tar slut', en: 'When the contract ends' },
          help: {
            sv: 'Hur data lämnas ut och hur länge leverantören hjälper till.',
            en: 'How data is handed out and how long the supplier helps.',
          },
          max: 1_000,
        }),
      },
    }),
    isDivided: yesNo({ label: { sv: 'Uppdelad i delkontrakt', en: 'Divided into lots' } }),
    turnoverDemanded: optional(
      money({
        label: { sv: 'Krav på årsomsättning', en: 'Demanded yearly turnover' },
        help: { sv: 'Lämna tomt om inget krävs.', en: 'Leave empty if none.' },
      }),
    ),
    referencesDemanded: integer({
      label: { sv: 'Antal referensinstallationer som krävs', en: 'Reference installations demanded' },
      max: 100,
    }),
    namesBrand: yesNo({
      label: { sv: 'Något krav nämner fabrikat, varumärke eller typ', en: 'Some requirement names a make, brand or type' },
    }),
    isWholeUndertaking: yesNo({
      label: { sv: 'Leverantören måste ta ett helhetsåtagande', en: 'The supplier must take a whole undertaking' },
    }),
    barrierReasons: list({
      label: { sv: 'Hinder som behålls, med skäl', en: 'Barriers kept, with reasons' },
      help: {
        sv: 'Varje hinder i dokumenten tas bort eller får ett skäl här.',
        en: 'Each barrier in the documents is taken away or gets a reason here.',
      },
      min: 0,
      max: 10,
      item: group({
        label: { sv: 'Hinder', en: 'Barrier' },
        fields: {
          barrier: choice({ label: { sv: 'Hinder', en: 'Barrier' }, options: namesOf(barriers) }),
          reason: prose({ label: { sv: 'Skäl', en: 'Reason' }, max: 1_000 }),
        },
      }),
    }),
    equalInformation: optional(
      prose({
        label: { sv: 'Det som alla får veta från dialogen', en: 'What everybody is told from the dialogue' },
        help: {
          sv: 'Om någon leverantör har hjälpt till att förbereda upphandlingen: de upplysningar som alla nu får (LOU 4:8).',
          en: 'If a supplier has helped to prepare the procurement: the information that all now get (LOU 4:8).',
        },
      }),
    ),
    informationPackageVersion: optional(
      integer({
        label: { sv: 'Version av forumets informationspaket', en: 'Version of the forum’s information package' },
        help: {
          sv: 'Den version som dokumenten hänvisar till. Lämna tomt om inga dialoger har hållits i forumet.',
          en: 'The version that the documents refer to. Leave empty if there have been no dialogues in the forum.',
        },
        min: 1,
        max: 100_000,
      }),
    ),
  },
  rules: (content, context) => documentProblems(content, { ...context, procedure: context.completed(procedure) }),
})
