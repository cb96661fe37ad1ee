import type { CareStep, TargetGroup } from '#contracts/market.ts'
import type { SystemCategory } from '#contracts/system-map.ts'
import { folded } from './folded-text.ts'
import type { MappedSystem } from './system.ts'

/** Whether a system serves the same need as somebody looks to meet, and why. */

export interface WantedSystem {
  readonly functions: readonly string[]
  readonly careSteps: readonly CareStep[]
  readonly targetGroups: readonly TargetGroup[]
  readonly category?: SystemCategory | undefined
  readonly cpv: readonly string[]
}

export type Kinship =
  | { readonly kind: 'category'; readonly category: SystemCategory }
  | { readonly kind: 'functions'; readonly functions: readonly string[] }
  | { readonly kind: 'cpv'; readonly cpv: readonly string[] }
  | { readonly kind: 'careSteps'; readonly careSteps: readonly CareStep[] }
  | { readonly kind: 'targetGroups'; readonly targetGroups: readonly TargetGroup[] }

const shortestWord = 4
/** Words of the trade that stand in every second function and tell nothing apart. */
const emptyWords = new Set(
  'digital digitala digitalt system systemet stöd stödja tjänst tjänster hantera hantering kunna skall från till eller samt under över inom efter genom utan mellan den det that with from which their user users service'.split(
    ' ',
  ),
)
/** Endings of Swedish words, the longest first; what is left must still be a word. */
const endings = [
  'ningarna',
  'ningar',
  'ningen',
  'arna',
  'erna',
  'orna',
  'ning',
  'ande',
  'ende',
  'are',
  'ar',
  'er',
  'or',
  'en',
  'et',
  'na',
  'a',
  'e',
  't',
  's',
  'n',
]

const stemOf = (word: string): string => {
  const ending = endings.find((one) => word.endsWith(one) && word.length - one.length >= shortestWord)
  return ending === undefined ? word : word.slice(0, 0 - ending.length)
}

const wordsOf = (text: string): string[] => [
  ...new Set(
    folded(text)
      .split(/[^\p{L}\p{N}]+/u)
      .filter((word) => word.length >= shortestWord && !emptyWords.has(word))
      .map(stemOf),
  ),
]

/** `larm` is found in `trygghetslarm`: Swedish writes its compounds as one word. */
const isWithin = (a: string, b: string): boolean => a.includes(b) || b.includes(a)

/** Alike when half of the words of the one that has fewer are found in the other. */
export const areFunctionsAlike = (left: string, right: string): boolean => {
  const [fewer = [], more = []] = [wordsOf(left), wordsOf(right)].toSorted((a, b) => a.length - b.length)
  if (fewer.length === 0) return false
  const found = fewer.filter((word) => more.some((other) => isWithin(word, other))).length
  return found * 2 >= fewer.length
}

/** CPV is a tree in its digits: two are the division, three the group, four the class. */
const classDigits = 4
const isSameClass = (a: string, b: string): boolean => a.slice(0, classDigits) === b.slice(0, classDigits)

const shared = <T>(a: readonly T[], b: readonly T[]): T[] => a.filter((one) => b.includes(one))

/**
 * Why a system is kin to what is wanted, empty when it is not. Category, function or CPV class make kin each for itself;
 * care steps and target groups, which many have in common, only together.
 */
export const kinshipOf = ({ content }: MappedSystem, wanted: WantedSystem): Kinship[] => {
  const functions = [content.name, content.purpose, ...content.functions].filter((one) =>
    wanted.functions.some((other) => areFunctionsAlike(one, other)),
  )
  const cpv = [...new Set(content.contracts.flatMap((one) => one.cpv))].filter((code) =>
    wanted.cpv.some((other) => isSameClass(code, other)),
  )
  const careSteps = shared(content.careSteps, wanted.careSteps)
  const targetGroups = shared(content.targetGroups, wanted.targetGroups)
  const alone: Kinship[] = [
    ...(wanted.category === content.category ? [{ kind: 'category', category: content.category } as const] : []),
    ...(functions.length > 0 ? [{ kind: 'functions', functions } as const] : []),
    ...(cpv.length > 0 ? [{ kind: 'cpv', cpv } as const] : []),
  ]
  const together: Kinship[] = [
    ...(careSteps.length > 0 ? [{ kind: 'careSteps', careSteps } as const] : []),
    ...(targetGroups.length > 0 ? [{ kind: 'targetGroups', targetGroups } as const] : []),
  ]
  return alone.length > 0 || together.length > 1 ? [...alone, ...together] : []
}
