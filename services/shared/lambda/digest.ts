import { createHash } from 'node:crypto'
import type { Digest } from '#contracts/ids.ts'

/**
 * JSON with sorted keys and no white space: the same value always gives the same text. For values that are
 * strings, booleans, null, finite numbers, arrays and objects this is RFC 8785 (JSON Canonicalization Scheme),
 * since ECMAScript's own number and string forms are the ones that it prescribes.
 */
export const canonicalJson = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`
  // JSON has no word for it; JSON.stringify writes null in a list.
  if (value === undefined) return 'null'
  if (value === null || typeof value !== 'object') return JSON.stringify(value)
  // Written out by hand: an object made from the sorted keys would put those that look like integers first again.
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, member]) => `${JSON.stringify(key)}:${canonicalJson(member)}`)
  return `{${members.join(',')}}`
}

export const sha256 = (text: string): Digest => createHash('sha256').update(text).digest('hex') as Digest // 64 hex digits by construction

export const digestOf = (value: unknown): Digest => sha256(canonicalJson(value))
