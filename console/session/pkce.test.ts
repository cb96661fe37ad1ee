import { describe, expect, it } from 'vitest'
import { challengeOf, newSecret } from './pkce.ts'
import { returnPath } from './return-path.ts'

describe('PKCE', () => {
  it('makes the challenge of RFC 7636 appendix B', () => {
    expect(challengeOf('dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk')).toBe('E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM')
  })

  it('makes verifiers that the provider accepts, and never the same one', () => {
    const secrets = Array.from({ length: 50 }, newSecret)
    expect(new Set(secrets).size).toBe(50)
    for (const secret of secrets) expect(secret).toMatch(/^[A-Za-z0-9._~-]{43,128}$/)
  })
})

describe('where one comes back to after signing in', () => {
  it('keeps pages of ours, with what they ask for', () => {
    expect(returnPath('/arenden?fas=ideas')).toBe('/arenden?fas=ideas')
  })

  it.each([
    undefined,
    '',
    'https://evil.test/x',
    '//evil.test/x',
    '/\\evil.test/x',
    '\\\\evil.test/x',
    'javascript:alert(1)',
    'arenden',
  ])('does not go to %s', (asked) => {
    expect(returnPath(asked)).toBe('/')
  })
})
