import { informationPackage } from '#contracts/dialogue.ts'
import type { InformationPackage } from '#contracts/dialogue.ts'
import { testNow } from '#lambda/testing/test-runtime.ts'

/** A package of the forum, with one dialogue. */
export const samplePackage = (version: number, status: 'open' | 'closed' = 'closed'): InformationPackage =>
  informationPackage.parse({
    version,
    digest: String(version % 10).repeat(64),
    changedAt: testNow,
    url: '/v1/forum/cases/01a00000-0000-7000-9000-000000000001/information-package',
    dialogues: [
      {
        dialogueId: '01a00000-0000-7000-9000-0000000000d1',
        kind: 'hearing',
        title: 'Hearing om doseringsbrev',
        status,
        heldOn: '2026-11-19',
        entries: version,
        digest: 'a'.repeat(64),
      },
    ],
  })
