import { names } from '../../../infra/names.ts'
import { observedClients } from '../../../local/observed-requests.ts'
import type { Contents } from '../../../local/system.ts'
import { requestedRights } from './requested-rights.ts'
import { distinct, rightKey } from './right.ts'
import type { Place, Right } from './right.ts'

/** Which rights the functions' own calls have asked for. */
export interface Recording {
  /** The same contents, but that every call of every function is recorded. */
  readonly around: (contents: Contents) => Contents
  /** @param client in the name that a function asks its runtime for it by. */
  readonly note: (
    holder: { readonly service: string; readonly kind: string },
    client: string,
    request: { readonly operation: string; readonly input: unknown },
  ) => void
  readonly calls: () => number
  readonly used: () => readonly Right[]
}

interface RecordingSettings {
  readonly countyId: string
  readonly place: Place
  /** Told of each right when it is used for the first time. */
  readonly onNew?: (right: Right) => void
}

export const createRecording = ({ countyId, place, onNew }: RecordingSettings): Recording => {
  const seen = new Map<string, Right>()
  let calls = 0

  const note: Recording['note'] = ({ service, kind }, client, request) => {
    calls += 1
    const holder = names(countyId).function(service, kind)
    for (const asked of requestedRights(client, request, { place, countyId })) {
      const right = { holder, ...asked }
      if (seen.has(rightKey(right))) continue
      seen.set(rightKey(right), right)
      onNew?.(right)
    }
  }

  return {
    note,
    around: (contents) => ({
      ...contents,
      createFunction: (service, kind, runtime) =>
        contents.createFunction(
          service,
          kind,
          observedClients(runtime, (client) => {
            const seenBy = ({ operation, input }: { operation: string; input: () => unknown }): void =>
              note({ service, kind }, client, { operation, input: input() })
            return { answered: seenBy, unanswered: seenBy }
          }),
        ),
    }),
    calls: () => calls,
    used: () => distinct([...seen.values()]),
  }
}
