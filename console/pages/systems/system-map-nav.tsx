import { words } from '../../language/words.ts'
import type { Visit } from '../../visit.ts'
import { keptOrganisation } from './may-edit.ts'
import { mapPath, systemWords } from './system-words.ts'

/** The ways between the pages of the system map; what changes it is offered to those who keep a part of it. */
export const SystemMapNav = ({ visit }: { visit: Visit }) => {
  const { t } = visit.locale
  const places = [
    { href: mapPath, label: words.systemMap },
    { href: `${mapPath}/avtal`, label: systemWords.planning },
    { href: `${mapPath}/samkop`, label: systemWords.joint },
    ...(keptOrganisation(visit) === undefined
      ? []
      : [
          { href: `${mapPath}/ny`, label: systemWords.new },
          { href: `${mapPath}/import`, label: systemWords.import },
        ]),
  ]
  return (
    <nav aria-label={t(systemWords.places)} class="no-print">
      <ul class="links">
        {places.map(({ href, label }) => (
          <li>
            <a class="ds-link" href={href} aria-current={visit.path === href ? 'page' : undefined}>
              {t(label)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
