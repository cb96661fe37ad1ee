import type { Text } from '#contracts/language.ts'

/** A shortest time by law. */
export interface TimeLimit {
  /** Calendar days. */
  readonly days: number
  readonly source: string
}

/** The ways to buy that LOU knows, with what each asks for. */
export interface Procedure {
  readonly name: Text
  /** The section of LOU that allows the form. */
  readonly source: string
  /** Both days included; without an end the form is still in the law. */
  readonly validFrom: string
  readonly validTo?: string
  /** When the law allows it, for a reader. */
  readonly condition: Text
  /** From the threshold, below it (and for annex 2 at any value), or whatever the value (LOU 1:4, 19:1). */
  readonly values: 'fromThreshold' | 'chapter19' | 'any'
  /** The law names the cases in which the form may be used; the record must say which one it is. */
  readonly needsGround: boolean
  /** For requests to participate, where a procurement in the form has that step. */
  readonly requestTime?: { readonly ordinary: TimeLimit; readonly accelerated?: TimeLimit }
  /** For requests when a purchasing system is set up; the calls within it have no such step. */
  readonly requestTimeAtSetUp?: TimeLimit
  /** For tenders. Absent: the law gives no number, only that the time be reasonable. */
  readonly tenderTime?: {
    readonly ordinary: TimeLimit
    readonly electronic?: TimeLimit
    readonly afterPriorNotice?: TimeLimit
    readonly accelerated?: TimeLimit
    /** Where the time may be agreed with those invited but no agreement is reached (LOU 11:7). */
    readonly notAgreed?: TimeLimit
  }
  /** LOU 4:7. */
  readonly minimumInvited?: number
  /** LOU 6:27, 6:38: price alone may not decide. */
  readonly isBestRatioOnly: boolean
  /** LOU 20:1; the exceptions are those of LOU 20:2 and 19 a:10. */
  readonly hasStandstill: boolean
  /** No call for competition is published. */
  readonly isWithoutNotice: boolean
}

const chapter6 = {
  validFrom: '2017-01-01',
  values: 'fromThreshold',
  needsGround: false,
  isBestRatioOnly: false,
  hasStandstill: true,
  isWithoutNotice: false,
} as const

const chapter19 = { ...chapter6, validFrom: '2022-02-01', values: 'chapter19' } as const

const thirtyDaysForRequests = { days: 30, source: 'LOU 11:3' } as const

const twoStages = {
  requestTime: { ordinary: thirtyDaysForRequests, accelerated: { days: 15, source: 'LOU 11:10' } },
  tenderTime: {
    ordinary: { days: 30, source: 'LOU 11:3' },
    electronic: { days: 25, source: 'LOU 11:6' },
    afterPriorNotice: { days: 10, source: 'LOU 11:5' },
    accelerated: { days: 10, source: 'LOU 11:10' },
    notAgreed: { days: 10, source: 'LOU 11:7' },
  },
} as const

const fromThreshold = { sv: 'Vid eller över tröskelvärdet.', en: 'At or above the threshold.' } as const
const onNegotiationGround = {
  sv: 'Vid eller över tröskelvärdet, om en grund i LOU 6:5 eller 6:6 finns.',
  en: 'At or above the threshold, on a ground in LOU 6:5 or 6:6.',
} as const

