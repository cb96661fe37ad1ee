import type { Child } from 'hono/jsx'
import { drawRows } from '../charts/rows.tsx'
import { Figure } from '../charts/figure.tsx'
import type { Locale } from '../language/locale.ts'
import { Alert } from '../layout/alert.tsx'
import { DataTable } from '../layout/data-table.tsx'
import { Facts } from '../layout/facts.tsx'
import { textOf } from './paper.ts'
import type { Block, CellText, Fact, HeadingBlock, Paper, TableBlock } from './paper.ts'

/** A paper as part of a page: read on the screen, and printed on A4 by the browser. */

const alertColors = { good: 'success', warning: 'warning', bad: 'danger' } as const

const Marked = ({ cell }: { cell: CellText }) => {
  if (typeof cell === 'string') return cell
  const { text, tone, isStrong, href } = cell
  const words = isStrong ? <strong>{text}</strong> : text
  const toned = tone ? <span class={`tone tone--${tone}`}>{words}</span> : words
  return href === undefined ? (
    toned
  ) : (
    <a class="ds-link" href={href}>
      {toned}
    </a>
  )
}

const Table = ({ table }: { table: TableBlock }) => (
  <DataTable
    caption={table.caption}
    isCaptionHidden={table.isCaptionHidden ?? false}
    columns={table.columns.map(({ label, isNumber }) => ({ label, ...(isNumber && { isNumber }) }))}
    rows={table.rows.map((row) => row.map((cell) => <Marked cell={cell} />))}
  />
)

const Reading = ({ rows }: { rows: readonly Fact[] }) => (
  <dl class="reading">
    {rows.map(([name, value]) => (
      <div>
        <dt>{name}</dt>
        <dd class="prose">
          <Marked cell={value} />
        </dd>
      </div>
    ))}
  </dl>
)

const headingSizes = { 2: 'sm', 3: 'xs', 4: '2xs' } as const

const Heading = ({ heading: { level, text, id } }: { heading: HeadingBlock }) => {
  const Level: 'h2' | 'h3' | 'h4' = `h${level}`
  return (
    <Level class="ds-heading" data-size={headingSizes[level]} id={id}>
      {text}
    </Level>
  )
}

const BlockView = ({ block, locale }: { block: Block; locale: Locale }): Child => {
  switch (block.kind) {
    case 'heading':
      return <Heading heading={block} />
    case 'paragraph':
      return (
        <p class={block.style === 'note' ? 'note prose measure' : 'prose measure'}>
          {block.style === 'strong' ? <strong>{block.text}</strong> : block.text}
        </p>
      )
    case 'callout':
      return (
        <Alert color={alertColors[block.tone]}>
          <p class="ds-paragraph">{block.text}</p>
        </Alert>
      )
    case 'facts':
      return block.isReading ? (
        <Reading rows={block.rows} />
      ) : (
        <Facts rows={block.rows.map(([name, value]) => [name, <Marked cell={value} />])} />
      )
    case 'list':
      return (
        <ul class="report__list">
          {block.items.map((item) => (
            <li>{item}</li>
          ))}
        </ul>
      )
    case 'table':
      return <Table table={block} />
    case 'figure':
      return (
        <Figure
          locale={locale}
          id={block.id}
          finding={block.finding}
          title={block.title}
          description={block.description}
          draw={(size) => drawRows(block.rows, size, block.tick)}
          legend={block.legend}
          table={<Table table={block.table} />}
        />
      )
    case 'columns':
      return (
        <div class="report__columns">
          <div>
            <Blocks blocks={block.left} locale={locale} />
          </div>
          <div>
            <Blocks blocks={block.right} locale={locale} />
          </div>
        </div>
      )
    case 'newPage':
      return <div class="report__break" />
  }
}

const Blocks = ({ blocks, locale }: { blocks: readonly Block[]; locale: Locale }) => (
  <>
    {blocks.map((block) => (
      <BlockView block={block} locale={locale} />
    ))}
  </>
)

export const PaperView = ({ paper, locale }: { paper: Paper; locale: Locale }) => (
  <article class="report" aria-labelledby="rubrik">
    <div class="paper-head">
      <p class="paper-head__kind">{paper.kind}</p>
      <h1 class="ds-heading" data-size="lg" id="rubrik">
        {paper.title}
      </h1>
      <Facts rows={paper.head.map(([name, value]) => [name, textOf(value)])} />
    </div>
    <Blocks blocks={paper.blocks} locale={locale} />
    <p class="note hash">{paper.foot}</p>
  </article>
)
