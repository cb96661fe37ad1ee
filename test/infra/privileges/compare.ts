import { distinct, rightKey } from './right.ts'
import type { Right } from './right.ts'
import type { Waiver } from './waivers.ts'

/** What is wrong with one right. */
export interface Violation {
  readonly kind: 'not granted' | 'not used' | 'too broad' | 'waived in vain'
  readonly right: Right
}

export interface Rights {
  readonly granted: readonly Right[]
  /** By the functions' own calls. */
  readonly used: readonly Right[]
  /** By AWS on their behalf. */
  readonly derived: readonly Right[]
}

export interface HolderRights extends Rights {
  readonly holder: string
  readonly waived: readonly Right[]
  readonly violations: readonly Violation[]
}

const isBroad = (right: Right): boolean =>
  [right.holder, right.action, right.resource].some((name) => /[*?]|^all but | from anywhere$/.test(name))

const surplusOf = ({ granted, used, derived }: Rights): readonly Right[] => {
  const needed = new Set([...used, ...derived].map(rightKey))
  return granted.filter((right) => !needed.has(rightKey(right)))
}

/**
 * Holds what is granted against what is needed, right by right and by their exact names: a grant with a wildcard is only
 * right where the need itself has no other name.
 */
export const findViolations = (rights: Rights, waivers: readonly Waiver[]): readonly Violation[] => {
  const { granted, used, derived } = rights
  const given = new Set(granted.map(rightKey))
  const waived = new Set(waivers.map(rightKey))
  const surplus = surplusOf(rights)
  const tooMany = new Set(surplus.map(rightKey))
  return [
    ...distinct([...used, ...derived].filter((right) => !given.has(rightKey(right)))).map((right): Violation => ({
      kind: 'not granted',
      right,
    })),
    ...surplus
      .filter((right) => !waived.has(rightKey(right)))
      .map((right): Violation => ({ kind: isBroad(right) ? 'too broad' : 'not used', right })),
    ...waivers.filter((waiver) => !tooMany.has(rightKey(waiver))).map((right): Violation => ({ kind: 'waived in vain', right })),
  ]
}

/** The same by whose rights they are, in the order of their names. */
export const byHolder = (rights: Rights, waivers: readonly Waiver[]): readonly HolderRights[] => {
  const { granted, used, derived } = rights
  const waivedKeys = new Set(waivers.map(rightKey))
  const waived = surplusOf(rights).filter((right) => waivedKeys.has(rightKey(right)))
  const violations = findViolations(rights, waivers)
  const names = [...new Set([...granted, ...used, ...derived, ...waivers].map(({ holder }) => holder))].toSorted()
  return names.map((holder) => {
    const its = (all: readonly Right[]): readonly Right[] => all.filter((right) => right.holder === holder)
    return {
      holder,
      granted: its(granted),
      used: its(used),
      derived: its(derived),
      waived: its(waived),
      violations: violations.filter(({ right }) => right.holder === holder),
    }
  })
}