/** LOU (2016:1145) as amended through SFS 2025:360. Forms abolished on 1 February 2022 are not here. */
export const procedures = {
  open: {
    ...chapter6,
    name: { sv: 'Öppet förfarande', en: 'Open procedure' },
    source: 'LOU 6:2',
    condition: fromThreshold,
    tenderTime: {
      ordinary: { days: 35, source: 'LOU 11:2' },
      electronic: { days: 30, source: 'LOU 11:6' },
      afterPriorNotice: { days: 15, source: 'LOU 11:5' },
      accelerated: { days: 15, source: 'LOU 11:10' },
    },
  },
  restricted: {
    ...chapter6,
    ...twoStages,
    name: { sv: 'Selektivt förfarande', en: 'Restricted procedure' },
    source: 'LOU 6:3',
    condition: fromThreshold,
    minimumInvited: 5,
  },
  negotiated: {
    ...chapter6,
    ...twoStages,
    name: { sv: 'Förhandlat förfarande med föregående annonsering', en: 'Competitive procedure with negotiation' },
    source: 'LOU 6:4-11',
    condition: onNegotiationGround,
    needsGround: true,
    minimumInvited: 3,
  },
  competitiveDialogue: {
    ...chapter6,
    name: { sv: 'Konkurrenspräglad dialog', en: 'Competitive dialogue' },
    source: 'LOU 6:20-29',
    condition: onNegotiationGround,
    needsGround: true,
    requestTime: { ordinary: thirtyDaysForRequests },
    minimumInvited: 3,
    isBestRatioOnly: true,
  },
  innovationPartnership: {
    ...chapter6,
    name: { sv: 'Innovationspartnerskap', en: 'Innovation partnership' },
    source: 'LOU 6:30-41',
    condition: {
      sv: 'Vid eller över tröskelvärdet, om marknaden inte har någon lösning (LOU 6:31).',
      en: 'At or above the threshold, if the market has no solution (LOU 6:31).',
    },
    needsGround: true,
    requestTime: { ordinary: thirtyDaysForRequests },
    minimumInvited: 3,
    isBestRatioOnly: true,
  },
  negotiatedWithoutNotice: {
    ...chapter6,
    name: { sv: 'Förhandlat förfarande utan föregående annonsering', en: 'Negotiated procedure without prior publication' },
    source: 'LOU 6:12-19',
    condition: {
      sv: 'Vid eller över tröskelvärdet, bara i fallen i LOU 6:12-19.',
      en: 'At or above the threshold, only in the cases of LOU 6:12-19.',
    },
    needsGround: true,
    hasStandstill: false,
    isWithoutNotice: true,
  },
  dynamicPurchasingSystem: {
    ...chapter6,
    name: { sv: 'Dynamiskt inköpssystem', en: 'Dynamic purchasing system' },
    source: 'LOU 8:1-14',
    values: 'any',
    condition: {
      sv: 'Vid återkommande köp av allmänt tillgängligt utbud (LOU 8:1).',
      en: 'For recurring purchases of what is generally available (LOU 8:1).',
    },
    requestTimeAtSetUp: { days: 30, source: 'LOU 8:8' },
    tenderTime: { ordinary: { days: 10, source: 'LOU 8:11' }, notAgreed: { days: 10, source: 'LOU 8:11, 11:7' } },
    hasStandstill: false,
  },
  frameworkCallOff: {
    ...chapter6,
    name: { sv: 'Avrop från ramavtal', en: 'Call-off under a framework agreement' },
    source: 'LOU 7:4-9',
    values: 'any',
    condition: {
      sv: 'Om ett ramavtal som vi får använda täcker behovet.',
      en: 'If a framework agreement open to us covers the need.',
    },
    hasStandstill: false,
    isWithoutNotice: true,
  },
  belowThreshold: {
    ...chapter19,
    name: { sv: 'Annonserad upphandling enligt 19 kap. LOU', en: 'Advertised procurement under LOU chapter 19' },
    source: 'LOU 19 kap.',
    condition: {
      sv: 'Under tröskelvärdet, och för tjänster i bilaga 2.',
      en: 'Below the threshold, and for services in annex 2.',
    },
  },
  directProcurement: {
    ...chapter19,
    name: { sv: 'Direktupphandling', en: 'Direct procurement' },
    source: 'LOU 19 a kap.',
    condition: {
      sv: 'Under beloppet i LOU 19 a:2, eller i fallen i 19 a:3-7.',
      en: 'Below the amount of LOU 19 a:2, or in the cases of 19 a:3-7.',
    },
    hasStandstill: false,
    isWithoutNotice: true,
  },
} as const satisfies Readonly<Record<string, Procedure>>

export type ProcedureId = keyof typeof procedures

// Object.keys loses the literal types of the table.
export const procedureIds = Object.keys(procedures) as ProcedureId[]

export const procedureOf = (id: ProcedureId): Procedure => procedures[id]
