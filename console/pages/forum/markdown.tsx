import { raw } from 'hono/html'
import markdownIt from 'markdown-it'

/**
 * Markdown that people from outside have written: paragraphs, headings, lists, quotations, emphasis and links to the web.
 * HTML is shown as the text that it is, pictures are not fetched from anywhere, and a link says to nobody that we vouch for it.
 */
const renderer = markdownIt('zero', { html: false, linkify: true, breaks: true, maxNesting: 20 }).enable([
  'heading',
  'list',
  'blockquote',
  'emphasis',
  'link',
  'autolink',
  'linkify',
  'newline',
  'escape',
  'entity',
])

renderer.validateLink = (url) => /^https?:\/\/[^\s]+$/i.test(url)

type Level = 'h2' | 'h3' | 'h4'

/** The page's own headings stand above: those of a text are all of one level below them. */
renderer.core.ruler.push('headings-and-links', ({ tokens, env }) => {
  const { level } = env as { level: Level } // given by renderMarkdown
  for (const token of tokens) {
    if (token.type === 'heading_open' || token.type === 'heading_close') token.tag = level
    for (const inner of token.children ?? []) {
      if (inner.type !== 'link_open') continue
      inner.attrSet('rel', 'nofollow noopener noreferrer ugc')
      inner.attrSet('class', 'ds-link')
    }
  }
})

/** Longer texts are cut before they are read, whatever has let them through. */
const mostCharacters = 10_000

/** As HTML that holds nothing but what the rules above let through. */
export const renderMarkdown = (text: string, level: Level = 'h2'): string =>
  renderer.render(text.slice(0, mostCharacters), { level })

/** @param level of the text's headings: one below the heading that it stands under. */
export const Markdown = ({ text, level = 'h2' }: { text: string; level?: Level }) => (
  <div class="markdown">{raw(renderMarkdown(text, level))}</div>
)
