/** The day on which the first of some units begins; undefined when there are none. */
export const firstStart = (units: readonly { readonly startsOn: string }[]): string | undefined =>
  units.map((unit) => unit.startsOn).toSorted()[0]

/** Units as a list that must name each of them reads them. */
export const asExpected = (
  units: readonly { readonly name: string }[],
): readonly { readonly id: string; readonly name: string }[] => units.map(({ name }) => ({ id: name, name }))
