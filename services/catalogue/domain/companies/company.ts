import * as z from 'zod'
import { author } from '#contracts/actor.ts'
import type { Author } from '#contracts/actor.ts'
import {
  companyActivated,
  companyChanged,
  companyDeactivated,
  companyJudged,
  companyRegistered,
} from '#contracts/catalogue-events.ts'
import type { CompanySize } from '#contracts/company-sizes.ts'
import { fact } from '#contracts/event.ts'
import { companyId, timestamp } from '#contracts/ids.ts'
import type { CompanyId } from '#contracts/ids.ts'
import { claimStatus } from '#contracts/market.ts'
import { applied, refused, unchanged } from '#lambda/outcome.ts'
import type { Refused, Transition } from '#lambda/outcome.ts'
import { companyContent } from './company-fields.ts'
import type { CompanyContent } from './company-fields.ts'
import { legalPersonNumber } from './registration.ts'
import { sizeClassOf } from './size-class.ts'

/** A company in the catalogue: `active` ⇄ `deactivated`; its registration `declared` → `verified` | `refuted`, by a curator. */

export const companyStatuses = ['active', 'deactivated'] as const

export const verification = z.object({
  status: claimStatus,
  reason: z.string().optional(),
  judgedAt: timestamp.optional(),
  judgedBy: author.optional(),
})

export const representative = z.object({ subject: z.string(), name: z.string(), since: timestamp })

export const company = z.object({
  companyId,
  content: companyContent.complete,
  /** `SE556016-0680`: what no two companies share. Absent for a sole trader. */
  uniqueNumber: z.string().optional(),
  status: z.enum(companyStatuses),
  verification,
  representatives: z.array(representative),
  registeredAt: timestamp,
  changedAt: timestamp,
})
export type Company = z.infer<typeof company>

export interface CompanyState {
  readonly company: Company
  readonly version: number
}

export type CompanyRefusal =
  | 'organisationNumberWrong'
  | 'organisationNumberMissing'
  | 'soleTraderWithNumber'
  | 'legalFormWrong'
  | 'registrationFixed'
  | 'companyDeactivated'
  | 'notYourCompany'
  | 'staleVersion'
  | 'notRepresentative'
  | 'lastRepresentative'
  | 'tooManyRepresentatives'
  | 'alreadyRepresents'

export const companyLimits = { representatives: 20, companiesOfPerson: 30, reasonCharacters: 1_000 } as const

export const isRepresentative = ({ representatives }: Company, subject: string): boolean =>
  representatives.some((one) => one.subject === subject)

/** What is shown to others: neither what has been taken away nor what a curator has found wrong. */
export const isListed = ({ status, verification: { status: judged } }: Company): boolean =>
  status === 'active' && judged !== 'refuted'

export const sizeOf = ({ content: { size }, changedAt }: Company): CompanySize | undefined =>
  size && sizeClassOf(size, changedAt.slice(0, 10))

const normalised = (content: CompanyContent): { content: CompanyContent; uniqueNumber?: string } | Refused<CompanyRefusal> => {
  if ((content.registration === 'soleTrader') !== (content.legalForm === 'soleTrader'))
    return refused('legalFormWrong', [
      {
        pointer: '/legalForm',
        code: 'invalid',
        message: {
          sv: 'Välj enskild firma både som registrering och som företagsform, eller ingendera.',
          en: 'Choose sole trader both as registration and as legal form, or neither.',
        },
      },
    ])
  const { number, country, ...rest } = content
  switch (content.registration) {
    case 'soleTrader':
      return number === undefined
        ? { content: rest }
        : refused('soleTraderWithNumber', [
            {
              pointer: '/number',
              code: 'soleTraderWithNumber',
              message: { sv: 'Ta bort numret.', en: 'Remove the number.' },
            },
          ])
    case 'foreign': {
      const letters = country?.toUpperCase() ?? ''
      if (number === undefined || !/^[A-Z]{2}$/.test(letters) || letters === 'SE')
        return refused('organisationNumberMissing', [
          {
            pointer: number === undefined ? '/number' : '/country',
            code: 'required',
            message: { sv: 'Ange både land och registreringsnummer.', en: 'Give both country and registration number.' },
          },
        ])
      return {
        content: { ...rest, number, country: letters },
        uniqueNumber: `${letters}${number.replaceAll(/[^\p{L}\p{N}]/gu, '').toUpperCase()}`,
      }
    }
    case 'organisationNumber': {
      if (number === undefined)
        return refused('organisationNumberMissing', [
          { pointer: '/number', code: 'required', message: { sv: 'Fyll i fältet.', en: 'Fill in the field.' } },
        ])
      const right = legalPersonNumber(number)
      return right === undefined
        ? refused('organisationNumberWrong', [
            {
              pointer: '/number',
              code: 'organisationNumber',
              message: {
                sv: 'Organisationsnumret har fel kontrollsiffra eller form, eller är inte en juridisk persons. Skriv det som 556016-0680.',
                en: "The organisation number has a wrong check digit or form, or is not a legal person's. Write it as 556016-0680.",
              },
            },
          ])
        : { content: { ...rest, number: right }, uniqueNumber: `SE${right}` }
    }
  }
}

