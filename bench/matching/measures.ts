/** How good an order is, held against what people have judged. Grades 0-3; what is not judged is 0. */

export type Grades = Readonly<Record<string, number>>

const depth = 10
/** From this grade on a product answers the need. */
const answers = 2

const gain = (grade: number): number => 2 ** grade - 1
const discounted = (grades: readonly number[]): number =>
  grades.slice(0, depth).reduce((sum, grade, position) => sum + gain(grade) / Math.log2(position + 2), 0)

export interface Measures {
  /** Normalised discounted cumulated gain of the first ten, with gain 2^grade - 1 (Järvelin & Kekäläinen; Burges). */
  readonly ndcg: number
  /** The share of those that answer the need, at most ten, that are among the first ten. */
  readonly recall: number
  /** 1 / the place of the first that answers the need; 0 when none does. */
  readonly reciprocalRank: number
}

export const measuresOf = (order: readonly string[], grades: Grades): Measures => {
  const ideal = discounted(Object.values(grades).toSorted((one, other) => other - one))
  const isAnswer = (id: string): boolean => (grades[id] ?? 0) >= answers
  const all = Math.min(depth, Object.keys(grades).filter(isAnswer).length)
  const first = order.findIndex(isAnswer)
  return {
    ndcg: ideal === 0 ? 0 : discounted(order.map((id) => grades[id] ?? 0)) / ideal,
    recall: all === 0 ? 0 : order.slice(0, depth).filter(isAnswer).length / all,
    reciprocalRank: first === -1 ? 0 : 1 / (first + 1),
  }
}

export const mean = (values: readonly number[]): number =>
  values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length
