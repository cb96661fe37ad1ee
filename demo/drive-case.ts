import { gateNames, outcomeNames, phaseNames, phases } from '#contracts/words.ts'
import type { Phase } from '#contracts/words.ts'
import type { CaseView } from '#phase/application/present-case.ts'
import { createAssessor } from './assess-benefit.ts'
import type { Client } from './client.ts'
import type { DemoCase, DemoPhase } from './demo-case.ts'
import type { DialogueHolder } from './market/dialogues.ts'
import { createIdeaDriver } from './drive-idea.ts'
import { expectStatus, until } from './expect.ts'
import { createGatePasser } from './pass-gate.ts'
import { carrierOf } from './personas.ts'
import { createRecordWriter } from './write-record.ts'

export interface Driver {
  readonly client: Client
  readonly say: (line: string) => void
  /** Talks with the market in the forum; left out, a case goes through without. */
  readonly dialogues?: Pick<DialogueHolder, 'packageVersionInProcurement'> & {
    readonly hold: (caseId: string, demo: DemoCase) => Promise<void>
  }
  /** What is written in matching once the catalogue has answered; left out, it is written as it stands. */
  readonly match?: (
    caseId: string,
    key: string,
    sections: Readonly<Record<string, unknown>>,
  ) => Promise<Readonly<Record<string, unknown>>>
}

export interface Driven {
  readonly caseId: string
  /** Empty for an idea that is no case. */
  readonly caseNumber: string
  readonly gates: readonly string[]
  readonly status: string
}

const decisionsOf = ({ gate, decisions }: CaseView): string[] =>
  decisions.map(({ round, decision }) => `${gate}.${round} ${decision.ruling.outcome}`)

/**
 * Drives a case by looking where it is and doing what comes next, so that it can be stopped anywhere - or the
 * product killed under it - and go on. What is already done is not done again.
 */
export const createDriver = ({ client, say, dialogues, match }: Driver) => {
  const { makeCase, leaveIdea } = createIdeaDriver(client, say)
  const writer = createRecordWriter(client)
  const { readCase, writeSections, getOpinions } = writer
  const assess = createAssessor(client)
  const { waitUntilReady, request, decide } = createGatePasser(client, writer)

  const takeOn = async (phase: Phase, caseId: string): Promise<void> => {
    const path = `/v1/${phase}/cases/${caseId}/assignments`
    expectStatus(await client.as(carrierOf(phase))({ method: 'POST', path, body: {} }), 'take on the case', 200)
    say(`  ${phaseNames[phase].sv}: ärendet är mottaget`)
  }

  /** The documents refer to what all suppliers were told in the forum, in its latest version. */
  const withPackageVersion = async (
    phase: Phase,
    caseId: string,
    sections: Readonly<Record<string, unknown>>,
  ): Promise<Readonly<Record<string, unknown>>> => {
    const { documents } = sections
    if (phase !== 'procurement' || typeof documents !== 'object') return sections
    const informationPackageVersion = await dialogues?.packageVersionInProcurement(caseId)
    return informationPackageVersion === undefined
      ? sections
      : { ...sections, documents: { ...documents, informationPackageVersion } }
  }

  /** @returns whether a decision has been asked for; otherwise the demo lets the case stand here. */
  const work = async ({ caseId, phase, decisions }: CaseView, demo: DemoCase, plan: DemoPhase): Promise<boolean> => {
    const round = decisions.length
    if (phase === 'matching') await dialogues?.hold(caseId, demo)
    const planned = { ...plan.content.sections, ...plan.earlierRounds?.[round] }
    const written = phase === 'matching' && match ? await match(caseId, demo.key, planned) : planned
    await writeSections(phase, caseId, await withPackageVersion(phase, caseId, written), false)
    await getOpinions(phase, caseId, plan, demo.key)
    await assess(phase, caseId, demo)
    const ruling = plan.rulings[round]
    if (!ruling && !plan.leaveUndecided) return false
    await waitUntilReady(phase, caseId, demo, !ruling || ruling.outcome === 'go')
    await request(phase, caseId)
    return true
  }

  /** @returns whether the decision has been made; otherwise the demo leaves it to somebody. */
  const rule = async ({ caseId, phase, gate, pending }: CaseView, plan: DemoPhase): Promise<boolean> => {
    const ruling = pending && plan.rulings[pending.round - 1]
    if (!ruling) return false
    const by = await decide(pending.requestId, ruling)
    await until('the decision to take effect', async () =>
      (await readCase(phase, caseId)).status === 'awaitingDecision' ? undefined : true,
    )
    say(`  ${gateNames[gate].sv}: ${outcomeNames[ruling.outcome].sv.toLowerCase()} (varv ${pending.round}, ${by})`)
    return true
  }

  /** @returns the record when the phase is done with, or when the demo lets the case stand there. */
  const runPhase = async (phase: Phase, caseId: string, demo: DemoCase, plan: DemoPhase): Promise<CaseView> => {
    for (;;) {
      // oxlint-disable no-await-in-loop -- one step after the other
      const record = await readCase(phase, caseId)
      switch (record.status) {
        case 'received':
          await takeOn(phase, caseId)
          break
        case 'inProgress':
          if (!(await work(record, demo, plan))) return record
          break
        case 'awaitingDecision':
          if (!(await rule(record, plan))) return record
          break
        case 'handedOver':
          await writeSections(phase, caseId, plan.content.sections, true)
          return record
        case 'onHold':
        case 'closed':
          return record
      }
      // oxlint-enable no-await-in-loop
    }
  }

  const drive = async (demo: DemoCase): Promise<Driven> => {
    if (demo.triage) {
      const { ideaId, status } = await leaveIdea(demo, demo.triage)
      return { caseId: ideaId, caseNumber: '', gates: [], status }
    }
    const caseId = await makeCase(demo)
    const gates: string[] = []
    let last: CaseView | undefined
    for (const phase of phases) {
      const plan = demo.phases[phase]
      if (!plan) break
      // oxlint-disable-next-line no-await-in-loop -- the phases follow each other
      last = await runPhase(phase, caseId, demo, plan)
      gates.push(...decisionsOf(last))
      if (last.status !== 'handedOver') break
    }
    return { caseId, caseNumber: last?.caseNumber ?? '', gates, status: last?.status ?? 'submitted' }
  }

  return { drive }
}
