import { akBrev } from '../../../demo/ak-brev/case.ts'
import type { Client } from '../../../demo/client.ts'
import type { DemoCase } from '../../../demo/demo-case.ts'
import { createDriver } from '../../../demo/drive-case.ts'
import { expectStatus, until } from '../../../demo/expect.ts'
import { createDialogueHolder } from '../../../demo/market/dialogues.ts'
import { fillCatalogue } from '../../../demo/market/fill-catalogue.ts'
import { fillForum } from '../../../demo/market/forum.ts'
import { fillLibrary } from '../../../demo/market/library.ts'
import { fillSystemMap } from '../../../demo/market/systems.ts'

/** The market as the demo fills it, somebody who is told of it by mail, and what can be asked for by id afterwards. */

const silent = (): void => undefined

const { ideas, matching } = akBrev.phases
if (!ideas || !matching) throw new Error('the dosing letter has no such phase')

/** A case of its own, which stands in matching while its dialogues are held. */
const inMatching: DemoCase = {
  ...akBrev,
  key: 'ak-brev-market',
  submission: { ...akBrev.submission, title: 'Doseringsbrev, prövat mot marknaden' },
  phases: { ideas, matching: { ...matching, rulings: [] } },
}

/** Asks for the confirmation, which is the first mail of any subscription. */
const subscribe = async (client: Client): Promise<void> => {
  const body = { subjects: ['needs'], channel: { kind: 'mail', address: 'maja@invanare.example' } }
  expectStatus(await client.as('invanare')({ method: 'POST', path: '/v1/forum/subscriptions', body }), 'subscribe', 201)
}

/** Before any clock has been moved on: the demo plans its meetings by the day that it is. */
export const recordMarket = async (client: Client): Promise<void> => {
  await fillCatalogue(client, silent)
  await fillSystemMap(client, silent)
  await fillLibrary(client, silent)
  const { holdDialogues, packageVersionInProcurement } = createDialogueHolder(client, silent)
  const { drive } = createDriver({
    client,
    say: silent,
    dialogues: { hold: (caseId) => holdDialogues(caseId), packageVersionInProcurement },
  })
  const { caseId } = await drive(inMatching)
  await subscribe(client)
  await fillForum(client, silent, caseId)
}

/** The first value that goes by a name, however deep in an answer. */
const firstOf = (body: unknown, name: string): string | undefined => {
  if (typeof body !== 'object' || body === null) return undefined
  for (const [key, value] of Object.entries(body)) {
    const found: unknown = key === name ? value : firstOf(value, name)
    if (typeof found === 'string') return found
  }
  return undefined
}

/** Where each id is found, as somebody who may ask for more by it. */
const lists: readonly { readonly parameter: string; readonly as?: string; readonly path: string; readonly name?: string }[] = [
  { parameter: 'companyId', as: 'leverantor', path: '/v1/catalogue/own-companies' },
  { parameter: 'productId', as: 'leverantor', path: '/v1/catalogue/own-companies/{companyId}/products' },
  { parameter: 'evaluationId', as: 'handlaggare', path: '/v1/catalogue/evaluations' },
  { parameter: 'requirementId', path: '/v1/catalogue/library/requirements?limit=1', name: 'id' },
  { parameter: 'suggestionId', as: 'handlaggare', path: '/v1/catalogue/library/my-suggestions' },
  { parameter: 'systemId', as: 'systemkarta', path: '/v1/catalogue/systems?limit=1' },
  { parameter: 'needId', as: 'handlaggare', path: '/v1/forum/own-needs' },
  { parameter: 'dialogueId', path: '/v1/forum/dialogues?status=closed' },
  { parameter: 'teamId', path: '/v1/forum/teams' },
  { parameter: 'callId', path: '/v1/forum/calls' },
  { parameter: 'focusGroupId', as: 'samordnare', path: '/v1/forum/own-focus-groups' },
  { parameter: 'subscriptionId', as: 'invanare', path: '/v1/forum/subscriptions' },
]

/** What the market's routes can be asked about, by the name of the parameter. */
export const knownOfMarket = async (client: Client): Promise<Readonly<Record<string, readonly string[]>>> => {
  const known: Record<string, readonly string[]> = {}
  for (const { parameter, as, path, name = parameter } of lists) {
    const address = path.replaceAll(/\{([^}]+)\}/g, (_, of: string) => known[of]?.[0] ?? '')
    // Some lists are read from an instance's memory, which learns of what is new after a while.
    // oxlint-disable-next-line no-await-in-loop -- a later list is asked for by an id of an earlier one
    known[parameter] = await until(`a ${parameter} in ${address}`, async () => {
      const found = firstOf((await client.as(as)({ method: 'GET', path: address })).body, name)
      return found === undefined ? undefined : [found]
    })
  }
  return known
}
