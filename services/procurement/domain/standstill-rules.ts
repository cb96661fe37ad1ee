import type { FieldProblem } from '#lambda/field-problem.ts'
import { coverageProblems } from '#phase/domain/coverage.ts'
import { procedureOf } from '#procurement-law/procedures.ts'
import type { ProcedureId } from '#procurement-law/procedures.ts'
import { standstillOf } from './standstill.ts'
import type { StandstillFacts } from './standstill.ts'

export interface StandstillContent extends StandstillFacts {
  readonly notices: readonly { readonly tender: string; readonly sentOn: string; readonly means: 'electronic' | 'other' }[]
  readonly earliestSigningOn?: string | undefined
  readonly exemption?: string | undefined
}

export interface StandstillTerms {
  readonly procedure: ProcedureId | undefined
  readonly tenders: readonly { readonly id: string; readonly name: string }[]
  /** The award proposal's day: nobody can have been told of a decision before it. */
  readonly decidedFrom: string | undefined
}

const signingProblems = (content: StandstillContent): FieldProblem[] => {
  const standstill = standstillOf(content)
  if (!standstill.isOver)
    return [
      standstill.why === 'notNotified'
        ? {
            pointer: '/notices',
            code: 'notNotified',
            message: {
              sv: 'Spärren börjar först när anbudsgivarna har underrättats (LOU 12:12, 19:19).',
              en: 'The standstill starts only when the tenderers have been told (LOU 12:12, 19:19).',
            },
          }
        : {
            pointer: '/review',
            code: 'underReview',
            message: {
              sv: 'Spärren gäller tills domstolen har avgjort målet (LOU 20:8). Klarmarkera därefter.',
              en: 'The standstill holds until the court has ruled (LOU 20:8). Mark complete after that.',
            },
          },
    ]
  return content.earliestSigningOn === standstill.earliestSigningOn
    ? []
    : [
        {
          pointer: '/earliestSigningOn',
          code: 'wrongSigningDay',
          message: {
            sv: `Spärren gäller till och med ${standstill.lastDay}. Avtal får tidigast ingås ${standstill.earliestSigningOn}.`,
            en: `The standstill lasts up to and including ${standstill.lastDay}. The earliest day to sign is ${standstill.earliestSigningOn}.`,
          },
        },
      ]
}

/**
 * What must be put right in the standstill record. A form without standstill needs only the reason (LOU 20:2),
 * unless a voluntary notice was published.
 */
export const standstillProblems = (
  content: StandstillContent,
  { procedure, tenders, decidedFrom }: StandstillTerms,
): FieldProblem[] => {
  const hasStandstill = procedure === undefined || procedureOf(procedure).hasStandstill || content.voluntaryNoticeOn !== undefined
  if (!hasStandstill)
    return content.exemption === undefined
      ? [
          {
            pointer: '/exemption',
            code: 'exemptionMissing',
            message: { sv: 'Skriv varför avtalsspärr inte gäller.', en: 'Write why no standstill applies.' },
          },
        ]
      : []
  return [
    ...(content.voluntaryNoticeOn === undefined
      ? coverageProblems({
          pointer: '/notices',
          field: 'tender',
          what: { sv: 'anbudet', en: 'the tender' },
          expected: tenders,
          named: content.notices.map((row) => row.tender),
        })
      : []),
    ...content.notices.flatMap(({ sentOn }, index) =>
      decidedFrom !== undefined && sentOn < decidedFrom
        ? [
            {
              pointer: `/notices/${index}/sentOn`,
              code: 'beforeDecision',
              message: {
                sv: 'Underrättelsen kan inte vara äldre än förslaget till beslut.',
                en: 'The notice cannot be older than the proposal.',
              },
            },
          ]
        : [],
    ),
    ...signingProblems(content),
  ]
}
