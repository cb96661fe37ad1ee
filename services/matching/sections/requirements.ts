import { requirementKinds } from '#contracts/requirement-kinds.ts'
import { choice, group, integer, list, optional, prose, references, text } from '#phase/field.ts'
import { defineSection } from '#phase/section.ts'
import { isRequirementId, uncoveredFunctions } from '../domain/requirements.ts'

export const requirements = defineSection({
  key: 'requirements',
  name: { sv: 'Kravutkast', en: 'Draft requirements' },
  help: {
    sv: 'Ett genomarbetat utkast till kravspecifikation. Varje funktion från idéfasen ska täckas.',
    en: 'A worked-through draft of the requirement specification. Every function of the idea phase must be covered.',
  },
  component: 'acquisition',
  isMandatory: true,
  writers: ['procurementOfficer', 'specialist'],
  fields: {
    requirements: list({
      label: { sv: 'Krav', en: 'Requirements' },
      max: 100,
      item: group({
        label: { sv: 'Krav', en: 'Requirement' },
        fields: {
          id: text({
            label: { sv: 'Nummer', en: 'Number' },
            help: { sv: 'K1, K2 och så vidare.', en: 'K1, K2 and so on.' },
            max: 4,
          }),
          text: prose({
            label: { sv: 'Krav', en: 'Requirement' },
            help: {
              sv: 'Skriv vad lösningen ska klara, utan varumärken. Efter en standard ska det stå ”eller likvärdig” (LOU 9:4, 9:6).',
              en: 'Write what the solution must do, without brands. After a standard, write “or equivalent” (LOU 9:4, 9:6).',
            },
            // As long as the library's own: services/catalogue/domain/library/library-limits.ts.
            max: 600,
          }),
          kind: choice({ label: { sv: 'Slag', en: 'Kind' }, options: requirementKinds }),
          level: choice({
            label: { sv: 'Nivå', en: 'Level' },
            options: { must: { sv: 'Ska-krav', en: 'Must' }, weighted: { sv: 'Viktat krav', en: 'Weighted' } },
          }),
          weight: optional(
            integer({
              label: { sv: 'Vikt, 1–10', en: 'Weight, 1–10' },
              help: { sv: 'Bara för viktade krav.', en: 'Only for weighted ones.' },
              min: 1,
              max: 10,
            }),
          ),
          verification: choice({
            label: { sv: 'Hur det verifieras', en: 'How it is verified' },
            options: {
              demonstration: { sv: 'Visning', en: 'Demonstration' },
              test: { sv: 'Prov', en: 'Test' },
              documentation: { sv: 'Dokumentation', en: 'Documentation' },
              certificate: { sv: 'Intyg eller märkning', en: 'Certificate or marking' },
              contract: { sv: 'Avtalsvillkor', en: 'Contract term' },
            },
          }),
          source: choice({
            label: { sv: 'Källa', en: 'Source' },
            options: { library: { sv: 'Kravbiblioteket', en: 'Requirement library' }, own: { sv: 'Eget', en: 'Own' } },
          }),
          libraryReference: optional(text({ label: { sv: 'Nummer i kravbiblioteket', en: 'Number in the library' }, max: 60 })),
          functions: references({
            label: { sv: 'Funktioner som kravet tjänar', en: 'Functions that it serves' },
            source: 'functions',
          }),
        },
      }),
    }),
  },
  rules: ({ requirements: drafted }, { dossier }) => {
    const functions = dossier.ideas?.functions ?? []
    return [
      ...drafted.flatMap((requirement, index) => {
        const at = `/requirements/${index}`
        return [
          ...(isRequirementId(requirement.id)
            ? []
            : [
                {
                  pointer: `${at}/id`,
                  code: 'notARequirementNumber',
                  message: { sv: 'Numrera kraven K1, K2 och så vidare.', en: 'Number the requirements K1, K2 and so on.' },
                },
              ]),
          ...(drafted.findIndex(({ id }) => id === requirement.id) === index
            ? []
            : [
                {
                  pointer: `${at}/id`,
                  code: 'duplicateNumber',
                  message: {
                    sv: `${requirement.id} finns redan. Ge kravet ett eget nummer.`,
                    en: `${requirement.id} exists already. Give the requirement a number of its own.`,
                  },
                },
              ]),
          ...(requirement.level === 'weighted' && requirement.weight === undefined
            ? [
                {
                  pointer: `${at}/weight`,
                  code: 'weightMissing',
                  message: { sv: 'Ange en vikt för det viktade kravet.', en: 'Give the weighted requirement a weight.' },
                },
              ]
            : []),
          ...(requirement.level === 'must' && requirement.weight !== undefined
            ? [
                {
                  pointer: `${at}/weight`,
                  code: 'mustHasNoWeight',
                  message: {
                    sv: 'Ett ska-krav uppfylls eller inte. Ta bort vikten eller gör kravet viktat.',
                    en: 'A must is met or not. Remove the weight or make the requirement weighted.',
                  },
                },
              ]
            : []),
          ...(requirement.source === 'library' && requirement.libraryReference === undefined
            ? [
                {
                  pointer: `${at}/libraryReference`,
                  code: 'libraryReferenceMissing',
                  message: {
                    sv: 'Ange kravets nummer i kravbiblioteket.',
                    en: 'Give the number of the requirement in the library.',
                  },
                },
              ]
            : []),
          ...requirement.functions.flatMap((id, position) =>
            functions.some((needed) => needed.id === id)
              ? []
              : [
                  {
                    pointer: `${at}/functions/${position}`,
                    code: 'unknownFunction',
                    message: {
                      sv: `${id} finns inte bland idéfasens funktioner. Välj en som finns.`,
                      en: `${id} is not among the functions of the idea phase. Choose one that is.`,
                    },
                  },
                ],
          ),
        ]
      }),
      ...uncoveredFunctions(functions, drafted).map(({ id, name }) => ({
        pointer: '/requirements',
        code: 'functionNotCovered',
        message: { sv: `Skriv minst ett krav för ${id}: ${name}.`, en: `Write at least one requirement for ${id}: ${name}.` },
      })),
    ]
  },
})
