import * as z from 'zod'
import { calendarDate } from './ids.ts'

/** What the follow-up of a completed case feeds back to the forum (RUVeS 5.7): written to be read by everybody. */
export const forumFeedback = z.object({
  fedBackOn: calendarDate,
  how: z.string(),
  points: z.array(z.object({ about: z.string(), point: z.string() })),
  /** What the participants answered. */
  response: z.string(),
  publishedAt: z.string().optional(),
})
export type ForumFeedback = z.infer<typeof forumFeedback>
