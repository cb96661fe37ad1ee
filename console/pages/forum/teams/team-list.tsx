import type { Text } from '#contracts/language.ts'
import { at } from '../../../api/client.ts'
import type { TeamView } from '../../../api/forum-views.ts'
import { Tag } from '../../../layout/tag.tsx'
import type { Visit } from '../../../visit.ts'

const own = {
  seeks: { sv: 'Söker', en: 'Seeks' },
  membersOnly: { sv: 'Visas bara för medlemmarna', en: 'Shown to members only' },
  dissolved: { sv: 'Upplöst', en: 'Dissolved' },
} as const satisfies Record<string, Text>

export const TeamTags = ({ visit: { locale }, team }: { visit: Visit; team: TeamView }) => (
  <>
    {team.status === 'dissolved' && <Tag color="neutral">{locale.t(own.dissolved)}</Tag>}
    {team.status === 'active' && !team.isPublic && <Tag color="warning">{locale.t(own.membersOnly)}</Tag>}
  </>
)

export const TeamItems = ({ visit, teams, empty }: { visit: Visit; teams: readonly TeamView[]; empty: string }) => {
  const { t, list } = visit.locale
  return teams.length === 0 ? (
    <p class="empty">{empty}</p>
  ) : (
    <ul class="market-list">
      {teams.map((team) => (
        <li>
          <p>
            <a class="ds-link" href={at`/forum/samarbeten/${team.teamId}`}>
              {team.name}
            </a>{' '}
            <TeamTags visit={visit} team={team} />
          </p>
          <p class="note">
            {list(team.members.map(({ company }) => company))}
            {team.rolesSought.length > 0 && ` · ${t(own.seeks)}: ${team.rolesSought.join(', ')}`}
          </p>
        </li>
      ))}
    </ul>
  )
}
