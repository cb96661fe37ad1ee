/**
 * How a Swedish compound is taken apart. The dictionary is the words that the texts themselves hold, and what the
 * compounds have in common: `brev` is a word when `kallelsebrev`, `svarsbrev` and `infobrev` have it as their tail. The
 * words of a short list are known from the start, so that a small catalogue can be searched too.
 */

const shortestPart = 3
/** A shorter part must be a word in just that form; a longer one may be any form of a known stem. */
const shortestInflected = 4
/** That many different heads make a tail a word. */
const headsThatMakeATail = 3
const shortestLearnedTail = 4
/** Deeper compounds are built of ones that are words themselves. */
const maxDepth = 4

/** First parts are bound with an s (`trygghetslarm`), or drop or change their last vowel (`skolsköterska`, `kyrkogård`). */
const withoutLink = (head: string): readonly string[] => [
  head,
  ...(/.s$/.test(head) ? [head.slice(0, -1)] : []),
  ...(/[eou]$/.test(head) ? [`${head.slice(0, -1)}a`, head.slice(0, -1)] : []),
  `${head}a`,
  `${head}e`,
]

/** Prefixes and endings that are spelled like words and mean nothing alone. */
const bound: ReadonlySet<string> = new Set(
  (
    'upp ned ner åter över under före efter till från sam med mot för bort fram utan till all själv ställ lig lös sam bar het ning ' +
    'era ing tion ska ande are or er en et ens arna erna del dels led fast vis art sam igen gång sida givare tagare'
  ).split(' '),
)

/** Known from the start: words of which health care makes its compounds. */
export const commonParts: readonly string[] = (
  'akut analys anhörig ankomst app arbete arkiv automat avgift avvikelse barn behandling behörighet beslut besök bild blod boende bokning ' +
  'brev brukare data demens diagnos dialog distans dokument dos dosering dörr egen ekg enhet enkät fall familj formulär funktion ' +
  'förskrivning grupp hand hem hemma hjälp hjärta hud hälsa hälso individ information insats insulin integration intyg journal jour kalender ' +
  'kallelse kamera klinik kontakt kontroll kost kris kropp kunskap kurs kvalitet källa kö labb lager larm ledning lista logg lung lås läkare ' +
  'läkemedel mat material medel medicin mobil monitorering mottagning mun mål mätning möte natt norm nyckel nöd omsorg operation ord ordination ort ' +
  'patient peng personal plan planering plats plattform portal prov provtagning psykiatri puls påminnelse recept register rehab remiss ' +
  'resurs risk robot rond rutin rum rörelse samtal samtycke schema sensor signal signering sjuk sjukdom sjukhus skada skattning skola skydd skärm ' +
  'smitta social spår spärr stat stress stöd svar sår sömn system säker säkerhet tal tand team tele telefon test tid tillsyn tjänst tolk ' +
  'träning trygghet tryck uppföljning utbildning utrustning utskrift utskrivning vaccin vaktmästare vikt video vård välfärd värde väntelista ' +
  'väntetid webb ålder åtgärd äldre ärende ögon övervakning öppen'
).split(' ')

/** Which words are known: in just the form in which they are written, and by stem. */
export interface Dictionary {
  readonly written: ReadonlySet<string>
  readonly stems: ReadonlySet<string>
}

/** A word in two, the head without its linking letter. */
interface Cut {
  readonly head: string
  readonly tail: string
}

const isPart = (part: string): boolean => part.length >= shortestPart && !bound.has(part)

export const createCompoundSplitter = (stemOf: (word: string) => string, dictionary: Dictionary) => {
  const isKnown = (part: string): boolean =>
    isPart(part) && (dictionary.written.has(part) || (part.length >= shortestInflected && dictionary.stems.has(stemOf(part))))
  const knownHead = (head: string): string | undefined =>
    withoutLink(head).find((form) => isPart(form) && dictionary.written.has(form)) ??
    (head.length > shortestInflected && isKnown(head) ? head : undefined)

  /** The cut whose shorter part is longest: `läkemedels-lista`, not `läke-medelslista`. */
  const cut = (word: string, depth: number): Cut | undefined => {
    let best: Cut | undefined
    let bestLength = 0
    for (let at = shortestPart; at <= word.length - shortestPart; at += 1) {
      const head = word.slice(0, at)
      const tail = word.slice(at)
      const shorter = Math.min(head.length, tail.length)
      if (shorter < bestLength) continue
      const known = knownHead(head)
      if (known === undefined) continue
      if (!isKnown(tail) && (depth >= maxDepth || cut(tail, depth + 1) === undefined)) continue
      best = { head: known, tail }
      bestLength = shorter
    }
    return best
  }

  const partsOf = (word: string, depth: number): readonly string[] => {
    const found = depth < maxDepth ? cut(word, depth) : undefined
    return found ? [found.head, found.tail].flatMap((part) => [stemOf(part), ...partsOf(part, depth + 1)]) : []
  }

  /**
   * The stems of the words that a word is made of, and of those that they are made of; none when it is no compound.
   * The last of them is the head of the meaning: a `trygghetslarm` is a sort of `larm`.
   */
  return (word: string): readonly string[] => [...new Set(partsOf(word, 0))]
}

/** The tails that enough different known heads have: words, although nobody has written them alone. */
export const learnTails = (words: Iterable<string>, written: ReadonlySet<string>): readonly string[] => {
  const headsOf = new Map<string, Set<string>>()
  for (const word of words)
    for (let at = shortestPart; at <= word.length - shortestLearnedTail; at += 1) {
      const tail = word.slice(at)
      if (written.has(tail) || bound.has(tail)) continue
      const head = withoutLink(word.slice(0, at)).find((form) => form.length >= shortestInflected && written.has(form))
      if (head === undefined) continue
      const heads = headsOf.get(tail) ?? new Set()
      headsOf.set(tail, heads.add(head))
    }
  return [...headsOf].flatMap(([tail, heads]) => (heads.size >= headsThatMakeATail ? [tail] : []))
}
