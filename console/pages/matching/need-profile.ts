import { libraryRequirementId } from '#contracts/ids.ts'
import { careStepNames, careSteps, targetGroupNames, targetGroups } from '#contracts/market.ts'
import type { FormFields } from '../../forms/action-form.tsx'
import { readForm } from '../../forms/read-form.ts'
import type { Visit } from '../../visit.ts'
import type { LoadedCase } from '../case/load-case.ts'
import { requirementRows } from './section-rows.ts'
import type { Content, RequirementRow } from './section-rows.ts'

/** The need of a case as the catalogue is asked about it. */

/** What a case does not say of itself: chosen on the page and kept in its address. */
export const audienceFields: FormFields = {
  targetGroups: {
    kind: 'choices',
    label: { sv: 'Vilka tjänsten är till för', en: 'Whom the service is for' },
    options: targetGroups.map((value) => ({ value, label: targetGroupNames[value] })),
    isRequired: false,
  },
  careSteps: {
    kind: 'choices',
    label: { sv: 'Var i vården eller omsorgen', en: 'Where in care' },
    options: careSteps.map((value) => ({ value, label: careStepNames[value] })),
    isRequired: false,
  },
}

export const audienceOf = ({ query }: Visit): Content => readForm(audienceFields, query).content

const longestTitle = 200
const most = { functions: 50, requirements: 150 } as const

/** Requirements that can be asked about: numbered once, with a text. A draft may hold others. */
const askable = (rows: readonly RequirementRow[]) =>
  rows
    .filter((row, index) => row.id !== undefined && row.text !== undefined && rows.findIndex(({ id }) => id === row.id) === index)
    .slice(0, most.requirements)

/** @param requirements the content of the section, complete or not. */
export const needOfCase = ({ record }: LoadedCase, requirements: Content, audience: Content): Content => ({
  needId: record.caseId,
  title: record.title.slice(0, longestTitle),
  description: record.dossier.ideas?.problem ?? '',
  functions: (record.dossier.ideas?.functions ?? []).slice(0, most.functions),
  ...audience,
  requirements: askable(requirementRows(requirements)).map(({ id, text, level, weight, libraryReference, functions }) => ({
    id,
    text,
    level: level ?? 'must',
    ...(level === 'weighted' && weight !== undefined && { weight }),
    ...(libraryRequirementId.safeParse(libraryReference).success && { libraryId: libraryReference }),
    functions,
  })),
})
