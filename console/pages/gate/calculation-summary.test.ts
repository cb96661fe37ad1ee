import { describe, expect, it } from 'vitest'
import { summaryInEvidence } from '../../testing/calculation-fixtures.ts'
import { caseId, request, requestId } from '../../testing/fixtures.ts'
import { createTestConsole, decider } from '../../testing/test-console.ts'

const assessment = {
  kind: 'NV2',
  version: 3,
  digest: 'a'.repeat(64),
  completedAt: '2026-11-18T08:00:00.000Z',
  completedBy: 'Sara Nilsson',
  summary: 'Nyttan är räknad.',
  lines: [],
  totals: { financialBenefits: 10_000_000, redistributedBenefits: 5_000_000, costs: 4_000_000 },
}

const plain = (html: string): string => html.replaceAll(/[\u00a0\u202f]/g, ' ').replaceAll('\u2212', '-')

const read = async (inEvidence: object): Promise<string> => {
  const body = { ...request, evidence: { ...request.evidence, assessment: inEvidence } }
  const web = createTestConsole({ [`GET /v1/gates/decision-requests/${requestId}`]: { body } })
  return plain(await (await web.get(`/beslut/${requestId}`, decider)).text())
}

describe('the calculation in the evidence', () => {
  it('is what the decision maker meets first', async () => {
    const html = await read({ ...assessment, calculation: summaryInEvidence })
    const brief = html.slice(html.indexOf('class="brief"'), html.indexOf('id="kriterier"'))
    expect(brief).toContain('-1 000 000 kr, lönar sig i inget beräknat utfall')
    expect(brief).toContain('1 500 000 kr, lönar sig i 93 av 100 utfall')
    expect(brief).not.toContain('per år')
  })

  it('says what it comes to, how surely, from what use, and who loses', async () => {
    const html = await read({ ...assessment, calculation: summaryInEvidence })
    const part = html.slice(html.indexOf('id="nytta"'), html.indexOf('id="yttranden"'))
    expect(part).toContain('kostar satsningen 1 000 000 kr mer i pengar än den ger')
    expect(part).toContain('mellan -1 300 000 kr och -900 000 kr')
    expect(part).toContain('mellan +100 000 kr och +2 400 000 kr')
    expect(part).toContain('frigjorda resurser inräknade: 12,4 %')
    expect(part).toContain('Det behövs en överenskommelse om finansiering')
    expect(part).toContain('Förlorar: Region Kalmar län (-1 000 000 kr)')
    expect(part).toContain('2 500 000 kr')
    expect(part).toContain('efter 5 månader')
    expect(part).toContain(`href="/arenden/${caseId}/nytta/NV2/kalkyl?version=3"`)
  })

  it('is left out of evidence from before there were calculations, which shows its sums per year', async () => {
    const html = await read(assessment)
    const brief = html.slice(html.indexOf('class="brief"'), html.indexOf('id="kriterier"'))
    expect(brief).toContain('60 000 kr per år')
    expect(html).not.toContain('Nettonuvärde')
    expect(html).not.toContain('/kalkyl')
  })
})
