import { describe, expect, it } from 'vitest'
import { differences } from './json.ts'

describe('what is live and what is wanted', () => {
  it('are alike when all that is wanted is there, whatever else is', () => {
    expect(
      differences({ Timeout: 10, Environment: { A: '1' } }, { Timeout: 10, Environment: { A: '1', B: '2' }, Arn: 'x' }),
    ).toEqual([])
  })

  it('are alike when SQS answers in text what the template says as number or truth', () => {
    expect(differences({ VisibilityTimeout: 60, FifoQueue: true }, { VisibilityTimeout: '60', FifoQueue: 'true' })).toEqual([])
  })

  it.each([
    [{ a: 1 }, { a: 2 }, ['a: 2, not 1']],
    [{ a: { b: [1, 2] } }, { a: { b: [1] } }, ['a.b: [1], not [1,2]']],
    [{ a: [{ b: 1 }] }, { a: [{ b: 2 }] }, ['a[0].b: 2, not 1']],
    [{ a: { b: 1 } }, {}, ['a: nothing, not {"b":1}']],
    [{ a: 'x' }, null, [': null, not {"a":"x"}']],
    [undefined, { maxReceiveCount: 10 }, [': {"maxReceiveCount":10}, not nothing']],
  ])('%j is not %j', (wanted, live, told) => {
    expect(differences(wanted, live)).toEqual(told)
  })
})