/** Nothing → `active`, `declared`. Whoever registers is the first representative. */
export const registerCompany = (
  given: CompanyContent,
  { id, by, now }: { id: CompanyId; by: Author; now: string },
): Transition<CompanyState, CompanyRefusal> => {
  const read = normalised(given)
  if ('kind' in read) return read
  const state: Company = {
    companyId: id,
    ...read,
    status: 'active',
    verification: { status: 'declared' },
    representatives: [{ subject: by.subject, name: by.name, since: now }],
    registeredAt: now,
    changedAt: now,
  }
  const size = sizeOf(state)
  return applied(
    { company: state, version: 1 },
    fact(companyRegistered, {
      companyId: id,
      name: given.name,
      registration: given.registration,
      ...(size && { size }),
    }),
  )
}

const mineToChange = (
  { company: { status }, company: of, version }: CompanyState,
  subject: string,
  ifMatch?: number,
): Refused<CompanyRefusal> | undefined => {
  if (!isRepresentative(of, subject)) return refused('notYourCompany')
  if (ifMatch !== undefined && ifMatch !== version) return refused('staleVersion')
  return status === 'deactivated' ? refused('companyDeactivated') : undefined
}

const next = ({ company: of, version }: CompanyState, more: Partial<Company>): CompanyState => ({
  company: { ...of, ...more },
  version: version + 1,
})

/** A new name is verified anew; the number stays for good, since others may have relied on it. */
export const changeCompany = (
  state: CompanyState,
  given: CompanyContent,
  { subject, ifMatch, now }: { subject: string; ifMatch: number; now: string },
): Transition<CompanyState, CompanyRefusal> => {
  const refusal = mineToChange(state, subject, ifMatch)
  if (refusal) return refusal
  const read = normalised(given)
  if ('kind' in read) return read
  const { company: of } = state
  if (read.uniqueNumber !== of.uniqueNumber || given.registration !== of.content.registration) return refused('registrationFixed')
  const isRenamed = given.name !== of.content.name || given.legalForm !== of.content.legalForm
  return applied(
    next(state, {
      content: read.content,
      changedAt: now,
      ...(isRenamed && of.verification.status === 'verified' && { verification: { status: 'declared' as const } }),
    }),
    fact(companyChanged, { companyId: of.companyId, name: given.name }),
  )
}

/** `active` → `deactivated`: the company and its products are shown to nobody else, and can be brought back. */
export const deactivateCompany = (
  state: CompanyState,
  { subject, ifMatch, now }: { subject: string; ifMatch: number; now: string },
): Transition<CompanyState, CompanyRefusal> =>
  mineToChange(state, subject, ifMatch) ??
  applied(
    next(state, { status: 'deactivated', changedAt: now }),
    fact(companyDeactivated, { companyId: state.company.companyId }),
  )

/** `deactivated` → `active`. */
export const activateCompany = (
  state: CompanyState,
  { subject, ifMatch, now }: { subject: string; ifMatch: number; now: string },
): Transition<CompanyState, CompanyRefusal> => {
  const { company: of, version } = state
  if (!isRepresentative(of, subject)) return refused('notYourCompany')
  if (ifMatch !== version) return refused('staleVersion')
  return of.status === 'active'
    ? unchanged
    : applied(next(state, { status: 'active', changedAt: now }), fact(companyActivated, { companyId: of.companyId }))
}

/** A curator has compared the registration with the public register, or with the sole trader's own papers. */
export const judgeCompany = (
  state: CompanyState,
  { status, reason, by, now }: { status: 'verified' | 'refuted'; reason: string; by: Author; now: string },
): Transition<CompanyState, CompanyRefusal> =>
  applied(
    next(state, { verification: { status, reason, judgedAt: now, judgedBy: by } }),
    fact(companyJudged, { companyId: state.company.companyId, status, reason }),
  )

/** Somebody who has been invited joins. */
export const addRepresentative = (
  state: CompanyState,
  { by, now }: { by: Author; now: string },
): Transition<CompanyState, CompanyRefusal> => {
  const { company: of } = state
  if (of.status === 'deactivated') return refused('companyDeactivated')
  if (isRepresentative(of, by.subject)) return refused('alreadyRepresents')
  if (of.representatives.length >= companyLimits.representatives) return refused('tooManyRepresentatives')
  return applied(
    next(state, { representatives: [...of.representatives, { subject: by.subject, name: by.name, since: now }] }),
    fact(companyChanged, { companyId: of.companyId, name: of.content.name }),
  )
}

/** A company is never left without somebody who can answer for it. */
export const removeRepresentative = (
  state: CompanyState,
  { subject, leaving }: { subject: string; leaving: string },
): Transition<CompanyState, CompanyRefusal> => {
  const { company: of } = state
  if (!isRepresentative(of, subject)) return refused('notYourCompany')
  if (!isRepresentative(of, leaving)) return refused('notRepresentative')
  if (of.representatives.length === 1) return refused('lastRepresentative')
  return applied(
    next(state, { representatives: of.representatives.filter((one) => one.subject !== leaving) }),
    fact(companyChanged, { companyId: of.companyId, name: of.content.name }),
  )
}
