import { phaseNames, phases } from '#contracts/words.ts'
import type { Text } from '#contracts/language.ts'
import { tasks as tasksView } from '../api/insight-views.ts'
import { phaseStories } from '../language/phase-stories.ts'
import { words } from '../language/words.ts'
import { Page, show } from '../layout/page.tsx'
import { isStaff } from '../session/user.ts'
import { visitOf } from '../visit.ts'
import type { PageContext, Visit } from '../visit.ts'
import { TaskList } from './tasks.tsx'

const text = {
  heading: { sv: 'Från behov till nytta', en: 'From need to benefit' },
  lead: {
    sv: 'Ser du något i vården eller omsorgen som borde fungera bättre? Berätta om det. Vi följer behovet hela vägen, från första idén tills nyttan har kommit.',
    en: 'Do you see something in health or social care that should work better? Tell us. We follow the need all the way, from the first idea until the benefit has come true.',
  },
  promiseBefore: { sv: 'Du får ett första svar inom', en: 'You get a first answer within' },
  everybody: {
    sv: 'Alla kan lämna en idé: invånare, anhöriga, medarbetare, företag och forskare. Du behöver inte logga in.',
    en: 'Anybody can send an idea: residents, relatives, staff, companies and researchers. You do not need to sign in.',
  },
  howTitle: { sv: 'Så går det till', en: 'How it works' },
  howLead: {
    sv: 'En idé som går vidare passerar sju faser. Efter varje fas avgör en namngiven person om arbetet ska fortsätta, och motiverar varför.',
    en: 'An idea that goes on passes seven phases. After each phase a named person decides whether the work goes on, and gives the reason.',
  },
  staffTitle: { sv: 'För dig som arbetar i flödet', en: 'For those who work in the flow' },
  staffText: {
    sv: 'Logga in för att handlägga ärenden, lämna yttranden och fatta beslut.',
    en: 'Sign in to work on cases, give opinions and make decisions.',
  },
  followTitle: { sv: 'Har du redan skickat in en idé?', en: 'Have you already sent an idea?' },
  followText: {
    sv: 'Använd länken på ditt kvitto för att se var idén är nu.',
    en: 'Use the link on your receipt to see where the idea is now.',
  },
  welcome: { sv: 'Välkommen', en: 'Welcome' },
  all: { sv: 'Alla mina uppgifter', en: 'All my tasks' },
  toBoard: { sv: 'Se alla ärenden', en: 'See all cases' },
  outsideTitle: { sv: 'Du är inloggad', en: 'You are signed in' },
  outsideText: {
    sv: 'Ditt konto har ingen roll i handläggningen. Du kan skicka in idéer och följa dem.',
    en: 'Your account has no role in the case work. You can send ideas and follow them.',
  },
} as const satisfies Record<string, Text>

const mostTasks = 8

const PublicStart = ({ visit }: { visit: Visit }) => {
  const { locale, county, user } = visit
  const { t } = locale
  return (
    <Page visit={visit} title={t(text.heading)}>
      <section class="hero">
        <h1 class="ds-heading" data-size="xl">
          {t(text.heading)}
        </h1>
        <p class="lead">{t(text.lead)}</p>
        <p>
          <a class="ds-button" href="/ide">
            {t(words.sendIdea)}
          </a>
        </p>
        <p class="hero__promise">
          {t(text.promiseBefore)}{' '}
          <strong>
            {county.promises.ideaAnswer} {t(words.workingDays)}
          </strong>
          . {t(text.everybody)}
        </p>
      </section>
      <section aria-labelledby="sa-gar-det-till">
        <h2 class="ds-heading" data-size="md" id="sa-gar-det-till">
          {t(text.howTitle)}
        </h2>
        <p class="measure">{t(text.howLead)}</p>
        <ol class="journey">
          {phases.map((phase, index) => (
            <li>
              <span class="journey__number" aria-hidden="true">
                {index + 1}
              </span>
              <h3 class="ds-heading" data-size="2xs">
                {t(phaseNames[phase])}
              </h3>
              <p>{t(phaseStories[phase])}</p>
            </li>
          ))}
        </ol>
      </section>
      <div class="pair">
        <section class="ds-card" data-color="neutral">
          <h2 class="ds-heading" data-size="xs">
            {t(text.followTitle)}
          </h2>
          <p>{t(text.followText)}</p>
        </section>
        <section class="ds-card" data-color="neutral">
          <h2 class="ds-heading" data-size="xs">
            {t(user ? text.outsideTitle : text.staffTitle)}
          </h2>
          <p>{t(user ? text.outsideText : text.staffText)}</p>
          {!user && (
            <p>
              <a class="ds-link" data-color="accent" href="/logga-in?till=%2F">
                {t(words.signIn)}
              </a>
            </p>
          )}
        </section>
      </div>
    </Page>
  )
}

const StaffStart = async ({ visit }: { visit: Visit }) => {
  const { locale, user, api } = visit
  const { t } = locale
  const { tasks } = (await api.read('/v1/insight/tasks', tasksView)).value
  return (
    <Page visit={visit} title={t(words.start)}>
      <h1 class="ds-heading" data-size="lg">
        {t(text.welcome)}
        {user ? `, ${user.name}` : ''}
      </h1>
      <section aria-labelledby="uppgifter">
        <h2 class="ds-heading" data-size="sm" id="uppgifter">
          {t(words.tasks)} <span class="count">{tasks.length}</span>
        </h2>
        <TaskList visit={visit} tasks={tasks.slice(0, mostTasks)} />
        {tasks.length > mostTasks && (
          <p>
            <a class="ds-link" href="/uppgifter">
              {t(text.all)} ({tasks.length})
            </a>
          </p>
        )}
      </section>
      <p class="actions">
        <a class="ds-button" data-variant="secondary" href="/arenden">
          {t(text.toBoard)}
        </a>
        <a class="ds-button" data-variant="tertiary" href="/ide">
          {t(words.sendIdea)}
        </a>
      </p>
    </Page>
  )
}

export const startPage = (c: PageContext) => {
  const visit = visitOf(c)
  return isStaff(visit.user) ? show(c, <StaffStart visit={visit} />) : show(c, <PublicStart visit={visit} />)
}
