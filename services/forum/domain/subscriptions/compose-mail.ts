import { eventDefinitions } from '#contracts/events.ts'
import { forumAddresses } from '#contracts/forum-addresses.ts'
import type { Language, Text } from '#contracts/language.ts'
import type { Delivery } from './delivery.ts'
import { watchedSubjectOf } from './notice.ts'
import type { PublicEvent } from './notice.ts'
import type { Subscription } from './subscription.ts'

/** Mails as plain text: what has happened, where to read it, and how to get no more. */

export interface ComposedMail {
  readonly subject: string
  readonly text: string
  readonly unsubscribeUrl: string
}

const words = {
  confirmSubject: { sv: 'Bekräfta din bevakning av Samverkansforum', en: 'Confirm your watch of the forum' },
  confirm: {
    sv: 'Någon har angett den här adressen för att bevaka Samverkansforum. Om det var du, bekräfta här:',
    en: 'Somebody has given this address to watch the forum. If it was you, confirm here:',
  },
  ignore: {
    sv: 'Var det inte du behöver du inte göra något. Då kommer inga fler brev.',
    en: 'If it was not you, there is nothing to do. No more mails will come.',
  },
  testSubject: { sv: 'Provbrev från Samverkansforum', en: 'Test mail from the forum' },
  test: { sv: 'Bevakningen fungerar: det här brevet kom fram.', en: 'The watch works: this mail has arrived.' },
  severalSubject: { sv: 'nyheter i Samverkansforum', en: 'news in the forum' },
  stop: { sv: 'Vill du inte ha fler brev? Avsluta bevakningen här:', en: 'Do you want no more mails? End the watch here:' },
} as const satisfies Record<string, Text>

const pathOf = ({ type, data }: PublicEvent): string => {
  const idOf = (field: string): string => String(data[field])
  switch (watchedSubjectOf(type)) {
    case 'needs':
      return forumAddresses.need(idOf('needId'))
    case 'dialogues':
      return forumAddresses.dialogue(idOf('dialogueId'))
    case 'calls':
      return forumAddresses.calendar
    case 'focusGroups':
      return forumAddresses.focusGroups
    case 'teams':
      return forumAddresses.teams
    case undefined:
      return forumAddresses.start
  }
}

const labelOf = ({ type }: PublicEvent, language: Language): string =>
  eventDefinitions.find((definition) => definition.type === type)?.summary[language] ?? type

const nameOf = ({ data }: PublicEvent): string | undefined =>
  [data['title'], data['name']].find((value): value is string => typeof value === 'string')

const lineOf = (event: PublicEvent, language: Language, consoleUrl: string): string => {
  const name = nameOf(event)
  const reason = data(event, 'reason')
  return [
    `${labelOf(event, language)}${name === undefined ? '' : `: ${name}`}`,
    ...(reason === undefined ? [] : [reason]),
    `${consoleUrl}${pathOf(event)}`,
  ].join('\n')
}

const data = ({ data: fields }: PublicEvent, field: string): string | undefined => {
  const value = fields[field]
  return typeof value === 'string' && value !== '' ? value : undefined
}

/** A header is one line; what people write may hold more. */
const oneLine = (text: string): string => text.replaceAll(/\s+/g, ' ').trim()

/** One mail of several deliveries to the same subscription. */
export const composeMail = (
  { subscriptionId, code, wishes: { language } }: Subscription,
  deliveries: readonly Delivery[],
  consoleUrl: string,
): ComposedMail => {
  const unsubscribeUrl = `${consoleUrl}${forumAddresses.endSubscription(subscriptionId, code)}`
  const foot = `${words.stop[language]}\n${unsubscribeUrl}`
  const events = deliveries.flatMap(({ content }) => (content.kind === 'notice' ? [content.event] : []))
  const [first] = events
  if (deliveries.some(({ content }) => content.kind === 'confirmation')) {
    const url = `${consoleUrl}${forumAddresses.confirmSubscription(subscriptionId, code)}`
    return {
      subject: words.confirmSubject[language],
      text: `${words.confirm[language]}\n${url}\n\n${words.ignore[language]}\n`,
      unsubscribeUrl,
    }
  }
  if (!first) return { subject: words.testSubject[language], text: `${words.test[language]}\n\n${foot}\n`, unsubscribeUrl }
  const name = nameOf(first)
  return {
    subject: oneLine(
      events.length === 1
        ? `${labelOf(first, language)}${name === undefined ? '' : `: ${name}`}`
        : `${events.length} ${words.severalSubject[language]}`,
    ),
    text: [...events.map((event) => lineOf(event, language, consoleUrl)), foot].join('\n\n') + '\n',
    unsubscribeUrl,
  }
}
