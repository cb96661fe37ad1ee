import { met, notMet } from '#phase/criterion.ts'
import type { Criterion, Verdict } from '#phase/criterion.ts'
import { onSection, onSections } from '#phase/domain/judge-content.ts'
import { reckonedCosts } from '#phase/domain/promised-benefits.ts'
import { procedureOf } from '#procurement-law/procedures.ts'
import { barriers } from '#procurement-law/barriers-to-small-companies.ts'
import { notVouchedFor } from './domain/benefit-vouching.ts'
import { losersOf, losersWithoutAgreement } from './domain/financing-agreement.ts'
import { barriersWithoutReason, needsEqualInformation } from './domain/document-rules.ts'
import { isInContention, rankTenders } from './domain/evaluation-ranking.ts'
import { scoredTender } from './domain/evaluation-rules.ts'
import { interoperabilityDemands } from './domain/interoperability-demands.ts'
import { periodFaultsOf } from './domain/notice-rules.ts'
import { faultsOf, lateIn, needsOpening } from './domain/opening-rules.ts'
import { unhandledCosts } from './domain/tender-costs.ts'
import { awardProposal } from './sections/award-proposal.ts'
import { benefitVouching } from './sections/benefit-vouching.ts'
import { documents } from './sections/documents.ts'
import { evaluation } from './sections/evaluation.ts'
import { notice } from './sections/notice.ts'
import { opening } from './sections/opening.ts'
import { opennessCheck } from './sections/openness-check.ts'
import { procedure } from './sections/procedure.ts'
import { requestForInformation } from './sections/request-for-information.ts'

/**
 * The rule of BP4 (RUVeS 5.4): award, only if the winning tender meets the formal requirements and its benefit is
 * vouched for, technical openness included; and the way there was lawful and open to small companies.
 * That every mandatory section is complete comes on top, from `definePhase`.
 */

const listed = (names: readonly string[]): string => names.join(', ')

const otherTender: Verdict = notMet({
  sv: 'Prövningen gäller ett annat anbud än det föreslagna.',
  en: 'The check is about another tender than the proposed one.',
})

const tenderPeriodLawful: Criterion = {
  id: 'tenderPeriodLawful',
  name: { sv: 'Anbudstiden följer lagen', en: 'The tender period follows the law' },
  isMandatory: true,
  evidence: ['procedure', 'notice'],
  source: 'LOU 11:2-10, 8:11',
  judge: onSections(procedure, notice, (form, sent) => {
    return periodFaultsOf(sent, form).length === 0
      ? met({
          sv: `Tidsfristerna stämmer med formen (${procedureOf(form.procedure).source}).`,
          en: `The time limits agree with the form (${procedureOf(form.procedure).source}).`,
        })
      : notMet({
          sv: 'En tidsfrist är kortare än lagen tillåter eller saknas.',
          en: 'A time limit is shorter than the law allows, or missing.',
        })
  }),
}

const documentsOpenToSmallCompanies: Criterion = {
  id: 'documentsOpenToSmallCompanies',
  name: {
    sv: 'Dokumenten stänger inte ute små företag utan skäl',
    en: 'The documents do not shut out small companies without reason',
  },
  isMandatory: true,
  evidence: ['documents', 'procedure'],
  source: 'RUVeS 5.4; LOU 4:14, 14:4, 9:6',
  judge: onSection(documents, (content, record) => {
    const unexplained = barriersWithoutReason(content, record.completed(procedure))
    return unexplained.length === 0
      ? met({ sv: 'Inget hinder för små företag står utan skäl.', en: 'No barrier to small companies stands without a reason.' })
      : notMet({
          sv: `Hinder utan skäl: ${listed(unexplained.map((barrier) => barriers[barrier].name.sv))}.`,
          en: `Barriers without a reason: ${listed(unexplained.map((barrier) => barriers[barrier].name.en))}.`,
        })
  }),
}

const equalInformation: Criterion = {
  id: 'equalInformation',
  name: { sv: 'Alla anbudsgivare visste detsamma', en: 'All tenderers knew the same' },
  isMandatory: true,
  evidence: ['documents', 'requestForInformation'],
  source: 'LOU 4:8',
  judge: onSection(documents, (content, record) => {
    if (!needsEqualInformation(record.dossier, record.completed(requestForInformation) !== undefined))
      return met({ sv: 'Ingen leverantör deltog i förberedelserna.', en: 'No supplier took part in the preparations.' })
    return content.equalInformation === undefined
      ? notMet({
          sv: 'Leverantörer deltog i förberedelserna, men dokumenten säger inte vad de lämnade.',
          en: 'Suppliers took part in the preparations, but the documents do not say what they gave.',
        })
      : met({ sv: 'Alla har fått upplysningarna från dialogen.', en: 'All were given the information from the dialogue.' })
  }),
}

