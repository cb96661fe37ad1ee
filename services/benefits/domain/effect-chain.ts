import * as z from 'zod'
import type { County } from '#counties/county.ts'
import { organisationId } from '#contracts/ids.ts'
import type { FieldProblem } from '#lambda/field-problem.ts'
import type { AssessmentContent } from './case-benefits.ts'
import { demandIn } from './demand.ts'
import { limits } from './limits.ts'

/**
 * From what is changed, over the effects that it has on each actor, to the goals that they serve; benefits and costs are
 * the leaves of the effects (Inera, nyttokalkyl: effektkedja).
 */

const nodeId = z.string().trim().min(1).max(40)

export const effectChain = z.strictObject({
  /** What is done differently. */
  change: z.string().trim().max(limits.reasonCharacters).optional(),
  effects: z
    .array(
      z.strictObject({
        id: nodeId,
        name: z.string().trim().min(1).max(limits.nameCharacters),
        /** Who feels it: one of the county's actor groups, or one of its organisations, or both. */
        actorGroup: z.string().max(60).optional(),
        organisation: organisationId.optional(),
        /** The effects that it follows from; none: it follows from the change itself. */
        follows: z.array(nodeId).max(10).optional(),
      }),
    )
    .max(limits.effects),
  goals: z
    .array(
      z.strictObject({
        id: nodeId,
        /** A goal of the county's eHealth strategy, or one in words of its own. */
        strategyGoal: z.string().max(60).optional(),
        name: z.string().trim().max(limits.nameCharacters).optional(),
        follows: z.array(nodeId).max(20).optional(),
      }),
    )
    .max(limits.goals),
})
export type EffectChain = z.infer<typeof effectChain>

const repeats = (ids: readonly string[], index: number): boolean => ids.indexOf(ids[index] ?? '') !== index

/** Effects that lead back to themselves. */
const inCircle = ({ effects }: EffectChain): ReadonlySet<string> => {
  const follows = new Map(effects.map((effect) => [effect.id, effect.follows ?? []]))
  const leadsBack = (start: string): boolean => {
    const seen = new Set<string>()
    const open = [...(follows.get(start) ?? [])]
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      if (next === start) return true
      if (seen.has(next)) continue
      seen.add(next)
      open.push(...(follows.get(next) ?? []))
    }
    return false
  }
  return new Set(effects.map(({ id }) => id).filter(leadsBack))
}

/** What in the chain points at nothing, or back at itself. */
export const findChainProblems = (
  { chain, lines }: Pick<AssessmentContent, 'chain' | 'lines'>,
  { actorGroups, organisations, strategy }: County,
): FieldProblem[] => {
  const effects = chain?.effects ?? []
  const goals = chain?.goals ?? []
  const ids = [...effects, ...goals].map(({ id }) => id)
  const known = new Set(effects.map(({ id }) => id))
  const circle = chain ? inCircle(chain) : new Set<string>()
  const ofNodes = [
    ...effects.map((effect, index) => ({ path: ['chain', 'effects', index], ...effect })),
    ...goals.map((goal, index) => ({ path: ['chain', 'goals', index], ...goal })),
  ].flatMap(({ path, follows = [] }, index) => [
    ...demandIn(path)(
      !repeats(ids, index),
      ['id'],
      'repeated',
      'Namnet används redan i kedjan.',
      'The name is already used in the chain.',
    ),
    ...follows.flatMap((follow, at) =>
      demandIn(path)(
        known.has(follow),
        ['follows', at],
        'unknownEffect',
        'Effekten finns inte i kedjan.',
        'There is no such effect in the chain.',
      ),
    ),
  ])
  const ofEffects = effects.flatMap(({ id, actorGroup, organisation }, index) => {
    const demandOf = demandIn(['chain', 'effects', index])
    return [
      ...demandOf(
        !circle.has(id),
        ['follows'],
        'circle',
        'Effekten leder tillbaka till sig själv. Ta bort ett av leden.',
        'The effect leads back to itself. Remove one of the links.',
      ),
      ...demandOf(
        actorGroup === undefined || actorGroups.some((group) => group.id === actorGroup),
        ['actorGroup'],
        'unknownActorGroup',
        'Länet har ingen sådan aktörsgrupp.',
        'The county has no such actor group.',
      ),
      ...demandOf(
        organisation === undefined || organisations.some((one) => one.id === organisation),
        ['organisation'],
        'unknownOrganisation',
        'Organisationen finns inte i länet.',
        'There is no such organisation in the county.',
      ),
    ]
  })
  const ofGoals = goals.flatMap(({ strategyGoal, name }, index) => {
    const demandOf = demandIn(['chain', 'goals', index])
    return [
      ...demandOf(
        strategyGoal === undefined || strategy.goals.some((goal) => goal.id === strategyGoal),
        ['strategyGoal'],
        'unknownGoal',
        'Målet finns inte i länets e-hälsostrategi.',
        "The goal is not in the county's eHealth strategy.",
      ),
      ...demandOf(
        strategyGoal !== undefined || Boolean(name),
        ['name'],
        'required',
        'Välj ett av strategins mål eller skriv ett eget.',
        "Choose one of the strategy's goals or write one of your own.",
      ),
    ]
  })
  const ofLines = lines.flatMap(({ effect }, index) =>
    demandIn(['lines', index])(
      effect === undefined || known.has(effect),
      ['effect'],
      'unknownEffect',
      'Effekten finns inte i kedjan.',
      'There is no such effect in the chain.',
    ),
  )
  return [...ofNodes, ...ofEffects, ...ofGoals, ...ofLines]
}
