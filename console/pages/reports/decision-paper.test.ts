import { describe, expect, it } from 'vitest'
import { canonicalJson, digestOf } from '#lambda/digest.ts'
import { gateOf } from '#contracts/flow.ts'
import { phases } from '#contracts/words.ts'
import { fakeProblem } from '../../testing/fake-api.ts'
import { caseId, description, overview, record, request, requestId, section } from '../../testing/fixtures.ts'
import { createTestConsole, decider, officer, resident, specialist } from '../../testing/test-console.ts'

const path = `/beslut/${requestId}/underlag`
const api = `/v1/gates/decision-requests/${requestId}`

const digest = digestOf(section.content)
const evidence = { ...request.evidence, sections: request.evidence.sections.map((one) => ({ ...one, digest })) }
const answers = {
  [`GET ${api}`]: { body: { ...request, evidence } },
  'GET /v1/ideas/description': { body: description },
  [`GET /v1/ideas/cases/${caseId}`]: { body: record },
  [`GET /v1/ideas/cases/${caseId}/sections/need`]: { body: section },
}

const money = (netPresentValue: number) => ({
  netPresentValue,
  p10: netPresentValue - 10_000_000,
  p50: netPresentValue,
  p90: netPresentValue + 10_000_000,
  probabilityNotNegative: 0.42,
  years: [
    { year: 1, net: -1_000_000 },
    { year: 5, net: 2_000_000 },
  ],
})

const organisation = (id: string, net: number) => ({
  organisation: id,
  pays: 5_000_000,
  gainsMoney: 1_000_000,
  gainsFreedResources: 0,
  givesUpResources: 0,
  netInHand: net,
  net,
  isLosing: net < 0,
})

const assessment = {
  kind: 'NV3',
  version: 2,
  digest: 'b'.repeat(64),
  completedAt: '2026-11-18T08:00:00.000Z',
  completedBy: 'Sara Nilsson',
  summary: 'Provet bekräftade nyttan.',
  lines: [
    {
      id: '01926a00-0000-7000-8000-0000000000e1',
      side: 'benefit',
      name: 'Tryggare patienter',
      kind: 'qualitative',
      area: 'residents',
      organisation: 'region-kalmar',
      level: 4,
      levelHorizonYears: 2,
      measure: 'Andel nöjda',
      unit: '%',
      hasBaseline: true,
      hasBaselinePlan: false,
      baseline: 40,
      target: 80,
      measurements: 0,
    },
  ],
  calculation: {
    priceYear: 2026,
    horizonYears: 5,
    discountRate: 0.03,
    parameters: ['staff-2026'],
    inHand: money(-20_000_000),
    withFreedResources: money(30_000_000),
    organisations: [organisation('region-kalmar', 70_000_000), organisation('kalmar-kommun', -40_000_000)],
    needsFinancingAgreement: true,
  },
  totals: { financialBenefits: 10_000_000, redistributedBenefits: 4_000_000, costs: 3_000_000 },
}

const htmlOf = async (more: object = {}, target = path): Promise<string> =>
  (await createTestConsole({ ...answers, ...more }).get(target, decider)).text()

const withEvidence = (changes: object, more: object = {}) => ({
  [`GET ${api}`]: { body: { ...request, ...more, evidence: { ...evidence, ...changes } } },
})

