/** Names of form fields are JSON Pointers (RFC 6901) into the content, the same that a problem's `errors` point with. */

const escapeToken = (token: string | number): string => String(token).replaceAll('~', '~0').replaceAll('/', '~1')

export const child = (pointer: string, token: string | number): string => `${pointer}/${escapeToken(token)}`

/** An id that a label, an error link and a fragment can name. */
export const fieldId = (pointer: string, scope = 'falt'): string => `${scope}${pointer.replaceAll('/', '-')}`
