import * as z from 'zod'
import { systemId } from '#contracts/ids.ts'
import { staffRoles } from '#contracts/words.ts'
import type { Role } from '#contracts/words.ts'
import { pageCursor, pageLimit } from '#lambda/cursor.ts'
import { defineRoutes } from '#lambda/declaration.ts'
import { jointPurchaseSearch, jointPurchaseView } from '../application/systems/find-joint-purchases.ts'
import { systemImportBody, systemImportPreview, systemImportResult } from '../application/systems/import-systems.ts'
import { systemView } from '../application/systems/present-system.ts'
import { contractEndingsView, windowQuery } from '../application/systems/read-contract-endings.ts'
import {
  systemContents,
  systemFilter,
  systemGroups,
  systemList,
  systemPage,
  systemVersions,
} from '../application/systems/read-systems.ts'
import { systemContent } from '../domain/systems/system.ts'

/** Each for its own organisation: the use cases see to that. */
const editors = ['systemMapEditor'] as const satisfies readonly Role[]

const systemParameters = z.strictObject({ systemId })

export const systemsRoutes = defineRoutes({
  listSystems: {
    method: 'GET',
    path: '/v1/catalogue/systems',
    summary: {
      sv: 'Systemkartan: vilka system som finns och vem som har dem',
      en: 'The system map: which systems there are and who has them',
    },
    access: staffRoles,
    query: systemPage,
    response: { status: 200, body: systemList },
    refusals: [],
  },
  registerSystem: {
    method: 'POST',
    path: '/v1/catalogue/systems',
    summary: { sv: 'Lägg in ett system i den egna organisationen', en: "Enter a system of one's own organisation" },
    access: editors,
    body: systemContent,
    response: { status: 201, body: systemView },
    hasETag: true,
    refusals: ['notYourOrganisation', 'systemNotConsistent', 'systemNameTaken', 'tooManySystems'],
  },
  readSystem: {
    method: 'GET',
    path: '/v1/catalogue/systems/{systemId}',
    summary: { sv: 'Ett system med avtal och integrationer', en: 'A system with its contracts and integrations' },
    access: staffRoles,
    parameters: systemParameters,
    response: { status: 200, body: systemView },
    hasETag: true,
    refusals: ['systemNotFound'],
  },
  changeSystem: {
    method: 'PUT',
    path: '/v1/catalogue/systems/{systemId}',
    summary: { sv: 'Skriv om ett system i den egna organisationen', en: "Write a system of one's own organisation anew" },
    access: editors,
    parameters: systemParameters,
    body: systemContent,
    response: { status: 200, body: systemView },
    hasETag: true,
    needsIfMatch: true,
    refusals: ['systemNotFound', 'notYourOrganisation', 'systemNotConsistent', 'systemNameTaken', 'staleVersion'],
  },
  listSystemVersions: {
    method: 'GET',
    path: '/v1/catalogue/systems/{systemId}/versions',
    summary: {
      sv: 'Allt som har skrivits om ett system, det senaste först',
      en: 'Everything written of a system, the newest first',
    },
    access: staffRoles,
    parameters: systemParameters,
    query: z.strictObject({ limit: pageLimit, cursor: pageCursor.optional() }),
    response: { status: 200, body: systemVersions },
    refusals: ['systemNotFound'],
  },
  listSystemContents: {
    method: 'GET',
    path: '/v1/catalogue/system-contents',
    summary: {
      sv: 'Systemkartan med allt som är inskrivet, för filer och kopior',
      en: 'The system map with all that has been entered, for files and copies',
    },
    access: staffRoles,
    query: systemPage,
    response: { status: 200, body: systemContents },
    refusals: [],
  },
  listSystemGroups: {
    method: 'GET',
    path: '/v1/catalogue/system-groups',
    summary: { sv: 'Vilka som har samma system, de vanligaste först', en: 'Who has the same system, the most common first' },
    access: staffRoles,
    query: systemFilter.extend({ limit: pageLimit }),
    response: { status: 200, body: systemGroups },
    refusals: [],
  },
  listContractEndings: {
    method: 'GET',
    path: '/v1/catalogue/contract-endings',
    summary: {
      sv: 'Avtal som löper ut, eller vars option ska avgöras, inom planeringsperioden',
      en: 'Contracts that run out, or whose option is to be decided on, within the planning window',
    },
    access: staffRoles,
    query: windowQuery,
    response: { status: 200, body: contractEndingsView },
    refusals: [],
  },
  findJointPurchases: {
    method: 'POST',
    path: '/v1/catalogue/joint-purchase-searches',
    summary: {
      sv: 'Sök dem som kan köpa tillsammans, och avtal som kan avropas',
      en: 'Find those who can buy together, and contracts to call off from',
    },
    access: staffRoles,
    body: jointPurchaseSearch,
    response: { status: 200, body: jointPurchaseView },
    refusals: ['windowBackwards'],
  },
  previewSystemImport: {
    method: 'POST',
    path: '/v1/catalogue/system-imports/previews',
    summary: { sv: 'Pröva en import av system utan att spara något', en: 'Try an import of systems without storing anything' },
    access: editors,
    body: systemImportBody,
    response: { status: 200, body: systemImportPreview },
    refusals: ['notYourOrganisation'],
  },
  importSystems: {
    method: 'POST',
    path: '/v1/catalogue/system-imports',
    summary: { sv: 'Lägg in eller skriv om många system på en gång', en: 'Enter or rewrite many systems at once' },
    access: editors,
    body: systemImportBody,
    response: { status: 200, body: systemImportResult },
    refusals: ['notYourOrganisation', 'systemImportRefused', 'tooManySystems'],
  },
})
export type SystemsRoutes = typeof systemsRoutes