/** What suppliers were told in the forum reaches every tenderer by the documents, in the version that is the latest. */
const informationPackageGiven: Criterion = {
  id: 'informationPackageGiven',
  name: {
    sv: 'Anbudsgivarna har fått forumets senaste informationspaket',
    en: 'The tenderers have been given the latest information package of the forum',
  },
  isMandatory: true,
  evidence: ['documents'],
  source: 'LOU 4:8',
  judge: onSection(documents, ({ informationPackageVersion: given }, { informationPackage }) => {
    if (informationPackage === undefined)
      return met({ sv: 'Inga dialoger har hållits i forumet.', en: 'There have been no dialogues in the forum.' })
    const { version } = informationPackage
    if (given === undefined)
      return notMet({
        sv: `Dokumenten hänvisar inte till informationspaketet. Senaste version är ${version}.`,
        en: `The documents do not refer to the information package. The latest version is ${version}.`,
      })
    return given === version
      ? met({ sv: `Dokumenten hänvisar till version ${version}.`, en: `The documents refer to version ${version}.` })
      : notMet({
          sv: `Dokumenten hänvisar till version ${given}, men den senaste är ${version}.`,
          en: `The documents refer to version ${given}, but the latest is ${version}.`,
        })
  }),
}

const openedByTwo: Criterion = {
  id: 'openedByTwo',
  name: {
    sv: 'Anbuden öppnades efter anbudstiden av två personer',
    en: 'The tenders were opened after the deadline by two persons',
  },
  isMandatory: true,
  evidence: ['opening', 'notice', 'procedure', 'evaluation'],
  source: 'LOU 12:10, 7:9',
  judge: (record) => {
    const [form, sent, opened] = [record.completed(procedure), record.completed(notice), record.completed(opening)]
    const tenders = record.completed(evaluation)?.tenders.length ?? 0
    if (opened === undefined && form !== undefined && !needsOpening(form.procedure, tenders))
      return met({ sv: 'Den valda formen har ingen anbudsöppning.', en: 'The chosen form has no opening of tenders.' })
    if (sent === undefined || opened === undefined)
      return notMet({ sv: 'Protokoll från anbudsöppningen saknas.', en: 'There is no record of the opening of tenders.' })
    const faults = faultsOf(opened, sent)
    if (faults.includes('beforeDeadline'))
      return notMet({ sv: 'Anbuden öppnades före anbudstidens utgång.', en: 'The tenders were opened before the deadline.' })
    if (faults.length > 0)
      return notMet({
        sv: 'Två olika personer ska ha öppnat anbuden och bestyrkt förteckningen.',
        en: 'Two different persons must have opened the tenders and certified the list.',
      })
    return met({
      sv: `Öppnade ${opened.openedOn} av ${listed(opened.persons.map(({ name }) => name))}.`,
      en: `Opened on ${opened.openedOn} by ${listed(opened.persons.map(({ name }) => name))}.`,
    })
  },
}

const evaluatorsWithoutConflict: Criterion = {
  id: 'evaluatorsWithoutConflict',
  name: { sv: 'Ingen bedömare är jävig', en: 'No evaluator has a conflict of interest' },
  isMandatory: true,
  evidence: ['evaluation'],
  source: 'KL 6:28-32, 7:4',
  judge: onSection(evaluation, (content) => {
    const conflicted = content.evaluators.filter((evaluator) => !evaluator.hasNoConflict).map(({ name }) => name)
    return conflicted.length === 0
      ? met({ sv: 'Alla bedömare har intygat att jäv inte finns.', en: 'All evaluators have declared no conflict of interest.' })
      : notMet({
          sv: `Har inte intygat att jäv inte finns: ${listed(conflicted)}.`,
          en: `Have not declared the absence of a conflict: ${listed(conflicted)}.`,
        })
  }),
}

