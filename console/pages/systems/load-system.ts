import * as z from 'zod'
import type { Option } from '#phase/field.ts'
import { at } from '../../api/client.ts'
import { systemList, systemView } from '../../api/system-views.ts'
import type { SystemSummary, SystemView } from '../../api/system-views.ts'
import { organisationName } from '../../layout/names.ts'
import type { Visit } from '../../visit.ts'
import { withQuery } from './map-filter.tsx'
import type { FieldTargets } from './system-fields.ts'

export const systemApi = (systemId: string): string => at`/v1/catalogue/systems/${systemId}`

export const loadSystem = async (visit: Visit, systemId: string): Promise<SystemView> =>
  (await visit.api.read(systemApi(systemId), systemView)).value

const pageSize = '100'

/** Every system that a selection holds. */
export const loadSystems = async (
  visit: Visit,
  selection: Readonly<Record<string, string | undefined>>,
): Promise<SystemSummary[]> => {
  const found: SystemSummary[] = []
  for (let cursor: string | undefined, isFirst = true; isFirst || cursor; isFirst = false) {
    // Each page needs the cursor of the one before.
    // oxlint-disable-next-line no-await-in-loop
    const read = await visit.api.read(withQuery('/v1/catalogue/systems', { ...selection, limit: pageSize, cursor }), systemList)
    found.push(...read.value.systems)
    cursor = read.nextCursor
  }
  return found
}

/** What a system can be integrated with: the organisation's own systems, the region's, and what it leads to already. */
const loadSystemOptions = async (visit: Visit, organisation: string, system?: SystemView): Promise<Option[]> => {
  const owners = [...new Set([organisation, visit.county.leadOrganisation])]
  const systems = (await Promise.all(owners.map((one) => loadSystems(visit, { organisation: one })))).flat()
  const known = [...systems, ...(system?.neighbours ?? [])].filter(({ systemId }) => systemId !== system?.systemId)
  return [
    ...new Map(
      known.map(({ systemId, name, organisation: of }) => {
        const label = `${name} (${organisationName(visit, of)})`
        return [systemId, { value: systemId, label: { sv: label, en: label } }] as const
      }),
    ).values(),
  ]
}

const companyList = z.object({ companies: z.array(z.object({ companyId: z.string(), name: z.string() })) })

const loadCompanyOptions = async (visit: Visit): Promise<Option[]> => {
  const found: Option[] = []
  for (let cursor: string | undefined, isFirst = true; isFirst || cursor; isFirst = false) {
    // As above.
    // oxlint-disable-next-line no-await-in-loop
    const read = await visit.api.read(withQuery('/v1/catalogue/companies', { limit: pageSize, cursor }), companyList)
    found.push(...read.value.companies.map(({ companyId, name }) => ({ value: companyId, label: { sv: name, en: name } })))
    cursor = read.nextCursor
  }
  return found
}

export const loadTargets = async (visit: Visit, organisation: string, system?: SystemView): Promise<FieldTargets> => {
  const [systems, companies] = await Promise.all([loadSystemOptions(visit, organisation, system), loadCompanyOptions(visit)])
  return { systems, companies }
}
