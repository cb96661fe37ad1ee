import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { FormField } from '#phase/field.ts'
import { createLocale } from '../language/locale.ts'
import { formEntries } from '../testing/form-entries.ts'
import { Fields } from './form-field.tsx'
import { readForm } from './read-form.ts'
import { writeForm } from './write-form.ts'

/**
 * For any description and any content that fits it: draw the form, post what the drawn controls hold, read it back -
 * and get the same content. So nothing that somebody has saved is lost by opening and saving it.
 */

type Fields = Readonly<Record<string, FormField>>
interface Sample {
  readonly field: FormField
  /** Undefined where the field is left empty. */
  readonly value: unknown
}

const label = { sv: 'Fält', en: 'Field' }
const words = fc
  .string({ unit: fc.constantFrom(...Array.from('abcåäöÅÄÖ é<>&"\'/~,.;:+=%$0123456789')), minLength: 1, maxLength: 30 })
  .map((text) => text.trim())
  .filter((text) => text !== '')
const lines = fc.array(words, { minLength: 1, maxLength: 4 }).map((all) => all.join('\n'))
const id = fc.string({ unit: fc.constantFrom(...Array.from('abcN0123-')), minLength: 1, maxLength: 8 })
const options = ['one', 'two', 'three', 'four', 'five', 'six'].map((value) => ({ value, label: { sv: value, en: value } }))

