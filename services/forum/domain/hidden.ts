import * as z from 'zod'
import { timestamp } from '#contracts/ids.ts'

/** That the forum's facilitator has hidden something, and why: told to its author, gone for everybody else. */
export const hidden = z.object({ at: timestamp, reason: z.string() })
