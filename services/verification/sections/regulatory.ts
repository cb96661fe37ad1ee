import { choice, choices, date, group, optional, prose, text, yesNo } from '#phase/field.ts'
import { namesOf } from '#phase/names-of.ts'
import { defineSection } from '#phase/section.ts'
import { decisionImpacts, deviceClasses, monitorings } from '../domain/medical-device-class.ts'
import { aiOutcomes, ehdsCategories } from '../domain/regulations-beside-mdr.ts'
import { regulatoryContradictions } from '../domain/regulatory-contradictions.ts'

const judged = {
  rule: text({
    label: { sv: 'Regel', en: 'Rule' },
    help: { sv: 'Lag, bilaga och punkt.', en: 'Law, annex and point.' },
    max: 200,
  }),
  assessedOn: date({ label: { sv: 'Bedömt den', en: 'Assessed on' } }),
  reasons: prose({ label: { sv: 'Skäl', en: 'Reasons' }, max: 1_500 }),
}

const marking = choice({
  label: { sv: 'Märkning', en: 'Marking' },
  options: {
    notNeeded: { sv: 'Behövs inte', en: 'Not needed' },
    present: { sv: 'Finns', en: 'Present' },
    expected: { sv: 'Väntas före leverans', en: 'Expected before delivery' },
    missing: { sv: 'Saknas', en: 'Missing' },
  },
})

export const regulatory = defineSection({
  key: 'regulatory',
  name: { sv: 'Regelverk', en: 'Regulation' },
  help: {
    sv: 'Vilka produktregler som gäller för lösningen. Bedöm modul för modul; reglerna utesluter inte alltid varandra.',
    en: 'Which product rules hold for the solution. Judge module by module; the rules do not always exclude each other.',
  },
  component: 'acquisition',
  isMandatory: true,
  writers: ['specialist'],
  fields: {
    medicalDevice: group({
      label: { sv: 'Medicinteknisk produkt (MDR)', en: 'Medical device (MDR)' },
      fields: {
        hasMedicalPurpose: yesNo({
          label: { sv: 'Medicinskt syfte för enskilda patienter', en: 'Medical purpose for individual patients' },
        }),
        actsOnData: yesNo({
          label: { sv: 'Bearbetar uppgifterna', en: 'Acts on the data' },
          help: {
            sv: 'Mer än att lagra, arkivera, skicka, komprimera utan förlust eller enkelt söka.',
            en: 'More than storing, archiving, sending, compressing without loss or simply searching.',
          },
        }),
        decisionImpact: choice({
          label: { sv: 'Underlag för vårdbeslut', en: 'Basis for decisions on care' },
          options: decisionImpacts,
        }),
        monitoring: choice({ label: { sv: 'Övervakning', en: 'Monitoring' }, options: monitorings }),
        deviceClass: choice({ label: { sv: 'Klass', en: 'Class' }, options: deviceClasses }),
        marking,
        ...judged,
      },
    }),
    nationalSystem: group({
      label: { sv: 'Nationellt medicinskt informationssystem (NMI)', en: 'National medical information system (NMI)' },
      fields: {
        isForSharedUse: yesNo({
          label: { sv: 'Gjort för att användas gemensamt', en: 'Made for shared use' },
          help: {
            sv: 'Nationellt, regionalt, kommunalt eller liknande; inte bara i den egna verksamheten.',
            en: 'National, regional, municipal or similar; not only in one’s own operation.',
          },
        }),
        carriesPatientInformation: yesNo({
          label: {
            sv: 'Hanterar uppgifter som är viktiga för enskilda patienter',
            en: 'Handles information of importance for individual patients',
          },
        }),
        updatesRegister: yesNo({
          label: { sv: 'Läser och uppdaterar en myndighets register', en: 'Reads and updates an authority’s register' },
        }),
        isNationalSystem: yesNo({ label: { sv: 'Är ett NMI', en: 'Is an NMI' } }),
        marking,
        ...judged,
      },
    }),
    ai: group({
      label: { sv: 'AI-förordningen', en: 'AI Act' },
      fields: {
        usesAi: yesNo({ label: { sv: 'Innehåller AI', en: 'Holds AI' } }),
        isListedUse: yesNo({ label: { sv: 'Användningen står i bilaga III', en: 'The use stands in annex III' } }),
        meetsPeople: yesNo({
          label: { sv: 'Samtalar med människor eller skapar innehåll', en: 'Talks with people or makes content' },
        }),
        outcome: choice({ label: { sv: 'Utfall', en: 'Outcome' }, options: aiOutcomes }),
        ...judged,
      },
    }),
    healthDataSpace: group({
      label: { sv: 'Europeiska hälsodataområdet (EHDS)', en: 'European health data space (EHDS)' },
      fields: {
        isRecordSystem: yesNo({
          label: { sv: 'Är ett journalsystem med prioriterade uppgifter', en: 'Is a record system with priority data' },
        }),
        categories: optional(
          choices({
            label: { sv: 'Prioriterade uppgifter', en: 'Priority data' },
            options: namesOf(ehdsCategories),
          }),
        ),
        appliesFrom: optional(date({ label: { sv: 'Kraven gäller från', en: 'The demands hold from' } })),
        ...judged,
      },
    }),
  },
  rules: (answers) => regulatoryContradictions(answers),
})
