import { SendTaskSuccessCommand, SFNClient, StartExecutionCommand } from '@aws-sdk/client-sfn'
import { mockClient } from 'aws-sdk-client-mock'
import { beforeEach, describe, expect, it } from 'vitest'
import { evidenceOf, requestIdOf } from '../testing/requests.ts'
import { createMachineSender } from './state-machine.ts'

const stateMachineArn = 'arn:aws:states:eu-north-1:000000000000:stateMachine:kalmar-decision-gate'
const requestId = requestIdOf(evidenceOf())
const start = { kind: 'start', requestId }
const resume = { kind: 'resume', requestId, token: 'token-1' }

const sfn = mockClient(SFNClient)
const send = (command: unknown) =>
  createMachineSender(new SFNClient({ region: 'eu-north-1' }), stateMachineArn)('state-machine', command)

const traceparent = '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01'

beforeEach(() => {
  sfn.reset()
  sfn.on(StartExecutionCommand).resolves({ executionArn: 'arn', startDate: new Date(0) })
  sfn.on(SendTaskSuccessCommand).resolves({})
})

const inputs = () => sfn.calls().map(({ args: [command] }) => command.input)

describe('commands to the state machine', () => {
  it('start names the execution by the request, so that there is one for each attempt', async () => {
    await send(start)
    expect(inputs()).toEqual([{ stateMachineArn, name: requestId, input: JSON.stringify({ requestId }) }])
    // Step Functions takes 80 characters.
    expect(requestId.length).toBeLessThanOrEqual(80)
  })

  it('start gives the execution the trace of the request for a decision', async () => {
    await send({ ...start, traceparent })
    expect(inputs()).toEqual([{ stateMachineArn, name: requestId, input: JSON.stringify({ requestId, traceparent }) }])
  })

  it('resume gives the wait its answer; what was decided stands in the table and not in it', async () => {
    await send(resume)
    expect(inputs()).toEqual([{ taskToken: 'token-1', output: '{}' }])
  })

  it.each(['ExecutionAlreadyExists', 'TaskTimedOut', 'TaskDoesNotExist', 'InvalidToken'])(
    '%s means that nothing is left to do',
    async (name) => {
      sfn.rejects(Object.assign(new Error('settled'), { name }))
      await expect(send(start)).resolves.toBeUndefined()
      await expect(send(resume)).resolves.toBeUndefined()
    },
  )

  it.each(['ThrottlingException', 'StateMachineDoesNotExist', 'ExecutionLimitExceeded', 'AccessDeniedException', 'TimeoutError'])(
    '%s is thrown, so that the command comes again',
    async (name) => {
      sfn.rejects(Object.assign(new Error('not now'), { name }))
      await expect(send(start)).rejects.toThrow('not now')
      await expect(send(resume)).rejects.toThrow('not now')
    },
  )

  it.each([
    ['of another kind', { ...start, kind: 'stop' }],
    ['without its token', { kind: 'resume', requestId }],
    ['about no request', { kind: 'start', requestId: 'KLM-2026-0042' }],
  ])('a command %s is thrown and never sent', async (_, command) => {
    await expect(send(command)).rejects.toThrow()
    expect(sfn.calls()).toHaveLength(0)
  })
})
