import { describe, expect, it } from 'vitest'
import { kalmar } from '#counties/kalmar.ts'
import type { Actor } from '#contracts/actor.ts'
import {
  caseOfficer,
  decisionMaker,
  municipalDecisionMaker,
  municipalOfficer,
  otherMunicipalOfficer,
  procurementOfficer,
  specialists,
} from '#lambda/testing/personas.ts'
import { createStory } from '../testing/case-story.ts'
import type { Story } from '../testing/case-story.ts'
import type { CaseRow } from './case-row.ts'
import { projectEvent } from './project-event.ts'
import { holdersOf, tasksOf } from './tasks.ts'

const tasksFor = (actor: Actor, story: Story) => {
  const row = story.events.reduce<CaseRow | undefined>((before, event) => projectEvent(before, event), undefined)
  const mine = holdersOf(actor, kalmar)
  return (row ? tasksOf(row, kalmar) : [])
    .filter(({ holder, barred }) => mine.includes(holder) && !barred.includes(actor.subject))
    .map(({ task }) => task)
}
const kindsFor = (actor: Actor, story: Story) => tasksFor(actor, story).map(({ kind }) => kind)

const submitted = () => {
  const story = createStory()
  story.submit()
  return story
}

const received = () => {
  const story = submitted()
  story.accept()
  story.receive('ideas')
  return story
}

describe('triage', () => {
  it('is for the case officers of the lead organisation, by the promised answer', () => {
    const story = submitted()
    expect(tasksFor(caseOfficer, story)).toEqual([
      { kind: 'triage', caseId: story.caseId, title: 'Digitalt AK-brev', phase: 'ideas', dueOn: '2026-11-16' },
    ])
    expect(kindsFor(municipalOfficer, story)).toEqual([])
    expect(kindsFor(specialists.it, story)).toEqual([])
  })

  it.each(['merge', 'answer'] as const)('is done by %s', (how) => {
    const story = submitted()
    story[how]()
    expect(kindsFor(caseOfficer, story)).toEqual([])
  })

  it('is done by accepting, which asks somebody to take the case on', () => {
    const story = submitted()
    story.accept()
    expect(kindsFor(caseOfficer, story)).toEqual(['takeOn'])
  })
})

describe('take on', () => {
  it("is for the phase owner's role in the owning and in the lead organisation", () => {
    const story = received()
    expect(kindsFor(municipalOfficer, story)).toEqual(['takeOn'])
    expect(kindsFor(caseOfficer, story)).toEqual(['takeOn'])
    expect(kindsFor(otherMunicipalOfficer, story)).toEqual([])
    expect(kindsFor(procurementOfficer, story)).toEqual([])
  })

  it('is for procurement officers in procurement', () => {
    const story = received()
    story.receive('procurement')
    expect(tasksFor(procurementOfficer, story)).toMatchObject([{ kind: 'takeOn', phase: 'procurement', dueOn: '2026-12-15' }])
    expect(kindsFor(municipalOfficer, story)).toEqual([])
  })
})

describe('work', () => {
  it('is for the assignee alone, and follows the case to a colleague', () => {
    const story = received()
    story.assign('ideas')
    expect(kindsFor(caseOfficer, story)).toEqual(['work'])
    expect(kindsFor(municipalOfficer, story)).toEqual([])
    story.assign('ideas', { subject: municipalOfficer.subject, name: municipalOfficer.name })
    expect(kindsFor(caseOfficer, story)).toEqual([])
    expect(kindsFor(municipalOfficer, story)).toEqual(['work'])
  })

  it('rests while the case rests', () => {
    const story = received()
    story.assign('ideas')
    story.hold('ideas')
    expect(kindsFor(caseOfficer, story)).toEqual([])
  })
})

describe('answer an opinion', () => {
  it('is for the unit that was asked, until it has answered', () => {
    const story = received()
    story.assign('ideas')
    story.askOpinion('ideas', 1, 'it')
    expect(tasksFor(specialists.it, story)).toMatchObject([
      { kind: 'answerOpinion', opinionId: story.opinionId(1), unit: 'it', dueOn: '2026-11-19' },
    ])
    expect(kindsFor(specialists.law, story)).toEqual([])
    story.giveOpinion('ideas', 1, 'it')
    expect(kindsFor(specialists.it, story)).toEqual([])
  })

  it('is no task while the record is locked for a decision', () => {
    const story = received()
    story.assign('ideas')
    story.askOpinion('ideas', 1, 'it')
    story.requestDecision('ideas', 1)
    story.openDecision('ideas', 1)
    expect(kindsFor(specialists.it, story)).toEqual([])
    story.expire('ideas', 1)
    story.giveBack('ideas', 1, 'expired')
    expect(kindsFor(specialists.it, story)).toEqual(['answerOpinion'])
  })
})

describe('decide', () => {
  const requested = () => {
    const story = received()
    story.assign('ideas')
    story.requestDecision('ideas', 1)
    return story
  }

  it('is for those to whom the delegation order gives the right, office by office and organisation by organisation', () => {
    const story = requested()
    story.openDecision('ideas', 1, {
      rights: [
        { office: 'healthDirector', organisations: ['vasterviks-kommun', 'region-kalmar'] },
        { office: 'socialDirector', organisations: ['vasterviks-kommun'] },
      ],
    })
    expect(kindsFor(decisionMaker('healthDirector'), story)).toEqual(['decide'])
    expect(kindsFor(municipalDecisionMaker('healthDirector'), story)).toEqual(['decide'])
    expect(kindsFor(municipalDecisionMaker('socialDirector'), story)).toEqual(['decide'])
    expect(kindsFor(decisionMaker('socialDirector'), story)).toEqual([])
  })

  it('is for those who hold one of the offices in the owning or the lead organisation, where the event does not say', () => {
    const story = requested()
    expect(kindsFor(decisionMaker('healthDirector'), story)).toEqual([])
    story.openDecision('ideas', 1)
    expect(tasksFor(decisionMaker('healthDirector'), story)).toMatchObject([
      { kind: 'decide', gate: 'BP1', requestId: story.requestIdOf('ideas', 1), dueOn: '2026-11-27' },
    ])
    expect(kindsFor(municipalDecisionMaker('socialDirector'), story)).toEqual(['decide'])
    expect(kindsFor(decisionMaker('boardChair'), story)).toEqual([])
    expect(
      kindsFor({ ...municipalDecisionMaker('socialDirector'), organisation: otherMunicipalOfficer.organisation }, story),
    ).toEqual([])
  })

  it('is not for somebody with a conflict of interest, whichever came first', () => {
    const story = requested()
    story.declareConflict('ideas', 1, { subject: decisionMaker('healthDirector').subject, name: 'H' })
    story.openDecision('ideas', 1)
    expect(kindsFor(decisionMaker('healthDirector'), story)).toEqual([])
    expect(kindsFor(decisionMaker('socialDirector'), story)).toEqual(['decide'])
  })

  it('is done when the decision is made or the time is out', () => {
    const made = requested()
    made.openDecision('ideas', 1)
    made.decide('ideas', 1, { outcome: 'go' })
    expect(kindsFor(decisionMaker('healthDirector'), made)).toEqual([])
    const expired = requested()
    expired.openDecision('ideas', 1)
    expired.expire('ideas', 1)
    expect(kindsFor(decisionMaker('healthDirector'), expired)).toEqual([])
  })

  it('needs the role beside the office', () => {
    const story = requested()
    story.openDecision('ideas', 1)
    expect(kindsFor({ ...decisionMaker('healthDirector'), roles: ['operations'] }, story)).toEqual([])
  })
})
