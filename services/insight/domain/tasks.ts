import * as z from 'zod'
import type { County } from '#counties/county.ts'
import type { Actor } from '#contracts/actor.ts'
import { gateOf } from '#contracts/flow.ts'
import { calendarDate, caseId, caseNumber, decisionRequestId, opinionId, organisationId } from '#contracts/ids.ts'
import type { OpinionId, OrganisationId } from '#contracts/ids.ts'
import { gate, opinionUnit, phase } from '#contracts/words.ts'
import type { OpinionUnit, Role } from '#contracts/words.ts'
import type { Attempt, CaseRow } from './case-row.ts'
import { standingOf } from './standing.ts'
import type { Standing } from './standing.ts'

const taskKinds = ['triage', 'takeOn', 'work', 'answerOpinion', 'decide'] as const

export const task = z.object({
  kind: z.enum(taskKinds),
  caseId,
  caseNumber: caseNumber.optional(),
  title: z.string(),
  /** Absent for an idea that nobody has given to an organisation yet. */
  organisation: organisationId.optional(),
  phase,
  gate: gate.optional(),
  requestId: decisionRequestId.optional(),
  opinionId: opinionId.optional(),
  unit: opinionUnit.optional(),
  dueOn: calendarDate,
})
export type Task = z.infer<typeof task>

/** A task as it is given to somebody. One task can be given to several holders: whoever does it first, does it for all. */
export interface GivenTask {
  readonly holder: string
  /** The same for the same task of a case, so that it can be taken back from the same holder. */
  readonly id: string
  readonly task: Task
  /** Subjects who must not do it. */
  readonly barred: readonly string[]
}

export const holders = {
  triage: 'TRIAGE',
  role: (role: Role, organisation: OrganisationId): string => `ROLE#${role}#${organisation}`,
  person: (subject: string): string => `PERSON#${subject}`,
  unit: (unit: OpinionUnit): string => `UNIT#${unit}`,
  office: (office: string, organisation: OrganisationId): string => `OFFICE#${office}#${organisation}`,
}

/** The county's lead organisation may act in every case beside the organisation that owns it. */
const actingOrganisations = (organisation: OrganisationId, county: County): OrganisationId[] => [
  ...new Set([organisation, county.leadOrganisation]),
]

/** By the delegation order where the gate has told it; else any of the offices that it named, in the acting organisations. */
const deciders = ({ rights }: NonNullable<Attempt['opened']>, acting: readonly OrganisationId[]): string[] => [
  ...new Set(
    rights.flatMap(({ office, organisations = acting }) =>
      organisations.map((organisation) => holders.office(office, organisation)),
    ),
  ),
]

const tasksOfCase = (standing: Standing, attempt: Attempt | undefined, county: County): GivenTask[] => {
  const { header, phase: in_, status, dueOn, ball, openOpinions } = standing
  const organisations = actingOrganisations(header.organisation, county)
  const { caseId: id, caseNumber: number, title, organisation } = header
  const common = { caseId: id, caseNumber: number, title, organisation, phase: in_ }
  if (status === 'awaitingDecision') {
    if (ball.with !== 'offices' || !attempt?.opened) return []
    const { requestId, opened, conflicted } = attempt
    const decide: Task = { kind: 'decide', ...common, gate: gateOf[in_], requestId, dueOn: opened.dueOn }
    return deciders(opened, organisations).map((holder) => ({ holder, id: 'DECIDE', task: decide, barred: conflicted }))
  }
  const carry: GivenTask[] =
    ball.with === 'role'
      ? organisations.map((acting) => ({
          holder: holders.role(ball.role, acting),
          id: 'TAKE-ON',
          task: { kind: 'takeOn', ...common, dueOn },
          barred: [],
        }))
      : ball.with === 'person'
        ? [{ holder: holders.person(ball.person.subject), id: 'WORK', task: { kind: 'work', ...common, dueOn }, barred: [] }]
        : []
  const answers = openOpinions.map(({ opinionId: asked, unit, dueOn: answerDueOn }): GivenTask => ({
    holder: holders.unit(unit),
    id: `OPINION#${asked}`,
    // The key of an opinion in the row is the id that its event carried.
    task: { kind: 'answerOpinion', ...common, opinionId: asked as OpinionId, unit, dueOn: answerDueOn },
    barred: [],
  }))
  return [...carry, ...answers]
}

/** Everything that somebody has to do in a case, or with an idea, as it stands. */
export const tasksOf = (row: CaseRow, county: County): GivenTask[] => {
  const standing = standingOf(row, county)
  if (standing) return tasksOfCase(standing, row.current?.attempt, county)
  const { idea } = row
  if (!idea) return []
  const triage: Task = { kind: 'triage', caseId: row.caseId, title: idea.title, phase: 'ideas', dueOn: idea.answerDueOn }
  return [{ holder: holders.triage, id: 'TRIAGE', task: triage, barred: [] }]
}

/**
 * Every holder that a person acts as: themselves, their roles in their organisation, their unit, and their
 * offices. Ideas are triaged by the case officers of the lead organisation.
 */
export const holdersOf = ({ subject, roles, organisation, unit, offices }: Actor, county: County): string[] => [
  holders.person(subject),
  ...(roles.includes('caseOfficer') && organisation === county.leadOrganisation ? [holders.triage] : []),
  ...(organisation === undefined ? [] : roles.map((role) => holders.role(role, organisation))),
  ...(unit === undefined ? [] : [holders.unit(unit)]),
  ...(roles.includes('decisionMaker') && organisation !== undefined
    ? offices.map((office) => holders.office(office, organisation))
    : []),
]
