import * as z from 'zod'
import { benefitParameters } from '#counties/benefits/parameters.ts'
import { text } from '#contracts/language.ts'
import { answer } from '#lambda/outcome.ts'
import { driverUnit, unitNames } from '../domain/calculation/driver.ts'
import { lineMethodIds, lineMethods, lineMethodId } from '../domain/calculation/line-method.ts'
import type { BenefitsParts } from './benefits-parts.ts'

/** Everything that a form needs to ask for drivers: how a line can be reckoned, in what units, with which known figures. */
export const parametersView = z.object({
  methods: z.array(
    z.object({
      id: lineMethodId,
      name: text,
      help: text,
      isOnce: z.boolean(),
      drivers: z.array(
        z.object({
          key: z.string(),
          name: text,
          unit: driverUnit,
          unitName: text,
          /** The table of the county's parameters that it may be taken from. */
          parameters: z.enum(['staffRates', 'unitPrices']).optional(),
        }),
      ),
    }),
  ),
  /** Every row there is, those that no longer hold too: old calculations name them. */
  parameters: benefitParameters,
})

const methods: z.infer<typeof parametersView>['methods'] = lineMethodIds.map((id) => {
  const { name, help, isOnce, drivers } = lineMethods[id]
  return {
    id,
    name,
    help,
    isOnce,
    drivers: Object.entries(drivers).map(([key, { name: driverName, unit, parameters }]) => ({
      key,
      name: driverName,
      unit,
      unitName: unitNames[unit],
      ...(parameters && { parameters }),
    })),
  }
})

export const createReadParameters =
  ({ county }: Pick<BenefitsParts, 'county'>) =>
  () =>
    answer({ methods, parameters: county.benefitParameters })
