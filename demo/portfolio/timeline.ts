import { addDays, isWorkingDay } from '#calendar/working-days.ts'

/**
 * When things happen in a case, in days from the day it began. One pace for all cases keeps their dates in order
 * and every time limit of the law; the days that they began on make them differ.
 */
const daysFromBeginning = {
  evidenceCollected: 5,
  marketScanned: 8,
  needConfirmed: 14,
  needConfirmedAgain: 17,
  firstTalk: 75,
  secondTalk: 82,
  rightsSearched: 150,
  regulationAssessed: 165,
  informationClassified: 168,
  impactAssessed: 172,
  baselineTaken: 186,
  trialStarted: 188,
  risksAnalysed: 200,
  baselineDue: 205,
  trialEnded: 216,
  opennessMeasured: 219,
  marketAsked: 255,
  marketAnswered: 276,
  noticeSent: 300,
  noticePublished: 301,
  firstQuestion: 310,
  firstAnswer: 313,
  tendersDue: 345,
  tendersOpened: 346,
  opennessChecked: 358,
  benefitVouched: 360,
  awardProposed: 365,
  awardPlanned: 369,
  tenderersTold: 372,
  contractPlanned: 400,
  contractStarts: 402,
  startMeeting: 405,
  firstDelivery: 428,
  firstTest: 440,
  pilotStarts: 447,
  pilotEnds: 503,
  usersAsked: 505,
  pilotEvaluated: 508,
  requirementsValidated: 509,
  benefitChecked: 510,
  rolloutApproved: 520,
  unionsCalled: 521,
  unionsMet: 529,
  protocolSigned: 536,
  supplierAgreed: 538,
  planCounts: 540,
  lastTraining: 546,
  firstUnits: 548,
  secondTraining: 578,
  secondUnits: 580,
  lineBudget: 600,
  oldWaysOut: 610,
  usersCounted: 612,
  projectSigned: 620,
  lineSigned: 621,
  firstSupplierMeeting: 690,
  firstMeasurement: 700,
  secondMeasurement: 760,
  projectEvaluated: 768,
  secondSupplierMeeting: 775,
  forumTold: 785,
  targetReached: 900,
  nextMeasurement: 1_060,
  nextFollowUp: 1_150,
} as const
export type Milestone = keyof typeof daysFromBeginning

const contractMonths = 36

/** The working day of a milestone in a case that began on a day: `YYYY-MM-DD`. */
export const dayOfMilestone = (begun: string, milestone: Milestone): string => {
  let day = addDays(begun, daysFromBeginning[milestone])
  while (!isWorkingDay(day)) day = addDays(day, 1)
  return day
}

/** The same day of the year before. No milestone that is asked about falls on a leap day. */
export const yearBefore = (day: string): string => `${Number(day.slice(0, 4)) - 1}${day.slice(4)}`

export const nextWorkingDay = (after: string): string => {
  let day = addDays(after, 1)
  while (!isWorkingDay(day)) day = addDays(day, 1)
  return day
}

/** The last day of a contract that starts on a day. */
export const contractEnd = (startsOn: string): string => {
  const year = Number(startsOn.slice(0, 4)) + contractMonths / 12
  return addDays(`${year}${startsOn.slice(4)}`, -1)
}

export const contractTerms = { months: contractMonths, extensionMonths: 12, noticeMonths: 6 } as const
