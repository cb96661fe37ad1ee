import { gateOf } from '#contracts/flow.ts'
import { phases } from '#contracts/words.ts'
import type { Phase } from '#contracts/words.ts'
import { bells, request, wait } from '../step.ts'
import type { Step } from '../step.ts'
import { gatedPhases, recordText } from './flow.ts'

/** Twelve transitions: the case enters seven phases, and is decided on in five of them at once. */

const decide = (phase: Phase): Step[] => [
  wait(bells.gateOpen(gateOf[phase], 1)),
  request(['decided'], ({ caseId }) => ({
    as: 'direktor',
    method: 'POST',
    path: `/v1/gates/decision-requests/${caseId}-${gateOf[phase]}-1/decisions`,
    body: { text: recordText },
    decides: phase,
  })),
]

export const bareWorkload = (): Step[] => [
  request(
    phases.map(() => 'entered'),
    () => ({
      as: 'handlaggare',
      method: 'POST',
      path: '/v1/ideas/cases',
      body: { text: recordText },
      // oxlint-disable-next-line no-param-reassign -- the memory is there to be written
      learn: ({ caseId = '' }, memory) => void (memory.caseId = caseId),
    }),
  ),
  ...phases.filter((phase) => gatedPhases.has(phase)).flatMap(decide),
  wait(bells.completed),
]
