import type { AnyEvent, EventDefinition } from '#contracts/event.ts'
import {
  assessmentCompleted,
  assessmentFrozen,
  assessmentReopened,
  assessmentSaved,
  caseAssigned,
  caseClosed,
  caseCompleted,
  caseHandedOver,
  caseHeld,
  caseReceived,
  caseReturned,
  caseWoken,
  conflictDeclared,
  decisionExpired,
  decisionMade,
  decisionOpened,
  decisionReminded,
  decisionRequested,
  eventRefused,
  ideaAccepted,
  ideaAnswered,
  ideaMerged,
  ideaSubmitted,
  measurementRecorded,
  opinionGiven,
  opinionRequested,
  opinionWithdrawn,
  redriveContinued,
  redriveEnded,
  redriveRequested,
  redriveStopRequested,
  sectionSaved,
} from '#contracts/events.ts'
import { gateOf, phaseAfter } from '#contracts/flow.ts'
import type { CaseId } from '#contracts/ids.ts'
import type { Phase } from '#contracts/words.ts'
import { digestOf } from '#lambda/digest.ts'

/** Events of a made-up case, as the services send them: each parsed by its own definition, a minute apart. */

const uuid = (group: number, number: number): string =>
  `01a0${group.toString(16).padStart(4, '0')}-0000-7000-8000-${number.toString(16).padStart(12, '0')}`

const officer = { subject: 'maria', name: 'Maria Lindqvist' }
const decider = { subject: 'decider-healthDirector-region-kalmar', name: 'Beslutsfattare healthDirector' }
const machine = { subject: 'system', name: 'Behovsflödet' }
const minuteMs = 60_000

export interface StoryOptions {
  /** Tells the cases of a test apart. */
  readonly number?: number
  readonly organisation?: string
  readonly startsAt?: string
  readonly dueOn?: string
}

