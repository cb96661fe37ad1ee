import * as z from 'zod'
import { companyId } from '#contracts/ids.ts'
import { claimStatus } from '#contracts/market.ts'
import { pageCursor, pageLimit } from '#lambda/cursor.ts'
import { defineRoutes } from '#lambda/declaration.ts'
import { invitationView } from '../application/companies/invite-representative.ts'
import { companyView, ownCompanyView } from '../application/companies/present-company.ts'
import { review } from '../application/companies/review-queue.ts'
import { companyContent } from '../domain/companies/company-fields.ts'
import { companyLimits } from '../domain/companies/company.ts'

const parameters = z.strictObject({ companyId })
const page = z.strictObject({ limit: pageLimit, cursor: pageCursor.optional() })
const nothing = z.strictObject({})

/** A form field of kind `group`; see services/shared/phase/field.ts. */
const form = z.record(z.string(), z.unknown())

export const companiesRoutes = defineRoutes({
  readCatalogueForms: {
    method: 'GET',
    path: '/v1/catalogue/forms',
    summary: { sv: 'Formulär för företag, produkter och bedömningar', en: 'Forms for companies, products and evaluations' },
    access: 'public',
    response: { status: 200, body: z.object({ company: form, product: form, evaluation: form }) },
    refusals: [],
  },
  registerCompany: {
    method: 'POST',
    path: '/v1/catalogue/companies',
    summary: { sv: 'Registrera ett företag', en: 'Register a company' },
    access: ['supplier'],
    body: companyContent.complete,
    response: { status: 201, body: ownCompanyView },
    hasETag: true,
    refusals: [
      'organisationNumberWrong',
      'organisationNumberMissing',
      'organisationNumberTaken',
      'soleTraderWithNumber',
      'legalFormWrong',
      'tooManyCompanies',
    ],
  },
  listCompanies: {
    method: 'GET',
    path: '/v1/catalogue/companies',
    summary: { sv: 'Företag i katalogen', en: 'Companies in the catalogue' },
    access: 'public',
    query: page,
    response: { status: 200, body: z.object({ companies: z.array(companyView) }) },
    refusals: [],
  },
  readCompany: {
    method: 'GET',
    path: '/v1/catalogue/companies/{companyId}',
    summary: { sv: 'Ett företag', en: 'A company' },
    access: 'public',
    parameters,
    response: { status: 200, body: companyView },
    refusals: ['companyNotFound'],
  },
  readCompanyAsCurator: {
    method: 'GET',
    path: '/v1/catalogue/companies/{companyId}/curator-view',
    summary: { sv: 'Ett företag, även ett som inte visas', en: 'A company, also one that is not shown' },
    access: ['curator'],
    parameters,
    response: { status: 200, body: companyView },
    refusals: ['companyNotFound'],
  },
  listOwnCompanies: {
    method: 'GET',
    path: '/v1/catalogue/own-companies',
    summary: { sv: 'Företag som du företräder', en: 'Companies that you represent' },
    access: ['supplier'],
    response: { status: 200, body: z.object({ companies: z.array(ownCompanyView) }) },
    refusals: [],
  },
  readOwnCompany: {
    method: 'GET',
    path: '/v1/catalogue/own-companies/{companyId}',
    summary: { sv: 'Ett företag som du företräder', en: 'A company that you represent' },
    access: ['supplier'],
    parameters,
    response: { status: 200, body: ownCompanyView },
    hasETag: true,
    refusals: ['companyNotFound', 'notYourCompany'],
  },
  changeCompany: {
    method: 'PUT',
    path: '/v1/catalogue/own-companies/{companyId}',
    summary: { sv: 'Ändra uppgifterna om företaget', en: "Change the company's details" },
    access: ['supplier'],
    parameters,
    body: companyContent.complete,
    response: { status: 200, body: ownCompanyView },
    hasETag: true,
    needsIfMatch: true,
    refusals: [
      'companyNotFound',
      'notYourCompany',
      'companyDeactivated',
      'organisationNumberWrong',
      'organisationNumberMissing',
      'soleTraderWithNumber',
      'legalFormWrong',
      'registrationFixed',
    ],
  },
  deactivateCompany: {
    method: 'POST',
    path: '/v1/catalogue/own-companies/{companyId}/deactivations',
    summary: { sv: 'Sluta visa företaget och dess produkter', en: 'Stop showing the company and its products' },
    access: ['supplier'],
    parameters,
    body: nothing,
    response: { status: 201, body: ownCompanyView },
    hasETag: true,
    needsIfMatch: true,
    refusals: ['companyNotFound', 'notYourCompany', 'companyDeactivated'],
  },
  activateCompany: {
    method: 'POST',
    path: '/v1/catalogue/own-companies/{companyId}/activations',
    summary: { sv: 'Visa företaget igen', en: 'Show the company again' },
    access: ['supplier'],
    parameters,
    body: nothing,
    response: { status: 201, body: ownCompanyView },
    hasETag: true,
    needsIfMatch: true,
    refusals: ['companyNotFound', 'notYourCompany'],
  },
  inviteRepresentative: {
    method: 'POST',
    path: '/v1/catalogue/own-companies/{companyId}/invitations',
    summary: { sv: 'Skapa en engångskod för en kollega', en: 'Make a one-time code for a colleague' },
    access: ['supplier'],
    parameters,
    body: nothing,
    response: { status: 201, body: invitationView },
    refusals: ['companyNotFound', 'notYourCompany', 'companyDeactivated'],
  },
  redeemInvitation: {
    method: 'POST',
    path: '/v1/catalogue/invitation-redemptions',
    summary: { sv: 'Lös in en engångskod', en: 'Redeem a one-time code' },
    access: ['supplier'],
    body: z.strictObject({ code: z.string().trim().min(1).max(100) }),
    response: { status: 201, body: ownCompanyView },
    hasETag: true,
    refusals: [
      'invitationNotFound',
      'invitationUsed',
      'invitationExpired',
      'companyDeactivated',
      'alreadyRepresents',
      'tooManyRepresentatives',
    ],
  },
  removeRepresentative: {
    method: 'POST',
    path: '/v1/catalogue/own-companies/{companyId}/representative-removals',
    summary: { sv: 'Ta bort en företrädare', en: 'Remove a representative' },
    access: ['supplier'],
    parameters,
    body: z.strictObject({ subject: z.string().min(1).max(200) }),
    response: { status: 201, body: ownCompanyView },
    hasETag: true,
    refusals: ['companyNotFound', 'notYourCompany', 'notRepresentative', 'lastRepresentative'],
  },
  judgeCompany: {
    method: 'POST',
    path: '/v1/catalogue/companies/{companyId}/judgements',
    summary: { sv: 'Säg om företagets registrering stämmer', en: "Say whether the company's registration is right" },
    access: ['curator'],
    parameters,
    body: z.strictObject({
      status: z.enum(['verified', 'refuted']),
      reason: z.string().trim().min(1).max(companyLimits.reasonCharacters),
    }),
    response: { status: 201, body: z.object({ companyId, status: claimStatus }) },
    refusals: ['companyNotFound', 'organisationNumberTaken'],
  },
  listReviews: {
    method: 'GET',
    path: '/v1/catalogue/reviews',
    summary: { sv: 'Vad som väntar på kontroll', en: 'What waits to be checked' },
    access: ['curator'],
    query: page,
    response: { status: 200, body: z.object({ reviews: z.array(review) }) },
    refusals: [],
  },
})
export type CompaniesRoutes = typeof companiesRoutes
