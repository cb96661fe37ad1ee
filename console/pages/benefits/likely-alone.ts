import type { Figures } from '../../api/reckoning-views.ts'
import type { AssessmentBody } from './assessment-body.ts'

/**
 * For a preview the likely figure is enough: where low and high are not given yet, it stands for them too. What is saved
 * keeps them empty, so that an uncertainty that nobody has judged does not pass for none.
 */

const isAlone = ({ low, likely, high }: Figures): boolean => likely !== undefined && (low === undefined || high === undefined)

const filled = <F extends Figures>(given: F): F =>
  isAlone(given) ? { ...given, low: given.low ?? given.likely, high: given.high ?? given.likely } : given

/** How many figures were filled in, with the body that can be reckoned. */
export const withLikelyAlone = (body: AssessmentBody): { readonly body: AssessmentBody; readonly filledIn: number } => {
  let filledIn = 0
  const fill = <F extends Figures>(given: F): F => {
    if (isAlone(given)) filledIn += 1
    return filled(given)
  }
  const lines = body.lines.map((line) => {
    if (!line.calculation) return line
    const drivers = Object.entries(line.calculation.drivers).map(([key, driver]) => {
      const byYear = driver.byYear?.map(fill)
      return [key, { ...fill(driver), ...(byYear && { byYear }) }] as const
    })
    return { ...line, calculation: { ...line.calculation, drivers: Object.fromEntries(drivers) } }
  })
  const curves = body.basis?.curves?.map((curve) =>
    curve.form === 'table' ? { ...curve, years: curve.years.map(fill) } : { ...curve, ceiling: fill(curve.ceiling) },
  )
  return { body: { ...body, lines, ...(curves && { basis: { ...body.basis, curves } }) }, filledIn }
}
