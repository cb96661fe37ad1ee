import * as z from 'zod'
import { describe, expect, it } from 'vitest'
import { parse, pointerTo } from './field-problem.ts'
import { isOrganisationNumber } from './swedish-numbers.ts'
import { pageCursor } from './cursor.ts'

const problemOf = (schema: z.ZodType, value: unknown) => {
  const parsed = parse(schema, value)
  expect(parsed.ok).toBe(false)
  const [problem, ...more] = parsed.ok ? [] : parsed.problems
  expect(more).toEqual([])
  return { code: problem?.code, sv: problem?.message.sv, en: problem?.message.en }
}

describe('a field problem', () => {
  const table: readonly [string, z.ZodType, unknown, string, string, string][] = [
    ['missing', z.string(), undefined, 'required', 'Fyll i fältet.', 'Fill in the field.'],
    ['missing number', z.int(), undefined, 'required', 'Fyll i fältet.', 'Fill in the field.'],
    ['null', z.string(), null, 'wrongType', 'Ange text.', 'Give text.'],
    ['number for text', z.string(), 7, 'wrongType', 'Ange text.', 'Give text.'],
    ['text for number', z.number(), '7', 'wrongType', 'Ange ett tal.', 'Give a number.'],
    ['fraction for whole number', z.int(), 1.5, 'wrongType', 'Ange ett heltal.', 'Give a whole number.'],
    ['text for yes or no', z.boolean(), 'ja', 'wrongType', 'Ange ja eller nej (true/false).', 'Give yes or no (true/false).'],
    ['object for list', z.array(z.string()), {}, 'wrongType', 'Ange en lista.', 'Give a list.'],
    ['text for object', z.object({}), 'x', 'wrongType', 'Ange ett objekt.', 'Give an object.'],
    ['list for a named set', z.record(z.string(), z.string()), [], 'wrongType', 'Ange ett objekt.', 'Give an object.'],
    ['infinite number', z.number(), Number.POSITIVE_INFINITY, 'wrongType', 'Ange ett tal.', 'Give a number.'],
    ['empty text', z.string().min(1), '', 'required', 'Fyll i fältet.', 'Fill in the field.'],
    ['short text', z.string().min(5), 'abc', 'tooSmall', 'Ange minst 5 tecken.', 'Give at least 5 characters.'],
    ['long text', z.string().max(3), 'abcd', 'tooBig', 'Korta till högst 3 tecken.', 'Shorten to at most 3 characters.'],
    ['empty list', z.array(z.string()).min(1), [], 'required', 'Ange minst en.', 'Give at least one.'],
    ['short list', z.array(z.string()).min(2), ['a'], 'tooSmall', 'Ange minst 2 rader.', 'Give at least 2 rows.'],
    ['long list', z.array(z.string()).max(1), ['a', 'b'], 'tooBig', 'Korta till högst 1 rad.', 'Shorten to at most 1 row.'],
    ['low number', z.int().min(1), 0, 'tooSmall', 'Värdet får inte vara under 1.', 'The value must not be below 1.'],
    ['high number', z.number().max(10), 10.5, 'tooBig', 'Värdet får inte vara över 10.', 'The value must not be above 10.'],
    ['zero where it must be more', z.int().positive(), 0, 'tooSmall', 'Värdet måste vara över 0.', 'The value must be above 0.'],
    [
      'equal where it must be less',
      z.number().lt(10),
      10,
      'tooBig',
      'Värdet måste vara under 10.',
      'The value must be below 10.',
    ],
    ['unknown choice', z.enum(['a', 'b']), 'c', 'unknownValue', 'Välj ett av: a, b.', 'Choose one of: a, b.'],
    ['missing choice', z.enum(['a', 'b']), undefined, 'required', 'Fyll i fältet.', 'Fill in the field.'],
    ['missing literal', z.literal('a'), undefined, 'required', 'Fyll i fältet.', 'Fill in the field.'],
    ['unknown literal', z.literal('1.0'), '2.0', 'unknownValue', 'Välj ett av: 1.0.', 'Choose one of: 1.0.'],
    [
      'unknown field',
      z.strictObject({}),
      { x: 1 },
      'unknownField',
      'Fältet finns inte här: x. Ta bort det.',
      'There is no such field here: x. Remove it.',
    ],
    ['no date', z.iso.date(), '20/11/2026', 'wrongFormat', 'Ange ett datum som 2026-11-20.', 'Give a date like 2026-11-20.'],
    [
      'a day that does not exist',
      z.iso.date(),
      '2026-02-30',
      'wrongFormat',
      'Ange ett datum som 2026-11-20.',
      'Give a date like 2026-11-20.',
    ],
    [
      'no time',
      z.iso.datetime(),
      '2026-11-20',
      'wrongFormat',
      'Ange en tidpunkt som 2026-11-20T08:00:00Z.',
      'Give a time like 2026-11-20T08:00:00Z.',
    ],
    [
      'no address',
      z.url(),
      'example',
      'wrongFormat',
      'Ange en adress som börjar med https://.',
      'Give an address that begins with https://.',
    ],
    ['no e-mail', z.email(), 'a@', 'wrongFormat', 'Ange en e-postadress.', 'Give an e-mail address.'],
    ['no id', z.uuid(), 'x', 'wrongFormat', 'Ange ett id (UUID).', 'Give an id (UUID).'],
    [
      'a form of our own',
      z.stringFormat('caseNumber', /^KLM/),
      'x',
      'wrongFormat',
      'Värdet har fel form.',
      'The value has the wrong form.',
    ],
    ['a pattern', z.string().regex(/^a$/), 'b', 'wrongFormat', 'Värdet har fel form.', 'The value has the wrong form.'],
    [
      'an organisation number',
      z.string().refine(isOrganisationNumber, { params: { rule: 'organisationNumber' } }),
      '556016-0681',
      'organisationNumber',
      'Organisationsnumret har fel kontrollsiffra eller form. Skriv det som 556016-0680.',
      'The organisation number has a wrong check digit or form. Write it as 556016-0680.',
    ],
    [
      'a cursor',
      pageCursor,
      'x',
      'cursor',
      'Använd adressen i Link-huvudet från föregående svar.',
      'Use the address in the Link header of the previous answer.',
    ],
    ['a rule without a name', z.string().refine(() => false), 'x', 'invalid', 'Värdet är ogiltigt.', 'The value is invalid.'],
    ['none of several forms', z.union([z.string(), z.int()]), true, 'invalid', 'Värdet är ogiltigt.', 'The value is invalid.'],
    ['an uneven step', z.number().multipleOf(5), 7, 'invalid', 'Värdet är ogiltigt.', 'The value is invalid.'],
  ]

  it.each(table)('%s', (_, schema, value, code, sv, en) => {
    expect(problemOf(schema, value)).toEqual({ code, sv, en })
  })

  it('says what is missing when the choice that decides the form is not made', () => {
    const ruling = z.discriminatedUnion('outcome', [
      z.strictObject({ outcome: z.literal('go') }),
      z.strictObject({ outcome: z.literal('hold'), wakeOn: z.iso.date() }),
    ])
    expect(parse(ruling, { outcome: 'maybe' })).toMatchObject({
      ok: false,
      problems: [{ pointer: '/outcome', code: 'unknownValue', message: { sv: 'Välj ett av: go, hold.' } }],
    })
    expect(parse(ruling, {})).toMatchObject({ ok: false, problems: [{ pointer: '/outcome', code: 'required' }] })
    expect(parse(ruling, { outcome: 'hold' })).toMatchObject({ ok: false, problems: [{ pointer: '/wakeOn', code: 'required' }] })
  })

  it('points at every place that is wrong, at once', () => {
    const schema = z.strictObject({ risks: z.array(z.strictObject({ kind: z.enum(['it', 'safety']), text: z.string().min(1) })) })
    const parsed = parse(schema, {
      risks: [
        { kind: 'it', text: 'ok' },
        { kind: 'x', text: '' },
      ],
      extra: 1,
    })
    expect(parsed.ok ? [] : parsed.problems.map(({ pointer, code }) => `${pointer} ${code}`)).toEqual([
      '/risks/1/kind unknownValue',
      '/risks/1/text required',
      ' unknownField',
    ])
  })

  it('never repeats what was sent', () => {
    const secret = 'Anna Andersson'
    for (const [, schema] of table) {
      const parsed = parse(schema, { note: secret })
      expect(JSON.stringify(parsed.ok ? [] : parsed.problems)).not.toContain(secret)
    }
  })
})

describe('a JSON pointer', () => {
  it('escapes as RFC 6901 says', () => {
    expect(pointerTo([])).toBe('')
    expect(pointerTo(['rows', 0, 'a/b', 'm~n', ''])).toBe('/rows/0/a~1b/m~0n/')
  })
})
