import * as z from 'zod'

/** What the console reads when needs are held against a product, or against each other. */

const knownNeed = z.object({
  needId: z.string(),
  visibility: z.enum(['everybody', 'staff']),
  title: z.string(),
  organisation: z.string(),
  caseId: z.string().optional(),
  caseNumber: z.string().optional(),
})
export type KnownNeed = z.infer<typeof knownNeed>

export const kindredNeeds = z.object({
  needs: z.array(
    z.object({
      need: knownNeed,
      likeness: z.number(),
      isLikelyDuplicate: z.boolean(),
      functions: z.array(z.object({ id: z.string(), name: z.string() })),
    }),
  ),
})
export type KindredNeeds = z.infer<typeof kindredNeeds>

export const meetableNeeds = z.object({
  needs: z.array(
    z.object({
      rank: z.number(),
      need: knownNeed,
      relevance: z.number(),
      functions: z.array(
        z.object({
          id: z.string(),
          name: z.string(),
          isOffered: z.boolean(),
          passages: z.array(z.object({ text: z.string() })),
        }),
      ),
    }),
  ),
})
export type MeetableNeeds = z.infer<typeof meetableNeeds>
