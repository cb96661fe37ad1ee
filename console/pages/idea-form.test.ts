import { describe, expect, it } from 'vitest'
import { fakeProblem } from '../testing/fake-api.ts'
import { formEntries } from '../testing/form-entries.ts'
import { caseId } from '../testing/fixtures.ts'
import { createTestConsole } from '../testing/test-console.ts'

const filled = {
  '/title': 'Breven kommer sent',
  '/description': 'Patienten får sitt besked för sent.',
  '/sender': 'staff',
  '/contact/email': 'sara@example.se',
}
const sent = {
  'POST /v1/ideas/submissions': { status: 201, body: { ideaId: caseId, receipt: 'r'.repeat(32), answerDueOn: '2026-12-04' } },
}

const formOf = (html: string) => Object.fromEntries(formEntries(html))

describe('sending an idea', () => {
  it('tells before the form that what is sent becomes a public record and must hold no patient data', async () => {
    const html = await (await createTestConsole().get('/ide')).text()
    for (const warning of ['allmän handling', 'enskilda patienter', 'personnummer']) {
      expect(html).toContain(warning)
      expect(html.indexOf(warning)).toBeLessThan(html.indexOf('<form class="form"'))
    }
  })

  it('lets the sender check before anything is sent', async () => {
    const web = createTestConsole(sent)
    const html = await (await web.post('/ide', { ...filled, _nyckel: 'key-12345678', _action: 'check' })).text()
    expect(html).toContain('Stämmer det här?')
    expect(html).toContain('Patienten får sitt besked för sent.')
    expect(web.api.calls).toEqual([])
    expect(formOf(html)).toMatchObject({ ...filled, _nyckel: 'key-12345678' })
  })

  it('stops a personal identity number before the sender is asked to confirm', async () => {
    const web = createTestConsole(sent)
    const written = { ...filled, '/description': 'Till exempel 850709-9805.', '/contact/name': 'Anna 19850709-9805' }
    const response = await web.post('/ide', { ...written, _action: 'check' })
    expect(response.status).toBe(422)
    const html = await response.text()
    expect(html).not.toContain('Stämmer det här?')
    for (const field of ['description', 'contact-name']) expect(html).toContain(`href="#falt-${field}"`)
    expect(html).toContain('Ta bort personnumret ur texten.')
    expect(formOf(html)).toMatchObject(written)
    expect(web.api.calls).toEqual([])
  })

  it('asks for a choice where there is one, and puts no colon after a question mark', async () => {
    const html = await (await createTestConsole().post('/ide', { _action: 'check' })).text()
    expect(html).toContain('Vem är du? Välj ett alternativ.')
    expect(html).toContain('Idén i en mening: Fyll i fältet.')
    expect(html).not.toContain('?:')
  })

  it('goes back to change with everything kept', async () => {
    const html = await (await createTestConsole().post('/ide', { ...filled, _action: 'change' })).text()
    expect(formOf(html)).toMatchObject(filled)
  })

  it('sends once, whoever presses twice, and leads to the receipt', async () => {
    const web = createTestConsole(sent)
    const response = await web.post('/ide', { ...filled, _nyckel: 'key-12345678', _action: 'send' })
    expect(response.status).toBe(303)
    expect(response.headers.get('location')).toBe(`/ide/${'r'.repeat(32)}?ny=1`)
    const [call] = web.api.calls
    expect(call?.body).toEqual({
      title: 'Breven kommer sent',
      description: 'Patienten får sitt besked för sent.',
      sender: 'staff',
      contact: { email: 'sara@example.se' },
    })
    expect(call?.headers.get('idempotency-key')).toBe('key-12345678')
  })

  it('says what is missing without asking the service, and loses nothing', async () => {
    const web = createTestConsole(sent)
    const response = await web.post('/ide', { '/title': 'Bara en rubrik', '/contact/email': 'fel', _action: 'check' })
    expect(response.status).toBe(422)
    const html = await response.text()
    for (const field of ['description', 'sender', 'contact-email']) expect(html).toContain(`href="#falt-${field}"`)
    expect(html).not.toContain('href="#falt-title"')
    expect(formOf(html)).toMatchObject({ '/title': 'Bara en rubrik', '/contact/email': 'fel' })
    expect(web.api.calls).toEqual([])
  })

  it('shows a refusal at its field, keeps the text, and uses a new key for the corrected one', async () => {
    const web = createTestConsole({
      'POST /v1/ideas/submissions': fakeProblem(422, 'personalIdentityNumber', [
        { pointer: '/description', sv: 'Ta bort personnumret ur texten.' },
      ]),
    })
    const response = await web.post('/ide', { ...filled, _nyckel: 'key-12345678', _action: 'send' })
    expect(response.status).toBe(422)
    const html = await response.text()
    expect(html).toContain('href="#falt-description"')
    expect(html).toContain('Ta bort personnumret ur texten.')
    const form = formOf(html)
    expect(form).toMatchObject(filled)
    expect(form['_nyckel']).not.toBe('key-12345678')
  })
})

describe('the receipt', () => {
  const idea = {
    title: 'Breven kommer sent',
    submittedAt: '2026-11-10T08:00:00.000Z',
    answerDueOn: '2026-12-04',
    status: 'submitted',
  }
  const path = `/ide/${'r'.repeat(32)}`
  const follow = async (body: object, target = path) =>
    (await createTestConsole({ [`GET /v1/ideas/receipts/${'r'.repeat(32)}`]: { body } }).get(target)).text()

  it('thanks a new sender and shows the link to keep', async () => {
    const html = await follow(idea, `${path}?ny=1`)
    expect(html).toContain('Tack!')
    expect(html).toContain(`https://console.test${path}`)
  })

  it('says who answers by when while it waits', async () => {
    expect(await follow(idea)).toContain('4 december 2026 (om 14 dagar)')
  })

  it('shows where the case is among the seven phases', async () => {
    const html = await follow({
      ...idea,
      status: 'accepted',
      case: { caseNumber: 'KLM-2026-0042', phase: 'matching', status: 'ongoing' },
    })
    expect(html).toContain('KLM-2026-0042')
    expect(html.match(/aria-current="step"/g)).toHaveLength(1)
    expect(html).toMatch(/aria-current="step"(?:(?!<li)[\s\S])*Matchning/)
  })

  it('tells why it was stopped, in plain words', async () => {
    const html = await follow({
      ...idea,
      status: 'accepted',
      case: {
        caseNumber: 'KLM-2026-0042',
        phase: 'matching',
        status: 'stopped',
        stopped: {
          reason: { sv: 'Marknaden kan inte leverera det som behövs', en: 'x' },
          explanation: 'Ingen av fyra leverantörer klarar kraven.',
        },
      },
    })
    expect(html).toContain('Marknaden kan inte leverera det som behövs')
    expect(html).toContain('Ingen av fyra leverantörer klarar kraven.')
  })
})
