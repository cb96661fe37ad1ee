import { describe, expect, it } from 'vitest'
import { countTransitions, decisionGateTransitions } from './state-transitions.ts'

describe('state transitions', () => {
  it('are the steps of the decision gate, with the choice that follows', () => {
    const ofStep = Object.fromEntries(decisionGateTransitions())
    expect(ofStep).toEqual({ open: 1, awaitDecision: 1, remind: 2, expire: 1, record: 1 })
  })

  it('cannot be told from the steps when a choice leads to a choice', () => {
    const states = {
      Step: { Type: 'Task' as const, Next: 'One', Parameters: { Payload: { step: 'step' } } },
      One: { Type: 'Choice' as const, Choices: [{ Next: 'Two' }], Default: 'End' },
      Two: { Type: 'Choice' as const, Choices: [], Default: 'End' },
      End: { Type: 'Task' as const },
    }
    expect(() => countTransitions({ States: states })).toThrow('the choice One leads to the choice Two')
  })
})
