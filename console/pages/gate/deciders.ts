import { officeName, organisationName } from '../../layout/names.ts'
import type { RequestView } from '../../api/gate-views.ts'
import type { Visit } from '../../visit.ts'

/** An office that may decide on a request, where it is, and by which lines of the delegation order. */
export interface Decider {
  readonly office: string
  /** Where its lines say, else the case's own organisation. */
  readonly organisations: string
  readonly rules: string
}

export const decidersOf = (
  visit: Visit,
  { rights, case: { organisation: own } }: Pick<RequestView, 'rights' | 'case'>,
): Decider[] =>
  [...new Set(rights.map(({ office }) => office))].map((office) => {
    const held = rights.filter((right) => right.office === office)
    const organisations = new Set(held.flatMap(({ organisations: named }) => named ?? [own]))
    return {
      office: officeName(visit, office),
      organisations: visit.locale.list([...organisations].map((id) => organisationName(visit, id))),
      rules: [...new Set(held.map(({ rule }) => rule))].join(', '),
    }
  })
