import { describe, expect, it } from 'vitest'
import { caseEvidence } from '#phase/domain/case-evidence.ts'
import type { EvidenceParts } from '#phase/domain/case-evidence.ts'
import { judgeCriteria } from '#phase/domain/judge-criteria.ts'
import {
  akBrevEvidence,
  akBrevParts,
  problemsOf,
  withFields,
  withInformationPackage,
  withLines,
  withoutSection,
} from '#phase/testing/evidence-fixture.ts'
import type { Break } from '#phase/testing/evidence-fixture.ts'
import { describeGate } from '#phase/testing/gate-suite.ts'
import { akBrevMatching } from '../../demo/ak-brev/matching.ts'
import { matching } from './phase.ts'
import { jointPurchase } from './sections/joint-purchase.ts'
import { marketAssessment } from './sections/market-assessment.ts'
import { marketDialogue } from './sections/market-dialogue.ts'
import { marketMatch } from './sections/market-match.ts'
import { procurementForms } from './sections/procurement-forms.ts'
import { requirements } from './sections/requirements.ts'

const { sections } = akBrevMatching
const drafted = sections.requirements.requirements
const { suppliers } = sections.marketAssessment

describeGate({
  phase: matching,
  content: akBrevMatching,
  breaking: {
    benefitQuantified: [withLines((lines) => lines.filter(({ side, kind }) => side === 'cost' || kind === 'qualitative'))],
    benefitMeasurable: [
      withLines((lines) => lines.map((line) => (line.kind === 'financial' ? { ...line, owner: undefined } : line))),
    ],
    marketCanDeliver: [
      withFields('marketAssessment', {
        suppliers: suppliers.map((supplier) => ({ ...supplier, ability: 'no' })),
      }),
    ],
    functionsCovered: [
      withFields('requirements', { requirements: drafted.filter(({ functions }) => !functions.includes('N5')) }),
    ],
    // At three million kronor the purchase is above the threshold, and chapter 19 closes.
    formsLawful: [withFields('procurementForms', { estimatedValue: 300_000_000 })],
  },
})

const statusOf = (id: string, change: Break = (parts) => parts) =>
  judgeCriteria(matching, caseEvidence(change(akBrevParts(matching, akBrevMatching)))).find((criterion) => criterion.id === id)
    ?.status

