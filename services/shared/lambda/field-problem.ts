import type * as z from 'zod'
import type { Text } from '#contracts/language.ts'

/** One thing that is wrong in what was sent: where, what, and how to put it right. */
export interface FieldProblem {
  /** JSON Pointer (RFC 6901) inside the body, for example `/risks/0/kind`. */
  readonly pointer: string
  readonly code: string
  readonly message: Text
}

const escapeToken = (token: PropertyKey): string => String(token).replaceAll('~', '~0').replaceAll('/', '~1')

export const pointerTo = (path: readonly PropertyKey[]): string => path.map((token) => `/${escapeToken(token)}`).join('')

type Issue = z.core.$ZodIssue

const sizeUnits: Record<string, { one: Text; many: Text }> = {
  string: { one: { sv: 'tecken', en: 'character' }, many: { sv: 'tecken', en: 'characters' } },
  array: { one: { sv: 'rad', en: 'row' }, many: { sv: 'rader', en: 'rows' } },
}

const unitOf = (origin: string, count: number | bigint): Text | undefined => sizeUnits[origin]?.[count === 1 ? 'one' : 'many']

const tooSmall = (issue: z.core.$ZodIssueTooSmall): Text => {
  const unit = unitOf(issue.origin, issue.minimum)
  if (issue.origin === 'string' && issue.minimum === 1) return { sv: 'Fyll i fältet.', en: 'Fill in the field.' }
  if (issue.origin === 'array' && issue.minimum === 1) return { sv: 'Ange minst en.', en: 'Give at least one.' }
  if (unit) return { sv: `Ange minst ${issue.minimum} ${unit.sv}.`, en: `Give at least ${issue.minimum} ${unit.en}.` }
  if (issue.inclusive === false)
    return { sv: `Värdet måste vara över ${issue.minimum}.`, en: `The value must be above ${issue.minimum}.` }
  return { sv: `Värdet får inte vara under ${issue.minimum}.`, en: `The value must not be below ${issue.minimum}.` }
}

const tooBig = (issue: z.core.$ZodIssueTooBig): Text => {
  const unit = unitOf(issue.origin, issue.maximum)
  if (unit) return { sv: `Korta till högst ${issue.maximum} ${unit.sv}.`, en: `Shorten to at most ${issue.maximum} ${unit.en}.` }
  if (issue.inclusive === false)
    return { sv: `Värdet måste vara under ${issue.maximum}.`, en: `The value must be below ${issue.maximum}.` }
  return { sv: `Värdet får inte vara över ${issue.maximum}.`, en: `The value must not be above ${issue.maximum}.` }
}

const expectedTypes: Record<string, Text> = {
  string: { sv: 'text', en: 'text' },
  number: { sv: 'ett tal', en: 'a number' },
  int: { sv: 'ett heltal', en: 'a whole number' },
  boolean: { sv: 'ja eller nej (true/false)', en: 'yes or no (true/false)' },
  array: { sv: 'en lista', en: 'a list' },
  object: { sv: 'ett objekt', en: 'an object' },
  record: { sv: 'ett objekt', en: 'an object' },
}

const formats: Record<string, Text> = {
  date: { sv: 'Ange ett datum som 2026-11-20.', en: 'Give a date like 2026-11-20.' },
  datetime: { sv: 'Ange en tidpunkt som 2026-11-20T08:00:00Z.', en: 'Give a time like 2026-11-20T08:00:00Z.' },
  url: { sv: 'Ange en adress som börjar med https://.', en: 'Give an address that begins with https://.' },
  email: { sv: 'Ange en e-postadress.', en: 'Give an e-mail address.' },
  uuid: { sv: 'Ange ett id (UUID).', en: 'Give an id (UUID).' },
}

