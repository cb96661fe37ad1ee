import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { holdsPersonalIdentityNumber, isOrganisationNumber } from './swedish-numbers.ts'
import { writtenPersonalNumbers } from './testing/personal-numbers.ts'

describe('a text with a personal identity number', () => {
  it.each([
    ['the long form', '19850709-9805'],
    ['the short form', '850709-9805'],
    ['digits only', '198507099805'],
    ['digits only, short', '8507099805'],
    ['over a hundred years', '850709+9805'],
    ['a space', '850709 9805'],
    ['the dash that a word processor puts', '850709–9805'],
    ['a hyphen that does not break', '850709\u20119805'],
    ['a space that does not break', '850709\u00a09805'],
    ['spaces around the hyphen', '850709 - 9805'],
    ['a date as we write it', '1985-07-09-9805'],
    ['full-width digits', '８５０７０９-９８０５'],
    ['a coordination number', '850769-9802'],
    ['a long coordination number', '19701063-2391'],
    ['a line broken inside', '850709\n9805'],
    ['a tab inside, as pasted from a table', '850709\t9805'],
    ['a space of no width inside', '850709\u200b-9805'],
    ['a hyphen that only shows at the end of a line', '850709\u00ad9805'],
    ['a point', '850709.9805'],
    ['a slash', '850709/9805'],
    ['a colon and a space', '850709: 9805'],
    ['a date and a space', '1985-07-09 9805'],
    ['a date in pieces', '85 07 09-9805'],
    ['Arabic digits', '٨٥٠٧٠٩-٩٨٠٥'],
    ['words around it', 'Patienten (pnr:850709-9805) ringde.'],
    ['words against it', 'pnr850709-9805x'],
    ['another number before it', '070-123 45 67 och 850709-9805'],
    ['a line before it', 'Namn\n19850709-9805\n'],
  ])('is found: %s', (_, text) => {
    expect(holdsPersonalIdentityNumber(text)).toBe(true)
  })

  it('is found for every valid number, however it is written', () => {
    fc.assert(
      fc.property(writtenPersonalNumbers, fc.constantFrom('', 'Patient ', 'x', '(', 'nr. '), (number, before) => {
        expect(holdsPersonalIdentityNumber(`${before}${number}.`)).toBe(true)
      }),
      { numRuns: 2_000 },
    )
  })
})

describe('a text without one', () => {
  it.each([
    ['an organisation number', '556016-0680'],
    ['a long organisation number', '16556016-0680'],
    ['a mobile number', '070-123 45 67'],
    ['a number with country code', '+46 8 508 292 00'],
    ['a wrong check digit', '850709-9806'],
    ['a day that does not exist', '850231-9807'],
    ['a month that does not exist', '851309-9803'],
    ['a longer number', '1198507099805'],
    ['a number that goes on', '8507099805123'],
    ['an amount', '1 234 567 890 kr'],
    ['a timestamp', '2026-11-20T08:00:00.000Z'],
    ['a period', '2026-01-01–2026-12-31'],
    ['a period with hyphens', '2026-01-01 - 2026-12-31'],
    ['a period without spaces', '2026-01-01-2026-12-31'],
    ['a period in digits', '20260101-20261231'],
    ['a case number', 'KLM-2026-0042'],
    ['a notice number of eight digits', '00450101-2024'],
    ['a CPV code', '48180000-3'],
    ['nothing', ''],
  ])('is let through: %s', (_, text) => {
    expect(holdsPersonalIdentityNumber(text)).toBe(false)
  })

  it('is let through for every period between two days, however it is written', () => {
    const day = fc
      .date({ min: new Date('1990-01-01T00:00:00Z'), max: new Date('2040-12-31T00:00:00Z'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10))
    fc.assert(
      fc.property(day, day, fc.constantFrom('-', ' - ', '–', ' – ', ' till ', '/', ' '), (from, to, between) => {
        expect(holdsPersonalIdentityNumber(`${from}${between}${to}`)).toBe(false)
      }),
      { numRuns: 2_000 },
    )
  })

  it('is let through for every id and digest of ours, whose digits may look like a number', () => {
    expect(holdsPersonalIdentityNumber('01a00000-0000-7000-8000-a8507099805b')).toBe(false)
    expect(holdsPersonalIdentityNumber(`urn:sha256:${'a'.repeat(27)}8507099805${'b'.repeat(27)}`)).toBe(false)
    fc.assert(
      fc.property(fc.uuid(), (id) => {
        expect(holdsPersonalIdentityNumber(`Se ${id}.`)).toBe(false)
      }),
      { numRuns: 5_000 },
    )
  })
})

describe('an organisation number', () => {
  it.each(['556016-0680', '5560160680', '212000-0142'])('is right: %s', (number) =>
    expect(isOrganisationNumber(number)).toBe(true),
  )
  it.each(['556016-0681', '556016', '', 'SE556016068001x', '123456-7890'])('is wrong: %s', (number) => {
    expect(isOrganisationNumber(number)).toBe(false)
  })
})
