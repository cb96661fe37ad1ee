import type { Text } from '#contracts/language.ts'
import { words } from '../../language/words.ts'

/** What more than one page of the system map says. */
export const systemWords = {
  system: { sv: 'System', en: 'System' },
  category: { sv: 'Kategori', en: 'Category' },
  supplier: { sv: 'Leverantör', en: 'Supplier' },
  users: { sv: 'Användare', en: 'Users' },
  contract: { sv: 'Avtal', en: 'Contract' },
  contracts: { sv: 'Avtal', en: 'Contracts' },
  endsOn: { sv: 'Löper ut', en: 'Runs out' },
  endsWithOptionsOn: { sv: 'Med optioner', en: 'With options' },
  decideBy: { sv: 'Avgör option senast', en: 'Decide on option by' },
  untilFurther: { sv: 'Tills vidare', en: 'Until further notice' },
  callOff: { sv: 'Kan avropas av andra', en: 'Others may call off' },
  any: { sv: 'Alla', en: 'All' },
  show: { sv: 'Visa', en: 'Show' },
  planning: { sv: 'Avtal som löper ut', en: 'Contracts that run out' },
  joint: { sv: 'Köpa tillsammans', en: 'Buying together' },
  new: { sv: 'Lägg in ett system', en: 'Enter a system' },
  import: { sv: 'Lägg in från en fil', en: 'Enter from a file' },
  places: { sv: 'Systemkartans sidor', en: 'Pages of the system map' },
} as const satisfies Record<string, Text>

export const mapPath = '/systemkarta'
export const systemPath = (systemId: string): string => `${mapPath}/system/${systemId}`

export const marketCrumb = (t: (text: Text) => string) => ({ href: '/marknad', label: t(words.market) })
export const mapCrumbs = (t: (text: Text) => string) => [marketCrumb(t), { href: mapPath, label: t(words.systemMap) }]
