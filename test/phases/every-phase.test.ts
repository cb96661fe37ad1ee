import { describe, expect, it } from 'vitest'
import { kalmar } from '#counties/kalmar.ts'
import { jonkoping } from '#counties/jonkoping.ts'
import { authorOf } from '#contracts/actor.ts'
import type { Dossier } from '#contracts/dossier.ts'
import { evidence } from '#contracts/evidence.ts'
import { gateOf } from '#contracts/flow.ts'
import { unmetMandatory } from '#contracts/go.ts'
import { phases } from '#contracts/words.ts'
import { digestOf } from '#lambda/digest.ts'
import { caseOfficer, procurementOfficer } from '#lambda/testing/personas.ts'
import { testNow } from '#lambda/testing/test-runtime.ts'
import { caseView, presentCase } from '#phase/application/present-case.ts'
import { assignCase } from '#phase/domain/assign-case.ts'
import { receiveCase } from '#phase/domain/receive-case.ts'
import { requestDecision } from '#phase/domain/request-decision.ts'
import { akBrevDossierBefore } from '#phase/testing/evidence-fixture.ts'
import { createPhaseHarness } from '#phase/testing/phase-harness.ts'
import { rulings, sampleHeader, stateAfter } from '#phase/testing/sample-case.ts'
import { followup } from '../../services/followup/phase.ts'
import { ideas } from '../../services/ideas/phase.ts'
import { matching } from '../../services/matching/phase.ts'
import { procurement } from '../../services/procurement/phase.ts'
import { rollout } from '../../services/rollout/phase.ts'
import { validation } from '../../services/validation/phase.ts'
import { verification } from '../../services/verification/phase.ts'

const all = [ideas, matching, verification, procurement, validation, rollout, followup]

it('there are seven phases, in order', () => {
  expect(all.map(({ phase }) => phase)).toEqual([...phases])
})

describe.each(all.map((phase) => [phase.phase, phase] as const))('%s', (_, phase) => {
  const dossiers: Readonly<Record<string, Dossier>> = {
    'nothing before it': {},
    'all that came before it': akBrevDossierBefore(phase.phase),
  }

  describe.each(Object.entries(dossiers))('with %s', (_name, dossier) => {
    const begun = () => {
      const received = stateAfter(
        receiveCase(undefined, { header: sampleHeader, dossier, phase: phase.phase, county: kalmar, now: testNow }),
      )
      return stateAfter(assignCase(received, authorOf(caseOfficer)))
    }

    it('can be shown before anything is written, in every county', () => {
      for (const county of [kalmar, jonkoping]) {
        const view = presentCase(begun(), { phase, county, repository: neverAsked })
        expect(caseView.parse(view)).toEqual(view)
        expect(view.nextStep.text.sv).toMatch(/villkor återstår/)
      }
    })

    it('can have its decision requested with nothing written, since a case can be stopped at any time, but then never go', () => {
      const record = begun()
      const requested = requestDecision(record, phase, record.version, {
        county: kalmar,
        now: testNow,
        author: authorOf(caseOfficer),
      })
      if (requested.kind !== 'applied') throw new Error(requested.code)
      const { frozen } = requested
      expect(unmetMandatory(frozen.evidence.criteria).length).toBeGreaterThan(0)
      expect(digestOf(evidence.parse(JSON.parse(JSON.stringify(frozen.evidence))))).toBe(frozen.digest)
      // A sum that an earlier phase has named, or none: what nobody knows is not 0.
      expect(frozen.evidence.value).toBe(
        phase.phase === 'procurement' ? dossier.matching?.estimatedValue : dossier.procurement?.contractValue,
      )
    })
  })

  it('says of every section and criterion what it is, in both languages, each under its own name', () => {
    expect(phase.gate).toBe(gateOf[phase.phase])
    for (const things of [phase.sections.map(({ key }) => key), phase.criteria.map(({ id }) => id)])
      expect(new Set(things).size).toBe(things.length)
    for (const { name } of [...phase.sections, ...phase.criteria]) {
      expect(name.sv.length).toBeGreaterThan(1)
      expect(name.en.length).toBeGreaterThan(1)
    }
    const known = [...phase.sections.map(({ key }) => key), 'opinions', 'assessment', 'dossier']
    for (const { id, evidence: places, source } of phase.criteria) {
      expect([id, places.filter((place) => !known.includes(place))]).toEqual([id, []])
      expect([id, places.length > 0, source.length > 2]).toEqual([id, true, true])
    }
  })

  it('has a capability status of the county only for sections that it has', () => {
    for (const county of [kalmar, jonkoping]) {
      const named = Object.keys(county.capabilities[phase.phase] ?? {})
      expect(named.filter((key) => !phase.sections.some((section) => section.key === key))).toEqual([])
    }
  })

  it.skipIf(phase.phase === 'ideas')('is entered, held, woken and stopped through its own functions', async () => {
    const harness = createPhaseHarness(phase)
    await harness.handOver()
    const officer = phase.owner === 'procurementOfficer' ? procurementOfficer : caseOfficer
    expect((await harness.call(officer, 'POST', '/assignments', { body: {} })).status).toBe(200)
    expect((await harness.requestDecision((await harness.readCase()).version, officer)).status).toBe(202)
    await harness.decide(rulings.go)
    expect(await harness.refusals()).toMatchObject([{ code: 'goImpossible' }])
    await harness.decide(rulings.hold)
    harness.runtime.clock.set('2026-12-14T08:00:00.000Z')
    await harness.runSchedule()
    expect((await harness.requestDecision((await harness.readCase()).version, officer)).status).toBe(202)
    await harness.decide(rulings.stop)
    expect((await harness.readCase()).status).toBe('closed')
    expect(harness.runtime.logged().filter(({ level }) => level === 'error')).toEqual([])
  })
})

/** Showing a case asks nothing of storage. */
const neverAsked = new Proxy({} as Parameters<typeof presentCase>[1]['repository'], {
  get: () => {
    throw new Error('storage was asked')
  },
}) // any question throws, so no member is needed
