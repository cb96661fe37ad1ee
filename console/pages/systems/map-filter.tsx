import type { Child } from 'hono/jsx'
import type { Text } from '#contracts/language.ts'
import { words } from '../../language/words.ts'
import type { Visit } from '../../visit.ts'
import { systemWords } from './system-words.ts'

/** The fields that the lists of the system map are filtered by. */

const label: Text = { sv: 'Visa en del av kartan', en: 'Show a part of the map' }

export const MapFilter = ({ visit, action, children }: { visit: Visit; action: string; children: Child }) => {
  const { t } = visit.locale
  return (
    <form method="get" action={action} class="filter no-print" aria-label={t(label)}>
      {children}
      <button class="ds-button" data-variant="secondary" type="submit">
        {t(systemWords.show)}
      </button>
    </form>
  )
}

export const FilterChoice = ({
  visit,
  name,
  title,
  options,
  chosen,
  none,
}: {
  visit: Visit
  name: string
  title: Text
  options: readonly (readonly [value: string, label: string])[]
  chosen: string | undefined
  /** What nothing chosen is called; left out where something always is. */
  none?: Text
}) => {
  const { t } = visit.locale
  return (
    <div class="ds-field">
      <label class="ds-label" for={name}>
        {t(title)}
      </label>
      <select class="ds-input" id={name} name={name}>
        {none && (
          <option value="" selected={chosen === undefined}>
            {t(none)}
          </option>
        )}
        {options.map(([value, option]) => (
          <option value={value} selected={value === chosen}>
            {option}
          </option>
        ))}
      </select>
    </div>
  )
}

export const FilterText = ({
  visit,
  name,
  title,
  value,
}: {
  visit: Visit
  name: string
  title: Text
  value: string | undefined
}) => (
  <div class="ds-field">
    <label class="ds-label" for={name}>
      {visit.locale.t(title)}
    </label>
    <input class="ds-input" id={name} name={name} value={value} maxlength={150} />
  </div>
)

export const OrganisationChoice = ({ visit, chosen }: { visit: Visit; chosen: string | undefined }) => (
  <FilterChoice
    visit={visit}
    name="organisation"
    title={words.organisation}
    options={visit.county.organisations.map(({ id, name }) => [id, name] as const)}
    chosen={chosen}
    none={systemWords.any}
  />
)

/** What the address asks for, when it is one that there is. */
export const chosenOf = <T extends string>(visit: Visit, name: string, options: readonly T[]): T | undefined =>
  options.find((option) => option === visit.query.get(name))

export const chosenOrganisation = (visit: Visit): string | undefined =>
  visit.county.organisations.find(({ id }) => id === visit.query.get('organisation'))?.id

const longestText = 150

export const typedOf = ({ query }: Visit, name: string): string | undefined =>
  query.get(name)?.trim().slice(0, longestText) || undefined

/** An address with what is chosen, and nothing of what is not. */
export const withQuery = (path: string, values: Readonly<Record<string, string | undefined>>): string => {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(values)) if (value) query.set(name, value)
  return query.size > 0 ? `${path}?${query.toString()}` : path
}
