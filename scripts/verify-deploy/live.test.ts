import { expect, it } from 'vitest'
import { reachable } from './live.ts'

it('reaches the API of the emulator by path, and any other where the stack says', () => {
  const url = 'http://127.0.0.1:4566'
  expect(reachable('http://1a2b3c4d.execute-api.localhost:4566', { isEmulator: true, url })).toBe(
    'http://127.0.0.1:4566/_aws/execute-api/1a2b3c4d/$default',
  )
  const real = 'https://1a2b3c4d.execute-api.eu-north-1.amazonaws.com'
  expect(reachable(`${real}/`, { isEmulator: false, url: undefined })).toBe(real)
})
