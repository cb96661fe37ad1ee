import { expect, test } from 'vitest'
import { sleepUntil } from './long-timer.ts'

test('a sleep of half a year is still asleep when a short one is over, and can be cut short', async () => {
  const cut = new AbortController()
  let isOver = false
  const long = sleepUntil(Date.now() + 182 * 86_400_000, Date.now, cut.signal).finally(() => {
    isOver = true
  })
  await sleepUntil(Date.now() + 50, Date.now, new AbortController().signal)
  expect(isOver).toBe(false)
  cut.abort()
  await expect(long).rejects.toMatchObject({ name: 'AbortError' })
})
