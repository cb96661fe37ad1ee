/** How much the forum takes: long enough to say what is meant, short enough for everybody to read. */
export const forumLimits = {
  titleCharacters: 160,
  summaryCharacters: 400,
  descriptionCharacters: 8_000,
  lineCharacters: 200,
  messageCharacters: 2_000,
  reasonCharacters: 1_000,
  emailCharacters: 200,
  functions: 20,
  topicWords: 20,
  wordCharacters: 40,
  namedProducts: 5,
  rolesSought: 10,
  teamMembers: 10,
  openInvitations: 10,
  seats: 60,
  keepDays: 180,
} as const

/** What one person may do in a day, so that nobody drowns the others. */
export const dailyLimits = {
  needs: 50,
  interests: 50,
  teams: 10,
  invitations: 30,
  reports: 20,
} as const
export type LimitedAct = keyof typeof dailyLimits
