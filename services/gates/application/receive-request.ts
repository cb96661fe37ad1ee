import * as z from 'zod'
import { decisionRequested } from '#contracts/events.ts'
import { digestOf } from '#lambda/digest.ts'
import { on } from '#lambda/inbox.ts'
import { perform } from '#lambda/perform.ts'
import { receiveRequest } from '../domain/receive-request.ts'
import type { GateParts } from './gate-parts.ts'

const asReceived = z.object({ data: z.object({ evidence: z.unknown() }) })

/** Takes the frozen evidence in and starts one execution for the attempt, named by the request. */
export const createReceiveRequest = ({ county, repository }: GateParts) =>
  on(decisionRequested, async ({ data }, context, received) =>
    perform(
      {
        load: () => repository.find(data.requestId),
        decide: (state) =>
          receiveRequest(
            state,
            { ...data, seal: digestOf(asReceived.parse(received).data.evidence) },
            { county, now: context.now },
          ),
        save: (before, change, once) =>
          repository.save(before, change, context, {
            once,
            command: { kind: 'start', requestId: data.requestId },
            evidence: change.evidence,
          }),
        present: () => ({ value: undefined }),
      },
      context,
    ),
  )
