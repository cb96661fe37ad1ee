/**
 * Where the parts of an effect chain are drawn: the change to the left, effects in as many columns as they follow each
 * other in, goals to the right. Each effect has its benefits and costs below it, as leaves.
 */

export interface ChainNode {
  readonly id: string
  readonly kind: 'change' | 'effect' | 'goal'
  readonly label: string
  /** In smaller letters below: for whom. */
  readonly note?: string | undefined
  /** The nodes that it follows from. */
  readonly follows: readonly string[]
  readonly leaves: readonly { readonly label: string; readonly side: 'benefit' | 'cost' }[]
}

export interface PlacedText {
  readonly lines: readonly string[]
  readonly x: number
  readonly y: number
}

export interface PlacedBox {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export interface PlacedLeaf extends PlacedBox {
  readonly side: 'benefit' | 'cost'
  readonly text: PlacedText
}

export interface PlacedNode extends PlacedBox {
  readonly id: string
  readonly kind: ChainNode['kind']
  readonly text: PlacedText
  readonly note: PlacedText | undefined
  readonly leaves: readonly PlacedLeaf[]
}

export interface ChainLayout {
  readonly width: number
  readonly height: number
  readonly nodes: readonly PlacedNode[]
  /** Paths from a node to what follows from it. */
  readonly links: readonly string[]
}

export const lineHeight = 17
const size = { width: 216, columnGap: 56, rowGap: 18, padding: 10, leafIndent: 18, leafGap: 6, margin: 8 } as const
/** That fit on a line of a box in the font of the pages, with room to spare. */
const characters = 28
const leafCharacters = 25

/** Breaks a text at its spaces; a word longer than a line is cut. */
export const wrap = (label: string, most: number): string[] => {
  const words = label.split(/\s+/).flatMap((word) => word.match(new RegExp(`.{1,${most}}`, 'gu')) ?? [])
  const lines: string[] = []
  for (const word of words) {
    const last = lines.at(-1)
    if (last !== undefined && `${last} ${word}`.length <= most) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines
}

/** How many steps from the change; a circle, which is refused when it is saved, counts as begun where it is met. */
const depthsOf = (nodes: readonly ChainNode[]): Map<string, number> => {
  const byId = new Map(nodes.map((node) => [node.id, node]))
  const depths = new Map<string, number>()
  const depthOf = (id: string, on: ReadonlySet<string>): number => {
    const known = depths.get(id)
    if (known !== undefined) return known
    const follows = (byId.get(id)?.follows ?? []).filter((other) => byId.has(other) && !on.has(other) && other !== id)
    const depth = follows.length === 0 ? 0 : 1 + Math.max(...follows.map((other) => depthOf(other, new Set([...on, id]))))
    depths.set(id, depth)
    return depth
  }
  for (const { id } of nodes) depthOf(id, new Set())
  return depths
}

const heightOf = (node: ChainNode): { box: number; leaves: readonly number[]; whole: number } => {
  const lines = wrap(node.label, characters).length + (node.note ? wrap(node.note, characters).length : 0)
  const box = lines * lineHeight + 2 * size.padding
  const leaves = node.leaves.map(({ label }) => wrap(label, leafCharacters).length * lineHeight + size.padding)
  return { box, leaves, whole: box + leaves.reduce((sum, leaf) => sum + leaf + size.leafGap, 0) }
}

const place = (node: ChainNode, x: number, y: number): PlacedNode => {
  const { box, leaves } = heightOf(node)
  const label = wrap(node.label, characters)
  const note = node.note ? wrap(node.note, characters) : []
  let below = y + box + size.leafGap
  return {
    id: node.id,
    kind: node.kind,
    x,
    y,
    width: size.width,
    height: box,
    text: { lines: label, x: x + size.padding, y: y + size.padding + lineHeight - 4 },
    note:
      note.length === 0
        ? undefined
        : { lines: note, x: x + size.padding, y: y + size.padding + (label.length + 1) * lineHeight - 4 },
    leaves: node.leaves.map(({ label: leaf, side }, index) => {
      const height = leaves[index] ?? 0
      const at = { x: x + size.leafIndent, y: below, width: size.width - size.leafIndent, height }
      below += height + size.leafGap
      return { ...at, side, text: { lines: wrap(leaf, leafCharacters), x: at.x + size.padding, y: at.y + lineHeight } }
    }),
  }
}

/** Room that a link needs on its way past a column, so that it goes between the boxes and not behind them. */
interface Passage {
  readonly kind: 'passage'
  readonly id: string
  readonly follows: readonly string[]
}
type Item = ChainNode | Passage

const passageHeight = 10
const passageId = (from: string, to: string, column: number): string => `${column}:${from}>${to}`

const roomOf = (item: Item): number => (item.kind === 'passage' ? passageHeight : heightOf(item).whole)

interface Spot {
  readonly x: number
  /** Where links come in and go out. */
  readonly y: number
}

/** Near what they follow from, so that links seldom cross. */
const inOrder = (column: readonly Item[], spots: ReadonlyMap<string, Spot>): Item[] => {
  const middle = ({ follows }: Item): number => {
    const from = follows.flatMap((id) => spots.get(id) ?? [])
    return from.length === 0 ? 0 : from.reduce((sum, { y }) => sum + y, 0) / from.length
  }
  return column.toSorted((a, b) => middle(a) - middle(b))
}

/** From the right side of the first to the left side of the last, straight through what lies between. */
const pathThrough = (stops: readonly Spot[]): string =>
  stops.slice(1).reduce((path, { x, y }, index) => {
    const from = stops[index]
    if (!from) return path
    const start = from.x + size.width
    const bend = (x - start) / 2
    const curve = `C${start + bend},${from.y} ${x - bend},${y} ${x},${y}`
    return index === 0 ? `M${start},${from.y}${curve}` : `${path}H${start}${curve}`
  }, '')

export const layOut = (nodes: readonly ChainNode[]): ChainLayout => {
  const depths = depthsOf(nodes)
  const deepestEffect = Math.max(0, ...nodes.filter(({ kind }) => kind !== 'goal').map(({ id }) => depths.get(id) ?? 0))
  // Goals stand together at the end, however early an effect reaches them.
  const columnOf = (node: ChainNode): number => (node.kind === 'goal' ? deepestEffect + 1 : (depths.get(node.id) ?? 0))
  const byId = new Map(nodes.map((node) => [node.id, node]))
  const last = Math.max(0, ...nodes.map(columnOf))
  const links = nodes.flatMap((node) =>
    node.follows.flatMap((id) => {
      const from = byId.get(id)
      if (!from || columnOf(from) >= columnOf(node)) return []
      const between = Array.from({ length: columnOf(node) - columnOf(from) - 1 }, (_, step) => columnOf(from) + step + 1)
      return [{ from: id, to: node.id, between }]
    }),
  )
  const passages = links.flatMap(({ from, to, between }) =>
    between.map((column, step) => ({
      column,
      passage: {
        kind: 'passage' as const,
        id: passageId(from, to, column),
        follows: [step === 0 ? from : passageId(from, to, column - 1)],
      },
    })),
  )
  const columns = Array.from({ length: last + 1 }, (_, column): Item[] => [
    ...nodes.filter((node) => columnOf(node) === column),
    ...passages.filter((of) => of.column === column).map(({ passage }) => passage),
  ])
  const heights = columns.map((column) =>
    column.reduce((sum, item, index) => sum + roomOf(item) + (index > 0 ? size.rowGap : 0), 0),
  )
  const height = Math.max(0, ...heights)
  const placed: PlacedNode[] = []
  const spots = new Map<string, Spot>()
  for (const [index, column] of columns.entries()) {
    const x = size.margin + index * (size.width + size.columnGap)
    let y = size.margin + (height - (heights[index] ?? 0)) / 2
    for (const item of inOrder(column, spots)) {
      if (item.kind === 'passage') spots.set(item.id, { x, y: y + passageHeight / 2 })
      else {
        const node = place(item, x, y)
        placed.push(node)
        spots.set(item.id, { x, y: y + node.height / 2 })
      }
      y += roomOf(item) + size.rowGap
    }
  }
  return {
    width: 2 * size.margin + (last + 1) * size.width + last * size.columnGap,
    height: height + 2 * size.margin,
    nodes: placed,
    links: links.map(({ from, to, between }) =>
      pathThrough([from, ...between.map((column) => passageId(from, to, column)), to].flatMap((id) => spots.get(id) ?? [])),
    ),
  }
}
