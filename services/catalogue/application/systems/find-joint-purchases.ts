import * as z from 'zod'
import { dayOf } from '#calendar/working-days.ts'
import { calendarDate, organisationId } from '#contracts/ids.ts'
import { careStep, targetGroup } from '#contracts/market.ts'
import { systemCategory } from '#contracts/system-map.ts'
import { answer, refused } from '#lambda/outcome.ts'
import { planningWindow } from '../../domain/systems/contract-endings.ts'
import { findJointPurchase } from '../../domain/systems/joint-purchase.ts'
import { systemLimits } from '../../domain/systems/limits.ts'
import { contractOfSystem, kinshipView, presentContractOfSystem, presentKinship } from './present-system.ts'
import type { SystemParts } from './system-parts.ts'

export const jointPurchaseSearch = z.strictObject({
  functions: z.array(z.string().trim().min(1).max(systemLimits.functionCharacters)).max(systemLimits.functions).default([]),
  careSteps: z.array(careStep).max(30).default([]),
  targetGroups: z.array(targetGroup).max(30).default([]),
  category: systemCategory.optional(),
  cpv: z
    .array(z.stringFormat('cpv', /^\d{8}(-\d)?$/))
    .max(systemLimits.cpvCodes)
    .default([]),
  /** Today where it is left out. */
  from: calendarDate.optional(),
  /** The usual planning window where it is left out. */
  to: calendarDate.optional(),
  /** Who asks: its own contracts are left out, and call-offs say whether they are open to it. */
  organisation: organisationId.optional(),
})
export type JointPurchaseSearch = z.infer<typeof jointPurchaseSearch>

export const jointPurchaseView = z.object({
  from: calendarDate,
  to: calendarDate,
  candidates: z.array(
    contractOfSystem.extend({
      end: z.object({
        on: calendarDate,
        /** What the end hangs on: nothing, an option that is not taken up, or one that is. */
        dependsOn: z.enum(['nothing', 'optionNotTaken', 'optionTaken']),
        decideBy: calendarDate.optional(),
      }),
      /** Why it is a candidate. */
      because: z.array(kinshipView).min(1),
    }),
  ),
  callOffs: z.array(
    contractOfSystem.extend({
      because: z.array(kinshipView).min(1),
      /** Whether the one who asks was named (LOU 7:3); left out when nobody has said who asks. */
      isOpenToYou: z.boolean().optional(),
    }),
  ),
})

/** Organisations that could buy the same together, and contracts that could be called off instead. */
export const createFindJointPurchases =
  ({ listing }: SystemParts) =>
  async ({ from, to, organisation, ...wanted }: JointPurchaseSearch, now: string) => {
    const today = dayOf(now)
    const window = { from: from ?? today, to: to ?? planningWindow(from ?? today).to }
    if (window.to < window.from) return refused('windowBackwards')
    const { candidates, callOffs } = findJointPurchase(await listing.all(), wanted, { window, today, except: organisation })
    return answer({
      ...window,
      candidates: candidates.map(({ system, contract, end, kinship }) => ({
        ...presentContractOfSystem(system, contract, today),
        end: { on: end.on, dependsOn: end.dependsOn, ...(end.decideBy !== undefined && { decideBy: end.decideBy }) },
        because: presentKinship(kinship),
      })),
      callOffs: callOffs.map(({ system, contract, mayCallOff, kinship }) => ({
        ...presentContractOfSystem(system, contract, today),
        because: presentKinship(kinship),
        ...(organisation !== undefined && { isOpenToYou: mayCallOff.includes(organisation) }),
      })),
    })
  }
