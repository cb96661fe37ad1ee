import type { Text } from '#contracts/language.ts'
import type { BenefitLine } from '../../../api/benefit-views.ts'
import type { EffectChain } from '../../../api/reckoning-views.ts'
import { organisationName } from '../../../layout/names.ts'
import type { Visit } from '../../../visit.ts'
import { layOut, lineHeight } from './chain-layout.ts'
import type { ChainNode, PlacedLeaf, PlacedNode, PlacedText } from './chain-layout.ts'

/** The chain of effects, drawn, and said in a list. */

const text = {
  change: { sv: 'Förändringen', en: 'The change' },
  scroll: { sv: 'Effektkedjan, ritad', en: 'The chain of effects, drawn' },
  said: { sv: 'Kedjan i ord', en: 'The chain in words' },
  leadsTo: { sv: 'leder till', en: 'leads to' },
  serves: { sv: 'bidrar till', en: 'serves' },
  lines: { sv: 'Nyttor och kostnader', en: 'Benefits and costs' },
  loose: { sv: 'Hänger inte på någon effekt', en: 'Hang on no effect' },
  effects: { sv: 'effekter', en: 'effects' },
  goals: { sv: 'mål', en: 'goals' },
  benefits: { sv: 'nyttor och kostnader', en: 'benefits and costs' },
  has: { sv: 'Kedjan har', en: 'The chain has' },
  and: { sv: 'och', en: 'and' },
  goal: { sv: 'Mål', en: 'Goal' },
} as const satisfies Record<string, Text>

const changeId = 'the-change'

const whom = (visit: Visit, { actorGroup, organisation }: EffectChain['effects'][number]): string | undefined => {
  const group = visit.county.actorGroups.find(({ id }) => id === actorGroup)
  const parts = [group && visit.locale.t(group.name), organisation && organisationName(visit, organisation)].filter(Boolean)
  return parts.length > 0 ? parts.join(', ') : undefined
}

const goalName = ({ county, locale }: Visit, { strategyGoal, name }: EffectChain['goals'][number]): string => {
  const goal = county.strategy.goals.find(({ id }) => id === strategyGoal)
  return goal ? locale.t(goal.name) : (name ?? locale.t(text.goal))
}

const nodesOf = (visit: Visit, chain: EffectChain, lines: readonly BenefitLine[]): ChainNode[] => [
  { id: changeId, kind: 'change', label: chain.change ?? visit.locale.t(text.change), follows: [], leaves: [] },
  ...chain.effects.map((effect): ChainNode => ({
    id: effect.id,
    kind: 'effect',
    label: effect.name || '…',
    note: whom(visit, effect),
    follows: effect.follows?.length ? effect.follows : [changeId],
    leaves: lines.filter((line) => line.effect === effect.id).map(({ name, side }) => ({ label: name, side })),
  })),
  ...chain.goals.map((goal): ChainNode => ({
    id: goal.id,
    kind: 'goal',
    label: goalName(visit, goal),
    follows: goal.follows ?? [],
    leaves: [],
  })),
]

const Lines = ({ of: { lines, x, y }, class: name }: { of: PlacedText; class: string }) => (
  <text class={name} x={x} y={y}>
    {lines.map((line, index) => (
      <tspan x={x} dy={index === 0 ? 0 : lineHeight}>
        {line}
      </tspan>
    ))}
  </text>
)

const radius = { change: 6, effect: 6, goal: 18 } as const

const Leaf = ({ leaf, of }: { leaf: PlacedLeaf; of: PlacedNode }) => (
  <>
    <path class="chain__stem" d={`M${of.x + 8},${of.y + of.height}V${leaf.y + leaf.height / 2}H${leaf.x}`} />
    <rect class={`chain__leaf chain__leaf--${leaf.side}`} x={leaf.x} y={leaf.y} width={leaf.width} height={leaf.height} rx="4" />
    <Lines of={leaf.text} class="chain__leaf-text" />
  </>
)

