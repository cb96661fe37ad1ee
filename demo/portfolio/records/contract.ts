import { addDays } from '#calendar/working-days.ts'
import { procedureOf } from '#procurement-law/procedures.ts'
import { postNoticeDuty } from '../../../services/procurement/domain/limits-after-contract.ts'
import { assume } from '../facts.ts'
import type { ProcurementFacts, TenderFact } from '../facts.ts'
import { inside } from '../swedish.ts'
import { contractTerms } from '../timeline.ts'
import { contractDates } from './procurement-dates.ts'
import { numberedTenders } from './tenders.ts'

const inOre = (kronor: number): number => kronor * 100

/** What is written once the award is decided: standstill, contract, post-notice and documentation. */
export const afterAward = (facts: ProcurementFacts, winner: TenderFact) => {
  const tenders = numberedTenders(facts)
  const { toldOn, hasStandstill, earliestSigningOn, signedOn, startsOn, endsOn, number } = contractDates(facts)
  const isPostNoticeNeeded = postNoticeDuty({
    procedure: facts.purchase.form,
    category: 'ordinary',
    value: inOre(winner.price),
    signedOn,
  }).isNeeded
  return {
    standstill: {
      notices: tenders.map(({ id }) => ({ tender: id, sentOn: toldOn, means: 'electronic' })),
      review: 'none',
      ...(hasStandstill
        ? { earliestSigningOn }
        : { exemption: assume(`ingen avtalsspärr gäller för ${inside(procedureOf(facts.purchase.form).name.sv)} (LOU 20:2).`) }),
    },
    contract: {
      number,
      supplier: winner.company.name,
      organisationNumber: winner.company.organisationNumber,
      value: inOre(winner.price),
      signedOn,
      signedForBuyer: assume('förvaltningschef'),
      signedForSupplier: assume('verkställande direktör'),
      startsOn,
      endsOn,
      extensionMonths: contractTerms.extensionMonths,
      noticeMonths: contractTerms.noticeMonths,
    },
    postNotice: {
      ...(isPostNoticeNeeded && {
        sentOn: addDays(signedOn, 14),
        database: assume('registrerad annonsdatabas'),
        number: assume(`${signedOn.slice(0, 4)}-${facts.key}-resultat`),
      }),
      tendersReceived: tenders.length,
      tendersFromSmall: tenders.filter(({ company }) => company.size !== 'large').length,
      tendersFromOtherEea: 0,
      tendersFromOutsideEea: 0,
      winnerSize: winner.company.size,
    },
    documentation: {
      completedOn: addDays(signedOn, 21),
      diaryReference: assume(`dnr ${signedOn.slice(0, 4)}-${facts.key}`),
      notAwarded: assume(
        tenders.length === 1 ? 'bara ett anbud kom in.' : 'skälen för vart och ett av de andra anbuden står i utvärderingen.',
      ),
      ...(procedureOf(facts.purchase.form).needsGround && { procedureReasons: assume(facts.purchase.ground?.reason ?? '') }),
      conflicts: assume('inga. Alla bedömare lämnade intyg.'),
    },
  }
}