describe('advice at BP2', () => {
  it.each([
    ['freedResourceMeasurable', withLines((lines) => lines.map((line) => ({ ...line, measure: undefined })))],
    ['smallSuppliersAble', withFields('marketAssessment', { suppliers: suppliers.filter(({ size }) => size === 'large') })],
    ['dialogueHeld', withFields('marketDialogue', { talks: [], reasonForNone: 'x' })],
    ['candidatesAssessed', withFields('marketAssessment', { suppliers: suppliers.slice(1) })],
    ['opennessRequired', withFields('requirements', { requirements: drafted.filter(({ kind }) => kind !== 'interoperability') })],
    [
      'requirementsFreeOfBarriers',
      withFields('requirements', {
        requirements: [{ ...drafted[0], text: 'Tjänsten ska vara av fabrikat Norrbrev.' }, ...drafted.slice(1)],
      }),
    ],
    ['matchCoversRequirements', withFields('requirements', { requirements: [...drafted, { ...drafted[0], id: 'K99' }] })],
    ['jointPurchaseConsidered', withFields('jointPurchase', { others: [] })],
  ])('%s can be missed', (id, change) => {
    expect(statusOf(id)).toBe('met')
    expect(statusOf(id, change)).toBe('notMet')
  })

  it('tells which requirement shuts small companies out, by which paragraph, with the value of the purchase', () => {
    const asked: Break = withFields('requirements', {
      requirements: [
        { ...drafted[0], text: 'Leverantören ska ha en omsättning på minst 3 miljoner kronor.' },
        ...drafted.slice(1),
      ],
    })
    const judge = (change: Break) =>
      judgeCriteria(matching, caseEvidence(change(akBrevParts(matching, akBrevMatching)))).find(
        ({ id }) => id === 'requirementsFreeOfBarriers',
      )
    expect(judge(asked)?.because.sv).toMatch(/^Se över: K1 \(.*LOU 14:/)
    // Twice the value is allowed, and a value that is not known yet forbids nothing.
    expect(judge((parts) => withFields('procurementForms', { estimatedValue: 150_000_000 })(asked(parts)))?.status).toBe('met')
    expect(judge((parts) => withoutSection('procurementForms')(asked(parts)))?.status).toBe('met')
  })

  it('a cost that the likely benefit does not cover is marked', () => {
    const costly: Break = (parts) => ({
      ...parts,
      assessment: parts.assessment && { ...parts.assessment, totals: { ...parts.assessment.totals, costs: 500_000_000 } },
    })
    expect(statusOf('benefitCoversCost')).toBe('met')
    expect(statusOf('benefitCoversCost', costly)).toBe('notMet')
  })
})

describe('what is handed over', () => {
  it('holds every able supplier, unranked, when no match has been made', () => {
    const { matching: part } = matching.handOver(
      caseEvidence(withoutSection('marketMatch')(akBrevParts(matching, akBrevMatching))),
    )
    expect(part?.candidates.map(({ id }) => id)).toEqual(['L1', 'L2'])
  })

  it('is a fault while a mandatory section is missing', () => {
    expect(() => matching.handOver(caseEvidence(withoutSection('requirements')(akBrevParts(matching, akBrevMatching))))).toThrow(
      'requirements',
    )
  })
})

it('the value for the delegation order is the likely cost a year, unknown until it is assessed', () => {
  expect(matching.valueOf(akBrevEvidence(matching, akBrevMatching))).toBe(33_000_000)
  expect(matching.valueOf({ ...akBrevEvidence(matching, akBrevMatching), assessment: undefined })).toBeUndefined()
})

const context = akBrevEvidence(matching, akBrevMatching)
const codes = (...args: Parameters<typeof problemsOf>) => problemsOf(...args).map(({ pointer, code }) => [pointer, code])

describe('draft requirements refuse', () => {
  const [first, second, ...others] = drafted
  const weighted = drafted.find(({ level }) => level === 'weighted')
  const withFirst = (changes: object) => ({ requirements: [{ ...first, ...changes }, second, ...others] })

  it('a number of another form', () => {
    expect(codes(requirements, withFirst({ id: 'R1' }), context)).toEqual([['/requirements/0/id', 'notARequirementNumber']])
  })

  it('two requirements with one number', () => {
    expect(codes(requirements, { requirements: [...drafted, first] }, context)).toEqual([
      ['/requirements/9/id', 'duplicateNumber'],
    ])
  })

  it('a weighted requirement without a weight', () => {
    expect(codes(requirements, { requirements: [...drafted.slice(0, 8), { ...weighted, weight: undefined }] }, context)).toEqual([
      ['/requirements/8/weight', 'weightMissing'],
    ])
  })

  it('a must with a weight', () => {
    expect(codes(requirements, withFirst({ weight: 3 }), context)).toEqual([['/requirements/0/weight', 'mustHasNoWeight']])
  })

  it('a library requirement without its number', () => {
    expect(codes(requirements, withFirst({ source: 'library' }), context)).toEqual([
      ['/requirements/0/libraryReference', 'libraryReferenceMissing'],
    ])
  })

  it('a function that the idea phase did not name', () => {
    expect(codes(requirements, withFirst({ functions: ['N1', 'N9'] }), context)).toEqual([
      ['/requirements/0/functions/1', 'unknownFunction'],
    ])
  })

  it('to leave a function out, and name it', () => {
    expect(problemsOf(requirements, { requirements: [second, ...others] }, context)).toEqual([
      {
        pointer: '/requirements',
        code: 'functionNotCovered',
        message: {
          sv: 'Skriv minst ett krav för N1: Välja digitalt doseringsbrev.',
          en: 'Write at least one requirement for N1: Välja digitalt doseringsbrev.',
        },
      },
    ])
  })
})

describe('the market assessment refuses', () => {
  const [first, second] = suppliers
  const assessed = (...list: object[]) => ({ ...sections.marketAssessment, suppliers: list })

  it('a number of another form', () => {
    expect(codes(marketAssessment, assessed({ ...first, id: '1' }), context)).toEqual([['/suppliers/0/id', 'notASupplierNumber']])
  })

  it('two suppliers with one number', () => {
    expect(codes(marketAssessment, assessed({ ...first }, { ...second, id: 'L1' }), context)).toEqual([
      ['/suppliers/1/id', 'duplicateNumber'],
    ])
  })

  it('a highest price below the lowest', () => {
    expect(codes(marketAssessment, assessed({ ...first, priceHigh: 1 }), context)).toEqual([
      ['/suppliers/0/priceHigh', 'priceBelowLowest'],
    ])
  })

  it('a supply that nobody can deliver', () => {
    expect(codes(marketAssessment, assessed({ ...first, ability: 'no' }), context)).toEqual([
      ['/maturity', 'noSupplierForMaturity'],
    ])
    expect(codes(marketAssessment, { ...assessed({ ...first, ability: 'no' }), maturity: 'none' }, context)).toEqual([])
  })
})

describe('the product match refuses', () => {
  const [first, second] = sections.marketMatch.products

  it('to be complete before the requirements', () => {
    const before = caseEvidence(withoutSection('requirements')(akBrevParts(matching, akBrevMatching)))
    expect(codes(marketMatch, sections.marketMatch, before)).toEqual([['/products', 'requirementsFirst']])
  })

  it('no supplier while the market assessment is yet to come', () => {
    const before = caseEvidence(withoutSection('marketAssessment')(akBrevParts(matching, akBrevMatching)))
    expect(codes(marketMatch, { products: [{ ...first, candidate: 'L9' }] }, before)).toEqual([])
  })

  it('a supplier that has not been assessed', () => {
    expect(codes(marketMatch, { products: [{ ...first, candidate: 'L9' }] }, context)).toEqual([
      ['/products/0/candidate', 'unknownCandidate'],
    ])
  })

  it('one solution twice', () => {
    expect(codes(marketMatch, { products: [first, { ...second, candidate: 'L1' }] }, context)).toEqual([
      ['/products/1/candidate', 'comparedTwice'],
    ])
  })

  it('no answer from before it said what it rests on, and no basis that there is not', () => {
    const resting = (basis: string) => ({
      products: [{ ...first, coverage: first?.coverage.map((row) => ({ ...row, basis })) }, second],
    })
    expect(codes(marketMatch, sections.marketMatch, context)).toEqual([])
    expect(codes(marketMatch, resting('declared'), context)).toEqual([])
    expect(marketMatch.content.complete.safeParse(resting('hearsay')).success).toBe(false)
  })

  it('to leave a requirement out', () => {
    expect(codes(marketMatch, { products: [{ ...first, coverage: first?.coverage.slice(1) }] }, context)).toEqual([
      ['/products/0/coverage', 'missingRows'],
    ])
  })
})

describe('the information package of the forum', () => {
  const ready = (given: EvidenceParts) =>
    judgeCriteria(matching, caseEvidence(given)).find(({ id }) => id === 'informationPackageReady')?.status
  const parts = akBrevParts(matching, akBrevMatching)

  it('is ready when all dialogues have ended, and where there have been none', () => {
    expect(ready(parts)).toBe('met')
    expect(ready(withInformationPackage(2)(parts))).toBe('met')
    expect(ready(withInformationPackage(2, 'open')(parts))).toBe('notMet')
  })
})

describe('the market dialogue refuses', () => {
  it('neither talks nor a reason for none', () => {
    expect(codes(marketDialogue, { talks: [] }, context)).toEqual([['/talks', 'dialogueOrReason']])
  })

  it('both talks and a reason for none', () => {
    expect(codes(marketDialogue, { ...sections.marketDialogue, reasonForNone: 'x' }, context)).toEqual([
      ['/reasonForNone', 'dialogueAndReason'],
    ])
  })

  it('nothing when there is a reason for none', () => {
    expect(codes(marketDialogue, { talks: [], reasonForNone: 'Standardvara' }, context)).toEqual([])
  })
})

describe('the procurement forms refuse', () => {
  const weighed = sections.procurementForms
  const [below, callOff] = weighed.forms
  const open = { ...below, form: 'open' }
  const restricted = { ...below, form: 'restricted', requestDays: 30 }

  it('a threshold other than the one announced', () => {
    expect(codes(procurementForms, { ...weighed, plannedNoticeOn: '2025-10-01', threshold: 221_000_000 }, context)).toEqual([
      ['/threshold', 'notTheThreshold'],
    ])
    expect(codes(procurementForms, { ...weighed, plannedNoticeOn: '2025-10-01' }, context)).toEqual([])
  })

  it('no threshold of a year whose announcement is unknown', () => {
    expect(codes(procurementForms, { ...weighed, plannedNoticeOn: '2023-10-09', threshold: 240_000_000 }, context)).toEqual([])
  })

  it('a form that the law does not allow here, and say when it does', () => {
    const [problem] = problemsOf(
      procurementForms,
      { ...weighed, forms: [below, callOff, { ...below, form: 'innovationPartnership', requestDays: 30 }] },
      context,
    )
    expect(problem?.code).toBe('formNotAllowed')
    expect(problem?.message.sv).toContain('LOU 6:31')
  })

  it('one form twice', () => {
    expect(codes(procurementForms, { ...weighed, forms: [below, callOff, below] }, context)).toEqual([
      ['/forms/2/form', 'discussedTwice'],
    ])
  })

  it('to leave out a form that the law allows', () => {
    expect(codes(procurementForms, { ...weighed, forms: [below] }, context)).toEqual([['/forms', 'formNotDiscussed']])
  })

  it('to recommend a form that has not been weighed', () => {
    expect(codes(procurementForms, { ...weighed, recommended: 'open' }, context)).toEqual([
      ['/recommended', 'recommendedNotDiscussed'],
    ])
  })

  const above = { ...weighed, estimatedValue: 300_000_000, grounds: [], recommended: 'open' }

  it('too short a time for requests or tenders', () => {
    expect(codes(procurementForms, { ...above, forms: [{ ...open, tenderDays: 29 }, restricted] }, context)).toEqual([
      ['/forms/0/tenderDays', 'tenderTimeTooShort'],
    ])
    expect(codes(procurementForms, { ...above, forms: [open, { ...restricted, requestDays: 29 }] }, context)).toEqual([
      ['/forms/1/requestDays', 'requestTimeTooShort'],
    ])
    expect(codes(procurementForms, { ...above, forms: [open, restricted] }, context)).toEqual([])
  })

  it('not a shorter time after a prior notice', () => {
    expect(
      codes(procurementForms, { ...above, hasPriorNotice: true, forms: [{ ...open, tenderDays: 15 }, restricted] }, context),
    ).toEqual([])
  })
})

describe('the joint purchase refuses', () => {
  const [other] = sections.jointPurchase.others

  it('an end date without a contract', () => {
    expect(codes(jointPurchase, { ...sections.jointPurchase, others: [{ ...other, contract: undefined }] }, context)).toEqual([
      ['/others/0/contract', 'contractMissing'],
    ])
  })

  it('to buy together with nobody', () => {
    expect(codes(jointPurchase, { ...sections.jointPurchase, conclusion: 'together' }, context)).toEqual([
      ['/conclusion', 'nobodyToBuyWith'],
    ])
  })
})
