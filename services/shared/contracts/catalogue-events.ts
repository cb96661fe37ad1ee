import * as z from 'zod'
import { companySize } from './company-sizes.ts'
import { defineEvent } from './event.ts'
import type { EventDefinition } from './event.ts'
import {
  calendarDate,
  caseId,
  companyId,
  evaluationId,
  libraryRequirementId,
  librarySuggestionId,
  organisationId,
  productId,
  systemId,
} from './ids.ts'
import { careStep, targetGroup } from './market.ts'
import { libraryKind } from './requirement-library.ts'
import { contractKind, systemCategory, systemStatus } from './system-map.ts'

/** The catalogue: companies, products, evaluations, the requirement library and the system map. */

// Companies and products. The subject of these events is the company or the product.

const judgedStatus = z.enum(['verified', 'refuted'])

export const companyRegistered = defineEvent(
  'company-registered',
  { sv: 'Ett företag har registrerats', en: 'A company has been registered' },
  z.object({
    companyId,
    name: z.string(),
    registration: z.enum(['organisationNumber', 'soleTrader', 'foreign']),
    size: companySize.optional(),
  }),
)

export const companyChanged = defineEvent(
  'company-changed',
  { sv: 'Uppgifterna om ett företag har ändrats', en: 'The details of a company have been changed' },
  z.object({ companyId, name: z.string() }),
)

export const companyJudged = defineEvent(
  'company-judged',
  { sv: 'Ett företags registrering har kontrollerats', en: "A company's registration has been checked" },
  z.object({ companyId, status: judgedStatus, reason: z.string() }),
)

export const companyDeactivated = defineEvent(
  'company-deactivated',
  { sv: 'Ett företag visas inte längre', en: 'A company is no longer shown' },
  z.object({ companyId }),
)

export const companyActivated = defineEvent(
  'company-activated',
  { sv: 'Ett företag visas igen', en: 'A company is shown again' },
  z.object({ companyId }),
)

/** Sent again for every change that is published, with the next revision. */
export const productPublished = defineEvent(
  'product-published',
  { sv: 'En produkt har publicerats', en: 'A product has been published' },
  z.object({
    productId,
    companyId,
    name: z.string(),
    summary: z.string(),
    targetGroups: z.array(targetGroup),
    careSteps: z.array(careStep),
    revision: z.int().positive(),
  }),
)

export const productWithdrawn = defineEvent(
  'product-withdrawn',
  { sv: 'En produkt har dragits tillbaka', en: 'A product has been withdrawn' },
  z.object({ productId, companyId }),
)

export const claimJudged = defineEvent(
  'claim-judged',
  { sv: 'En uppgift om en produkt har kontrollerats', en: 'A claim about a product has been checked' },
  z.object({
    productId,
    /** For example `requirement:KB-INT-012` or `interface:HL7 FHIR R4`. */
    claim: z.string(),
    status: judgedStatus,
    reason: z.string(),
  }),
)

// Evaluations: done once, offered again. The subject of these events is the evaluation.

export const evaluationRecorded = defineEvent(
  'evaluation-recorded',
  { sv: 'En bedömning av en produkt har registrerats', en: 'An evaluation of a product has been recorded' },
  z.object({
    evaluationId,
    productId,
    organisation: organisationId,
    verdict: z.enum(['fit', 'fitWithReservations', 'unfit']),
    validTo: calendarDate,
    evaluatedCase: caseId.optional(),
    supersedes: evaluationId.optional(),
  }),
)

export const evaluationCommented = defineEvent(
  'evaluation-commented',
  { sv: 'Leverantören har kommenterat en bedömning', en: 'The supplier has commented on an evaluation' },
  z.object({ evaluationId, productId }),
)

export const evaluationExpired = defineEvent(
  'evaluation-expired',
  { sv: 'En bedömning har slutat gälla', en: 'An evaluation is no longer valid' },
  z.object({ evaluationId, productId }),
)

// The system map. The subject of these events is the system.

