import type { Text } from '#contracts/language.ts'
import type { CallKind, FocusGroupStatus, NeedStatus, ReportedKind } from '../../api/forum-views.ts'

/** What the forum's pages have in common. */
export const text = {
  needs: { sv: 'Behov', en: 'Needs' },
  need: { sv: 'Behov', en: 'Need' },
  dialogues: { sv: 'Dialoger med marknaden', en: 'Dialogues with the market' },
  teams: { sv: 'Samarbeten', en: 'Teams' },
  calendar: { sv: 'Kalender', en: 'Calendar' },
  focusGroups: { sv: 'Fokusgrupper', en: 'Focus groups' },
  review: { sv: 'Granskning', en: 'Review' },
  subscriptions: { sv: 'Bevakningar med e-post och webhook', en: 'Watches by e-mail and webhook' },
  topics: { sv: 'Ämnen som du följer', en: 'Topics that you follow' },
  targetGroups: { sv: 'Målgrupp', en: 'Target group' },
  careSteps: { sv: 'Steg i vården', en: 'Step in care' },
  wanted: { sv: 'Önskas', en: 'Wanted' },
  published: { sv: 'Publicerat', en: 'Published' },
  changed: { sv: 'Ändrat', en: 'Changed' },
  contact: { sv: 'Kontakt', en: 'Contact' },
  edit: { sv: 'Ändra', en: 'Edit' },
  report: { sv: 'Anmäl olämpligt innehåll', en: 'Report unsuitable content' },
  hiddenTitle: { sv: 'Dolt av forumets samordnare', en: "Hidden by the forum's facilitator" },
  hiddenHelp: { sv: 'Andra ser inte detta. Skäl:', en: 'Others do not see this. Reason:' },
  markdown: {
    sv: 'Du kan använda rubriker (#), listor (-), **fetstil** och länkar. Andra HTML-koder visas som text.',
    en: 'You can use headings (#), lists (-), **bold** and links. HTML is shown as text.',
  },
  onePerLine: { sv: 'En per rad.', en: 'One on each line.' },
  reason: { sv: 'Skäl', en: 'Reason' },
  noPersonalData: {
    sv: 'Skriv inga personuppgifter och inget om enskilda patienter. Alla kan läsa texten.',
    en: 'Write no personal data and nothing about individual patients. Everybody can read the text.',
  },
} as const satisfies Record<string, Text>

export const needStatusNames = {
  draft: { sv: 'Utkast', en: 'Draft' },
  published: { sv: 'Öppet', en: 'Open' },
  closed: { sv: 'Avslutat', en: 'Closed' },
  withdrawn: { sv: 'Tillbakadraget', en: 'Withdrawn' },
} as const satisfies Record<NeedStatus, Text>

export const needStatusColors = {
  draft: 'warning',
  published: 'success',
  closed: 'neutral',
  withdrawn: 'neutral',
} as const satisfies Record<NeedStatus, string>

export const callKindNames = {
  call: { sv: 'Utlysning', en: 'Call' },
  funding: { sv: 'Finansiering', en: 'Funding' },
  event: { sv: 'Evenemang', en: 'Event' },
} as const satisfies Record<CallKind, Text>

export const focusGroupStatusNames = {
  draft: { sv: 'Utkast', en: 'Draft' },
  open: { sv: 'Söker deltagare', en: 'Seeks participants' },
  held: { sv: 'Genomförd', en: 'Held' },
  cancelled: { sv: 'Inställd', en: 'Cancelled' },
} as const satisfies Record<FocusGroupStatus, Text>

export const focusGroupStatusColors = {
  draft: 'warning',
  open: 'success',
  held: 'neutral',
  cancelled: 'danger',
} as const satisfies Record<FocusGroupStatus, string>

export const reportedKindNames = {
  need: { sv: 'Behov', en: 'Need' },
  interest: { sv: 'Meddelande i ett intresse', en: 'Message in an interest' },
  team: { sv: 'Samarbete', en: 'Team' },
  call: { sv: 'Utlysning eller evenemang', en: 'Call or event' },
  focusGroup: { sv: 'Fokusgrupp', en: 'Focus group' },
} as const satisfies Record<ReportedKind, Text>

/** What the follow-up's feedback is about, as its section says (services/followup/sections/forum-feedback.ts). */
export const feedbackNames: Readonly<Record<string, Text>> = {
  benefit: { sv: 'Nyttan', en: 'The benefit' },
  market: { sv: 'Marknaden', en: 'The market' },
  openness: { sv: 'Teknisk öppenhet', en: 'Technical openness' },
  process: { sv: 'Arbetet', en: 'The work' },
  need: { sv: 'Nytt behov', en: 'A new need' },
}
