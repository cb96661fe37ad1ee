import { withFields, withoutSection } from '#phase/testing/evidence-fixture.ts'
import { describeRefusals } from '#phase/testing/refusal-suite.ts'
import type { Pass, Refusal } from '#phase/testing/refusal-suite.ts'
import { akBrevProcurement } from '../../demo/ak-brev/procurement.ts'
import { procurement } from './phase.ts'

const { sections } = akBrevProcurement

const { requirements, awardCriteria, interoperability, barrierReasons } = sections.documents
const { tenders, ranking, evaluators } = sections.evaluation
const tenderA1 = (change: object) => tenders.map((tender) => (tender.id === 'A1' ? { ...tender, ...change } : tender))

/** The table holds no threshold for 2023. */
const yearWithoutThreshold = '2023-12-29'

/** Every way in which a section of the phase is refused: what is changed, and the pointer and code that come back. */
const refusals: readonly Refusal<keyof typeof sections>[] = [
  ['procedure', 'a form that needs a ground', { procedure: 'negotiated', deviation: 'x' }, ['/ground groundMissing']],
  ['procedure', 'a ground of another form', { ground: 'notOnMarket' }, ['/ground groundForOtherForm']],
  ['procedure', 'an unknown threshold', { noticeOn: yearWithoutThreshold }, ['/statedThreshold thresholdUnknown']],
  [
    'procedure',
    'a threshold without source',
    { noticeOn: yearWithoutThreshold, statedThreshold: 238_958_500 },
    ['/statedThreshold thresholdUnknown'],
  ],
  ['procedure', 'a value at the threshold', { estimatedValue: 238_958_500 }, ['/procedure aboveThreshold']],
  [
    'procedure',
    'a direct procurement above its limit',
    { procedure: 'directProcurement', deviation: 'x' },
    ['/procedure aboveDirectLimit'],
  ],
  [
    'procedure',
    'a direct procurement of annex 2 services without a known threshold',
    { procedure: 'directProcurement', deviation: 'x', category: 'annex2', noticeOn: yearWithoutThreshold },
    ['/statedThreshold thresholdUnknown'],
  ],
  ['procedure', 'another form than matching recommended', { procedure: 'open' }, ['/deviation deviationUnexplained']],
  ['procedure', 'a shortening without reason', { shortening: 'accelerated' }, ['/shorteningReason reasonMissing']],
  ['procedure', 'dates out of order', { awardOn: '2024-04-08' }, ['/awardOn datesOutOfOrder']],

  [
    'documents',
    'two requirements with one label',
    { requirements: [...requirements, requirements[0]] },
    [`/requirements/${requirements.length}/id repeated`],
  ],
  [
    'documents',
    'two criteria with one label',
    { awardCriteria: awardCriteria.map((row) => ({ ...row, id: row.id === 'T4' ? 'T3' : row.id })) },
    ['/awardCriteria/3/id repeated'],
  ],
  [
    'documents',
    'a function that the case lacks',
    { requirements: requirements.map((row, index) => (index === 8 ? { ...row, functions: ['N99'] } : row)) },
    ['/requirements/8/functions/0 notInCase'],
  ],
  [
    'documents',
    'a function without requirement',
    { requirements: requirements.filter(({ id }) => id !== 'K6') },
    ['/requirements functionNotCovered'],
  ],
  [
    'documents',
    'a standard demand passed over',
    { interoperability: interoperability.slice(1) },
    ['/interoperability missingRows'],
  ],
  [
    'documents',
    'a standard demand without requirement or reason',
    { interoperability: interoperability.map((row) => (row.demand === 'semanticCoding' ? { demand: row.demand } : row)) },
    ['/interoperability/2/requirement requirementOrReason'],
  ],
  [
    'documents',
    'a standard demand with an unknown requirement',
    {
      interoperability: interoperability.map((row) =>
        row.demand === 'dataExport' ? { demand: row.demand, requirement: 'K77' } : row,
      ),
    },
    ['/interoperability/3/requirement unknownRequirement'],
  ],
  [
    'documents',
    'weights that do not sum to 100',
    { awardCriteria: awardCriteria.map((row) => ({ ...row, weight: 20 })) },
    ['/awardCriteria weightsNot100'],
  ],
  ['documents', 'quality judged on price alone', { basis: 'price' }, ['/basis qualityWithoutRatio']],
  [
    'documents',
    'a ratio without quality',
    { awardCriteria: [{ ...awardCriteria[0], weight: 100 }] },
    ['/awardCriteria ratioWithoutQuality'],
  ],
  [
    'documents',
    'price where only the ratio is allowed',
    { basis: 'price', awardCriteria: [{ ...awardCriteria[0], weight: 100 }] },
    ['/basis bestRatioOnly'],
    withFields('procedure', { procedure: 'innovationPartnership' }),
  ],
  ['documents', 'a barrier without reason', { namesBrand: true }, ['/barrierReasons barrierUnexplained']],
  [
    'documents',
    'a reason for a barrier that is not there',
    { barrierReasons: [...barrierReasons, { barrier: 'brand', reason: 'x' }] },
    ['/barrierReasons/1/barrier noSuchBarrier'],
  ],
  ['documents', 'silence about the dialogue', { equalInformation: undefined }, ['/equalInformation equalInformationMissing']],

  [
    'requestForInformation',
    'answers due before the publication',
    { answersDueOn: '2024-01-15' },
    ['/answersDueOn datesOutOfOrder'],
  ],

  ['notice', 'no notice database', { database: undefined }, ['/database databaseMissing']],
  ['notice', 'an invitation where a notice is due', { channel: 'invitation' }, ['/channel mustBeAdvertised']],
  ['notice', 'a CPV code that is none', { cpv: ['4818'] }, ['/cpv/0 wrongCpv']],
  ['notice', 'published before it was sent', { publishedOn: '2024-02-18' }, ['/publishedOn datesOutOfOrder']],
  ['notice', 'due before it was published', { tendersDueOn: '2024-02-20' }, ['/tendersDueOn datesOutOfOrder']],
  ['notice', 'a time that is none', { tendersDueAt: '24:00' }, ['/tendersDueAt wrongTime']],
  [
    'notice',
    'too short a time for tenders',
    { tendersDueOn: '2024-03-19' },
    ['/tendersDueOn tendersTooShort'],
    withFields('procedure', { procedure: 'open' }),
  ],
  [
    'notice',
    'a two-stage form without its steps',
    {},
    ['/invited invitedMissing', '/requestsDueOn requestsDateMissing', '/invitedOn invitationDateMissing'],
    withFields('procedure', { procedure: 'restricted' }),
  ],
  [
    'notice',
    'too short a time for requests',
    { requestsDueOn: '2024-03-19', invitedOn: '2024-03-13', invited: 5 },
    ['/requestsDueOn requestsTooShort'],
    withFields('procedure', { procedure: 'restricted' }),
  ],

  ['questionsAndAnswers', 'answers not sent to all', { areSentToAll: false }, ['/areSentToAll notToAll']],
  [
    'questionsAndAnswers',
    'an answer before its question',
    { questions: [{ ...sections.questionsAndAnswers.questions[0], answeredOn: '2024-03-03' }] },
    ['/questions/0/answeredOn datesOutOfOrder'],
  ],
  [
    'questionsAndAnswers',
    'an answer later than six days before',
    { questions: [{ ...sections.questionsAndAnswers.questions[0], answeredOn: '2024-04-03' }] },
    ['/questions/0/answeredOn answeredTooLate'],
  ],

  ['opening', 'opened before the deadline', { openedOn: '2024-04-08', openedAt: '23:58' }, ['/openedOn beforeDeadline']],
  [
    'opening',
    'one person twice',
    {
      persons: [
        { name: 'Anna Ek', title: 'a' },
        { name: ' anna  ek', title: 'b' },
      ],
    },
    ['/persons notTwoPersons'],
  ],
  ['opening', 'a list that nobody certified', { isListCertified: false }, ['/isListCertified listNotCertified']],
  ['opening', 'a time that is none', { openedAt: '9' }, ['/openedAt wrongTime']],
  [
    'opening',
    'one label twice',
    { tenders: [...sections.opening.tenders, sections.opening.tenders[0]] },
    ['/tenders/3/id repeated'],
  ],
  ['opening', 'before the notice is complete', {}, [' noticeFirst'], withoutSection('notice')],

  [
    'evaluation',
    'an evaluator with a conflict',
    { evaluators: [{ ...evaluators[0], hasNoConflict: false }, ...evaluators.slice(1)] },
    ['/evaluators/0/hasNoConflict conflictOfInterest'],
  ],
  ['evaluation', 'before the documents are complete', {}, [' documentsFirst'], withoutSection('documents')],
  [
    'evaluation',
    'a weighted requirement as a must',
    { tenders: tenders.map((row) => (row.id === 'A3' ? { ...row, unmetRequirements: ['K3', 'K9'] } : row)) },
    ['/tenders/2/unmetRequirements/1 notAMust'],
  ],
  [
    'evaluation',
    'a tender that falls without reason',
    { tenders: tenders.map((row) => (row.id === 'A3' ? { ...row, rejectionReason: undefined } : row)) },
    ['/tenders/2/rejectionReason rejectionReasonMissing'],
  ],
  [
    'evaluation',
    'a score above the scale',
    { tenders: tenderA1({ scores: [...(tenders[0]?.scores ?? []), { criterion: 'T2', evaluator: 'B1', score: 6 }] }) },
    ['/tenders/0/scores/9 wrongScore'],
  ],
  [
    'evaluation',
    'a score by a stranger',
    { tenders: tenderA1({ scores: [...(tenders[0]?.scores ?? []), { criterion: 'T2', evaluator: 'B9', score: 1 }] }) },
    ['/tenders/0/scores/9 wrongScore'],
  ],
  [
    'evaluation',
    'a consensus on an unknown criterion',
    { tenders: tenderA1({ consensus: [...(tenders[0]?.consensus ?? []), { criterion: 'T9', score: 1, reason: 'x' }] }) },
    ['/tenders/0/consensus/3 wrongScore'],
  ],
  [
    'evaluation',
    'one evaluator alone',
    { tenders: tenderA1({ scores: tenders[0]?.scores.filter(({ evaluator }) => evaluator === 'B1') }) },
    ['/tenders/0/scores tooFewEvaluators', '/tenders/0/scores tooFewEvaluators', '/tenders/0/scores tooFewEvaluators'],
  ],
  [
    'evaluation',
    'no consensus',
    { tenders: tenderA1({ consensus: tenders[0]?.consensus.slice(0, 2) }) },
    ['/tenders/0/consensus noConsensus', '/ranking/0 rankingWrong'],
  ],
  [
    'evaluation',
    'a ranking turned round',
    { ranking: ranking.map((row) => ({ ...row, rank: 3 - row.rank })) },
    ['/ranking/0 rankingWrong', '/ranking/1 rankingWrong'],
  ],
  [
    'evaluation',
    'points that were not computed',
    { ranking: ranking.map((row) => (row.tender === 'A1' ? { ...row, points: 95 } : row)) },
    ['/ranking/0 rankingWrong'],
  ],
  ['evaluation', 'a ranking without a contender', { ranking: ranking.slice(0, 1) }, ['/ranking missingRows']],
  [
    'evaluation',
    'a tender that was not opened',
    { tenders: tenders.map((row) => (row.id === 'A3' ? { ...row, id: 'A4' } : row)) },
    ['/tenders missingRows', '/tenders/2/id notInCase'],
  ],
  [
    'evaluation',
    'a late tender',
    {},
    ['/tenders/0/rejectionReason cameLate'],
    withFields('opening', {
      tenders: sections.opening.tenders.map((row) =>
        row.id === 'A1' ? { ...row, receivedOn: '2024-04-09', receivedAt: '00:00' } : row,
      ),
    }),
  ],

  [
    'benefitVouching',
    'a benefit passed over',
    { benefits: sections.benefitVouching.benefits.slice(1) },
    ['/benefits missingRows'],
  ],
  [
    'benefitVouching',
    'a function passed over',
    { functions: sections.benefitVouching.functions.slice(1) },
    ['/functions missingRows'],
  ],
  [
    'benefitVouching',
    'a part without what is lacking',
    { benefits: sections.benefitVouching.benefits.map((row) => ({ ...row, remainder: undefined })) },
    ['/benefits/2/remainder remainderMissing'],
  ],

  ['opennessCheck', 'a demand passed over', { demands: sections.opennessCheck.demands.slice(1) }, ['/demands missingRows']],
  [
    'opennessCheck',
    'a part without remedy',
    { demands: sections.opennessCheck.demands.map((row) => ({ ...row, remedy: undefined })) },
    ['/demands/4/remedy remedyMissing'],
  ],

  ['awardProposal', 'before the evaluation is complete', {}, [' evaluationFirst'], withoutSection('evaluation')],
  ['awardProposal', 'a tender that was not evaluated', { tender: 'A9' }, ['/tender unknownTender', '/others missingRows']],
  ['awardProposal', 'another organisation number', { organisationNumber: '556666-6664' }, ['/organisationNumber otherSupplier']],
  ['awardProposal', 'another name', { supplier: 'x' }, ['/supplier otherSupplier']],
  ['awardProposal', 'no reason to the others', { others: [] }, ['/others missingRows']],

  ['standstill', 'a tenderer who was not told', { notices: sections.standstill.notices.slice(1) }, ['/notices missingRows']],
  ['standstill', 'nobody told', { notices: [] }, ['/notices missingRows', '/notices notNotified']],
  [
    'standstill',
    'told before the proposal',
    { notices: sections.standstill.notices.map((row) => (row.tender === 'A1' ? { ...row, sentOn: '2024-04-29' } : row)) },
    ['/notices/0/sentOn beforeDecision'],
  ],
  ['standstill', 'a day too early', { earliestSigningOn: '2024-05-17' }, ['/earliestSigningOn wrongSigningDay']],
  [
    'standstill',
    'ten days though one went by post',
    { notices: sections.standstill.notices.map((row) => (row.tender === 'A3' ? { ...row, means: 'other' } : row)) },
    ['/earliestSigningOn wrongSigningDay'],
  ],
  ['standstill', 'a review that is pending', { review: 'pending' }, ['/review underReview']],
  [
    'standstill',
    'a form without standstill and no reason',
    {},
    ['/exemption exemptionMissing'],
    withFields('procedure', { procedure: 'directProcurement' }),
  ],

  ['contract', 'no standstill on record', {}, [' standstillFirst'], withoutSection('standstill')],
  ['contract', 'signed in the standstill', { signedOn: '2024-05-17' }, ['/signedOn signedInStandstill']],
  ['contract', 'valid before it was signed', { startsOn: '2024-05-20' }, ['/endsOn datesOutOfOrder']],
  ['contract', 'another supplier than awarded', { organisationNumber: '556666-6664' }, ['/organisationNumber otherSupplier']],
  ['contract', 'another value, unexplained', { value: 1 }, ['/difference valueDiffers']],

  ['postNotice', 'no contract on record', {}, [' contractFirst'], withoutSection('contract')],
  ['postNotice', 'not sent', { sentOn: undefined }, ['/sentOn sendIt']],
  ['postNotice', 'sent before the contract', { sentOn: '2024-05-20' }, ['/sentOn datesOutOfOrder']],
  ['postNotice', 'sent on day 31', { sentOn: '2024-06-21' }, ['/lateReason sentTooLate']],
  ['postNotice', 'no database', { number: undefined }, ['/database databaseMissing']],
  ['postNotice', 'another number of tenders', { tendersReceived: 4 }, ['/tendersReceived countDiffers']],
  ['postNotice', 'another number from small companies', { tendersFromSmall: 3 }, ['/tendersFromSmall countDiffers']],
  ['postNotice', 'more foreign tenders than tenders', { tendersFromOtherEea: 4 }, ['/tendersFromOtherEea countDiffers']],

  ['documentation', 'no contract on record', {}, [' contractFirst'], withoutSection('contract')],
  ['documentation', 'finished on day 31', { completedOn: '2024-06-21' }, ['/lateReason tooLate']],
  [
    'documentation',
    'no reasons for a dialogue',
    {},
    ['/procedureReasons reasonsMissing'],
    withFields('procedure', { procedure: 'competitiveDialogue' }),
  ],
  [
    'documentation',
    'no reasons for paper',
    {},
    ['/notElectronic reasonsMissing'],
    withFields('procedure', { areTendersElectronic: false }),
  ],
]