const Node = ({ node }: { node: PlacedNode }) => (
  <g>
    {node.leaves.map((leaf) => (
      <Leaf leaf={leaf} of={node} />
    ))}
    <rect
      class={`chain__box chain__box--${node.kind}`}
      x={node.x}
      y={node.y}
      width={node.width}
      height={node.height}
      rx={radius[node.kind]}
    />
    <Lines of={node.text} class="chain__text" />
    {node.note && <Lines of={node.note} class="chain__note" />}
  </g>
)

const Drawing = ({ visit, chain, lines }: { visit: Visit; chain: EffectChain; lines: readonly BenefitLine[] }) => {
  const { width, height, nodes, links } = layOut(nodesOf(visit, chain, lines))
  return (
    <svg class="chain" viewBox={`0 0 ${width} ${height}`} width={width} height={height} role="img" aria-labelledby="kedja-titel">
      <title id="kedja-titel">{chainSentence(visit, chain, lines)}</title>
      {links.map((link) => (
        <path class="chain__link" d={link} />
      ))}
      {nodes.map((node) => (
        <Node node={node} />
      ))}
    </svg>
  )
}

export const chainSentence = (
  { locale: { t } }: Visit,
  { change, effects, goals }: EffectChain,
  lines: readonly BenefitLine[],
): string => {
  const hung = lines.filter(({ effect }) => effects.some(({ id }) => id === effect)).length
  const counted = `${t(text.has)} ${effects.length} ${t(text.effects)}, ${goals.length} ${t(text.goals)} ${t(text.and)} ${hung} ${t(text.benefits)}.`
  return change ? `${change} ${counted}` : counted
}

const LineList = ({ lines }: { lines: readonly BenefitLine[] }) => (
  <ul>
    {lines.map(({ name, side }) => (
      <li>
        {side === 'benefit' ? '+' : '−'} {name}
      </li>
    ))}
  </ul>
)

const InWords = ({ visit, chain, lines }: { visit: Visit; chain: EffectChain; lines: readonly BenefitLine[] }) => {
  const { t, list } = visit.locale
  const loose = lines.filter(({ effect }) => !chain.effects.some(({ id }) => id === effect))
  return (
    <>
      <p>{chain.change ?? t(text.change)}</p>
      <ul class="plain chain-list">
        {chain.effects.map((effect) => {
          const next = chain.effects.filter(({ follows }) => follows?.includes(effect.id)).map(({ name }) => name)
          const goals = chain.goals.filter(({ follows }) => follows?.includes(effect.id)).map((goal) => goalName(visit, goal))
          const own = lines.filter((line) => line.effect === effect.id)
          const who = whom(visit, effect)
          return (
            <li>
              {effect.name}
              {who && <span class="note"> ({who})</span>}
              {next.length > 0 && `, ${t(text.leadsTo)}: ${list(next)}`}
              {goals.length > 0 && `, ${t(text.serves)}: ${list(goals)}`}
              {own.length > 0 && <LineList lines={own} />}
            </li>
          )
        })}
      </ul>
      {loose.length > 0 && (
        <>
          <p>{t(text.loose)}:</p>
          <LineList lines={loose} />
        </>
      )}
    </>
  )
}

export const ChainFigure = ({ visit, chain, lines }: { visit: Visit; chain: EffectChain; lines: readonly BenefitLine[] }) => {
  const { t } = visit.locale
  const shown = lines.filter(({ isRemoved }) => !isRemoved)
  return (
    <figure class="figure-frame">
      <div class="chain-scroll" role="region" aria-label={t(text.scroll)} tabindex={0}>
        <Drawing visit={visit} chain={chain} lines={shown} />
      </div>
      <details class="reveal reveal--printed">
        <summary>{t(text.said)}</summary>
        <InWords visit={visit} chain={chain} lines={shown} />
      </details>
    </figure>
  )
}