const customRules: Record<string, Text> = {
  cursor: {
    sv: 'Använd adressen i Link-huvudet från föregående svar.',
    en: 'Use the address in the Link header of the previous answer.',
  },
  repeated: { sv: 'Ange varje val en gång.', en: 'Give each choice once.' },
  webhookAddress: {
    sv: 'Ange en adress som börjar med https:// och ett namn som nås från internet, utan port och lösenord.',
    en: 'Give an address that begins with https:// and a name that the internet reaches, without port and password.',
  },
  organisationNumber: {
    sv: 'Organisationsnumret har fel kontrollsiffra eller form. Skriv det som 556016-0680.',
    en: 'The organisation number has a wrong check digit or form. Write it as 556016-0680.',
  },
}

interface Described {
  readonly code: string
  readonly message: Text
}

const missing: Described = { code: 'required', message: { sv: 'Fyll i fältet.', en: 'Fill in the field.' } }

const oneOf = (options: readonly unknown[]): Described => ({
  code: 'unknownValue',
  message: { sv: `Välj ett av: ${options.join(', ')}.`, en: `Choose one of: ${options.join(', ')}.` },
})

/** Where one field decides the form of the rest, the issue is about that field; otherwise no form fits and none is meant. */
const noFormFits = ({ input, ...issue }: z.core.$ZodIssueInvalidUnion): Described => {
  const { discriminator } = issue
  const options = 'options' in issue ? issue.options : undefined
  if (!options) return invalid
  const chosen =
    typeof input === 'object' && input !== null ? Object.entries(input).find(([key]) => key === discriminator) : undefined
  return chosen?.[1] === undefined ? missing : oneOf(options)
}

const invalid: Described = { code: 'invalid', message: { sv: 'Värdet är ogiltigt.', en: 'The value is invalid.' } }

const describe = (issue: Issue): Described => {
  switch (issue.code) {
    case 'invalid_type': {
      if (issue.input === undefined) return missing
      const expected = expectedTypes[issue.expected]
      return {
        code: 'wrongType',
        message: expected
          ? { sv: `Ange ${expected.sv}.`, en: `Give ${expected.en}.` }
          : { sv: 'Värdet har fel typ.', en: 'The value has the wrong type.' },
      }
    }
    case 'too_small':
      return {
        code: issue.minimum === 1 && issue.origin !== 'number' && issue.origin !== 'int' ? 'required' : 'tooSmall',
        message: tooSmall(issue),
      }
    case 'too_big':
      return { code: 'tooBig', message: tooBig(issue) }
    case 'invalid_value':
      return issue.input === undefined ? missing : oneOf(issue.values)
    case 'unrecognized_keys':
      return {
        code: 'unknownField',
        message: {
          sv: `Fältet finns inte här: ${issue.keys.join(', ')}. Ta bort det.`,
          en: `There is no such field here: ${issue.keys.join(', ')}. Remove it.`,
        },
      }
    case 'invalid_format':
      return {
        code: 'wrongFormat',
        message: formats[issue.format] ?? { sv: 'Värdet har fel form.', en: 'The value has the wrong form.' },
      }
    case 'custom': {
      const rule = String(issue.params?.['rule'] ?? '')
      return { code: rule || 'invalid', message: customRules[rule] ?? invalid.message }
    }
    case 'invalid_union':
      return noFormFits(issue)
    case 'invalid_key':
    case 'invalid_element':
    case 'not_multiple_of':
      return invalid
  }
}

/** Own messages: zod's Swedish ones do not read as Swedish, and every text of ours comes in both languages. */
export const explainIssues = (error: z.ZodError): FieldProblem[] =>
  error.issues.map((issue) => ({ pointer: pointerTo(issue.path), ...describe(issue) }))

export type Parsed<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problems: readonly FieldProblem[] }

/** Parses at a border. `reportInput` tells a missing field from one of the wrong type; the input itself goes nowhere. */
export const parse = <S extends z.ZodType>(schema: S, value: unknown): Parsed<z.infer<S>> => {
  const result = schema.safeParse(value, { reportInput: true })
  return result.success ? { ok: true, value: result.data } : { ok: false, problems: explainIssues(result.error) }
}
