import * as z from 'zod'
import { benefitParameters } from './benefits/parameters.ts'
import { calendarDate, organisationId } from '../services/shared/contracts/ids.ts'
import { text } from '../services/shared/contracts/language.ts'
import { capabilityStatus, gate, opinionUnit, phase } from '../services/shared/contracts/words.ts'

/**
 * Everything that differs between counties. A county deploys its own instance from one such object;
 * a new county needs no code change. Sums are integer öre, promised times are Swedish working days.
 */

const key = z.string().regex(/^[a-z][a-zA-Z0-9-]{1,40}$/)

export const organisation = z.strictObject({
  id: organisationId,
  name: z.string(),
  kind: z.enum(['region', 'municipality']),
})

export const strategyGoal = z.strictObject({ id: key, name: text })

export const priorityCriterion = z.strictObject({
  id: key,
  name: text,
  help: text,
  /** Parts of a hundred; all weights of a county sum to 100. */
  weight: z.int().min(1).max(100),
})

export const office = z.strictObject({ id: key, name: text })

export const delegationRule = z.strictObject({
  /** How the delegation order itself numbers the line, for example `D 3.2`. */
  id: z.string().min(1).max(40),
  gates: z.array(gate).min(1),
  /** Which organisations' cases the line is about. */
  organisations: z.union([z.literal('all'), z.array(organisationId).min(1)]),
  /** The line holds for values below this many öre; absent means any value. */
  valueBelow: z.int().positive().optional(),
  /**
   * An agreement that lets the same offices of the lead organisation decide too, in the cases of the others.
   * Without one only the organisation that owns the case decides: each municipality and region governs itself.
   */
  alsoLeadOrganisation: z.strictObject({ source: z.string().min(1).max(200) }).optional(),
  offices: z.array(key).min(1),
})
export type DelegationRule = z.infer<typeof delegationRule>

export const promises = z.strictObject({
  ideaAnswer: z.int().positive(),
  opinion: z.int().positive(),
  decision: z.int().positive(),
  /** Working days between reminders to the deciders. */
  decisionReminder: z.int().positive(),
  /** Working days after which an undecided request goes back to its phase. */
  decisionExpiry: z.int().positive(),
  phases: z.record(phase, z.int().positive()),
})

export const county = z.strictObject({
  id: key,
  name: z.string(),
  caseNumberPrefix: z.string().regex(/^[A-Z]{2,5}$/),
  /** The organisation whose officers may work in every case of the county. */
  leadOrganisation: organisationId,
  organisations: z.array(organisation).min(1),
  actorGroups: z.array(z.strictObject({ id: key, name: text })).min(1),
  strategy: z.strictObject({
    name: z.string(),
    source: z.string(),
    validFrom: calendarDate,
    goals: z.array(strategyGoal).min(1),
  }),
  priorityCriteria: z.array(priorityCriterion).min(1),
  offices: z.array(office).min(1),
  delegationOrder: z.strictObject({ source: z.string(), validFrom: calendarDate, rules: z.array(delegationRule).min(1) }),
  promises,
  benefitParameters,
  /** RUVeS figure 2: how far the county has come with each activity; sections not named are `developing`. */
  capabilities: z.partialRecord(phase, z.record(z.string(), capabilityStatus)),
  /** Which units of the county answer opinions, and what they are called here. */
  units: z.partialRecord(opinionUnit, z.string()),
  /** Mail to who watches the forum: in whose name - a domain that the county's SES has verified - and where its links lead. */
  mail: z.strictObject({ sender: z.email(), consoleUrl: z.url() }),
  contact: z.strictObject({ email: z.string(), phone: z.string(), web: z.string() }),
  theme: z.strictObject({
    /** A stylesheet that `npm run theme` has made, under console/assets/themes. */ name: key,
    colour: z.string(),
  }),
})
export type County = z.infer<typeof county>
