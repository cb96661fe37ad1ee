/**
 * What the forms of a Swedish word have in common: `larm`, `larmet` and `larmar` have the stem `larm`; `boka` and
 * `bokningar` the stem `bok`. It cuts deeper than the Snowball stemmer, which leaves neuter nouns as they are
 * (`larmet`, `systemet`) and keeps verb and noun apart (`planera`, `planering`): in texts as short as a function's name
 * a form that is missed costs more than two words that fall together. docs/decisions/0035 has the figures.
 */

/** Longest first, each with the fewest letters that must be left of the word. */
const endings: readonly (readonly [ending: string, left: number])[] = (
  [
    [4, 'ationernas ationerna ationens ationen ationer ationers ation ations'],
    [4, 'eringarna eringars eringens eringen eringar ering erings erades erade erats erat erad eras erar era'],
    [3, 'ningarnas ningarna ningens ningen ningars ningar nings ning ingarna ingens ingen ingars ingar ings ing'],
    [4, 'elserna elsens elsen elsers elser elses else heterna hetens heten heters heter hets het'],
    [3, 'andets andet anden ande endet ende arnas ernas ornas arna erna orna arens aren ares are'],
    [3, 'ades ade ats at ad ar as or ers er ens en ets et ans an es a e'],
    [4, 's'],
  ] as const
)
  .flatMap(([left, list]) => list.split(' ').map((ending) => [ending, left] as const))
  .toSorted(([one], [other]) => other.length - one.length || (one < other ? -1 : 1))

const hasVowel = /[aeiouyåäöé]/
/** `enkelt` and `enkel`, `aktivt` and `aktiv`. */
const neuterAdjective = /([lgkvb])t$/
/** `nyckeln` and `nyckel`, `sensorn` and `sensor`. */
const definiteAfterLiquid = /([eo][lr])n$/
/** `medel` and `medlet`, `nyckel` and `nycklar`. */
const fleetingVowel = /([bcdfgkmnpstv])el$/

const shortened = (word: string): string => {
  for (const [ending, left] of endings) {
    if (word.length - ending.length < left || !word.endsWith(ending)) continue
    const rest = word.slice(0, -ending.length)
    if (hasVowel.test(rest)) return rest
  }
  return word
}

const once = (word: string): string => {
  if (word.length < 4) return word
  const cut = shortened(word.replace(definiteAfterLiquid, '$1'))
  if (cut.length < 4) return cut
  return cut.replace(neuterAdjective, '$1').replace(fleetingVowel, '$1l').replace(/mm$/, 'm').replace(/nn$/, 'n')
}

/** The stem of a word in lower case; the stem of a stem is itself. */
export const stemOf = (word: string): string => {
  let stem = word
  for (let next = once(stem); next !== stem; next = once(stem)) stem = next
  return stem
}
