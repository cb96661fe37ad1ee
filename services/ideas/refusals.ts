import type { ProblemText } from '#lambda/problem.ts'
import { phaseProblems } from '#phase/refusals.ts'

/** Why the way in says no. The life cycle's own reasons come on top. */
const wayInProblems = {
  ideaNotFound: {
    status: 404,
    title: { sv: 'Idén finns inte', en: 'There is no such idea' },
    detail: { sv: 'Kontrollera id:t.', en: 'Check the id.' },
  },
  receiptNotFound: {
    status: 404,
    title: { sv: 'Ingen idé har det kvittot', en: 'No idea has that receipt' },
    detail: {
      sv: 'Kontrollera länken som du fick när du skickade in idén.',
      en: 'Check the link that you got when you sent the idea in.',
    },
  },
  ideaAlreadyTriaged: {
    status: 409,
    title: { sv: 'Idén är redan hanterad', en: 'The idea has already been dealt with' },
    detail: { sv: 'Läs om idén för att se vad som hände med den.', en: 'Read the idea again to see what became of it.' },
  },
  organisationUnknown: {
    status: 422,
    title: { sv: 'Organisationen finns inte i länet', en: 'The county has no such organisation' },
    detail: { sv: 'Välj en av länets organisationer.', en: "Choose one of the county's organisations." },
  },
  mergeTargetNotFound: {
    status: 422,
    title: { sv: 'Idén att slå ihop med finns inte', en: 'The idea to merge into does not exist' },
    detail: { sv: 'Välj en av de liknande idéerna.', en: 'Choose one of the similar ideas.' },
  },
  mergedIntoItself: {
    status: 422,
    title: { sv: 'En idé kan inte slås ihop med sig själv', en: 'An idea cannot be merged into itself' },
    detail: { sv: 'Välj en annan idé.', en: 'Choose another idea.' },
  },
  mergeTargetClosed: {
    status: 422,
    title: { sv: 'Idén att slå ihop med är avslutad', en: 'The idea to merge into is closed' },
    detail: { sv: 'Välj en idé som väntar eller har blivit ett ärende.', en: 'Choose an idea that waits or has become a case.' },
  },
} as const satisfies Record<string, ProblemText>

export type IdeaRefusalCode = keyof typeof wayInProblems

export const ideaProblems = { ...phaseProblems, ...wayInProblems } as const
