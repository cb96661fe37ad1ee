import type { InformationPackage } from '#contracts/dialogue.ts'
import { unchanged } from '#lambda/outcome.ts'
import type { Transition } from '#lambda/outcome.ts'
import type { CaseRecord } from './case-record.ts'
import { changed } from './change-record.ts'

/** Versions only grow: a package that comes late or twice never takes the place of a newer one. */
export const isNewerPackage = (known: InformationPackage | undefined, told: InformationPackage): boolean =>
  told.version > (known?.version ?? 0)

/**
 * What the forum has told of the case's dialogues, until the phase is left (LOU 4:8). News while a decision is pending is
 * for the next round: what is decided on was frozen apart.
 */
export const noteInformationPackage = (record: CaseRecord, told: InformationPackage): Transition<CaseRecord, never> => {
  const { status } = record.head
  if (status === 'handedOver' || status === 'closed' || !isNewerPackage(record.informationPackage, told)) return unchanged
  return changed({ ...record, informationPackage: told }, {}, [])
}