describe('the decision paper', () => {
  it('tells on its first page what to decide, who may, by when and under which line', async () => {
    const html = await htmlOf()
    const firstPage = html.slice(0, html.indexOf('report__break'))
    expect(firstPage).toMatch(/BP1 – Gå vidare med idén: Digitalt AK-brev/)
    expect(firstPage).toContain('Hälso- och sjukvårdsdirektör (D 1.1)')
    expect(firstPage).toContain('4 december 2026')
    expect(firstPage).toContain('250\u00a0000\u00a0kr')
    expect(firstPage).toContain('Breven kommer sent.')
    expect(firstPage).toContain('Vad som händer efter beslutet')
    expect(firstPage).toContain('0 av 1 obligatoriska kriterier är uppfyllda')
    expect(firstPage).toContain('Inte uppfyllt: Avsnittet Behov är klart. Avsnittet är inte klarmarkerat.')
    expect(firstPage).toContain('Fortsätt kan inte beslutas: 1 obligatoriskt kriterium är inte uppfyllt.')
    expect(firstPage).toContain('Riskanalysen görs i verifieringsfasen')
  })

  it('holds the sections as they were frozen, with version and digest', async () => {
    const web = createTestConsole(answers)
    const html = await (await web.get(path, decider)).text()
    expect(web.api.calls.find(({ path: called }) => called.endsWith('/sections/need'))?.query.get('version')).toBe('2')
    expect(html).toContain(digest)
    expect(html).toContain(request.digest)
    expect(html).toMatch(/Kostnad<[\s\S]*12\u00a0345,67\u00a0kr/)
    expect(html).not.toContain('stämmer inte med kontrollsumman')
  })

  it('tells which dialogues were held, and which package everybody was given of them', async () => {
    const part = { entries: 3, digest: 'd'.repeat(64) }
    const informationPackage = {
      version: 7,
      digest: 'e'.repeat(64),
      changedAt: '2026-11-18T08:00:00.000Z',
      url: `/forum/arenden/${caseId}/paket`,
      dialogues: [
        { dialogueId: caseId, kind: 'rfi', title: 'Doseringsbrev, frågor', status: 'closed', heldOn: '2026-11-10', ...part },
      ],
    }
    const html = await htmlOf(withEvidence({ informationPackage }))
    expect(html).toContain('Informationspaketet till alla leverantörer är version 7')
    expect(html).toContain(informationPackage.digest)
    expect(html).toMatch(/Doseringsbrev, frågor[\s\S]*Skriftlig förfrågan \(RFI\)[\s\S]*10 november 2026[\s\S]*Avslutad/)
    expect(await htmlOf({})).not.toContain('Dialog med marknaden')
  })

  it('warns when what is read is not what was frozen', async () => {
    const changed = { ...section, content: { ...section.content, problem: 'Något annat.' } }
    expect(canonicalJson(changed.content)).not.toBe(canonicalJson(section.content))
    const html = await htmlOf({ [`GET /v1/ideas/cases/${caseId}/sections/need`]: { body: changed } })
    expect(html).toContain('stämmer inte med kontrollsumman')
  })

  it('says that a section cannot be read rather than leaving it out', async () => {
    expect(await htmlOf({ [`GET /v1/ideas/cases/${caseId}/sections/need`]: fakeProblem(404, 'sectionNotFound') })).toContain(
      'Innehållet gick inte att läsa.',
    )
  })

  it('shows money with its uncertainty, never adds freed resources to it, and flags who loses', async () => {
    const html = await htmlOf(withEvidence({ assessment }))
    const firstPage = html.slice(0, html.indexOf('report__break'))
    expect(firstPage).toContain('−200\u00a0000\u00a0kr')
    expect(firstPage).toContain('+300\u00a0000\u00a0kr')
    expect(firstPage).toContain('mellan −300\u00a0000\u00a0kr och −100\u00a0000\u00a0kr')
    expect(firstPage).toContain('i 42 av 100 utfall')
    expect(firstPage).toMatch(/Kalmar kommun \(förlorar\)/)
    expect(firstPage).toContain('överenskommelse om finansiering')
    expect(firstPage).toContain('Tryggare patienter. Nivå 4 av 5 inom 2 år. Andel nöjda: 40 → 80 %')
  })

  it('does without how soon a level is reached where that was never asked', async () => {
    const lines = assessment.lines.map(({ levelHorizonYears: _, ...line }) => line)
    expect(await htmlOf(withEvidence({ assessment: { ...assessment, lines } }))).toContain(
      'Tryggare patienter. Nivå 4 av 5. Andel nöjda: 40 → 80 %',
    )
  })

  it('stands also on evidence from before there were calculations', async () => {
    const { calculation, ...old } = assessment
    expect(calculation.priceYear).toBe(2026)
    const html = await htmlOf(withEvidence({ assessment: old }))
    expect(html).toContain('Nyttovärderingen gjordes utan kalkyl.')
    expect(html).toContain('70\u00a0000\u00a0kr')
    expect(html).not.toContain('<figure')
  })

  it('says so where no assessment and no opinions are part of the evidence', async () => {
    const html = await htmlOf()
    expect(html).toContain('Ingen nyttovärdering ingår i underlaget.')
    expect(html).toContain('Inga yttranden ingår i underlaget.')
  })

  it('does not change when the decision has been made', async () => {
    const decision = {
      ruling: { outcome: 'stop', reason: 'För stora risker.', stopReason: 'tooRisky' },
      decidedAt: '2026-11-20T07:00:00.000Z',
      decidedBy: { subject: 'direktor', name: 'Anders Bergström' },
      office: 'healthDirector',
      delegation: 'D 1.1',
      evidenceDigest: request.digest,
    }
    const decided = { [`GET ${api}`]: { body: { ...request, evidence, status: 'decided', decision, version: 9 } } }
    expect(await htmlOf(decided)).toBe(await htmlOf())
  })

  it('is told in English too', async () => {
    const html = await htmlOf({}, `${path}?lang=en`)
    expect(html).toContain('What is to be decided')
    expect(html).not.toContain('Vad som ska beslutas')
  })
})

