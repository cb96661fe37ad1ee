import { caseTraitNames, caseTraits, deviceClasses } from '#contracts/requirement-library.ts'
import type { DeviceClass } from '#contracts/requirement-library.ts'
import type { Text } from '#contracts/language.ts'
import type { FormFields } from '../../../forms/action-form.tsx'
import { readForm } from '../../../forms/read-form.ts'
import type { Visit } from '../../../visit.ts'
import type { LoadedCase } from '../../case/load-case.ts'

/** The plain facts about a case that tell which requirements of the library apply. They live in the page's address. */

const capitalised = (text: string): string => text.slice(0, 1).toLocaleUpperCase('sv') + text.slice(1)
const asked = ({ sv, en }: Text): Text => ({ sv: capitalised(sv), en: capitalised(en) })

const deviceClassNames = {
  none: { sv: 'Nej, inte medicinteknik', en: 'No, not a medical device' },
  I: { sv: 'Ja, klass I', en: 'Yes, class I' },
  IIa: { sv: 'Ja, klass IIa', en: 'Yes, class IIa' },
  IIb: { sv: 'Ja, klass IIb', en: 'Yes, class IIb' },
  III: { sv: 'Ja, klass III', en: 'Yes, class III' },
} as const satisfies Record<DeviceClass, Text>

export const factFields: FormFields = {
  ...Object.fromEntries(
    caseTraits.map((trait) => [trait, { kind: 'yesNo' as const, label: asked(caseTraitNames[trait]), isRequired: false }]),
  ),
  deviceClass: {
    kind: 'choice',
    label: { sv: 'Är tjänsten en medicinteknisk produkt?', en: 'Is the service a medical device?' },
    options: deviceClasses.map((value) => ({ value, label: deviceClassNames[value] })),
    isRequired: false,
  },
}

/** Undefined until somebody has answered anything. */
export const factsOf = ({ query }: Visit, { record }: LoadedCase) => {
  const { deviceClass, ...traits } = readForm(factFields, query).content
  if (Object.keys(traits).length === 0 && deviceClass === undefined) return undefined
  return {
    traits,
    ...(deviceClass !== undefined && { deviceClass }),
    functions: (record.dossier.ideas?.functions ?? []).map(({ id, name }) => ({ id, name })),
  }
}
