import type { Language, Text } from '#contracts/language.ts'

/** Texts, days and figures as people in Sweden write them, in the language of the page. */
export interface Locale {
  readonly language: Language
  readonly t: (text: Text) => string
  /** `2026-11-20` as 20 november 2026. */
  readonly day: (date: string) => string
  /** `2026-11-20` as 20 nov. 2026, for tables. */
  readonly shortDay: (date: string) => string
  /** A timestamp as day and clock time in Sweden. */
  readonly moment: (timestamp: string) => string
  /** Öre as kronor; öre are told only when there are any. */
  readonly money: (ore: number) => string
  readonly number: (value: number) => string
  /** A share 0-1 as percent. */
  readonly share: (value: number) => string
  readonly list: (parts: readonly string[]) => string
  /** How far a calendar day lies from today: `om 3 dagar`, `i går`. */
  readonly distance: (date: string) => string
  /** The calendar day in Sweden at a moment. */
  readonly swedishDay: (timestamp: string) => string
  readonly today: string
}

const tags = { sv: 'sv-SE', en: 'en-GB' } as const
const timeZone = 'Europe/Stockholm'
const dayMilliseconds = 86_400_000
const orePerKrona = 100

const swedishDay = (timestamp: string): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' }).format(new Date(timestamp))

/** @param now RFC 3339 in UTC. */
export const createLocale = (language: Language, now: string): Locale => {
  const tag = tags[language]
  const day = new Intl.DateTimeFormat(tag, { dateStyle: 'long', timeZone: 'UTC' })
  const shortDay = new Intl.DateTimeFormat(tag, { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' })
  const moment = new Intl.DateTimeFormat(tag, { dateStyle: 'long', timeStyle: 'short', timeZone })
  const number = new Intl.NumberFormat(tag, { maximumFractionDigits: 4 })
  const share = new Intl.NumberFormat(tag, { style: 'percent', maximumFractionDigits: 0 })
  const list = new Intl.ListFormat(tag, { type: 'conjunction' })
  const relative = new Intl.RelativeTimeFormat(tag, { numeric: 'auto' })
  const today = swedishDay(now)
  return {
    language,
    today,
    swedishDay,
    t: (text) => text[language],
    day: (date) => day.format(new Date(`${date}T00:00:00Z`)),
    shortDay: (date) => shortDay.format(new Date(`${date}T00:00:00Z`)),
    moment: (timestamp) => moment.format(new Date(timestamp)),
    money: (ore) =>
      new Intl.NumberFormat(tag, {
        style: 'currency',
        currency: 'SEK',
        currencyDisplay: language === 'sv' ? 'symbol' : 'code',
        minimumFractionDigits: ore % orePerKrona === 0 ? 0 : 2,
        maximumFractionDigits: ore % orePerKrona === 0 ? 0 : 2,
      }).format(ore / orePerKrona),
    number: (value) => number.format(value),
    share: (value) => share.format(value),
    list: (parts) => list.format(parts),
    distance: (date) =>
      relative.format(Math.round((Date.parse(`${date}T00:00:00Z`) - Date.parse(`${today}T00:00:00Z`)) / dayMilliseconds), 'day'),
  }
}

/** What the address asks for, else what the cookie remembers, else Swedish. */
export const chooseLanguage = (asked: string | undefined, remembered: string | undefined): Language => {
  const wanted = asked ?? remembered
  return wanted === 'en' ? 'en' : 'sv'
}