const winnerMeetsRequirements: Criterion = {
  id: 'winnerMeetsRequirements',
  name: { sv: 'Det vinnande anbudet uppfyller de formella kraven', en: 'The winning tender meets the formal requirements' },
  isMandatory: true,
  evidence: ['awardProposal', 'evaluation', 'opening'],
  source: 'RUVeS 5.4; LOU 14:1',
  judge: onSections(awardProposal, evaluation, (proposal, evaluated, record) => {
    const winner = evaluated.tenders.find(({ id }) => id === proposal.tender)
    if (winner === undefined)
      return notMet({
        sv: 'Det föreslagna anbudet finns inte i utvärderingen.',
        en: 'The proposed tender is not in the evaluation.',
      })
    if (!winner.isQualified) return notMet({ sv: 'Anbudsgivaren är inte kvalificerad.', en: 'The tenderer is not qualified.' })
    if (winner.unmetRequirements.length > 0)
      return notMet({
        sv: `Ska-krav som inte är uppfyllda: ${listed(winner.unmetRequirements)}.`,
        en: `Must-requirements not met: ${listed(winner.unmetRequirements)}.`,
      })
    const [opened, sent] = [record.completed(opening), record.completed(notice)]
    if (winner.rejectionReason !== undefined || (opened && sent && lateIn(opened, sent).includes(winner.id)))
      return notMet({ sv: 'Anbudet är förkastat eller kom in för sent.', en: 'The tender is rejected or came too late.' })
    return met({
      sv: `${winner.tenderer} är kvalificerad och uppfyller alla ska-krav.`,
      en: `${winner.tenderer} is qualified and meets every must-requirement.`,
    })
  }),
}

/**
 * Asks only whether a tender that may win ranks before the proposed one; whether the proposed one may win is
 * another criterion.
 */
const winnerRankedFirst: Criterion = {
  id: 'winnerRankedFirst',
  name: { sv: 'Förslaget är det anbud som rangordnas först', en: 'The proposal is the tender ranked first' },
  isMandatory: true,
  evidence: ['awardProposal', 'evaluation', 'documents'],
  source: 'LOU 16:1',
  judge: onSections(awardProposal, evaluation, (proposal, evaluated, record) =>
    onSection(documents, (terms) => {
      const compared = evaluated.tenders
        .map(scoredTender)
        .filter((tender) => tender.id === proposal.tender || isInContention(tender))
      const place = rankTenders(compared, terms.awardCriteria, terms).find((row) => row.tender === proposal.tender)
      if (place === undefined)
        return notMet({
          sv: 'Det föreslagna anbudet finns inte i utvärderingen.',
          en: 'The proposed tender is not in the evaluation.',
        })
      return place.rank === 1
        ? met({ sv: `Först med ${place.points} poäng av 100.`, en: `First with ${place.points} points of 100.` })
        : notMet({ sv: `Det föreslagna anbudet är på plats ${place.rank}.`, en: `The proposed tender has rank ${place.rank}.` })
    })(record),
  ),
}

const benefitVouchedFor: Criterion = {
  id: 'benefitVouchedFor',
  name: { sv: 'Nyttan är vidimerad', en: 'The benefit is vouched for' },
  isMandatory: true,
  evidence: ['benefitVouching', 'awardProposal'],
  source: 'RUVeS 5.4',
  judge: onSections(awardProposal, benefitVouching, (proposal, vouching, record) => {
    if (vouching.tender !== proposal.tender) return otherTender
    const lacking = notVouchedFor(vouching, record.dossier)
    if (lacking.length > 0)
      return notMet({ sv: `Inte vidimerat: ${listed(lacking)}.`, en: `Not vouched for: ${listed(lacking)}.` })
    const inPart = vouching.benefits.filter((row) => row.verdict === 'inPart').length
    return inPart === 0
      ? met({
          sv: 'Varje nytta och funktion är vidimerad mot anbudet.',
          en: 'Every benefit and function is vouched for against the tender.',
        })
      : met({
          sv: `Nyttan är vidimerad, till en del för ${inPart} av ${vouching.benefits.length}.`,
          en: `The benefit is vouched for, in part for ${inPart} of ${vouching.benefits.length}.`,
        })
  }),
}

const tenderCostsVouchedFor: Criterion = {
  id: 'tenderCostsVouchedFor',
  name: { sv: 'Anbudets pris ryms i kalkylen', en: "The tender's price fits the calculation" },
  isMandatory: true,
  evidence: ['benefitVouching'],
  source: 'RUVeS 5.4',
  // Whether it is the proposed tender that was checked is benefitVouchedFor's to say.
  judge: onSection(benefitVouching, (vouching, record) => {
    const unhandled = unhandledCosts(vouching.costs, reckonedCosts(record.dossier))
    if (unhandled.length > 0)
      return notMet({
        sv: `Högre än det som var räknat, utan besked om varför nyttan ändå håller: ${listed(unhandled)}.`,
        en: `Above what was reckoned, without saying why the benefit still holds: ${listed(unhandled)}.`,
      })
    const above = vouching.costs.filter(({ verdict }) => verdict === 'above').length
    return above === 0
      ? met({ sv: 'Varje kostnad ryms i det som NV3 räknade med.', en: 'Every cost is within what NV3 reckoned with.' })
      : met({
          sv: `${above} av ${vouching.costs.length} kostnader är högre, med skäl.`,
          en: `${above} of ${vouching.costs.length} costs are above, with reasons.`,
        })
  }),
}

