import type { Text } from '#contracts/language.ts'

/**
 * The kinds of risk that an analysis must look at. An audit found analyses of IT risks with little about the
 * operation (EY 2018, 4.3), so risks of those kinds must be found; the others must at least be looked for.
 */
export const riskKinds = {
  operational: { name: { sv: 'Verksamhet', en: 'Operation' }, mustBeFound: true },
  patientSafety: { name: { sv: 'Patientsäkerhet', en: 'Patient safety' }, mustBeFound: true },
  informationSecurity: { name: { sv: 'Informationssäkerhet', en: 'Information security' }, mustBeFound: false },
  it: { name: { sv: 'IT och drift', en: 'IT' }, mustBeFound: false },
  workEnvironment: { name: { sv: 'Arbetsmiljö', en: 'Work environment' }, mustBeFound: false },
} as const satisfies Record<string, { name: Text; mustBeFound: boolean }>
export type RiskKind = keyof typeof riskKinds

// Object.keys loses the literal types of the table.
const kinds = Object.keys(riskKinds) as RiskKind[]

interface OfKind {
  readonly kind: RiskKind
}

export interface RiskGaps {
  /** No risk of the kind stands in the analysis, and there must be one. */
  readonly notFound: readonly RiskKind[]
  /** Neither a risk nor a word about having looked. */
  readonly notLookedAt: readonly RiskKind[]
}

export const riskGaps = (risks: readonly OfKind[], lookedAtWithoutFinding: readonly OfKind[]): RiskGaps => {
  const has = (list: readonly OfKind[], kind: RiskKind): boolean => list.some((entry) => entry.kind === kind)
  const missing = kinds.filter((kind) => !has(risks, kind))
  return {
    notFound: missing.filter((kind) => riskKinds[kind].mustBeFound),
    notLookedAt: missing.filter((kind) => !riskKinds[kind].mustBeFound && !has(lookedAtWithoutFinding, kind)),
  }
}
