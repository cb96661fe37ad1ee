import { describe, expect, it } from 'vitest'
import { callView } from '../../../api/forum-views.ts'
import { calendarFile } from './calendar-file.ts'

const call = (more: object = {}) =>
  callView.parse({
    callId: '01a00000-0000-7000-8000-0000000000c1',
    kind: 'event',
    title: 'Behovsdag, med komma; och semikolon',
    text: 'Rad ett\nRad två',
    organiser: 'Regionen',
    audience: 'Alla',
    startsAt: '2027-03-28T00:30:00.000Z',
    endsAt: '2027-03-28T02:00:00.000Z',
    place: 'Kalmar',
    status: 'published',
    publishedAt: '2026-11-20T08:00:00.000Z',
    changedAt: '2026-11-21T08:00:00.000Z',
    sequence: 3,
    ...more,
  })

const linesOf = (...calls: ReturnType<typeof call>[]) =>
  calendarFile(calls, { name: 'Forum', countyId: 'kalmar', hrefOf: ({ callId }) => `https://console.example/${callId}` })
    .replaceAll('\r\n ', '')
    .split('\r\n')

describe('the calendar file', () => {
  it('gives an event the same identity in every reading, and counts its changes', () => {
    const [first, second] = [linesOf(call()), linesOf(call({ sequence: 4, title: 'Ny rubrik' }))]
    const uid = 'UID:01a00000-0000-7000-8000-0000000000c1@kalmar.behovsflodet'
    expect(first).toContain(uid)
    expect(second).toContain(uid)
    expect([first, second].map((lines) => lines.find((line) => line.startsWith('SEQUENCE')))).toEqual([
      'SEQUENCE:3',
      'SEQUENCE:4',
    ])
  })

  it('means the same moments across the change to summer time', () => {
    const lines = linesOf(call())
    expect(lines).toContain('DTSTART:20270328T003000Z')
    expect(lines).toContain('DTEND:20270328T020000Z')
    expect(lines).toContain('X-WR-TIMEZONE:Europe/Stockholm')
  })

  it.each([
    ['2027-01-31', '20270131', '20270201'],
    // A day of 25 hours, and one of 23.
    ['2027-10-31', '20271031', '20271101'],
    ['2027-03-28', '20270328', '20270329'],
  ])('sets a call on its last day, whole, without hours: %s', (closesOn, first, after) => {
    const lines = linesOf(call({ kind: 'funding', startsAt: undefined, endsAt: undefined, closesOn }))
    expect(lines).toContain(`DTSTART;VALUE=DATE:${first}`)
    expect(lines).toContain(`DTEND;VALUE=DATE:${after}`)
  })

  it('says what is cancelled, and why', () => {
    const lines = linesOf(call({ status: 'cancelled', cancelled: { reason: 'Sjukdom' } }))
    expect(lines).toContain('STATUS:CANCELLED')
    expect(lines.find((line) => line.startsWith('DESCRIPTION'))).toContain('Sjukdom')
    expect(linesOf(call())).toContain('STATUS:CONFIRMED')
  })

  it('escapes what calendars read as signs of their own, and ends lines as RFC 5545 says', () => {
    const file = calendarFile([call()], { name: 'Forum', countyId: 'kalmar', hrefOf: () => 'https://console.example' })
    expect(linesOf(call())).toContain('SUMMARY:Behovsdag\\, med komma\\; och semikolon')
    expect(file.split('\n').every((line) => line === '' || line.endsWith('\r'))).toBe(true)
    expect(file.startsWith('BEGIN:VCALENDAR')).toBe(true)
  })
})