export const createStory = ({
  number = 1,
  organisation = 'vasterviks-kommun',
  startsAt = '2026-11-02T08:00:00.000Z',
  dueOn = '2026-12-15',
}: StoryOptions = {}) => {
  const caseId = uuid(number, 1) as CaseId // a UUIDv7 by its form
  const events: AnyEvent[] = []
  const header = {
    caseId,
    caseNumber: `KLM-2026-${String(number).padStart(4, '0')}`,
    title: 'Digitalt AK-brev',
    organisation,
    submittedAt: startsAt,
    submittedBy: 'staff',
  }

  const tell = <D extends EventDefinition>(
    definition: D,
    data: unknown,
    { source = 'ideas', phase, actor = officer }: { source?: string; phase?: Phase; actor?: typeof officer } = {},
  ): AnyEvent => {
    const event = definition.envelope.parse({
      specversion: '1.0',
      id: uuid(number, 0x1000 + events.length),
      source: `/services/${source}`,
      type: definition.type,
      subject: caseId,
      time: new Date(Date.parse(startsAt) + events.length * minuteMs).toISOString(),
      datacontenttype: 'application/json',
      traceparent: `00-${'a'.repeat(32)}-${'b'.repeat(16)}-01`,
      ...(phase && { phase }),
      actor,
      data,
    })
    events.push(event)
    return event
  }

  const inPhase = (phase: Phase) => ({ source: phase, phase })
  const fromGates = (phase: Phase, actor = machine) => ({ source: 'gates', phase, actor })
  const requestIdOf = (phase: Phase, round: number): string => `${caseId}-${gateOf[phase]}-${round}`

  const submit = () =>
    tell(ideaSubmitted, { ideaId: caseId, title: header.title, submittedBy: 'staff', answerDueOn: '2026-11-16' })
  const accept = () => tell(ideaAccepted, { case: header })
  const merge = () => tell(ideaMerged, { into: uuid(number, 2), reason: 'Samma behov' })
  const answer = () => tell(ideaAnswered, { answer: 'Det finns redan.' })

  const receive = (phase: Phase) => tell(caseReceived, { case: header, phase, dueOn }, { ...inPhase(phase), actor: machine })
  const assign = (phase: Phase, assignee = officer) => tell(caseAssigned, { phase, assignee }, inPhase(phase))
  const saveSection = (phase: Phase, section: string, version = 1) =>
    tell(sectionSaved, { phase, section, version, status: 'complete', digest: digestOf(section) }, inPhase(phase))

  const opinionId = (key: number): string => uuid(number, 0x100 + key)
  const askOpinion = (phase: Phase, key: number, unit: string) =>
    tell(
      opinionRequested,
      { phase, opinionId: opinionId(key), unit, question: 'Fungerar det med journalsystemet?', dueOn: '2026-11-19' },
      inPhase(phase),
    )
  const giveOpinion = (phase: Phase, key: number, unit: string) =>
    tell(opinionGiven, { phase, opinionId: opinionId(key), unit, answer: 'partially' }, inPhase(phase))
  const withdrawOpinion = (phase: Phase, key: number, unit: string) =>
    tell(opinionWithdrawn, { phase, opinionId: opinionId(key), unit, reason: 'Behövs inte' }, inPhase(phase))

  const requestDecision = (phase: Phase, round: number) => {
    const evidence = {
      case: header,
      phase,
      gate: gateOf[phase],
      round,
      frozenAt: startsAt,
      frozenBy: officer.name,
      value: 250_000_000,
      sections: [
        {
          key: 'need',
          name: { sv: 'Behov', en: 'Need' },
          isMandatory: true,
          status: 'complete',
          version: 2,
          digest: digestOf('need'),
        },
      ],
      opinions: [],
      criteria: [
        {
          id: 'needSubstantiated',
          name: { sv: 'Behovet är styrkt', en: 'The need is substantiated' },
          isMandatory: true,
          status: round === 1 ? 'notMet' : 'met',
          because: { sv: 'En källa.', en: 'One source.' },
          evidence: ['substantiation'],
          source: 'RUVeS 5.1',
        },
      ],
    }
    return tell(decisionRequested, { requestId: requestIdOf(phase, round), evidence, digest: digestOf(evidence) }, inPhase(phase))
  }
  const openDecision = (
    phase: Phase,
    round: number,
    {
      offices = ['healthDirector', 'socialDirector'],
      rights,
    }: { offices?: readonly string[]; rights?: readonly { office: string; organisations: readonly string[] }[] } = {},
  ) =>
    tell(
      decisionOpened,
      {
        requestId: requestIdOf(phase, round),
        gate: gateOf[phase],
        round,
        organisation,
        offices,
        ...(rights && { rights }),
        isGoPossible: round > 1,
        dueOn: '2026-11-27',
        expiresAt: '2027-01-15T08:00:00.000Z',
      },
      fromGates(phase),
    )
  const remind = (phase: Phase, round: number) =>
    tell(decisionReminded, { requestId: requestIdOf(phase, round), gate: gateOf[phase], reminder: 1 }, fromGates(phase))
  const declareConflict = (phase: Phase, round: number, person = decider) =>
    tell(
      conflictDeclared,
      { requestId: requestIdOf(phase, round), gate: gateOf[phase], person, reason: 'Delägare' },
      fromGates(phase, person),
    )
  const expire = (phase: Phase, round: number) =>
    tell(decisionExpired, { requestId: requestIdOf(phase, round), gate: gateOf[phase], phase, round }, fromGates(phase))

  const decisionOf = (ruling: object) => ({
    ruling: { reason: 'Enligt underlaget.', ...ruling },
    decidedAt: startsAt,
    decidedBy: decider,
    office: 'healthDirector',
    delegation: 'D 2.1',
    evidenceDigest: digestOf('evidence'),
  })
  const decide = (phase: Phase, round: number, ruling: object) =>
    tell(
      decisionMade,
      { requestId: requestIdOf(phase, round), gate: gateOf[phase], phase, round, decision: decisionOf(ruling) },
      fromGates(phase, decider),
    )

  const giveBack = (phase: Phase, round: number, why: 'revised' | 'expired', newDueOn = '2027-01-29') =>
    tell(caseReturned, { phase, round, why, missing: why === 'revised' ? ['Fler källor'] : [], dueOn: newDueOn }, inPhase(phase))
  const hold = (phase: Phase, wakeOn = '2027-02-01') => tell(caseHeld, { phase, wakeOn }, inPhase(phase))
  const wake = (phase: Phase) => tell(caseWoken, { phase, reason: 'Vilotiden är slut', dueOn: '2027-03-31' }, inPhase(phase))
  const close = (phase: Phase) =>
    tell(caseClosed, { phase, decision: decisionOf({ outcome: 'stop', stopReason: 'marketCannotDeliver' }) }, inPhase(phase))
  const complete = () => tell(caseCompleted, { phase: 'followup', nextFollowUpOn: '2028-01-15' }, inPhase('followup'))
  const handOver = (from: Phase) => {
    const to = phaseAfter(from)
    if (!to) throw new Error('the last phase hands over to nobody')
    return tell(caseHandedOver, { case: header, from, to, dossier: {} }, { source: from, phase: to })
  }

  const totals = { financialBenefits: 1, redistributedBenefits: 2, costs: 3 }
  const assess = (phase: Phase, kind: string) => {
    tell(assessmentSaved, { kind, version: 1, lines: 2 }, { source: 'benefits' })
    const snapshot = {
      kind,
      version: 1,
      digest: digestOf(kind),
      completedAt: startsAt,
      completedBy: officer.name,
      summary: '',
      lines: [],
      totals,
    }
    tell(assessmentCompleted, { phase, snapshot }, { source: 'benefits', phase })
    tell(assessmentReopened, { phase, kind, version: 2 }, { source: 'benefits', phase })
    return tell(assessmentFrozen, { kind, version: 2, requestId: requestIdOf(phase, 1) }, { source: 'benefits' })
  }
  const refuse = (phase: Phase, refused: AnyEvent) =>
    tell(
      eventRefused,
      { service: phase, eventId: refused.id, eventType: refused.type, code: 'wrongStatus' },
      { source: phase, actor: machine },
    )
  /** No case: its subject is the redrive. */
  const redrive = () => {
    const by = { source: 'operations' }
    const of = { redriveId: caseId, queue: 'kalmar-matching-inbox-dlq.fifo' }
    tell(redriveRequested, { ...of, ratePerSecond: 5, reason: 'Felet rättat' }, by)
    tell(redriveContinued, { ...of, step: 2, moved: [uuid(number, 4)] }, { ...by, actor: machine })
    tell(redriveStopRequested, of, by)
    return tell(redriveEnded, { ...of, ending: 'stopped', moved: 1, failed: 0, left: 3 }, { ...by, actor: machine })
  }
  const measure = () =>
    tell(measurementRecorded, { lineId: uuid(number, 3), measuredOn: '2026-11-20', value: 42.5 }, { source: 'benefits' })

  /** From `received` to the next phase, without detours. */
  const pass = (phase: Phase) => {
    receive(phase)
    assign(phase)
    requestDecision(phase, 1)
    openDecision(phase, 1)
    decide(phase, 1, { outcome: 'go' })
    if (phaseAfter(phase)) handOver(phase)
  }

  return {
    caseId,
    header,
    events,
    opinionId,
    requestIdOf,
    submit,
    accept,
    merge,
    answer,
    refuse,
    redrive,
    receive,
    assign,
    saveSection,
    askOpinion,
    giveOpinion,
    withdrawOpinion,
    requestDecision,
    openDecision,
    remind,
    declareConflict,
    expire,
    decide,
    giveBack,
    hold,
    wake,
    close,
    complete,
    handOver,
    assess,
    measure,
    pass,
  }
}

