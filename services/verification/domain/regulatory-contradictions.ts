import type { Text } from '#contracts/language.ts'
import { classifySoftware, deviceClasses, isMedicalDevice } from './medical-device-class.ts'
import type { DeviceClass, SoftwareAnswers } from './medical-device-class.ts'
import {
  aiOutcome,
  aiOutcomes,
  ehdsAppliesFrom,
  ehdsSource,
  isNationalMedicalInformationSystem,
  nationalSystemRule,
} from './regulations-beside-mdr.ts'
import type { AiAnswers, AiOutcome, EhdsCategory, NationalSystemAnswers } from './regulations-beside-mdr.ts'

export type Marking = 'notNeeded' | 'present' | 'expected' | 'missing'

export interface RegulatoryAnswers {
  readonly medicalDevice: SoftwareAnswers & {
    readonly deviceClass: DeviceClass
    readonly marking: Marking
    readonly assessedOn: string
  }
  readonly nationalSystem: NationalSystemAnswers & {
    readonly isNationalSystem: boolean
    readonly marking: Marking
    readonly assessedOn: string
  }
  readonly ai: AiAnswers & { readonly outcome: AiOutcome }
  readonly healthDataSpace: {
    readonly isRecordSystem: boolean
    readonly categories?: readonly EhdsCategory[] | undefined
    readonly appliesFrom?: string | undefined
  }
}

export interface Contradiction {
  readonly pointer: string
  readonly code: string
  readonly message: Text
}

const markingContradiction = (pointer: string, applies: boolean, marking: Marking): Contradiction[] =>
  applies === (marking !== 'notNeeded')
    ? []
    : [
        {
          pointer,
          code: 'markingContradicts',
          message: applies
            ? {
                sv: 'Märkning krävs enligt svaren. Ange om den finns.',
                en: 'By the answers a marking is required. Say whether there is one.',
              }
            : {
                sv: 'Ingen märkning krävs enligt svaren. Välj att den inte behövs.',
                en: 'By the answers no marking is required. Choose that it is not needed.',
              },
        },
      ]

const medicalDeviceContradictions = ({ medicalDevice }: RegulatoryAnswers): Contradiction[] => {
  const follows = classifySoftware(medicalDevice, medicalDevice.assessedOn)
  if (!follows)
    return [
      {
        pointer: '/medicalDevice/assessedOn',
        code: 'assessedBeforeRule',
        message: {
          sv: 'Bedömningen är äldre än regeln. Gör en ny.',
          en: 'The assessment is older than the rule. Make a new one.',
        },
      },
    ]
  return [
    ...(follows.deviceClass === medicalDevice.deviceClass
      ? []
      : [
          {
            pointer: '/medicalDevice/deviceClass',
            code: 'classContradicts',
            message: {
              sv: `Svaren ger: ${deviceClasses[follows.deviceClass].sv} (${follows.source}). Rätta klassen eller svaren.`,
              en: `The answers give: ${deviceClasses[follows.deviceClass].en} (${follows.source}). Correct the class or the answers.`,
            },
          },
        ]),
    ...markingContradiction('/medicalDevice/marking', isMedicalDevice(medicalDevice.deviceClass), medicalDevice.marking),
  ]
}

const nationalSystemContradictions = ({ medicalDevice, nationalSystem }: RegulatoryAnswers): Contradiction[] => {
  const follows = isNationalMedicalInformationSystem(nationalSystem, medicalDevice.deviceClass)
  return [
    ...(nationalSystem.assessedOn < nationalSystemRule.validFrom
      ? [
          {
            pointer: '/nationalSystem/assessedOn',
            code: 'assessedBeforeRule',
            message: {
              sv: 'Bedömningen är äldre än regeln. Gör en ny.',
              en: 'The assessment is older than the rule. Make a new one.',
            },
          },
        ]
      : []),
    ...(follows === nationalSystem.isNationalSystem
      ? []
      : [
          {
            pointer: '/nationalSystem/isNationalSystem',
            code: 'nationalSystemContradicts',
            message: follows
              ? {
                  sv: `Svaren gör lösningen till ett nationellt medicinskt informationssystem (${nationalSystemRule.source}). Rätta svaret.`,
                  en: `The answers make it a national medical information system (${nationalSystemRule.source}). Correct the answer.`,
                }
              : {
                  sv: `Svaren gör inte lösningen till ett nationellt medicinskt informationssystem (${nationalSystemRule.source}). Rätta svaret.`,
                  en: `The answers do not make it a national medical information system (${nationalSystemRule.source}). Correct the answer.`,
                },
          },
        ]),
    ...markingContradiction('/nationalSystem/marking', nationalSystem.isNationalSystem, nationalSystem.marking),
  ]
}

const aiContradictions = ({ medicalDevice, ai }: RegulatoryAnswers): Contradiction[] => {
  const follows = aiOutcome(ai, medicalDevice.deviceClass)
  return follows === ai.outcome
    ? []
    : [
        {
          pointer: '/ai/outcome',
          code: 'aiOutcomeContradicts',
          message: {
            sv: `Svaren ger: ${aiOutcomes[follows].sv}. Rätta utfallet eller svaren.`,
            en: `The answers give: ${aiOutcomes[follows].en}. Correct the outcome or the answers.`,
          },
        },
      ]
}

const healthDataSpaceContradictions = ({
  healthDataSpace: { isRecordSystem, categories = [], appliesFrom },
}: RegulatoryAnswers): Contradiction[] => {
  if (isRecordSystem && categories.length === 0)
    return [
      {
        pointer: '/healthDataSpace/categories',
        code: 'categoriesMissing',
        message: {
          sv: 'Ange vilka prioriterade uppgifter journalsystemet hanterar.',
          en: 'Give the priority data that the record system handles.',
        },
      },
    ]
  if (!isRecordSystem && categories.length > 0)
    return [
      {
        pointer: '/healthDataSpace/isRecordSystem',
        code: 'recordSystemContradicts',
        message: {
          sv: 'Den som hanterar prioriterade uppgifter är ett journalsystem enligt EHDS. Rätta svaret eller ta bort uppgifterna.',
          en: 'What handles priority data is a record system under EHDS. Correct the answer or remove the data.',
        },
      },
    ]
  const follows = ehdsAppliesFrom(categories)
  return follows === appliesFrom
    ? []
    : [
        {
          pointer: '/healthDataSpace/appliesFrom',
          code: 'appliesFromContradicts',
          message: follows
            ? {
                sv: `Kraven gäller från ${follows} (${ehdsSource}). Ange det datumet.`,
                en: `The demands hold from ${follows} (${ehdsSource}). Give that date.`,
              }
            : { sv: 'Inga krav gäller. Ta bort datumet.', en: 'No demands hold. Remove the date.' },
        },
      ]
}

/** Where what is concluded does not follow from what is answered, under the rules in force when it was assessed. */
export const regulatoryContradictions = (answers: RegulatoryAnswers): Contradiction[] => [
  ...medicalDeviceContradictions(answers),
  ...nationalSystemContradictions(answers),
  ...aiContradictions(answers),
  ...healthDataSpaceContradictions(answers),
]
