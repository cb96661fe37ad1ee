import type { ProposedRequirement } from '../../../api/matching-views.ts'
import type { FormFields } from '../../../forms/action-form.tsx'
import type { SectionDescription } from '../../../api/case-views.ts'
import { nextNumber, requirementRows } from '../section-rows.ts'
import type { Content } from '../section-rows.ts'

/** From proposals of the library to rows of the section. */

/** What the officer may change of a proposal before it is brought in; drawn as the section draws it. */
const adjustable = ['text', 'level', 'weight', 'functions'] as const

const itemFields = ({ form }: SectionDescription): FormFields => {
  const list = form.fields['requirements']
  return list?.kind === 'list' && list.item.kind === 'group' ? list.item.fields : {}
}

/** One group of fields for each proposal, by its number in the library. */
export const proposalFields = (section: SectionDescription, proposed: readonly ProposedRequirement[]): FormFields => {
  const fields = itemFields(section)
  const chosen = Object.fromEntries(adjustable.flatMap((key) => (fields[key] ? [[key, fields[key]]] : [])))
  return Object.fromEntries(
    proposed.map(({ requirementId, text }) => [
      requirementId,
      {
        kind: 'group' as const,
        label: { sv: `${requirementId} ${text.sv}`, en: `${requirementId} ${text.en}` },
        isRequired: true,
        fields: chosen,
      },
    ]),
  )
}

/** In the middle of the scale: the officer weighs. */
const usualWeight = 5

/** What stands in the form from the start: the library's own proposal. */
export const proposedContent = (proposed: readonly ProposedRequirement[]): Content =>
  Object.fromEntries(
    proposed.map(({ requirementId, text, level, serves }) => [
      requirementId,
      {
        // Requirements are written in Swedish, whatever language the page is read in.
        text: text.sv,
        level,
        ...(level === 'weighted' && { weight: usualWeight }),
        functions: serves.map(({ functionId }) => functionId),
      },
    ]),
  )

export const alreadyThere = (content: Content): ReadonlyMap<string, string> =>
  new Map(
    requirementRows(content).flatMap(({ id, libraryReference }) =>
      libraryReference === undefined ? [] : [[libraryReference, id ?? '']],
    ),
  )

const isObject = (value: unknown): value is Content => typeof value === 'object' && value !== null

/**
 * The section with the chosen requirements after those that stand there, numbered on from them. One that is there already is
 * not brought in again.
 * @param adjusted what the officer has made of each, by its number in the library
 */
export const withRequirements = (content: Content, chosen: readonly ProposedRequirement[], adjusted: Content): Content => {
  const rows = requirementRows(content)
  const there = alreadyThere(content)
  const first = nextNumber(
    'K',
    rows.map(({ id }) => id),
  )
  return {
    ...content,
    requirements: [
      ...rows,
      ...chosen
        .filter(({ requirementId }) => !there.has(requirementId))
        .map(({ requirementId, phaseKind, verification }, index) => {
          const { weight, ...own } = isObject(adjusted[requirementId]) ? adjusted[requirementId] : {}
          return {
            id: `K${first + index}`,
            kind: phaseKind,
            verification,
            source: 'library',
            libraryReference: requirementId,
            ...own,
            // A must is met or not, and has no weight.
            ...(own['level'] === 'weighted' && weight !== undefined && { weight }),
          }
        }),
    ],
  }
}

/** Functions of the idea phase that no requirement serves yet. */
export const uncovered = <F extends { readonly id: string }>(functions: readonly F[], content: Content): F[] => {
  const rows = requirementRows(content)
  return functions.filter(({ id }) => !rows.some((row) => row.functions.includes(id)))
}
