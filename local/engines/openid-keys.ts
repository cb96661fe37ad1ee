import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { exportJWK, generateKeyPair } from 'jose'
import type { JWK } from 'jose'

export interface OpenIdKeys {
  readonly jwks: { readonly keys: readonly JWK[] }
  /** Signs the provider's cookies. */
  readonly cookieKeys: readonly string[]
}

/** Reads the keys, which are made at the first start and readable by their owner only. */
export const openIdKeys = async (file: string): Promise<OpenIdKeys> => {
  if (!existsSync(file)) {
    const { privateKey } = await generateKeyPair('RS256', { extractable: true })
    const key: JWK = { ...(await exportJWK(privateKey)), alg: 'RS256', use: 'sig', kid: randomBytes(8).toString('hex') }
    const keys: OpenIdKeys = { jwks: { keys: [key] }, cookieKeys: [randomBytes(32).toString('hex')] }
    writeFileSync(`${file}.new`, JSON.stringify(keys), { mode: 0o600 })
    renameSync(`${file}.new`, file)
  }
  // Written above.
  return JSON.parse(readFileSync(file, 'utf8')) as OpenIdKeys
}
