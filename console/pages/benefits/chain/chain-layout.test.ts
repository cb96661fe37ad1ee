import { describe, expect, it } from 'vitest'
import { layOut, wrap } from './chain-layout.ts'
import type { ChainNode } from './chain-layout.ts'

const node = (id: string, follows: readonly string[], kind: ChainNode['kind'] = 'effect'): ChainNode => ({
  id,
  kind,
  label: id,
  follows,
  leaves: [],
})
const change = node('change', [], 'change')

describe('the drawing of an effect chain', () => {
  it('goes from left to right: change, effects in the order in which they follow, goals last', () => {
    const { nodes } = layOut([change, node('a', ['change']), node('b', ['a']), node('goal', ['a'], 'goal')])
    const across = Object.fromEntries(nodes.map(({ id, x }) => [id, x]))
    expect(across['change']).toBeLessThan(across['a'] ?? 0)
    expect(across['a']).toBeLessThan(across['b'] ?? 0)
    expect(across['b']).toBeLessThan(across['goal'] ?? 0)
  })

  it('lays nothing over anything else', () => {
    const leaves = [{ label: 'Lägre portokostnad och annat som är långt', side: 'benefit' as const }]
    const nodes = [
      change,
      ...['a', 'b', 'c'].map((id) => ({ ...node(id, ['change']), leaves })),
      node('goal', ['a', 'b'], 'goal'),
    ]
    const layout = layOut(nodes)
    const boxes = layout.nodes.flatMap((placed) => [placed, ...placed.leaves])
    for (const [index, one] of boxes.entries())
      for (const other of boxes.slice(index + 1)) {
        const isApart =
          one.x + one.width <= other.x ||
          other.x + other.width <= one.x ||
          one.y + one.height <= other.y ||
          other.y + other.height <= one.y
        expect(isApart).toBe(true)
      }
    expect(Math.max(...boxes.map(({ y, height }) => y + height))).toBeLessThanOrEqual(layout.height)
  })

  it('leads a link past a column between its boxes, not behind them', () => {
    const { nodes, links } = layOut([change, node('a', ['change']), node('b', ['a']), node('goal', ['a'], 'goal')])
    const b = nodes.find(({ id }) => id === 'b')
    const past = links.find((link) => link.includes('H'))
    const straightAt = Number(past?.match(/,([\d.]+)H/)?.[1])
    expect(b).toBeDefined()
    expect(straightAt < (b?.y ?? 0) || straightAt > (b?.y ?? 0) + (b?.height ?? 0)).toBe(true)
  })

  it('draws a chain that leads back to itself, which is refused when it is saved', () => {
    expect(layOut([change, node('a', ['b']), node('b', ['a'])]).nodes).toHaveLength(3)
  })

  it('breaks texts at spaces, and a word that is too long where it must', () => {
    expect(wrap('Färre brev skrivs ut', 11)).toEqual(['Färre brev', 'skrivs ut'])
    expect(wrap('nyttovärderingsunderlag', 10)).toEqual(['nyttovärde', 'ringsunder', 'lag'])
  })
})
