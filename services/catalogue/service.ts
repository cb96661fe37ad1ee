import { catalogueEvents } from '#contracts/catalogue-events.ts'
import { caseClosed, caseCompleted, caseHandedOver } from '#contracts/events.ts'
import { needChanged, needPublished, needWithdrawn } from '#contracts/forum-events.ts'
import { defineService } from '#lambda/declaration.ts'
import { catalogueIndexes } from './adapters/indexes.ts'
import { catalogueProblems } from './refusals.ts'
import { catalogueRoutes } from './routes.ts'

const indexes = catalogueIndexes.map(({ name }) => name)

export const service = defineService({
  name: 'catalogue',
  summary: {
    sv: 'Företag och produkter, bedömningar att återanvända, kravbibliotek, systemkarta och matchning',
    en: 'Companies and products, evaluations to reuse, the requirement library, the system map and matching',
  },
  routes: catalogueRoutes,
  problems: catalogueProblems,
  accepts: [
    { event: needPublished },
    { event: needChanged },
    { event: needWithdrawn },
    { event: caseHandedOver, phase: 'matching' },
    { event: caseClosed },
    { event: caseCompleted },
  ],
  emits: catalogueEvents,
  schedules: [
    { name: 'expire-evaluations', everyMinutes: 360 },
    { name: 'install-library', everyMinutes: 60 },
  ],
  indexes: catalogueIndexes,
  functions: ['api', 'inbox', 'relay', 'tasks'],
  tableUse: {
    api: { rows: ['get', 'put', 'query'], indexes },
    inbox: { rows: ['get', 'put'] },
    tasks: { rows: ['get', 'put'], indexes: ['by-listing'] },
  },
  runsStateMachine: false,
})