describe('the decision paper of every gate', () => {
  const verified = `${caseId}-BP3-2`
  const risk = { kind: 'it', risk: 'Kopplingen ligger nere.', likelihood: 2, consequence: 3, remaining: 'acceptable' }
  const greater = { kind: 'it', risk: 'Fel dos.', likelihood: 3, consequence: 4, remaining: 'watched' }
  const riskContent = { risks: [risk, greater] }
  const riskSection = { ...evidence.sections[0], key: 'riskAnalysis', version: 5, digest: digestOf(riskContent) }
  const bp3 = {
    ...request,
    requestId: verified,
    phase: 'verification',
    gate: 'BP3',
    evidence: { ...evidence, phase: 'verification', gate: 'BP3', assessment, sections: [riskSection] },
  }
  const passed = {
    gate: 'BP3',
    round: 2,
    outcome: 'go',
    decidedAt: '2026-11-19T09:00:00.000Z',
    decidedBy: { subject: 'd', name: 'D' },
    reason: 'Ja',
  }
  const asked = {
    [`GET /v1/insight/cases/${caseId}`]: { body: { ...overview, passedGates: [passed] } },
    [`GET /v1/gates/decision-requests/${verified}`]: { body: bp3 },
    'GET /v1/verification/description': { body: { ...description, phase: 'verification', gate: 'BP3' } },
    [`GET /v1/verification/cases/${caseId}/sections/riskAnalysis`]: {
      body: { ...section, key: 'riskAnalysis', version: 5, content: riskContent },
    },
  }

  it.each(phases.map((phase) => [gateOf[phase], phase] as const))('%s', async (gate, phase) => {
    const id = `${caseId}-${gate}-1`
    const html = await htmlOf(
      {
        ...asked,
        [`GET /v1/gates/decision-requests/${id}`]: {
          body: { ...request, requestId: id, phase, gate, evidence: { ...evidence, phase, gate } },
        },
        [`GET /v1/${phase}/description`]: { body: { ...description, phase, gate } },
        [`GET /v1/${phase}/cases/${caseId}`]: { body: { ...record, phase, gate } },
        [`GET /v1/${phase}/cases/${caseId}/sections/need`]: { body: section },
      },
      `/beslut/${id}/underlag`,
    )
    expect(html).toContain('Vad som ska beslutas')
    const isAfterVerification = phases.indexOf(phase) > phases.indexOf('verification')
    // BP4, BP5 and the handover have no assessment of their own (RUVeS 5.4-5.6): they show what BP3 was decided on.
    const isAssessedByBp3 = isAfterVerification && gate !== 'review'
    expect(html.includes('som låg till grund för BP3')).toBe(isAssessedByBp3)
    expect(html.includes('Fel dos.')).toBe(isAfterVerification)
    if (isAfterVerification) expect(html.indexOf('Fel dos.')).toBeLessThan(html.indexOf('Kopplingen ligger nere.'))
  })
})

describe('the decision paper as PDF', () => {
  const pdfOf = async (more: object = {}) => {
    const response = await createTestConsole({ ...answers, ...more }).get(`${path}.pdf`, decider)
    return { response, bytes: Buffer.from(await response.arrayBuffer()) }
  }

  it('is named after case and gate, and carries the digest of its evidence', async () => {
    const { response, bytes } = await pdfOf(withEvidence({ assessment }))
    expect(response.headers.get('content-type')).toBe('application/pdf')
    expect(response.headers.get('content-disposition')).toContain('filename="KLM-2026-0042 BP1 beslutsunderlag.pdf"')
    expect(bytes.toString('latin1').startsWith('%PDF-1.7')).toBe(true)
    expect(bytes.toString('latin1')).toContain(`SHA-256 ${request.digest}`)
  })

  it('is the same file however often it is asked for', async () => {
    expect((await pdfOf()).bytes.equals((await pdfOf()).bytes)).toBe(true)
  })

  it('names the round when there has been more than one', async () => {
    const { response } = await pdfOf(withEvidence({ round: 2 }))
    expect(response.headers.get('content-disposition')).toContain('filename="KLM-2026-0042 BP1 varv 2 beslutsunderlag.pdf"')
  })
})

describe('who may read the decision paper', () => {
  it.each([decider, officer, specialist])('$name may, as the gate itself', async (persona) => {
    expect((await createTestConsole(answers).get(path, persona)).status).toBe(200)
  })

  it.each([path, `${path}.pdf`])('%s is closed to residents and to who has not signed in', async (target) => {
    const web = createTestConsole(answers)
    expect((await web.get(target, resident)).status).toBe(403)
    expect((await web.get(target)).headers.get('location')).toContain('/logga-in')
    expect(web.api.calls).toEqual([])
  })

  it('a refusal of the service is a page, and an address that is none of ours is not found', async () => {
    const refused = createTestConsole({ ...answers, [`GET ${api}`]: fakeProblem(403, 'roleNotAllowed') })
    expect((await refused.get(`${path}.pdf`, decider)).status).toBe(403)
    expect((await createTestConsole(answers).get('/beslut/KLM-2026-0042/underlag', decider)).status).toBe(404)
    expect((await createTestConsole().get(path, decider)).status).toBe(404)
  })
})
