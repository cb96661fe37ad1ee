import { describe, expect, it } from 'vitest'
import { isWebhookAddress } from './webhook-address.ts'

describe('where a webhook may go', () => {
  it.each(['https://hooks.example.se/forum', 'https://a.b-c.example/x?y=1'])('%s', (url) => {
    expect(isWebhookAddress(url)).toBe(true)
  })

  it.each([
    'http://hooks.example.se',
    'https://hooks.example.se:8443/',
    'https://user:word@hooks.example.se/',
    'https://127.0.0.1/',
    'https://2130706433/',
    'https://0x7f.1/',
    'https://[::1]/',
    'https://localhost/',
    'https://metadata.internal/',
    'https://printer.local/',
    'https://box.home.arpa/',
    'https://hooks.example.se/#here',
    'ftp://hooks.example.se/',
    'hooks.example.se',
    `https://hooks.example.se/${'x'.repeat(600)}`,
  ])('not %s', (url) => {
    expect(isWebhookAddress(url)).toBe(false)
  })
})
