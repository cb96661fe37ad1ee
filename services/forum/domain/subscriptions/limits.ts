/** How much one person may watch, and how long the forum tries. */
export const subscriptionLimits = {
  perPerson: 20,
  addressCharacters: 200,
  urlCharacters: 500,
  /** All that are active in the county; each notice is held against every one. */
  active: 5_000,
  /** Notices in one mail; what is left comes in the next. */
  noticesPerMail: 50,
} as const

/** A mail address that nobody has confirmed is forgotten after so long. */
export const confirmWithinDays = 7
/** What has been sent, or could not be, is shown for so long. */
export const deliveriesKeptDays = 30
/** A receiver that has refused everything for so long is not tried any more. */
export const stopAfterFailingDays = 5
