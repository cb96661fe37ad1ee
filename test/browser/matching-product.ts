import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { kalmar } from '#counties/kalmar.ts'
import { akBrev } from '../../demo/ak-brev/case.ts'
import { createClient } from '../../demo/client.ts'
import { createDriver } from '../../demo/drive-case.ts'
import { createDialogueHolder } from '../../demo/market/dialogues.ts'
import { fillCatalogue } from '../../demo/market/fill-catalogue.ts'
import { fillSystemMap } from '../../demo/market/systems.ts'
import { product, startSystem } from '../../local/system.ts'
import { recordedContents } from '../infra/privileges/recorded-tests.ts'

/** The product with the demo's market, and the digital dosing letter just received in the matching phase. */
export interface MatchingProduct {
  readonly url: string
  /** Nothing is written in matching; two dialogues have been held in the forum. */
  readonly caseId: string
  readonly stop: () => Promise<void>
}

const silent = (): void => {}

export const startMatchingProduct = async (): Promise<MatchingProduct> => {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'behovsflodet-matching-'))
  const system = await startSystem({ port: 0, dataDir, county: kalmar }, recordedContents(product, kalmar.id))
  const stop = async (): Promise<void> => {
    await system.stop()
    await rm(dataDir, { recursive: true, force: true })
  }
  try {
    const client = createClient(system.url)
    await Promise.all([fillCatalogue(client, silent), fillSystemMap(client, silent)])
    const { holdDialogues, packageVersionInProcurement } = createDialogueHolder(client, silent)
    const { drive } = createDriver({
      client,
      say: silent,
      dialogues: { hold: (caseId) => holdDialogues(caseId), packageVersionInProcurement },
    })
    const { ideas, matching } = akBrev.phases
    if (!ideas || !matching) throw new Error('the digital dosing letter goes through all phases')
    const { caseId } = await drive({
      ...akBrev,
      phases: {
        ideas: { content: ideas.content, rulings: [{ outcome: 'go', reason: 'Underlaget håller.' }] },
        matching: { content: { sections: {}, opinions: [] }, rulings: [] },
      },
    })
    return { url: system.url, caseId, stop }
  } catch (error) {
    await stop()
    throw error
  }
}
