import * as z from 'zod'
import type { Client } from '../client.ts'
import { read, until } from '../expect.ts'
import { caseOfficer } from '../personas.ts'

/** The requirement library at work: a requirement of the county's own, and suggestions with a curator's answers. Again, it adds nothing. */

const curator = 'redaktor'

const requirements = z.object({ requirements: z.array(z.object({ id: z.string() })) })
const suggestion = z.object({ suggestionId: z.string(), text: z.object({ sv: z.string() }), status: z.string() })
const suggestions = z.object({ suggestions: z.array(suggestion) })

const doseChange = {
  sv: 'Hemtjänstens personal ska se en ändrad dos i sin lista innan nästa besök hos personen.',
  en: 'Home care staff must see a changed dose in their list before the next visit to the person.',
} as const

const accepted = {
  suggestion: {
    text: doseChange,
    kind: 'functional',
    verification: 'demonstration',
    reason: 'Alla kommuner i länet har samma behov när regionen ändrar en ordination.',
    source: { document: 'Länets rutin för läkemedel i hemsjukvården', clause: 'avsnitt 3' },
  },
  requirement: {
    text: doseChange,
    kind: 'functional',
    force: 'recommended',
    sources: [{ document: 'Länets rutin för läkemedel i hemsjukvården', clause: 'avsnitt 3' }],
    validFrom: '2026-11-20',
    appliesWhen: [['recordIntegration', 'staffUsers'], ['medicineDispenser']],
    verification: 'demonstration',
    barrier: { level: 'none' },
    servesWords: ['dos', 'läkemedel', 'ordination'],
  },
} as const

const declined = {
  suggestion: {
    text: { sv: 'Leverantören ska lämna tre referenser från svenska regioner.' },
    kind: 'operation',
    verification: 'documentation',
    reason: 'Vi vill veta att tjänsten fungerar hos andra.',
  },
  reason:
    'Krav på referenser stänger ute nya och små företag utan att visa att tjänsten passar hos oss. Be i stället om ett prov i egen miljö, eller en visning på den egna uppgiften.',
} as const

export const fillLibrary = async (client: Client, say: (line: string) => void): Promise<void> => {
  const officer = client.as(caseOfficer)
  const editor = client.as(curator)
  // The library is installed by a schedule, which begins with the process and needs a moment.
  await until('the requirement library', async () => {
    const answer = await editor({ method: 'GET', path: '/v1/catalogue/library/requirements?limit=1' })
    return read(answer, requirements, 'the library').requirements[0]
  })
  const mine = read(
    await officer({ method: 'GET', path: '/v1/catalogue/library/my-suggestions?limit=100' }),
    suggestions,
    'my suggestions',
  ).suggestions

  let sent = 0
  const send = async (body: typeof accepted.suggestion | typeof declined.suggestion): Promise<string | undefined> => {
    if (mine.some(({ text }) => text.sv === body.text.sv)) return undefined
    const made = await officer({ method: 'POST', path: '/v1/catalogue/library/suggestions', body })
    sent += 1
    return read(made, suggestion, body.text.sv, 201).suggestionId
  }

  const good = await send(accepted.suggestion)
  if (good !== undefined) {
    const path = `/v1/catalogue/library/suggestions/${good}/acceptances`
    read(await editor({ method: 'POST', path, body: accepted.requirement }), suggestion, path)
  }
  const barring = await send(declined.suggestion)
  if (barring !== undefined) {
    const path = `/v1/catalogue/library/suggestions/${barring}/refusals`
    read(await editor({ method: 'POST', path, body: { reason: declined.reason } }), suggestion, path)
  }
  say(`Kravbiblioteket: ${sent} förslag lämnade och besvarade`)
}
