import { describe, expect, it } from 'vitest'
import { renderMarkdown } from './markdown.tsx'

describe('what people write', () => {
  it.each([
    ['a script', '<script>alert(1)</script>'],
    ['a script in a link', '[klicka](javascript:alert(1))'],
    ['a script in a link, disguised', '[klicka](JaVaScRiPt:alert(1))'],
    ['a script in a link, with entities', '[klicka](&#106;avascript:alert(1))'],
    ['data in a link', '[klicka](data:text/html;base64,PHNjcmlwdD4=)'],
    ['a file', '<file:///etc/passwd>'],
    ['an address of our own', '[klicka](/logga-ut)'],
    ['an event', '<b onclick="alert(1)">fet</b>'],
    ['a picture', '![bild](https://example.se/spion.gif)'],
    ['a style', '<style>body{display:none}</style>'],
    ['a frame', '<iframe src="https://example.se"></iframe>'],
    ['a quotation mark in a link', '[klicka](https://example.se/"onmouseover="alert(1))'],
  ])('never becomes anything that runs, fetches or leads away: %s', (_, written) => {
    const html = renderMarkdown(written)
    const tags = [...html.matchAll(/<\/?([a-z0-9]+)([^>]*)>/gi)]
    for (const [, tag, attributes] of tags) {
      expect(['p', 'a', 'br', 'em', 'strong', 'li', 'ul']).toContain(tag)
      expect(attributes).not.toMatch(/\son\w+=|javascript:|data:|src=/i)
      if (tag === 'a' && attributes) expect(attributes).toMatch(/href="https?:\/\/[^"\s]+"/)
    }
  })

  it('links to the web alone, and vouches for nobody', () => {
    for (const written of ['[läs mer](https://example.se/a)', 'Se https://example.se/a här', '<https://example.se/a>'])
      expect(renderMarkdown(written)).toMatch(
        /<a href="https:\/\/example\.se\/a" rel="nofollow noopener noreferrer ugc" class="ds-link">/,
      )
    expect(renderMarkdown('Skriv till a@example.se')).not.toContain('<a')
  })

  it('is laid out as it was meant', () => {
    expect(renderMarkdown('# Rubrik\n\nText med **fet** och\nradbrytning\n\n- ett\n- två')).toBe(
      '<h2>Rubrik</h2>\n<p>Text med <strong>fet</strong> och<br>\nradbrytning</p>\n<ul>\n<li>ett</li>\n<li>två</li>\n</ul>\n',
    )
    expect(renderMarkdown('###### Liten', 'h3')).toBe('<h3>Liten</h3>\n')
  })

  it('is taken in without hanging, however deep or long', () => {
    expect(renderMarkdown(`${'> '.repeat(5_000)}x`).length).toBeLessThan(100_000)
    expect(renderMarkdown('['.repeat(50_000)).length).toBeLessThan(100_000)
  })
})
