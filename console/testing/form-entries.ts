/**
 * What a browser would post of a form's HTML: the successful controls of HTML 4.10.21. Knows the markup that the
 * console writes and refuses what it does not know, so that no control is passed over unseen.
 */

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" }
const decode = (text: string): string => text.replaceAll(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => entities[name] ?? '')

const attribute = (tag: string, name: string): string | undefined => {
  const found = tag.match(new RegExp(`\\s${name}(?:="([^"]*)")?(?=[\\s/>])`))
  return found ? decode(found[1] ?? '') : undefined
}

const controls = /<input\b[^>]*>|<textarea\b[^>]*>[\s\S]*?<\/textarea>|<select\b[^>]*>[\s\S]*?<\/select>/g

const selected = (select: string): string | undefined => {
  const options = select.match(/<option\b[^>]*>/g) ?? []
  const chosen = options.find((option) => attribute(option, 'selected') !== undefined) ?? options[0]
  return chosen && attribute(chosen, 'value')
}

/** Browsers drop the first line break of a textarea and post the rest as CRLF. */
const typed = (textarea: string): string =>
  decode(textarea.replace(/^<[^>]*>\n?/, '').replace(/<\/textarea>$/, '')).replaceAll('\n', '\r\n')

export const formEntries = (html: string): URLSearchParams => {
  const entries = new URLSearchParams()
  for (const [control] of html.matchAll(controls)) {
    const tag = control.match(/^<[^>]*>/)?.[0] ?? ''
    const name = attribute(tag, 'name')
    if (!name || attribute(tag, 'disabled') !== undefined) continue
    if (tag.startsWith('<select')) entries.append(name, selected(control) ?? '')
    else if (tag.startsWith('<textarea')) entries.append(name, typed(control))
    else {
      const type = attribute(tag, 'type') ?? 'text'
      if ((type === 'radio' || type === 'checkbox') && attribute(tag, 'checked') === undefined) continue
      if (!['text', 'hidden', 'date', 'url', 'radio', 'checkbox'].includes(type))
        throw new Error(`An input of type ${type} is not known here`)
      entries.append(name, attribute(tag, 'value') ?? '')
    }
  }
  return entries
}
