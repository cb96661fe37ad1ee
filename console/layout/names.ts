import { opinionUnitNames, roleNames } from '#contracts/words.ts'
import type { OpinionUnit } from '#contracts/words.ts'
import type { Ball } from '../api/case-views.ts'
import { words } from '../language/words.ts'
import type { Visit } from '../visit.ts'

/** Ids as the county calls them. An id that the configuration no longer has is shown as it is. */

export const organisationName = ({ county }: Visit, id: string): string =>
  county.organisations.find((organisation) => organisation.id === id)?.name ?? id

export const officeName = ({ county, locale }: Visit, id: string): string => {
  const office = county.offices.find((candidate) => candidate.id === id)
  return office ? locale.t(office.name) : id
}

/** The county's own name for the unit, else what the flow calls it. */
export const unitName = ({ county, locale }: Visit, unit: OpinionUnit): string =>
  county.units[unit] ?? locale.t(opinionUnitNames[unit])

export const personName = (person: string | { readonly name: string }): string =>
  typeof person === 'string' ? person : person.name

export const ballHolder = (visit: Visit, ball: Ball): string => {
  const { t, list } = visit.locale
  if (ball.person) return personName(ball.person)
  if (ball.role) return t(roleNames[ball.role])
  if (ball.units?.length) return list(ball.units.map((unit) => unitName(visit, unit)))
  if (ball.offices?.length) return list(ball.offices.map((office) => officeName(visit, office)))
  if (ball.with === 'deciders' || ball.with === 'offices') return t(words.deciders)
  return t(ball.with === 'calendar' ? words.calendar : words.nobody)
}
