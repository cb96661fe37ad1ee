import { caseId as caseIdWord } from '#contracts/ids.ts'
import { phase as phaseWord, phases } from '#contracts/words.ts'
import type { Phase } from '#contracts/words.ts'
import { caseView, phaseDescription } from '../../api/case-views.ts'
import type { CaseView, PhaseDescription, SectionDescription } from '../../api/case-views.ts'
import { at, refuseAsNotFound } from '../../api/client.ts'
import { caseOverview } from '../../api/insight-views.ts'
import type { CaseOverview } from '../../api/insight-views.ts'
import { mayCarry } from '../../session/permissions.ts'
import type { Visit } from '../../visit.ts'

/** A case as one of its phases has it, and where it is now. */
export interface LoadedCase {
  readonly record: CaseView
  /** The version that changes of the case as a whole must name. */
  readonly version: number
  readonly description: PhaseDescription
  /** The phase whose record this is. */
  readonly phase: Phase
  /** The phase that the case is in now. */
  readonly present: Phase
  /** Undefined for the moments before the news has reached the portfolio. */
  readonly overview: CaseOverview | undefined
  /** Whether the user carries cases like this one. */
  readonly isCarrier: boolean
}

const noCase = (): never =>
  refuseAsNotFound(
    'caseNotFound',
    { sv: 'Ärendet finns inte', en: 'There is no such case' },
    { sv: 'Kontrollera adressen, eller sök ärendet på tavlan.', en: 'Check the address, or look for the case on the board.' },
  )

/** A case that has just been accepted is in its phase before the portfolio has heard of it. */
const searchPhases = async ({ api }: Visit, caseId: string): Promise<Phase> => {
  const found = await Promise.all(phases.map((phase) => api.find(at`/v1/${phase}/cases/${caseId}`, caseView)))
  const last = phases.findLast((_, index) => found[index] !== undefined)
  return last ?? noCase()
}

/** @param asked the phase in the address; the present one when it names none. */
export const loadCase = async (visit: Visit, caseId: string, asked?: string): Promise<LoadedCase> => {
  const { api, user, county } = visit
  if (!caseIdWord.safeParse(caseId).success) noCase()
  const overview = (await api.find(at`/v1/insight/cases/${caseId}`, caseOverview))?.value
  const present = overview?.phase ?? (await searchPhases(visit, caseId))
  const phase = asked === undefined ? present : (phaseWord.safeParse(asked).data ?? noCase())
  const [read, description] = await Promise.all([
    api.read(at`/v1/${phase}/cases/${caseId}`, caseView),
    api.read(`/v1/${phase}/description`, phaseDescription),
  ])
  return {
    record: read.value,
    version: read.version ?? read.value.version,
    description: description.value,
    phase,
    // A hand-over can be quicker than the portfolio.
    present: phases.indexOf(phase) > phases.indexOf(present) ? phase : present,
    overview,
    isCarrier: mayCarry(user, read.value.organisation, description.value.owner, county),
  }
}

export const sectionOf = ({ description }: LoadedCase, key: string): SectionDescription =>
  description.sections.find((section) => section.key === key) ?? noCase()

/** Phases that the case has been in, and so have a record of it. */
export const hasRecord = ({ present }: LoadedCase, phase: Phase): boolean => phases.indexOf(phase) <= phases.indexOf(present)

export const casePath = ({ record, phase }: Pick<LoadedCase, 'record' | 'phase'>): string => `/arenden/${record.caseId}/${phase}`
