import type { Child } from 'hono/jsx'
import type { Text } from '#contracts/language.ts'
import type { Locale } from '../language/locale.ts'

/**
 * A chart: a sentence that says what it shows, the drawing, what its marks mean, and its figures as a table. Every drawing
 * is made twice, for a wide and for a narrow page, since text in a drawing cannot reflow; the stylesheet shows one.
 */

const text = {
  figures: { sv: 'Siffrorna i diagrammet', en: 'The figures in the chart' },
} as const satisfies Record<string, Text>

/** Units of the drawing; about a pixel each. */
export interface Size {
  readonly name: 'wide' | 'narrow'
  readonly width: number
}

/** Over the page, for two beside each other, and for a column beside a form. */
const wideWidths = { page: 720, half: 540, column: 420 } as const
const narrowWidth = 340

const sizesFor = (room: keyof typeof wideWidths): readonly Size[] => [
  { name: 'wide', width: wideWidths[room] },
  { name: 'narrow', width: narrowWidth },
]

export interface Drawing {
  readonly height: number
  readonly marks: Child
}

export interface LegendEntry {
  readonly mark: Mark
  readonly label: string
}
type Mark =
  | 'line'
  | 'band'
  | 'point'
  | 'reference'
  | 'reference2'
  | 'total'
  | 'up'
  | 'down'
  | 'pays'
  | 'givesUp'
  | 'money'
  | 'freed'
  | 'net'
  | 'low'
  | 'high'

const isLine = (mark: Mark): boolean => mark === 'line' || mark === 'reference' || mark === 'reference2' || mark === 'net'

const Swatch = ({ mark }: { mark: Mark }) => (
  <svg class="chart__swatch" viewBox="0 0 20 12" width="20" height="12" aria-hidden="true">
    {isLine(mark) ? (
      <line class={`chart__${mark}`} x1="0" x2="20" y1="6" y2="6" />
    ) : mark === 'point' ? (
      <circle class="chart__point" cx="10" cy="6" r="5" />
    ) : (
      <rect class={`chart__${mark}`} x="0.5" y="0.5" width="19" height="11" />
    )}
  </svg>
)

export const Figure = ({
  locale,
  id,
  finding,
  title,
  description,
  draw,
  legend = [],
  room = 'page',
  table,
}: {
  locale: Locale
  /** Unique on the page. */
  id: string
  /** What the figures say, in a sentence. */
  finding: string
  title: string
  /** How the drawing is to be read. */
  description: string
  draw: (size: Size) => Drawing
  legend?: readonly LegendEntry[]
  room?: keyof typeof wideWidths
  table: Child
}) => (
  <figure class="chart" id={id}>
    <figcaption class="chart__finding">{finding}</figcaption>
    {sizesFor(room).map((size) => {
      const { height, marks } = draw(size)
      const [name, how] = [`${id}-${size.name}-namn`, `${id}-${size.name}-om`]
      return (
        <svg
          class={`chart__drawing chart__drawing--${size.name}`}
          viewBox={`0 0 ${size.width} ${Math.ceil(height)}`}
          role="img"
          aria-labelledby={name}
          aria-describedby={how}
        >
          <title id={name}>{title}</title>
          <desc id={how}>{`${finding} ${description}`}</desc>
          {marks}
        </svg>
      )
    })}
    {legend.length > 0 && (
      <ul class="chart__legend">
        {legend.map(({ mark, label }) => (
          <li>
            <Swatch mark={mark} />
            {label}
          </li>
        ))}
      </ul>
    )}
    <details class="reveal reveal--printed">
      <summary>{locale.t(text.figures)}</summary>
      {table}
    </details>
  </figure>
)
