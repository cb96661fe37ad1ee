import type { Handlers } from '#lambda/api.ts'
import { createAssessMarket } from '../../application/matching/assess-market.ts'
import { createFindKindredNeeds } from '../../application/matching/find-kindred-needs.ts'
import { createFindMeetableNeeds } from '../../application/matching/find-meetable-needs.ts'
import { createMatchNeed } from '../../application/matching/match-need.ts'
import type { CatalogueRefusalCode } from '../../refusals.ts'
import type { MatchingRoutes } from '../../routes/matching.ts'
import { followedMarket } from '../market.ts'
import type { CatalogueParts } from '../parts.ts'

export const matchingHandlers = ({
  table,
  unitOfWork,
  clock,
  offer,
}: Pick<CatalogueParts, 'table' | 'unitOfWork' | 'clock' | 'offer'>): Handlers<MatchingRoutes, CatalogueRefusalCode> => {
  const market = followedMarket(table, unitOfWork, clock)
  const matchNeed = createMatchNeed(market)
  const findMeetableNeeds = createFindMeetableNeeds({ market, companiesOf: offer.companies.companiesOf })
  const findKindredNeeds = createFindKindredNeeds(market)
  const assessMarket = createAssessMarket({ market, companies: offer.companies })
  return {
    matchNeed: ({ body, context }) => matchNeed(body, context.now),
    assessMarket: ({ body, context }) => assessMarket(body, context.now),
    findMeetableNeeds: ({ parameters, query, actor, context }) =>
      findMeetableNeeds({ ...parameters, ...query }, actor, context.now),
    findKindredNeeds: ({ body, actor, context }) => findKindredNeeds(body, actor, context.now),
  }
}