/** Changes after which the section is let through all the same. */
const passes: readonly Pass<keyof typeof sections>[] = [
  [
    'procedure',
    'a form of chapter 6 needs no known threshold',
    { procedure: 'open', deviation: 'x', noticeOn: yearWithoutThreshold },
  ],
  [
    'procedure',
    'a threshold stated with its source where none is known',
    { noticeOn: yearWithoutThreshold, statedThreshold: 238_958_500, statedThresholdSource: 'x' },
  ],
  ['procedure', 'annex 2 services go by chapter 19 at any value', { category: 'annex2', estimatedValue: 10_000_000_000 }],
  [
    'procedure',
    'a direct procurement above its limit with one of the cases',
    { procedure: 'directProcurement', deviation: 'x', ground: 'directCase' },
  ],
  ['postNotice', 'late with a reason', { sentOn: '2024-06-21', lateReason: 'x' }],
  [
    'postNotice',
    'none after a small direct procurement',
    { sentOn: undefined, database: undefined, number: undefined },
    (parts) => withFields('contract', { value: 69_999_999 })(withFields('procedure', { procedure: 'directProcurement' })(parts)),
  ],
  [
    'documentation',
    'no reasons for an innovation partnership: LOU 12:16 does not ask for them',
    {},
    withFields('procedure', { procedure: 'innovationPartnership' }),
  ],
  ['documentation', 'late with a reason', { completedOn: '2024-06-21', lateReason: 'x' }],
  [
    'standstill',
    'no notices after a voluntary one',
    { notices: [], voluntaryNoticeOn: '2024-05-07' },
    withFields('procedure', { procedure: 'directProcurement' }),
  ],
  [
    'contract',
    'at once where the form has no standstill',
    { signedOn: '2024-05-08' },
    (parts) => withFields('procedure', { procedure: 'frameworkCallOff' })(withoutSection('standstill')(parts)),
  ],
]

describeRefusals({ phase: procurement, content: akBrevProcurement, refusals, passes })
