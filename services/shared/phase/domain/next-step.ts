import type { Author } from '#contracts/actor.ts'
import type { JudgedCriterion } from '#contracts/evidence.ts'
import { unmetMandatory } from '#contracts/go.ts'
import type { Text } from '#contracts/language.ts'
import { opinionUnitNames, roleNames } from '#contracts/words.ts'
import type { OpinionUnit, Role } from '#contracts/words.ts'
import type { PhaseDefinition } from '../phase.ts'
import { openOpinions, standingOpinions } from './case-record.ts'
import type { CaseRecord, RecordHead } from './case-record.ts'

/** Who has the ball, and what happens next. Every case can say it at any moment. */
export interface NextStep {
  readonly ball:
    | { readonly with: 'role'; readonly role: Role }
    | { readonly with: 'person'; readonly person: Author }
    | { readonly with: 'units'; readonly units: readonly OpinionUnit[] }
    | { readonly with: 'deciders' | 'calendar' | 'nobody' }
  readonly text: Text
}

const remaining = (count: number): Text => ({
  sv: `${count} villkor återstår innan beslutet kan bli fortsätt.`,
  en:
    count === 1
      ? '1 condition remains before the decision can be go.'
      : `${count} conditions remain before the decision can be go.`,
})

const carrierOf = (head: RecordHead, phase: PhaseDefinition): NextStep['ball'] =>
  head.assignee ? { with: 'person', person: head.assignee } : { with: 'role', role: phase.owner }

export const nextStep = (
  { head, sections }: CaseRecord,
  phase: PhaseDefinition,
  criteria: readonly JudgedCriterion[],
): NextStep => {
  switch (head.status) {
    case 'received':
      return {
        ball: { with: 'role', role: phase.owner },
        text: {
          sv: `Ärendet väntar på att tas emot av: ${roleNames[phase.owner].sv.toLowerCase()}.`,
          en: `The case waits to be taken on by: ${roleNames[phase.owner].en.toLowerCase()}.`,
        },
      }
    case 'inProgress': {
      const open = openOpinions(head)
      const person = carrierOf(head, phase)
      const unmet = unmetMandatory(criteria)
      const ownWork = unmet.filter(({ evidence }) => !evidence.includes('opinions'))
      if (ownWork.length > 0) return { ball: person, text: remaining(ownWork.length) }
      const unasked = phase.opinions.filter((unit) => !standingOpinions(head).some((opinion) => opinion.unit === unit))
      if (unasked.length > 0)
        return {
          ball: person,
          text: {
            sv: `Begär yttrande: ${unasked.map((unit) => opinionUnitNames[unit].sv).join(', ')}.`,
            en: `Ask for an opinion: ${unasked.map((unit) => opinionUnitNames[unit].en).join(', ')}.`,
          },
        }
      if (open.length > 0)
        return {
          ball: { with: 'units', units: [...new Set(open.map(({ unit }) => unit))] },
          text: { sv: 'Yttranden inväntas.', en: 'Opinions are awaited.' },
        }
      if (unmet.length > 0) return { ball: person, text: remaining(unmet.length) }
      return {
        ball: person,
        text: { sv: 'Underlaget är klart. Begär beslut.', en: 'The evidence is ready. Request the decision.' },
      }
    }
    case 'awaitingDecision':
      return { ball: { with: 'deciders' }, text: { sv: 'Beslutsfattaren avgör.', en: 'The decision maker decides.' } }
    case 'onHold':
      return {
        ball: { with: 'calendar' },
        text: { sv: `Ärendet vilar till ${head.wakeOn}.`, en: `The case rests until ${head.wakeOn}.` },
      }
    case 'handedOver': {
      const left = phase.sections.filter(({ key, isAfterDecision }) => isAfterDecision && sections[key]?.status !== 'complete')
      if (left.length > 0)
        return {
          ball: carrierOf(head, phase),
          text: {
            sv: `Ärendet är i nästa fas. Här återstår: ${left.map(({ name }) => name.sv.toLowerCase()).join(', ')}.`,
            en: `The case is in the next phase. What remains here: ${left.map(({ name }) => name.en.toLowerCase()).join(', ')}.`,
          },
        }
      return { ball: { with: 'nobody' }, text: { sv: 'Ärendet är i nästa fas.', en: 'The case is in the next phase.' } }
    }
    case 'closed':
      return { ball: { with: 'nobody' }, text: { sv: 'Ärendet är avslutat.', en: 'The case is closed.' } }
  }
}
