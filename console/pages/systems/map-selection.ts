import { systemCategories, systemStatuses } from '#contracts/system-map.ts'
import type { Visit } from '../../visit.ts'
import { chosenOf, chosenOrganisation, typedOf } from './map-filter.tsx'

/** Which part of the map an address asks for, by the names of the API. */
export const selectionOf = (visit: Visit) => ({
  organisation: chosenOrganisation(visit),
  category: chosenOf(visit, 'kategori', systemCategories),
  status: chosenOf(visit, 'lage', systemStatuses),
  supplier: typedOf(visit, 'leverantor'),
  text: typedOf(visit, 'ord'),
  standard: typedOf(visit, 'standard'),
})
export type MapSelection = ReturnType<typeof selectionOf>

/** The same selection as the pages' own addresses have it. */
export const pageQuery = ({ organisation, category, status, supplier, text, standard }: MapSelection) => ({
  organisation,
  kategori: category,
  lage: status,
  leverantor: supplier,
  ord: text,
  standard,
})
