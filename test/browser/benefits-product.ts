import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { kalmar } from '#counties/kalmar.ts'
import { akBrev } from '../../demo/ak-brev/case.ts'
import { createClient } from '../../demo/client.ts'
import type { DemoBenefits, DemoCase, DemoPhase } from '../../demo/demo-case.ts'
import { createDriver } from '../../demo/drive-case.ts'
import { product, startSystem } from '../../local/system.ts'
import { recordedContents } from '../infra/privileges/recorded-tests.ts'

/** The product with two cases in the matching phase, where NV2 is to be made. */
export interface BenefitsProduct {
  readonly url: string
  /** The digital dosing letter: NV1 frozen, NV2 marked complete. */
  readonly reckoned: string
  /** A rough NV1 frozen, NV2 not begun; all else that BP2 is decided on is there. */
  readonly rough: string
  readonly stop: () => Promise<void>
}

/** A rough line in money, as a case officer writes it in NV1. */
const roughBenefits: DemoBenefits = {
  assessments: {
    NV1: {
      summary: 'Grovt uppskattat av hemsjukvården.',
      lines: [
        {
          side: 'benefit',
          name: 'Färre telefonsamtal',
          kind: 'redistributed',
          area: 'efficiency',
          organisation: 'region-kalmar',
          perYear: { low: 5_000_000, likely: 9_000_000, high: 12_000_000 },
        },
      ],
    },
  },
  measurements: [],
}

const passed = ({ content }: DemoPhase): DemoPhase => ({ content, rulings: [{ outcome: 'go', reason: 'Underlaget håller.' }] })
const begun = ({ content }: DemoPhase): DemoPhase => ({ content: { ...content, sections: {}, opinions: [] }, rulings: [] })
const written = ({ content }: DemoPhase): DemoPhase => ({ content, rulings: [] })

const inMatching = (
  key: string,
  title: string,
  benefits: DemoBenefits,
  matchingIs: (phase: DemoPhase) => DemoPhase,
): DemoCase => {
  const { ideas, matching } = akBrev.phases
  if (!ideas || !matching) throw new Error('the digital dosing letter goes through all phases')
  return {
    ...akBrev,
    key,
    benefits,
    submission: { ...akBrev.submission, title },
    phases: { ideas: passed(ideas), matching: matchingIs(matching) },
  }
}

export const startBenefitsProduct = async (): Promise<BenefitsProduct> => {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'behovsflodet-benefits-'))
  const system = await startSystem({ port: 0, dataDir, county: kalmar }, recordedContents(product, kalmar.id))
  const stop = async (): Promise<void> => {
    await system.stop()
    await rm(dataDir, { recursive: true, force: true })
  }
  try {
    const { drive } = createDriver({ client: createClient(system.url), say: () => {} })
    const { caseId: reckoned } = await drive(inMatching('reckoned', 'Digitalt doseringsbrev', akBrev.benefits, begun))
    const { caseId: rough } = await drive(inMatching('rough', 'Videobesök i hemsjukvården', roughBenefits, written))
    return { url: system.url, reckoned, rough, stop }
  } catch (error) {
    await stop()
    throw error
  }
}
