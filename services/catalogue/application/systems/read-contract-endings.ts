import * as z from 'zod'
import { dayOf } from '#calendar/working-days.ts'
import { calendarDate, organisationId } from '#contracts/ids.ts'
import type { OrganisationId } from '#contracts/ids.ts'
import { systemCategory } from '#contracts/system-map.ts'
import type { SystemCategory } from '#contracts/system-map.ts'
import { answer } from '#lambda/outcome.ts'
import { contractEndings, planningWindow } from '../../domain/systems/contract-endings.ts'
import { longestWindowMonths, usualWindowMonths } from '../../domain/systems/limits.ts'
import { selectSystems } from '../../domain/systems/select-systems.ts'
import { contractOfSystem, presentContractOfSystem } from './present-system.ts'
import type { SystemParts } from './system-parts.ts'

/** Every list of contracts ends somewhere: this many are shown, the most urgent ones. */
export const mostEndings = 500

export const windowQuery = z.strictObject({
  months: z.coerce.number().int().min(1).max(longestWindowMonths).default(usualWindowMonths),
  organisation: organisationId.optional(),
  category: systemCategory.optional(),
})

export const contractEndingsView = z.object({
  from: calendarDate,
  to: calendarDate,
  /** How many there are, also beyond the ones that are told. */
  total: z.int().nonnegative(),
  endings: z.array(
    contractOfSystem.extend({
      /** The first day that something must be done by: the last day to call the next option, or the end. */
      firstDeadline: calendarDate,
    }),
  ),
})

/** The contracts that run out, or must be decided on, from today on; the most urgent first. */
export const createReadContractEndings =
  ({ listing }: SystemParts) =>
  async (
    { months, ...filter }: { months: number; organisation?: OrganisationId | undefined; category?: SystemCategory | undefined },
    now: string,
  ) => {
    const today = dayOf(now)
    const window = planningWindow(today, months)
    const endings = contractEndings(selectSystems(await listing.all(), filter), window)
    return answer({
      ...window,
      total: endings.length,
      endings: endings.slice(0, mostEndings).map(({ system, contract, firstDeadline }) => ({
        ...presentContractOfSystem(system, contract, today),
        firstDeadline,
      })),
    })
  }
