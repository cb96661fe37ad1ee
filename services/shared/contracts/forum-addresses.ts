/** Where the console shows what mails link to: the forum writes these, the console answers them. */
export const forumAddresses = {
  start: '/forum',
  need: (id: string): string => `/forum/behov/${id}`,
  dialogue: (id: string): string => `/forum/dialoger/${id}`,
  teams: '/forum/samarbeten',
  calendar: '/forum/kalender',
  focusGroups: '/forum/fokusgrupper',
  confirmSubscription: (id: string, code: string): string => `/forum/bevakningar/${id}/bekrafta/${code}`,
  endSubscription: (id: string, code: string): string => `/forum/bevakningar/${id}/avsluta/${code}`,
} as const
