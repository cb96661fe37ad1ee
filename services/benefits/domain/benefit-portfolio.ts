import * as z from 'zod'
import { organisationId } from '#contracts/ids.ts'
import type { OrganisationId } from '#contracts/ids.ts'
import type { BenefitOutlook, OrganisationShare } from './benefit-outlook.ts'
import { measureStatusOf } from './measurement-plan.ts'
import { addSums, noSums, sums } from './portfolio-sums.ts'
import type { Sums } from './portfolio-sums.ts'

/** What all cases together promise, what has been decided and what has come true; stopped cases are left out. */
export const portfolioTotals = z.object({
  /** Cases with something promised. */
  cases: z.int().nonnegative(),
  promised: sums,
  decided: sums,
  followed: sums,
  realised: sums,
  measures: z.object({ planned: z.int().nonnegative(), missed: z.int().nonnegative() }),
})
export type PortfolioTotals = z.infer<typeof portfolioTotals>

export const benefitPortfolio = z.object({
  county: portfolioTotals,
  organisations: z.array(portfolioTotals.extend({ organisation: organisationId })),
})
export type BenefitPortfolio = z.infer<typeof benefitPortfolio>

const nothing: PortfolioTotals = {
  cases: 0,
  promised: noSums,
  decided: noSums,
  followed: noSums,
  realised: noSums,
  measures: { planned: 0, missed: 0 },
}

const sumsIn = (shares: readonly OrganisationShare[], part: 'promised' | 'decided' | 'followed' | 'realised', from: Sums): Sums =>
  shares.reduce((sum, share) => addSums(sum, share[part]), from)

const withShares = (totals: PortfolioTotals, shares: readonly OrganisationShare[]): PortfolioTotals => ({
  ...totals,
  cases: totals.cases + (shares.length > 0 ? 1 : 0),
  promised: sumsIn(shares, 'promised', totals.promised),
  decided: sumsIn(shares, 'decided', totals.decided),
  followed: sumsIn(shares, 'followed', totals.followed),
  realised: sumsIn(shares, 'realised', totals.realised),
})

const withMeasures = (totals: PortfolioTotals, dueDays: readonly string[], today: string): PortfolioTotals => ({
  ...totals,
  measures: {
    planned: totals.measures.planned + dueDays.length,
    missed: totals.measures.missed + dueDays.filter((day) => measureStatusOf(day, today) === 'missed').length,
  },
})

/** The organisation that a measure is about; where its line names none, the one that owns the case. */
const measuredFor = (outlook: BenefitOutlook): { readonly organisation: OrganisationId; readonly dueOn: string }[] =>
  outlook.measures.map(({ organisation, dueOn }) => ({ organisation: organisation ?? outlook.case.organisation, dueOn }))

/** The totals of one organisation alone, or of all when none is named. */
const totalsOf = (
  outlooks: readonly BenefitOutlook[],
  today: string,
  organisation: OrganisationId | undefined,
): PortfolioTotals =>
  outlooks.reduce((totals, outlook) => {
    const isMeant = (one: { readonly organisation: OrganisationId }) =>
      organisation === undefined || one.organisation === organisation
    const dueDays = measuredFor(outlook).filter(isMeant)
    return withMeasures(
      withShares(totals, outlook.shares.filter(isMeant)),
      dueDays.map(({ dueOn }) => dueOn),
      today,
    )
  }, nothing)

/**
 * The county's totals and each organisation's. The organisations add up to the county, but for the number of cases:
 * a case in which several have a part is counted once for each of them and once for the county.
 */
export const portfolioOf = (all: readonly BenefitOutlook[], today: string): BenefitPortfolio => {
  const outlooks = all.filter(({ isStopped }) => !isStopped)
  const named = outlooks.flatMap((outlook) =>
    [...outlook.shares, ...measuredFor(outlook)].map(({ organisation }) => organisation),
  )
  return {
    county: totalsOf(outlooks, today, undefined),
    organisations: [...new Set(named)]
      .toSorted()
      .map((organisation) => ({ organisation, ...totalsOf(outlooks, today, organisation) })),
  }
}
