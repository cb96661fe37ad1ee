import { describe, expect, it } from 'vitest'
import { caseAnswers, caseId } from '../../testing/fixtures.ts'
import { createTestConsole, officer } from '../../testing/test-console.ts'

const actor = { subject: 'handlaggare', name: 'Sara Nilsson' }
const event = (type: string, more: object = {}) => ({
  id: 'e',
  time: '2026-11-10T08:00:00.000Z',
  type: `se.behovsflodet.${type}.v1`,
  name: { sv: type, en: type },
  actor,
  data: {},
  ...more,
})

describe('the timeline', () => {
  it('tells what happened in words, phase by phase', async () => {
    const events = [
      event('section-saved', { phase: 'ideas', data: { section: 'need', version: 2, status: 'complete' } }),
      event('opinion-given', { phase: 'ideas', data: { unit: 'it', answer: 'partially' } }),
      event('decision-made', {
        phase: 'ideas',
        data: { gate: 'BP1', round: 1, outcome: 'stop', stopReason: 'tooRisky', reason: 'För osäkert.' },
      }),
      event('case-handed-over', { phase: 'matching', data: { from: 'ideas', to: 'matching' } }),
    ]
    const html = await (
      await createTestConsole({ ...caseAnswers, [`GET /v1/insight/cases/${caseId}/timeline`]: { body: { events } } }).get(
        `/arenden/${caseId}/tidslinje`,
        officer,
      )
    ).text()
    expect(html).toContain('Avsnitt Behov · version 2 · Klart')
    expect(html).toContain('IT-förvaltningen · Delvis')
    expect(html).toContain('BP1 – Gå vidare med idén · varv 1 · Avsluta · Riskerna är för stora')
    expect(html).toContain('För osäkert.')
    expect(html).toContain('Idé → Matchning')
    expect([...html.matchAll(/<h2[^>]*>([^<]+)</g)].map(([, heading]) => heading)).toEqual(['Idé', 'Matchning'])
  })
})

describe('the register', () => {
  const entries = [
    {
      sequence: 1,
      hash: 'b'.repeat(64),
      previousHash: '0'.repeat(64),
      recordedAt: '2026-11-10T08:00:01.000Z',
      event: event('idea-submitted'),
    },
  ]
  const open = async (verification: object) =>
    (
      await createTestConsole({
        ...caseAnswers,
        [`GET /v1/insight/cases/${caseId}/journal`]: { body: { entries } },
        [`GET /v1/insight/cases/${caseId}/journal/verification`]: { body: { entries: 1, head: 'b'.repeat(64), ...verification } },
      }).get(`/arenden/${caseId}/diarium`, officer)
    ).text()

  it('shows the hashes and that the chain is whole', async () => {
    const html = await open({ isIntact: true })
    expect(html).toContain('Diariet är orört')
    expect(html).toContain('b'.repeat(64))
    expect(html).toContain('idea-submitted.v1')
  })

  it('says where it is broken', async () => {
    const html = await open({ isIntact: false, brokenAt: { sequence: 3, why: { sv: 'Posten saknas.', en: 'Missing.' } } })
    expect(html).toContain('Diariet är inte orört')
    expect(html).toContain('Felet börjar i post 3. Posten saknas.')
    expect(html).not.toContain('Diariet är orört')
  })
})