const maybe = <T,>(value: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(value, { nil: undefined })

const sampleOf = (field: object, value: fc.Arbitrary<unknown>): fc.Arbitrary<Sample> =>
  fc.record({ isRequired: fc.boolean(), value: maybe(value) }).map(({ isRequired, value: chosen }) => ({
    field: { ...field, label, isRequired } as FormField, // the kinds below give it the rest of its members
    value: chosen,
  }))

const scalar: fc.Arbitrary<Sample> = fc.oneof(
  fc.constantFrom(10, 60, 300, 2_000).chain((maxLength) => sampleOf({ kind: 'text', maxLength }, words)),
  sampleOf({ kind: 'prose', maxLength: 4_000 }, lines),
  sampleOf({ kind: 'url', maxLength: 500 }, words),
  sampleOf({ kind: 'organisationNumber', maxLength: 13 }, words),
  sampleOf({ kind: 'integer', min: -1_000_000, max: 1_000_000 }, fc.integer({ min: -1_000_000, max: 1_000_000 })),
  sampleOf(
    { kind: 'decimal', min: 0, max: 1_000 },
    fc.integer({ min: 0, max: 100_000 }).map((hundredths) => hundredths / 100),
  ),
  sampleOf({ kind: 'money', min: 0, max: 1_000_000_000_000 }, fc.integer({ min: 0, max: 1_000_000_000_000 })),
  sampleOf(
    { kind: 'date' },
    fc
      .date({ min: new Date('1990-01-01'), max: new Date('2090-01-01'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10)),
  ),
  sampleOf({ kind: 'yesNo' }, fc.boolean()),
  sampleOf({ kind: 'choice', options: options.slice(0, 3) }, fc.constantFrom('one', 'two', 'three')),
  sampleOf({ kind: 'choice', options }, fc.constantFrom(...options.map(({ value }) => value))),
  // In the order of the options: that is the order in which boxes are posted.
  sampleOf(
    { kind: 'choices', options },
    fc.subarray(
      options.map(({ value }) => value),
      { minLength: 1 },
    ),
  ),
  sampleOf({ kind: 'reference', source: 'functions' }, id),
  sampleOf({ kind: 'references', source: 'functions' }, fc.uniqueArray(id, { minLength: 1, maxLength: 5 })),
)

const hasValue = (value: unknown): boolean =>
  value !== undefined &&
  !(Array.isArray(value) && !value.some(hasValue)) &&
  !(typeof value === 'object' && value !== null && !Array.isArray(value) && !Object.values(value).some(hasValue))

const groupOf = (members: fc.Arbitrary<Sample>): fc.Arbitrary<Sample> =>
  fc
    .record({
      isRequired: fc.boolean(),
      members: fc.dictionary(fc.constantFrom('first', 'second', 'third', 'a/b', 'til~de'), members, { minKeys: 1, maxKeys: 3 }),
    })
    .map(({ isRequired, members: chosen }) => {
      const value = contentOf(chosen)
      return {
        field: { kind: 'group', label, isRequired, fields: fieldsOf(chosen) },
        // A group that may be left out, is, when nothing in it is filled in.
        value: isRequired || hasValue(value) ? value : undefined,
      }
    })

/** Rows alike in kind: one description, several contents. */
const listOf = (item: fc.Arbitrary<Sample>): fc.Arbitrary<Sample> =>
  fc
    .record({ isRequired: fc.boolean(), min: fc.constantFrom(0, 1), item, copies: fc.integer({ min: 0, max: 4 }) })
    .map(({ isRequired, min, item: sample, copies }) => {
      // Rows in which nothing is filled in are dropped when the form is read, so there are none here.
      const rows = hasValue(sample.value) ? Array.from({ length: copies }, () => sample.value) : []
      return {
        field: { kind: 'list', label, isRequired, min, max: 50, item: sample.field },
        value: rows.length === 0 && !isRequired && min > 0 ? undefined : rows,
      }
    })

const anySample: fc.Arbitrary<Sample> = fc.oneof(
  { weight: 5, arbitrary: scalar },
  groupOf(scalar),
  listOf(scalar),
  listOf(groupOf(scalar)),
  listOf(groupOf(fc.oneof(scalar, listOf(scalar)))),
)

const fieldsOf = (samples: Readonly<Record<string, Sample>>): Fields =>
  Object.fromEntries(Object.entries(samples).map(([key, { field }]) => [key, field]))
const contentOf = (samples: Readonly<Record<string, Sample>>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(samples).flatMap(([key, { value }]) => (value === undefined ? [] : [[key, value]])))

const locale = createLocale('sv', '2026-11-20T08:00:00.000Z')

/** Hono's elements are strings when they are written out; their type does not say so. */
// oxlint-disable-next-line typescript/no-base-to-string -- see above
const htmlOf = (element: object): string => element.toString()

const draw = (fields: Fields, content: Readonly<Record<string, unknown>>): string =>
  htmlOf(
    <Fields
      form={{ locale, entered: writeForm(fields, content), errors: new Map(), options: {}, action: '/x' }}
      fields={fields}
    />,
  )

describe('a form made from a description', () => {
  it('gives back the content that it was drawn with', () => {
    let drawn = 0
    fc.assert(
      fc.property(
        fc.dictionary(fc.constantFrom('one', 'two', 'three', 'four'), anySample, { minKeys: 1, maxKeys: 4 }),
        (samples) => {
          const fields = fieldsOf(samples)
          const content = contentOf(samples)
          const read = readForm(fields, formEntries(draw(fields, content)))
          expect(read.errors).toEqual([])
          expect(read.content).toEqual(content)
          drawn += 1
        },
      ),
      { numRuns: 400 },
    )
    expect(drawn).toBeGreaterThanOrEqual(400)
  })

  it('keeps a reference to something that no longer exists, instead of losing it unseen', () => {
    const fields: Fields = { uses: { kind: 'references', source: 'functions', label, isRequired: true } }
    const html = htmlOf(
      <Fields
        form={{
          locale,
          entered: writeForm(fields, { uses: ['N1', 'N9'] }),
          errors: new Map(),
          options: { functions: [{ value: 'N1', label: 'N1 Läsa' }] },
          action: '/x',
        }}
        fields={fields}
      />,
    )
    expect(html).toContain('N9 (finns inte längre)')
    expect(readForm(fields, formEntries(html)).content).toEqual({ uses: ['N1', 'N9'] })
  })

  it('ties every message to its field, for those who see it and those who hear it', () => {
    const fields: Fields = {
      people: {
        kind: 'integer',
        min: 1,
        max: 5,
        label: { sv: 'Antal', en: 'Number' },
        help: { sv: 'Ungefär.', en: 'Roughly.' },
        isRequired: true,
      },
    }
    const html = htmlOf(
      <Fields
        form={{
          locale,
          entered: new URLSearchParams({ '/people': '9' }),
          errors: new Map([['/people', ['För många.']]]),
          options: {},
          action: '/x',
        }}
        fields={fields}
      />,
    )
    expect(html).toMatch(/<label[^>]*for="falt-people"/)
    expect(html).toMatch(/<input[^>]*aria-describedby="falt-people-help falt-people-error"/)
    expect(html).toMatch(/<input[^>]*aria-invalid="true"/)
    expect(html).toContain('value="9"')
    expect(html).toMatch(/id="falt-people-error"[^>]*>.*För många\./)
  })
})
