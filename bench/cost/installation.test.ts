import { describe, expect, it } from 'vitest'
import { services } from '../../services/services.ts'
import { synthesise } from './installation.ts'

describe('an installation', () => {
  it('is what a county deploys: a table for every service', async () => {
    const resources = await synthesise('kalmar')
    expect(resources.filter(({ type }) => type === 'AWS::DynamoDB::Table')).toHaveLength(services.length)
  }, 60_000)

  it('of a county that there is not is refused by name', async () => {
    await expect(synthesise('skane')).rejects.toThrow('no such county')
  })
})
