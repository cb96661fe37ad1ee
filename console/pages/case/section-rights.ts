import { roleNames } from '#contracts/words.ts'
import type { Text } from '#contracts/language.ts'
import type { SectionDescription } from '../../api/case-views.ts'
import { mayWrite } from '../../session/permissions.ts'
import type { Visit } from '../../visit.ts'
import type { LoadedCase } from './load-case.ts'

/** Who may change a section, and when. The service decides; pages keep forms away from those whom it would refuse. */

const text = {
  locked: {
    sv: 'Akten är låst medan beslutet väntas. Därför går avsnittet bara att läsa.',
    en: 'The record is locked while the decision is awaited, so the section can only be read.',
  },
  notInProgress: {
    sv: 'Avsnittet kan ändras när ärendet pågår i fasen.',
    en: 'The section can be changed while the case is in progress in the phase.',
  },
  afterDecision: {
    sv: 'Avsnittet fylls i efter att fasen har beslutats med fortsätt.',
    en: 'The section is filled in after the phase has been decided with go.',
  },
  writtenBy: { sv: 'Avsnittet skrivs av', en: 'The section is written by' },
} as const satisfies Record<string, Text>

export interface SectionPlace {
  readonly visit: Visit
  readonly loaded: LoadedCase
  readonly section: SectionDescription
}

/** The status in which the service takes changes: services/shared/phase/domain/save-section.ts. */
const isWritable = ({ loaded: { record }, section }: SectionPlace): boolean =>
  record.status === (section.isAfterDecision ? 'handedOver' : 'inProgress')

export const mayEditSection = (place: SectionPlace): boolean => {
  const { visit, loaded, section } = place
  return isWritable(place) && mayWrite(visit.user, loaded.record.organisation, section, loaded.description.owner, visit.county)
}

export const whyReadOnly = (place: SectionPlace): string => {
  const { visit, loaded, section } = place
  const { t, list } = visit.locale
  if (loaded.record.status === 'awaitingDecision') return t(text.locked)
  if (!isWritable(place)) return t(section.isAfterDecision ? text.afterDecision : text.notInProgress)
  return `${t(text.writtenBy)} ${list([loaded.description.owner, ...section.writers].map((role) => t(roleNames[role]).toLowerCase()))}.`
}
