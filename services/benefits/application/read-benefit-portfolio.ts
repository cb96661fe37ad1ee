import * as z from 'zod'
import { dayOf } from '#calendar/working-days.ts'
import { caseHeader } from '#contracts/case-header.ts'
import { calendarDate } from '#contracts/ids.ts'
import type { OrganisationId } from '#contracts/ids.ts'
import { assessmentKind, phase } from '#contracts/words.ts'
import { answer } from '#lambda/outcome.ts'
import { organisationShare } from '../domain/benefit-outlook.ts'
import type { BenefitOutlook } from '../domain/benefit-outlook.ts'
import { benefitPortfolio, portfolioOf } from '../domain/benefit-portfolio.ts'
import { measureStatusOf } from '../domain/measurement-plan.ts'
import { standing } from '../domain/case-benefits.ts'
import type { BenefitsParts } from './benefits-parts.ts'
import { fillPage } from './fill-page.ts'

export const portfolioView = benefitPortfolio.extend({ asOf: calendarDate })

/** What the county's cases promise, what has been decided and what has come true, in all and by organisation. */
export const createReadBenefitPortfolio =
  ({ repository }: BenefitsParts) =>
  async (now: string) => {
    const asOf = dayOf(now)
    return answer({ asOf, ...portfolioOf(await repository.allOutlooks(), asOf) })
  }

const portfolioCase = z.object({
  case: caseHeader,
  phase,
  standing,
  promisedIn: assessmentKind.optional(),
  /** Of the organisation that was asked for, or of all that have a part. */
  shares: z.array(organisationShare),
  measures: z.object({ planned: z.int().nonnegative(), missed: z.int().nonnegative() }),
})
type PortfolioCase = z.infer<typeof portfolioCase>

export const portfolioCaseList = z.object({ cases: z.array(portfolioCase) })

/** The cases that the portfolio is made of, those with the most urgent measurement first. */
export const createListPortfolioCases =
  ({ repository }: BenefitsParts) =>
  async (
    { organisation, ...page }: { organisation?: OrganisationId | undefined; limit: number; cursor?: string | undefined },
    now: string,
  ) => {
    const today = dayOf(now)
    const show = (outlook: BenefitOutlook): PortfolioCase | undefined => {
      const { case: of, phase, standing, promisedIn, measures, isStopped } = outlook
      const shares = outlook.shares.filter((share) => organisation === undefined || share.organisation === organisation)
      if (isStopped || shares.length === 0) return undefined
      const missed = measures.filter(({ dueOn }) => measureStatusOf(dueOn, today) === 'missed').length
      return {
        case: of,
        phase,
        standing,
        ...(promisedIn && { promisedIn }),
        shares,
        measures: { planned: measures.length, missed },
      }
    }
    const { rows, cursor } = await fillPage(repository, {}, page, show)
    return { ...answer({ cases: rows }), ...(cursor !== undefined && { cursor }) }
  }
