import { choice, date, optional, prose, text } from '#phase/field.ts'
import { defineSection } from '#phase/section.ts'
import { informationClasses, isDataProtectionAssessed, needsOwnMeasures } from '../domain/information-classes.ts'

export const informationClass = defineSection({
  key: 'informationClass',
  name: { sv: 'Informationsklass', en: 'Information class' },
  help: {
    sv: 'Klassa informationen i lösningen enligt KLASSA. Klassen styr kraven i upphandlingen.',
    en: 'Classify the information in the solution by KLASSA. The class decides the requirements in the procurement.',
  },
  component: 'acquisition',
  isMandatory: true,
  writers: ['specialist'],
  fields: {
    classifiedOn: date({ label: { sv: 'Klassat den', en: 'Classified on' } }),
    classifiedBy: text({
      label: { sv: 'Klassat av', en: 'Classified by' },
      help: { sv: 'Informationsägaren, som roll.', en: 'The information owner, as a role.' },
      max: 150,
    }),
    information: text({ label: { sv: 'Vilken information', en: 'What information' }, max: 500 }),
    confidentiality: choice({ label: { sv: 'Konfidentialitet', en: 'Confidentiality' }, options: informationClasses }),
    integrity: choice({ label: { sv: 'Riktighet', en: 'Integrity' }, options: informationClasses }),
    availability: choice({ label: { sv: 'Tillgänglighet', en: 'Availability' }, options: informationClasses }),
    traceability: prose({
      label: { sv: 'Spårbarhet', en: 'Traceability' },
      help: { sv: 'Vad som ska loggas och hur länge.', en: 'What is to be logged and for how long.' },
      max: 500,
    }),
    reasons: prose({ label: { sv: 'Skäl', en: 'Reasons' }, max: 1_500 }),
    ownMeasures: optional(
      prose({
        label: { sv: 'Egna skyddsåtgärder', en: 'Measures of our own' },
        help: {
          sv: 'Krävs vid nivå 4, som KLASSA saknar kravkatalog för.',
          en: 'Required at level 4, for which KLASSA has no catalogue.',
        },
        max: 1_500,
      }),
    ),
    personalData: choice({
      label: { sv: 'Personuppgifter', en: 'Personal data' },
      options: {
        none: { sv: 'Inga', en: 'None' },
        ordinary: { sv: 'Vanliga', en: 'Ordinary' },
        sensitive: { sv: 'Känsliga, till exempel om hälsa', en: 'Sensitive, for example on health' },
      },
    }),
    impactAssessmentOn: optional(date({ label: { sv: 'Konsekvensbedömning gjord den', en: 'Impact assessment made on' } })),
    noImpactAssessmentReason: optional(
      prose({ label: { sv: 'Varför ingen konsekvensbedömning behövs', en: 'Why no impact assessment is needed' }, max: 1_000 }),
    ),
  },
  rules: (content) => [
    ...(needsOwnMeasures(content) && content.ownMeasures === undefined
      ? [
          {
            pointer: '/ownMeasures',
            code: 'ownMeasuresMissing',
            message: {
              sv: 'Nivå 4 har ingen kravkatalog i KLASSA. Beskriv egna skyddsåtgärder.',
              en: 'Level 4 has no catalogue in KLASSA. Describe measures of your own.',
            },
          },
        ]
      : []),
    ...(isDataProtectionAssessed(content)
      ? []
      : [
          {
            pointer: '/impactAssessmentOn',
            code: 'impactAssessmentMissing',
            message: {
              sv: 'Lösningen behandlar personuppgifter. Ange när konsekvensbedömningen gjordes, eller varför ingen behövs.',
              en: 'The solution processes personal data. Say when the impact assessment was made, or why none is needed.',
            },
          },
        ]),
  ],
})
