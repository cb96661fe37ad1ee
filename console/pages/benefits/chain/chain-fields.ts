import type { FormField } from '#phase/field.ts'
import type { Text } from '#contracts/language.ts'
import type { BenefitLine } from '../../../api/benefit-views.ts'
import type { EffectChain } from '../../../api/reckoning-views.ts'
import type { FormFields } from '../../../forms/action-form.tsx'
import { rowsOf } from '../../../forms/read-form.ts'
import type { Entered } from '../../../forms/read-form.ts'
import type { ReckonedAssessment } from '../load-assessment.ts'

/** The chain of effects as a list. Limits as in services/benefits/domain/limits.ts. */

const mostEffects = 60
const mostGoals = 20

const text = {
  change: { sv: 'Vad görs annorlunda?', en: 'What is done differently?' },
  effects: { sv: 'Effekter', en: 'Effects' },
  effectsHelp: {
    sv: 'Vad förändringen leder till, för vem. En effekt kan följa direkt av förändringen eller av andra effekter.',
    en: 'What the change leads to, and for whom. An effect may follow from the change itself or from other effects.',
  },
  effect: { sv: 'Effekt', en: 'Effect' },
  name: { sv: 'Vad händer?', en: 'What happens?' },
  actorGroup: { sv: 'För vem?', en: 'For whom?' },
  organisation: { sv: 'Hos vilken organisation?', en: 'At which organisation?' },
  follows: { sv: 'Följer av andra effekter', en: 'Follows from other effects' },
  followsHelp: { sv: 'Utan val följer den direkt av förändringen.', en: 'With none chosen it follows from the change itself.' },
  goals: { sv: 'Mål', en: 'Goals' },
  goalsHelp: {
    sv: 'Vad effekterna bidrar till: ett mål i länets e-hälsostrategi eller ett eget.',
    en: "What the effects serve: a goal of the county's eHealth strategy, or one of your own.",
  },
  goal: { sv: 'Mål', en: 'Goal' },
  strategyGoal: { sv: 'Mål i strategin', en: 'Goal of the strategy' },
  ownGoal: { sv: 'Eget mål', en: 'A goal of your own' },
  servedBy: { sv: 'Effekter som bidrar', en: 'Effects that serve it' },
  lines: { sv: 'Vilken effekt följer varje nytta och kostnad av?', en: 'Which effect does each benefit and cost follow from?' },
} as const satisfies Record<string, Text>

const same = (label: string): Text => ({ sv: label, en: label })

interface NamedEffect {
  readonly id: string
  readonly name: string
}

/** The effects as they are being written; those of the saved chain before anything has been posted. */
const effectsIn = ({ assessment }: ReckonedAssessment, entered: Entered): NamedEffect[] =>
  entered.has('_version')
    ? rowsOf(entered, '/effects').flatMap((row) => {
        const id = entered.get(`/effects/${row}/id`)
        return id ? [{ id, name: entered.get(`/effects/${row}/name`)?.trim() || id }] : []
      })
    : (assessment.chain?.effects ?? [])

const follows = (label: Text, effects: readonly NamedEffect[], help?: Text): FormField => ({
  kind: 'choices',
  label,
  ...(help && { help }),
  options: effects.map(({ id, name }) => ({ value: id, label: same(name) })),
  isRequired: false,
})

/** Last in its row: the cursor goes to the first field of a new one. */
const id: FormField = { kind: 'text', label: { sv: 'Id', en: 'Id' }, maxLength: 40, isRequired: false }

export const chainFields = (props: ReckonedAssessment, entered: Entered): FormFields => {
  const { county } = props.visit
  const effects = effectsIn(props, entered)
  const lines = props.assessment.lines.filter(({ isRemoved }) => !isRemoved)
  return {
    change: { kind: 'prose', label: text.change, maxLength: 1_000, isRequired: false },
    effects: {
      kind: 'list',
      label: text.effects,
      help: text.effectsHelp,
      item: {
        kind: 'group',
        label: text.effect,
        fields: {
          name: { kind: 'text', label: text.name, maxLength: 200, isRequired: true },
          actorGroup: {
            kind: 'choice',
            label: text.actorGroup,
            options: county.actorGroups.map(({ id: value, name }) => ({ value, label: name })),
            isRequired: false,
          },
          organisation: {
            kind: 'choice',
            label: text.organisation,
            options: county.organisations.map(({ id: value, name }) => ({ value, label: same(name) })),
            isRequired: false,
          },
          ...(effects.length > 1 && { follows: follows(text.follows, effects, text.followsHelp) }),
          id,
        },
        isRequired: true,
      },
      min: 0,
      max: mostEffects,
      isRequired: false,
    },
    goals: {
      kind: 'list',
      label: text.goals,
      help: text.goalsHelp,
      item: {
        kind: 'group',
        label: text.goal,
        fields: {
          strategyGoal: {
            kind: 'choice',
            label: text.strategyGoal,
            options: county.strategy.goals.map(({ id: value, name }) => ({ value, label: name })),
            isRequired: false,
          },
          name: { kind: 'text', label: text.ownGoal, maxLength: 200, isRequired: false },
          ...(effects.length > 0 && { follows: follows(text.servedBy, effects) }),
          id,
        },
        isRequired: true,
      },
      min: 0,
      max: mostGoals,
      isRequired: false,
    },
    ...(effects.length > 0 &&
      lines.length > 0 && {
        lines: {
          kind: 'group',
          label: text.lines,
          fields: Object.fromEntries(
            lines.map((line): [string, FormField] => [
              line.id,
              {
                kind: 'choice',
                label: same(line.name),
                options: effects.map(({ id: value, name }) => ({ value, label: same(name) })),
                isRequired: false,
              },
            ]),
          ),
          isRequired: false,
        },
      }),
  }
}