const losersHaveAgreed: Criterion = {
  id: 'losersHaveAgreed',
  name: { sv: 'Den som förlorar har en överenskommelse', en: 'Whoever loses has an agreement' },
  isMandatory: true,
  evidence: ['benefitVouching'],
  source: 'RUVeS 5.4; kostnad och nytta hamnar hos olika huvudmän (EY 2018)',
  judge: onSection(benefitVouching, (vouching, { dossier, county }) => {
    const calculation = dossier.verification?.calculation
    const nameOf = (id: string): string => county.organisations.find((organisation) => organisation.id === id)?.name ?? id
    if (losersOf(calculation).length === 0)
      return met({
        sv: 'Ingen organisation förlorar på det som alla tillsammans tjänar på.',
        en: 'No organisation loses by what all together gain from.',
      })
    const without = losersWithoutAgreement(calculation, vouching.financingAgreement?.parties ?? []).map(nameOf)
    return without.length === 0
      ? met({
          sv: `Överenskommelse om finansiering: ${vouching.financingAgreement?.reference ?? ''}.`,
          en: `Financing agreement: ${vouching.financingAgreement?.reference ?? ''}.`,
        })
      : notMet({
          sv: `Förlorar och är inte part i en överenskommelse om finansiering: ${listed(without)}.`,
          en: `Lose and are not party to a financing agreement: ${listed(without)}.`,
        })
  }),
}

const opennessVerified: Criterion = {
  id: 'opennessVerified',
  name: { sv: 'Den tekniska öppenheten är vidimerad', en: 'The technical openness is vouched for' },
  isMandatory: true,
  evidence: ['opennessCheck', 'documents', 'awardProposal'],
  source: 'RUVeS 4.4, 5.4',
  judge: onSections(awardProposal, opennessCheck, (proposal, check, record) =>
    onSection(documents, (terms) => {
      if (check.tender !== proposal.tender) return otherTender
      const demanded = terms.interoperability.filter((row) => row.requirement !== undefined).map((row) => row.demand)
      const isMet = (demand: string) =>
        check.demands.some(
          (row) => row.demand === demand && (row.outcome === 'met' || (row.outcome === 'inPart' && row.remedy !== undefined)),
        )
      const lacking = demanded.filter((demand) => !isMet(demand))
      return lacking.length === 0
        ? met({
            sv: `Alla ${demanded.length} ställda standardkrav är uppfyllda eller har en rättelse i avtalet.`,
            en: `All ${demanded.length} standard demands made are met or have a remedy in the contract.`,
          })
        : notMet({
            sv: `Inte uppfyllt: ${listed(lacking.map((demand) => interoperabilityDemands[demand].sv))}.`,
            en: `Not met: ${listed(lacking.map((demand) => interoperabilityDemands[demand].en))}.`,
          })
    })(record),
  ),
}

const severalTenders: Criterion = {
  id: 'severalTenders',
  name: { sv: 'Mer än ett anbud kom in', en: 'More than one tender came in' },
  isMandatory: false,
  evidence: ['evaluation'],
  source: 'RUVeS 4.3.1',
  judge: onSection(evaluation, (evaluated) => {
    return evaluated.tenders.length > 1
      ? met({ sv: `${evaluated.tenders.length} anbud kom in.`, en: `${evaluated.tenders.length} tenders came in.` })
      : notMet({ sv: 'Bara ett anbud kom in. Fundera över varför.', en: 'Only one tender came in. Consider why.' })
  }),
}

export const criteria: readonly Criterion[] = [
  tenderPeriodLawful,
  documentsOpenToSmallCompanies,
  equalInformation,
  informationPackageGiven,
  openedByTwo,
  evaluatorsWithoutConflict,
  winnerMeetsRequirements,
  winnerRankedFirst,
  benefitVouchedFor,
  tenderCostsVouchedFor,
  losersHaveAgreed,
  opennessVerified,
  severalTenders,
]
