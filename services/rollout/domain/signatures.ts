import type { FieldProblem } from '#lambda/field-problem.ts'

export interface Signatures {
  readonly project: { readonly signedOn: string }
  readonly line: { readonly signedOn: string }
}

/** A service is handed over when it is live: neither side signs before the last unit has begun. */
export const signedTooEarly = (signatures: Signatures, units: readonly { readonly startedOn: string }[]): FieldProblem[] =>
  (['project', 'line'] as const).flatMap((side) =>
    units.some(({ startedOn }) => signatures[side].signedOn < startedOn)
      ? [
          {
            pointer: `/${side}/signedOn`,
            code: 'signedBeforeLive',
            message: {
              sv: 'Överlämningen skrivs under när alla enheter har börjat. Rätta datumet.',
              en: 'The handover is signed when all units have begun. Correct the date.',
            },
          },
        ]
      : [],
  )