export const systemRegistered = defineEvent(
  'system-registered',
  { sv: 'Ett system har lagts in på systemkartan', en: 'A system has been entered on the system map' },
  z.object({
    systemId,
    organisation: organisationId,
    name: z.string(),
    category: systemCategory,
    supplier: z.string(),
    status: systemStatus,
  }),
)

export const systemChanged = defineEvent(
  'system-changed',
  { sv: 'Uppgifterna om ett system har ändrats', en: 'The details of a system have been changed' },
  z.object({
    systemId,
    organisation: organisationId,
    name: z.string(),
    status: systemStatus,
    /** Which of its parts, by the names of the API. */
    fields: z.array(z.string()),
  }),
)

/** All contracts of the system as they stand, by what others plan from. */
export const systemContractsChanged = defineEvent(
  'system-contracts-changed',
  { sv: 'Avtalen om ett system har ändrats', en: 'The contracts of a system have been changed' },
  z.object({
    systemId,
    organisation: organisationId,
    name: z.string(),
    contracts: z.array(
      z.object({
        kind: contractKind,
        supplier: z.string(),
        start: calendarDate,
        /** With the options taken up; left out of a contract that runs until somebody ends it. */
        endsOn: calendarDate.optional(),
        endsWithOptionsOn: calendarDate.optional(),
        /** Who else may call off. */
        callOff: z.array(organisationId),
      }),
    ),
  }),
)

// The requirement library. The subject of these events is the requirement's journal, which begins with its suggestion where
// there was one, or the installation of a release.

export const libraryReleaseInstalled = defineEvent(
  'library-release-installed',
  { sv: 'En utgåva av kravbiblioteket har lagts in', en: 'A release of the requirement library has been installed' },
  z.object({
    release: z.int().positive(),
    added: z.int().nonnegative(),
    changed: z.int().nonnegative(),
    /** Left for a curator to choose, since both had changed. */
    offered: z.int().nonnegative(),
  }),
)

export const libraryRequirementAdded = defineEvent(
  'library-requirement-added',
  { sv: 'Ett krav har lagts till i kravbiblioteket', en: 'A requirement has been added to the library' },
  z.object({ requirementId: libraryRequirementId, kind: libraryKind, origin: z.enum(['curator', 'suggestion']) }),
)

export const libraryRequirementChanged = defineEvent(
  'library-requirement-changed',
  { sv: 'Ett krav i kravbiblioteket har fått en ny version', en: 'A requirement of the library has a new version' },
  z.object({ requirementId: libraryRequirementId, version: z.int().positive() }),
)

export const libraryRequirementRetired = defineEvent(
  'library-requirement-retired',
  { sv: 'Ett krav i kravbiblioteket ska sluta gälla', en: 'A requirement of the library is to end' },
  z.object({
    requirementId: libraryRequirementId,
    version: z.int().positive(),
    validTo: calendarDate,
    successor: libraryRequirementId.optional(),
  }),
)

export const librarySuggestionMade = defineEvent(
  'library-suggestion-made',
  { sv: 'Ett krav har föreslagits till kravbiblioteket', en: 'A requirement has been suggested for the library' },
  z.object({ suggestionId: librarySuggestionId, kind: libraryKind }),
)

export const librarySuggestionAnswered = defineEvent(
  'library-suggestion-answered',
  { sv: 'Ett förslag till kravbiblioteket har besvarats', en: 'A suggestion for the library has been answered' },
  z.object({
    suggestionId: librarySuggestionId,
    status: z.enum(['accepted', 'declined']),
    requirementId: libraryRequirementId.optional(),
  }),
)

export const catalogueEvents: readonly EventDefinition[] = [
  companyRegistered,
  companyChanged,
  companyJudged,
  companyDeactivated,
  companyActivated,
  productPublished,
  productWithdrawn,
  claimJudged,
  evaluationRecorded,
  evaluationCommented,
  evaluationExpired,
  systemRegistered,
  systemChanged,
  systemContractsChanged,
  libraryReleaseInstalled,
  libraryRequirementAdded,
  libraryRequirementChanged,
  libraryRequirementRetired,
  librarySuggestionMade,
  librarySuggestionAnswered,
]
