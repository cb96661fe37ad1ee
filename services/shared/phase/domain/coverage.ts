import type { Text } from '#contracts/language.ts'
import type { FieldProblem } from '#lambda/field-problem.ts'

export interface Coverage {
  readonly missing: readonly string[]
  /** Positions in the list of names. */
  readonly unknown: readonly number[]
  readonly repeated: readonly number[]
}

/** How a list names what it should name: each expected id once, and nothing else. */
export const coverageOf = (expected: readonly string[], named: readonly string[]): Coverage => ({
  missing: expected.filter((id) => !named.includes(id)),
  unknown: named.flatMap((id, index) => (expected.includes(id) ? [] : [index])),
  repeated: named.flatMap((id, index) => (named.indexOf(id) < index ? [index] : [])),
})

/** Names of what is listed, for a reader: at most this many, then how many more. */
const namesShown = 5

const listed = (names: readonly string[], more: (count: number) => string): string =>
  names.length <= namesShown ? names.join(', ') : `${names.slice(0, namesShown).join(', ')} ${more(names.length - namesShown)}`

/**
 * Problems of a list at `pointer` that should name each expected thing once. `field` is the row's field that
 * holds the id; leave it out where the rows are the ids. `what` is the thing in definite form: `nyttan`, `the benefit`.
 */
export const coverageProblems = ({
  pointer,
  field,
  what,
  expected,
  named,
}: {
  pointer: string
  field?: string
  what: Text
  expected: readonly { readonly id: string; readonly name: string }[]
  named: readonly string[]
}): FieldProblem[] => {
  const { missing, unknown, repeated } = coverageOf(
    expected.map((thing) => thing.id),
    named,
  )
  const at = (index: number): string => (field === undefined ? `${pointer}/${index}` : `${pointer}/${index}/${field}`)
  const missingNames = expected.filter((thing) => missing.includes(thing.id)).map((thing) => thing.name)
  return [
    ...(missing.length === 0
      ? []
      : [
          {
            pointer,
            code: 'missingRows',
            message: {
              sv: `Lägg till en rad för ${what.sv}: ${listed(missingNames, (count) => `och ${count} till`)}.`,
              en: `Add a row for ${what.en}: ${listed(missingNames, (count) => `and ${count} more`)}.`,
            },
          },
        ]),
    ...unknown.map((index) => ({
      pointer: at(index),
      code: 'notInCase',
      message: {
        sv: `Ärendet har inte ${what.sv} ”${named[index]}”. Välj en som finns.`,
        en: `The case does not have ${what.en} “${named[index]}”. Choose one that exists.`,
      },
    })),
    ...repeated.map((index) => ({
      pointer: at(index),
      code: 'repeated',
      message: {
        sv: `Här står ${what.sv} två gånger. Ta bort en av raderna.`,
        en: `Here ${what.en} stands twice. Remove one of the rows.`,
      },
    })),
  ]
}
