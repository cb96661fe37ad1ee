import { isSmallCompany } from '#contracts/company-sizes.ts'
import type { CompanySize } from '#contracts/company-sizes.ts'
import type { FieldProblem } from '#lambda/field-problem.ts'
import type { ProcedureId } from '#procurement-law/procedures.ts'
import type { PurchaseCategory } from '#procurement-law/purchase-category.ts'
import { documentationDuty, postNoticeDuty } from './limits-after-contract.ts'
import type { SignedContract } from './limits-after-contract.ts'

export interface AfterContractTerms {
  readonly procedure:
    | { readonly procedure: ProcedureId; readonly category: PurchaseCategory; readonly areTendersElectronic: boolean }
    | undefined
  readonly contract: { readonly value: number; readonly signedOn: string } | undefined
}

const contractFirst: FieldProblem = {
  pointer: '',
  code: 'contractFirst',
  message: {
    sv: 'Klarmarkera avtalet först: tiden räknas från det.',
    en: 'Mark the contract complete first: the time counts from it.',
  },
}

const signed = ({ procedure, contract }: AfterContractTerms): SignedContract | undefined =>
  procedure &&
  contract && { procedure: procedure.procedure, category: procedure.category, value: contract.value, signedOn: contract.signedOn }

export interface PostNoticeFacts {
  readonly sentOn?: string | undefined
  readonly lateReason?: string | undefined
  readonly database?: string | undefined
  readonly number?: string | undefined
  readonly tendersReceived: number
  readonly tendersFromSmall: number
  readonly tendersFromOtherEea: number
  readonly tendersFromOutsideEea: number
}

const sendingProblems = ({ sentOn, lateReason, database, number }: PostNoticeFacts, contract: SignedContract): FieldProblem[] => {
  const duty = postNoticeDuty(contract)
  if (!duty.isNeeded) return []
  if (sentOn === undefined)
    return [
      {
        pointer: '/sentOn',
        code: 'sendIt',
        message: {
          sv: `Efterannonsen ska skickas senast ${duty.latestOn}. Ange när det gjordes.`,
          en: `The post-notice is due by ${duty.latestOn}. Give the day on which it was sent.`,
        },
      },
    ]
  return [
    ...(sentOn < contract.signedOn
      ? [
          {
            pointer: '/sentOn',
            code: 'datesOutOfOrder',
            message: {
              sv: 'Efterannonsen kan inte vara äldre än avtalet.',
              en: 'The post-notice cannot be older than the contract.',
            },
          },
        ]
      : []),
    ...(sentOn > duty.latestOn && lateReason === undefined
      ? [
          {
            pointer: '/lateReason',
            code: 'sentTooLate',
            message: {
              sv: `Efterannonsen skulle ha skickats senast ${duty.latestOn}. Rätta datumet eller skriv varför den blev sen.`,
              en: `The post-notice was due by ${duty.latestOn}. Correct the date, or write why it was late.`,
            },
          },
        ]
      : []),
    ...(database === undefined || number === undefined
      ? [
          {
            pointer: '/database',
            code: 'databaseMissing',
            message: {
              sv: 'Ange annonsdatabasen och efterannonsens nummer.',
              en: 'Give the notice database and the number of the post-notice.',
            },
          },
        ]
      : []),
  ]
}

/** What must be put right in the post-notice: sent in time, and with the counts of the evaluation (LOU 10:4, 19:7, 19 a:13). */
export const postNoticeProblems = (
  notice: PostNoticeFacts,
  terms: AfterContractTerms & { readonly tenders: readonly { readonly size: CompanySize }[] | undefined },
): FieldProblem[] => {
  const contract = signed(terms)
  if (contract === undefined) return [contractFirst]
  const small = terms.tenders?.filter((tender) => isSmallCompany(tender.size)).length
  return [
    ...sendingProblems(notice, contract),
    ...(terms.tenders !== undefined && notice.tendersReceived !== terms.tenders.length
      ? [
          {
            pointer: '/tendersReceived',
            code: 'countDiffers',
            message: {
              sv: `Utvärderingen har ${terms.tenders.length} anbud. Rätta antalet.`,
              en: `The evaluation has ${terms.tenders.length} tenders. Correct the count.`,
            },
          },
        ]
      : []),
    ...(small !== undefined && notice.tendersFromSmall !== small
      ? [
          {
            pointer: '/tendersFromSmall',
            code: 'countDiffers',
            message: {
              sv: `Utvärderingen har ${small} från små och medelstora företag. Rätta antalet.`,
              en: `The evaluation has ${small} from small and medium companies. Correct the count.`,
            },
          },
        ]
      : []),
    ...(notice.tendersFromOtherEea + notice.tendersFromOutsideEea > notice.tendersReceived
      ? [
          {
            pointer: '/tendersFromOtherEea',
            code: 'countDiffers',
            message: {
              sv: 'Anbuden från andra länder är fler än alla anbud. Rätta antalen.',
              en: 'The tenders from other countries are more than all tenders. Correct the counts.',
            },
          },
        ]
      : []),
  ]
}

/** The forms whose use the individual report must justify (LOU 12:16, 4). */
const reportedProcedures: readonly ProcedureId[] = ['negotiated', 'negotiatedWithoutNotice', 'competitiveDialogue']

export interface DocumentationFacts {
  readonly completedOn: string
  readonly lateReason?: string | undefined
  readonly procedureReasons?: string | undefined
  readonly notElectronic?: string | undefined
}

/** What must be put right in the documentation: finished in time and with what the individual report must say (LOU 12:14-16). */
export const documentationProblems = (documentation: DocumentationFacts, terms: AfterContractTerms): FieldProblem[] => {
  const contract = signed(terms)
  if (contract === undefined || terms.procedure === undefined) return [contractFirst]
  const duty = documentationDuty(contract)
  return [
    ...(duty.isNeeded && documentation.completedOn > duty.latestOn && documentation.lateReason === undefined
      ? [
          {
            pointer: '/lateReason',
            code: 'tooLate',
            message: {
              sv: `Dokumentationen skulle ha varit klar senast ${duty.latestOn}. Rätta datumet eller skriv varför den blev sen.`,
              en: `The documentation was due by ${duty.latestOn}. Correct the date, or write why it was late.`,
            },
          },
        ]
      : []),
    ...(reportedProcedures.includes(terms.procedure.procedure) && documentation.procedureReasons === undefined
      ? [
          {
            pointer: '/procedureReasons',
            code: 'reasonsMissing',
            message: {
              sv: 'Rapporten ska ange skälen för den valda formen (LOU 12:16 p. 4).',
              en: 'The report must state the reasons for the chosen form (LOU 12:16, 4).',
            },
          },
        ]
      : []),
    ...(!terms.procedure.areTendersElectronic && documentation.notElectronic === undefined
      ? [
          {
            pointer: '/notElectronic',
            code: 'reasonsMissing',
            message: {
              sv: 'Rapporten ska ange varför anbud lämnades på annat sätt (LOU 12:16 p. 5).',
              en: 'The report must state why tenders were sent otherwise (LOU 12:16, 5).',
            },
          },
        ]
      : []),
  ]
}
