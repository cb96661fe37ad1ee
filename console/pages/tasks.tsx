import { gateNames, phaseNames } from '#contracts/words.ts'
import type { Text } from '#contracts/language.ts'
import { tasks as tasksView } from '../api/insight-views.ts'
import type { Task } from '../api/insight-views.ts'
import type { CaseMeasures } from '../api/measure-views.ts'
import { words } from '../language/words.ts'
import { organisationName } from '../layout/names.ts'
import { Due } from '../layout/due.tsx'
import { Page, show } from '../layout/page.tsx'
import { hasRole } from '../session/user.ts'
import { visitOf } from '../visit.ts'
import type { PageContext, Visit } from '../visit.ts'
import { loadDueMeasures } from './measures/load-measures.ts'
import { MeasureTable } from './measures/measure-list.tsx'

const text = {
  none: { sv: 'Du har inga uppgifter just nu.', en: 'You have no tasks at the moment.' },
  lead: { sv: 'Det som väntar på dig, det mest brådskande först.', en: 'What waits for you, the most urgent first.' },
  more: {
    sv: 'Fler uppgifter visas när du har gjort några av dessa.',
    en: 'More tasks are shown when you have done some of these.',
  },
  other: { sv: 'Se efter', en: 'Look into' },
  measures: { sv: 'Mätningar att göra', en: 'Measurements to take' },
  allMeasures: { sv: 'Alla mätningar att göra', en: 'All measurements to take' },
} as const satisfies Record<string, Text>

/** What is asked of the person, as a verb. Kinds that the console has not learnt yet are still shown. */
const taskNames: Readonly<Record<string, Text>> = {
  triage: { sv: 'Bedöm idén', en: 'Assess the idea' },
  takeOn: { sv: 'Ta emot ärendet', en: 'Take on the case' },
  work: { sv: 'Arbeta vidare', en: 'Carry on working' },
  answerOpinion: { sv: 'Lämna yttrande', en: 'Give an opinion' },
  decide: { sv: 'Fatta beslut', en: 'Make the decision' },
}

const hrefOf = ({ kind, caseId, phase, requestId, opinionId }: Task): string => {
  if (kind === 'triage') return `/ideer/${caseId}`
  if (requestId) return `/beslut/${requestId}`
  const page = `/arenden/${caseId}/${phase}`
  return opinionId ? `${page}#yttrande-${opinionId}` : page
}

const byUrgency = (a: Task, b: Task): number => Number(b.isOverdue) - Number(a.isOverdue) || a.dueOn.localeCompare(b.dueOn)

export const TaskList = ({ visit, tasks }: { visit: Visit; tasks: readonly Task[] }) => {
  const { locale } = visit
  const { t } = locale
  if (tasks.length === 0) return <p class="empty">{t(text.none)}</p>
  return (
    <ul class="tasks">
      {tasks.toSorted(byUrgency).map((task) => (
        <li class={task.isOverdue ? 'tasks__item tasks__item--overdue' : 'tasks__item'}>
          <div>
            <a class="ds-link tasks__link" href={hrefOf(task)}>
              {t(taskNames[task.kind] ?? text.other)}: {task.title}
            </a>
            <p class="note">
              {[
                task.caseNumber,
                task.gate ? t(gateNames[task.gate]) : t(phaseNames[task.phase]),
                task.organisation && organisationName(visit, task.organisation),
              ]
                .filter(Boolean)
                .join(' · ')}
            </p>
          </div>
          <Due date={task.dueOn} isOverdue={task.isOverdue} locale={locale} />
        </li>
      ))}
    </ul>
  )
}

const mostMeasuredCases = 10

/** Of one's own organisation, for those who may measure: what is late or due within a month. */
const loadMeasures = async (visit: Visit): Promise<CaseMeasures[]> => {
  const { user } = visit
  if (user?.organisation === undefined || !hasRole(user, 'caseOfficer', 'specialist')) return []
  return loadDueMeasures(visit, { organisation: user.organisation }, mostMeasuredCases)
}

const MeasuresToTake = ({ visit, cases }: { visit: Visit; cases: readonly CaseMeasures[] }) => {
  const { t } = visit.locale
  if (cases.length === 0) return null
  return (
    <section aria-labelledby="matningar">
      <h2 class="ds-heading" data-size="sm" id="matningar">
        {t(text.measures)}
      </h2>
      <MeasureTable visit={visit} cases={cases.slice(0, mostMeasuredCases)} caption={t(text.measures)} />
      <p>
        <a class="ds-link" href="/nytta/matningar">
          {t(text.allMeasures)}
        </a>
      </p>
    </section>
  )
}

export const tasksPage = async (c: PageContext) => {
  const visit = visitOf(c)
  const { t } = visit.locale
  const [read, measured] = await Promise.all([visit.api.read('/v1/insight/tasks', tasksView), loadMeasures(visit)])
  const { tasks, hasMore } = read.value
  return show(
    c,
    <Page visit={visit} title={t(words.tasks)}>
      <h1 class="ds-heading" data-size="lg">
        {t(words.tasks)} <span class="count">{tasks.length}</span>
      </h1>
      <p>{t(text.lead)}</p>
      <TaskList visit={visit} tasks={tasks} />
      {hasMore && <p class="note">{t(text.more)}</p>}
      <MeasuresToTake visit={visit} cases={measured} />
    </Page>,
  )
}
