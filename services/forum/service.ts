import { caseClosed, caseCompleted, caseHandedOver, caseHeld, caseReceived, caseReturned, caseWoken } from '#contracts/events.ts'
import { communityEvents, dialogueEvents, needEvents } from '#contracts/forum-events.ts'
import { defineService } from '#lambda/declaration.ts'
import { noticedEvents } from './domain/subscriptions/notice.ts'
import { forumIndexes } from './adapters/indexes.ts'
import { forumProblems } from './refusals.ts'
import { forumRoutes } from './routes.ts'

const indexes = forumIndexes.map(({ name }) => name)

export const service = defineService({
  name: 'forum',
  summary: {
    sv: 'Samverkansforum: behov, dialog på lika villkor, samarbeten, utlysningar och händelser',
    en: 'The forum: needs, dialogue on equal terms, teams, calls and events',
  },
  routes: forumRoutes,
  problems: forumProblems,
  accepts: [
    { event: caseReceived },
    { event: caseHandedOver },
    { event: caseReturned },
    { event: caseWoken },
    { event: caseHeld },
    { event: caseClosed },
    { event: caseCompleted },
    // Its own, to be told to whoever subscribes: what is told is out.
    ...noticedEvents.map((event) => ({ event })),
  ],
  emits: [...needEvents, ...communityEvents, ...dialogueEvents],
  schedules: [{ name: 'deliver-notices', everyMinutes: 1 }],
  indexes: forumIndexes,
  functions: ['api', 'inbox', 'relay', 'tasks'],
  tableUse: {
    api: { rows: ['get', 'put', 'query'], indexes },
    inbox: { rows: ['get', 'put'] },
    tasks: { rows: ['get', 'put'], indexes: ['by-listing'] },
  },
  runsStateMachine: false,
  sendsMail: true,
})
