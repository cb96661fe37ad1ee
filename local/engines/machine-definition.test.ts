import { expect, test } from 'vitest'
import { prepareMachine } from './machine-definition.ts'

const task = { Type: 'Task', Resource: 'arn:aws:states:::lambda:invoke', Parameters: { FunctionName: 'f' }, End: true }

test.each([
  ['JSONata as a whole', { QueryLanguage: 'JSONata', StartAt: 'A', States: { A: task } }, 'JSONata'],
  ['JSONata in one state', { StartAt: 'A', States: { A: { ...task, QueryLanguage: 'JSONata' } } }, 'A uses JSONata'],
  ['a heartbeat', { StartAt: 'A', States: { A: { ...task, HeartbeatSeconds: 60 } } }, 'A uses HeartbeatSeconds'],
  ['variables', { StartAt: 'A', States: { A: { ...task, Assign: { x: 1 } } } }, 'A uses Assign'],
  [
    'another service',
    { StartAt: 'A', States: { A: { ...task, Resource: 'arn:aws:states:::sqs:sendMessage' } } },
    'A calls arn:aws:states:::sqs',
  ],
  [
    'parallel branches',
    { StartAt: 'A', States: { A: { Type: 'Parallel', Branches: [], End: true } } },
    'A has the type Parallel',
  ],
  ['a state that leads nowhere', { StartAt: 'A', States: { A: { ...task, End: undefined, Next: 'B' } } }, 'invalid'],
])('a definition with %s is refused by name', (_what, definition, words) => {
  expect(() => prepareMachine(definition, 1)).toThrow(words)
})
