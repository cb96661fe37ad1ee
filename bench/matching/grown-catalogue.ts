import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'
import type { LabelledProduct } from './labelled-set.ts'

/**
 * A catalogue of any size that reads like the labelled one: every sentence, function, need, group and step of a new product
 * is taken from products of the labelled set, drawn by a seed. So words are as common, and texts as long, as people write
 * them; what is lost is that a product's sentences belong together, and that a larger catalogue has more different words.
 */
export const grownCatalogue = (products: readonly LabelledProduct[], size: number, seed: number): readonly LabelledProduct[] => {
  const generator = xoroshiro128plus(seed)
  const draw = <T>(items: readonly T[]): T => {
    const at = (generator.next() >>> 0) % items.length
    return items[at] as T // below the length
  }
  const sentencesOf = ({ summary }: LabelledProduct): readonly string[] => summary.split(/(?<=[.!?])\s+/)
  const sentences = products.flatMap(sentencesOf)
  const needsMet = products.flatMap((product) => product.needsMet)
  const functions = products.flatMap((product) => product.functions)
  const mixed = (number: number): LabelledProduct => {
    const asLongAs = draw(products)
    return {
      id: `grown-${number}`,
      name: draw(products).name,
      summary: sentencesOf(asLongAs)
        .map(() => draw(sentences))
        .join(' '),
      needsMet: asLongAs.needsMet.map(() => draw(needsMet)),
      functions: asLongAs.functions.map(() => draw(functions)),
      targetGroups: draw(products).targetGroups,
      careSteps: draw(products).careSteps,
      interfaces: draw(products).interfaces,
    }
  }
  return Array.from({ length: size }, (_, number) => products[number] ?? mixed(number))
}