/** What the form holds; as `chainFields` describes it. */
interface FormContent {
  readonly change?: string
  readonly effects?: readonly { readonly id?: string; readonly name?: string; readonly follows?: readonly string[] }[]
  readonly goals?: readonly { readonly id?: string; readonly strategyGoal?: string; readonly name?: string }[]
  readonly lines?: Readonly<Record<string, string>>
}

export const chainInForm = ({ assessment: { chain, lines } }: ReckonedAssessment): Readonly<Record<string, unknown>> => ({
  ...(chain?.change !== undefined && { change: chain.change }),
  effects: chain?.effects ?? [],
  goals: chain?.goals ?? [],
  lines: Object.fromEntries(lines.flatMap((line) => (line.effect === undefined ? [] : [[line.id, line.effect]]))),
})

/** A row of which nothing but the id that it was given remains is one that nobody has filled in. */
const isWritten = (row: object): boolean =>
  Object.entries(row).some(([key, value]) => key !== 'id' && value !== undefined && value !== '')

export const chainOfForm = (content: Readonly<Record<string, unknown>>): EffectChain => {
  const { change, effects = [], goals = [] }: FormContent = content
  return {
    ...(change !== undefined && { change }),
    // An effect without a name is sent as it is: the service asks for it.
    effects: effects.filter(isWritten).map(({ follows: before, id: own = '', name = '', ...effect }) => {
      // Offered among the others, since a row does not know which it is.
      const others = before?.filter((other) => other !== own)
      return { ...effect, id: own, name, ...(others && others.length > 0 && { follows: others }) }
    }),
    goals: goals.filter(isWritten).map((goal) => ({ ...goal, id: goal.id ?? '' })),
  }
}

/** The lines, each on the effect that has been chosen for it. A removed line stays where it was while its effect is there. */
export const linesOnChain = (
  lines: readonly BenefitLine[],
  { effects }: EffectChain,
  content: Readonly<Record<string, unknown>>,
): BenefitLine[] => {
  const { lines: chosen = {} }: FormContent = content
  const known = new Set(effects.map(({ id: effect }) => effect))
  return lines.map((line) => {
    const { effect: before, ...rest } = line
    const effect = line.isRemoved ? before : chosen[line.id]
    return effect !== undefined && known.has(effect) ? { ...rest, effect } : rest
  })
}

const prefixes = { '/effects': 'effect', '/goals': 'goal' } as const

/** What pointed at an effect that has been taken away points at nothing. */
const forgetRemoved = (entered: Entered): void => {
  const effects = new Set(rowsOf(entered, '/effects').map((row) => entered.get(`/effects/${row}/id`)))
  for (const key of new Set(entered.keys())) {
    if (!/^\/lines\/|\/follows$/.test(key)) continue
    const kept = entered.getAll(key).filter((id) => effects.has(id))
    entered.delete(key)
    for (const id of kept) entered.append(key, id)
  }
}

/** A new row gets an id that nothing in the chain has. */
export const prepareChain = (entered: Entered): void => {
  for (const [list, prefix] of Object.entries(prefixes)) {
    const rows = rowsOf(entered, list)
    const taken = new Set(Object.keys(prefixes).flatMap((of) => rowsOf(entered, of).map((row) => entered.get(`${of}/${row}/id`))))
    for (const row of rows) {
      if (entered.get(`${list}/${row}/id`)) continue
      let number = 1
      while (taken.has(`${prefix}-${number}`)) number += 1
      taken.add(`${prefix}-${number}`)
      entered.set(`${list}/${row}/id`, `${prefix}-${number}`)
    }
  }
  forgetRemoved(entered)
}
