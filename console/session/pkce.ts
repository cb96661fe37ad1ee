import { createHash, randomBytes } from 'node:crypto'

/** 256 bits: more than RFC 7636 7.1 asks for. */
const secretBytes = 32

export const newSecret = (): string => randomBytes(secretBytes).toString('base64url')

/** RFC 7636 4.2, method S256. */
export const challengeOf = (verifier: string): string => createHash('sha256').update(verifier).digest('base64url')
