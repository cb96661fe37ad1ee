import type { Text } from '#contracts/language.ts'
import type { DeliveryView, SubscriptionView } from '../../../api/subscription-views.ts'
import type { FormField } from '#phase/field.ts'

/** What the pages of watches have in common. */

export const text = {
  subscriptions: { sv: 'Bevakningar', en: 'Watches' },
  lead: {
    sv: 'Få veta vad som händer i forumet: med e-post, eller med en webhook till ert eget system. Bara du ser dina bevakningar.',
    en: 'Be told of what happens in the forum: by e-mail, or by a webhook to a system of your own. Only you see your watches.',
  },
  none: { sv: 'Du bevakar inget än.', en: 'You watch nothing yet.' },
  mail: { sv: 'E-post', en: 'E-mail' },
  webhook: { sv: 'Webhook', en: 'Webhook' },
} as const satisfies Record<string, Text>

export const statusNames = {
  unconfirmed: { sv: 'Väntar på att adressen bekräftas', en: 'Waits for the address to be confirmed' },
  active: { sv: 'Igång', en: 'Active' },
  paused: { sv: 'Pausad', en: 'Paused' },
  stopped: { sv: 'Stoppad: inget har kommit fram på fem dagar', en: 'Stopped: nothing has come through for five days' },
  ended: { sv: 'Avslutad', en: 'Ended' },
} as const satisfies Record<SubscriptionView['status'], Text>

export const statusColors = {
  unconfirmed: 'warning',
  active: 'success',
  paused: 'neutral',
  stopped: 'danger',
  ended: 'neutral',
} as const satisfies Record<SubscriptionView['status'], string>

export const deliveryStatusNames = {
  due: { sv: 'Väntar', en: 'Waits' },
  delivered: { sv: 'Framme', en: 'Delivered' },
  failed: { sv: 'Kom inte fram', en: 'Did not arrive' },
  dropped: { sv: 'Skickades inte', en: 'Was not sent' },
} as const satisfies Record<DeliveryView['status'], Text>

export const deliveryKindNames = {
  notice: { sv: 'Nyhet', en: 'News' },
  confirmation: { sv: 'Bekräftelse av adressen', en: 'Confirmation of the address' },
  test: { sv: 'Prov', en: 'Test' },
} as const satisfies Record<DeliveryView['kind'], Text>

/** What somebody wants to be told of: the same fields for a new watch and for a changed one. */
export const wishFields: Readonly<Record<string, FormField>> = {
  subjects: {
    kind: 'choices',
    label: { sv: 'Vad vill du bevaka?', en: 'What do you want to watch?' },
    options: [
      { value: 'needs', label: { sv: 'Behov', en: 'Needs' } },
      { value: 'dialogues', label: { sv: 'Dialoger, frågor och svar', en: 'Dialogues, questions and answers' } },
      { value: 'calls', label: { sv: 'Utlysningar och evenemang', en: 'Calls and events' } },
      { value: 'focusGroups', label: { sv: 'Fokusgrupper', en: 'Focus groups' } },
      { value: 'teams', label: { sv: 'Samarbeten', en: 'Teams' } },
    ],
    isRequired: true,
  },
  needs: {
    kind: 'choice',
    label: { sv: 'Vilka behov?', en: 'Which needs?' },
    options: [
      { value: 'all', label: { sv: 'Alla', en: 'All' } },
      { value: 'followed', label: { sv: 'De som rör ämnen som jag följer', en: 'Those about topics that I follow' } },
    ],
    isRequired: true,
  },
  pace: {
    kind: 'choice',
    label: { sv: 'Hur ofta?', en: 'How often?' },
    help: { sv: 'Gäller e-post. En webhook får allt genast.', en: 'For e-mail. A webhook gets everything at once.' },
    options: [
      { value: 'immediately', label: { sv: 'Genast', en: 'At once' } },
      { value: 'daily', label: { sv: 'En gång om dagen', en: 'Once a day' } },
    ],
    isRequired: true,
  },
  language: {
    kind: 'choice',
    label: { sv: 'Språk i breven', en: 'Language of the mails' },
    options: [
      { value: 'sv', label: { sv: 'Svenska', en: 'Swedish' } },
      { value: 'en', label: { sv: 'Engelska', en: 'English' } },
    ],
    isRequired: true,
  },
}

/** Where it goes, for people: an address is an address. */
export const channelOf = ({ channel }: SubscriptionView): string =>
  channel === undefined ? '–' : channel.kind === 'mail' ? channel.address : channel.url

export const pathOf = (subscriptionId: string): string => `/forum/bevakningar/${encodeURIComponent(subscriptionId)}`