export type Story = ReturnType<typeof createStory>

/** Up to a stop in matching: two extra rounds at BP1, one of them expired; opinions; a rest; every detour there is. */
export const stoppedStory = (options: StoryOptions = {}): Story => {
  const story = createStory(options)
  story.submit()
  story.accept()
  story.receive('ideas')
  story.assign('ideas')
  story.saveSection('ideas', 'need')
  story.saveSection('ideas', 'need', 2)
  story.askOpinion('ideas', 1, 'it')
  story.askOpinion('ideas', 2, 'law')
  story.giveOpinion('ideas', 1, 'it')
  story.withdrawOpinion('ideas', 2, 'law')
  story.assess('ideas', 'NV1')
  story.requestDecision('ideas', 1)
  story.openDecision('ideas', 1)
  story.remind('ideas', 1)
  story.declareConflict('ideas', 1)
  story.decide('ideas', 1, { outcome: 'revise', missing: ['Fler källor'] })
  story.giveBack('ideas', 1, 'revised')
  story.assign('ideas', { subject: 'jonas', name: 'Jonas Ek' })
  story.requestDecision('ideas', 2)
  story.openDecision('ideas', 2)
  story.expire('ideas', 2)
  story.giveBack('ideas', 2, 'expired')
  story.requestDecision('ideas', 3)
  story.openDecision('ideas', 3)
  story.decide('ideas', 3, { outcome: 'go' })
  story.handOver('ideas')
  story.receive('matching')
  story.assign('matching')
  story.askOpinion('matching', 3, 'procurement')
  story.requestDecision('matching', 1)
  story.openDecision('matching', 1)
  story.decide('matching', 1, { outcome: 'hold', wakeOn: '2027-02-01' })
  story.hold('matching')
  story.wake('matching')
  story.requestDecision('matching', 2)
  story.openDecision('matching', 2)
  story.decide('matching', 2, { outcome: 'stop', stopReason: 'marketCannotDeliver' })
  story.close('matching')
  return story
}

/** Straight through all seven phases. */
export const completedStory = (options: StoryOptions = {}): Story => {
  const story = createStory(options)
  story.submit()
  story.accept()
  for (const phase of ['ideas', 'matching', 'verification', 'procurement', 'validation', 'rollout', 'followup'] as const)
    story.pass(phase)
  story.measure()
  story.complete()
  return story
}
