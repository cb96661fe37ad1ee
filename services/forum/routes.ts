import { defineRoutes } from '#lambda/declaration.ts'
import { communityRoutes } from './routes/community.ts'
import { dialoguesRoutes } from './routes/dialogues.ts'
import { needsRoutes } from './routes/needs.ts'
import { subscriptionsRoutes } from './routes/subscriptions.ts'

/** Every route of the service, area by area. */
export const forumRoutes = defineRoutes({
  ...needsRoutes,
  ...dialoguesRoutes,
  ...communityRoutes,
  ...subscriptionsRoutes,
})
