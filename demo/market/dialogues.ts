import * as z from 'zod'
import { informationPackage } from '#contracts/dialogue.ts'
import type { InformationPackage } from '#contracts/dialogue.ts'
import { dayOf } from '#calendar/working-days.ts'
import { caseView } from '#phase/application/present-case.ts'
import { dialogueView } from '../../services/forum/application/dialogues/present-dialogue.ts'
import type { DialogueView } from '../../services/forum/application/dialogues/present-dialogue.ts'
import type { ApiAnswer, Client } from '../client.ts'
import { expectStatus, read, until } from '../expect.ts'
import { companies } from '../portfolio/companies.ts'

/**
 * The market dialogue about the digital dosing letter: an RFI and a hearing with two suppliers, held in the forum while
 * the case is in matching. What is said is made up, and the companies do not exist.
 */

const facilitator = 'samordnare'
const [letters, records] = ['leverantor', 'leverantor-2'] as const

const companyOf = ({ name, organisationNumber }: { name: string; organisationNumber: string }) => ({ name, organisationNumber })
const companyOfPersona = {
  [letters]: companyOf(companies.messages),
  [records]: companyOf(companies.careSystems),
} as const

const rfi = {
  kind: 'rfi',
  title: 'Digitalt doseringsbrev vid warfarinbehandling',
  purpose:
    'Vi vill veta hur doseringsbesked kan nå patienter digitalt, hur det syns att brevet är läst, och vad som driver kostnaden. Alla företag får svara.',
  questions: [
    'Hur lämnas doseringen till invånaren, och hur ser mottagningen att brevet är läst?',
    'Vilka öppna gränssnitt har lösningen, och vad kostar en anslutning?',
    'Hur prissätts tjänsten, och vad får priset att ändras?',
  ],
  documents: [
    {
      title: 'Behovet och funktionerna N1–N6',
      text: 'I dag går doseringen ut på papper. Vi behöver kunna skicka dosering digitalt, se att den är läst, påminna, nå den som inte är digital på annat sätt och ändra dosering akut.',
    },
  ],
} as const

const hearing = {
  kind: 'hearing',
  title: 'Flödet för doseringsbrev',
  purpose:
    'Mottagningen visar hur en dosering går till från prov till brev. Alla företag är välkomna och alla får samma anteckning.',
  place: 'Länssjukhuset i Kalmar',
} as const

const question = {
  asked: `${companies.messages.name} undrar om läskvittens måste nå journalen eller bara mottagningens arbetslista.`,
  published: 'Måste läskvittens nå journalen eller bara mottagningens arbetslista?',
  because: 'Företagets namn är borttaget.',
  answer: 'Mottagningens arbetslista. I journalen räcker det att brevet och dess status kan läsas i efterhand.',
} as const

const answers: Readonly<Record<keyof typeof companyOfPersona, readonly string[]>> = {
  [letters]: [
    'Som brev i invånarens inkorg. Kvittensen kommer till mottagningen inom en minut.',
    'OpenAPI 3.1 och HL7 FHIR R4. Anslutningen ingår.',
    'Per skickat brev, med ett tak för året.',
  ],
  [records]: [
    'I vårt journalsystem, som en modul. Kvittens vid akut ändring finns inte än.',
    'Ett eget gränssnitt. Anslutningen offereras.',
    'En avgift per mottagning och år.',
  ],
}

const summary =
  'Två svar. Digitala brev med läskvittens finns i drift. Öppna gränssnitt finns hos en av dem. Pris per brev och pris per mottagning förekommer.'
const shown =
  'Mottagningen visade vägen från prov till brev, hur många brev som går ut varje vecka och vad som händer vid en akut ändring. Inget annat underlag än dokumentet i RFI:n visades.'

const packageView = z.object({ package: informationPackage })

/** Put right just before the dialogue is opened. */
const someDay = '2099-12-31'

/** What the hearing needs to be opened, and to have begun before it is closed. */
const soonMilliseconds = 3_000

type Send = (operation: string, body?: unknown, more?: { as?: string; ifMatch?: string | undefined }) => Promise<ApiAnswer>

export const createDialogueHolder = (client: Client, say: (line: string) => void) => {
  const readPackage = async (caseId: string): Promise<InformationPackage | undefined> => {
    const answer = await client.as(undefined)({ method: 'GET', path: `/v1/forum/cases/${caseId}/information-package` })
    return expectStatus(answer, 'read the package', 200, 404) === 200 ? packageView.parse(answer.body).package : undefined
  }

  const readDialogue = async (dialogueId: string): Promise<{ view: DialogueView; etag: string | undefined }> => {
    const answer = await client.as(facilitator)({ method: 'GET', path: `/v1/forum/dialogues/${dialogueId}/member-view` })
    return { view: read(answer, dialogueView, 'read the dialogue'), etag: answer.etag }
  }

  /** The same plan under the same key is the same dialogue; one that is already open is found by its title. */
  const plan = async (caseId: string, body: typeof rfi | typeof hearing): Promise<string> => {
    const known = (await readPackage(caseId))?.dialogues.find(({ title }) => title === body.title)
    if (known) return known.dialogueId
    return until('the forum to know the case', async () => {
      const planned = await client.as(facilitator)({
        method: 'POST',
        path: '/v1/forum/dialogues',
        body: { caseId, plan: { ...body, lastDay: someDay } },
        idempotencyKey: `demo-dialogue-${body.title.slice(0, 20)}-${caseId}`.replaceAll(/[^\w-]/g, ''),
      })
      return expectStatus(planned, 'plan a dialogue', 201, 404) === 201 ? dialogueView.parse(planned.body).dialogueId : undefined
    })
  }

  const sender =
    (dialogueId: string): Send =>
    async (operation, body, { as = facilitator, ifMatch } = {}) => {
      const answer = await client.as(as)({
        method: 'POST',
        path: `/v1/forum/dialogues/${dialogueId}/${operation}`,
        ...(body !== undefined && { body }),
        ifMatch,
        idempotencyKey: `demo-${operation.replaceAll(/\W/g, '-')}-${as}-${dialogueId}`,
      })
      // 409: an earlier run has done it.
      expectStatus(answer, `${operation} as ${as}`, 201, 409)
      return answer
    }

  /** Opens with a day that lies ahead, and does the rest unless an earlier run has ended it. */
  const hold = async (
    dialogueId: string,
    planBody: () => object,
    talk: (send: Send, view: () => Promise<DialogueView>) => Promise<void>,
    closing: object,
  ): Promise<void> => {
    const send = sender(dialogueId)
    const first = await readDialogue(dialogueId)
    if (first.view.status === 'planned') {
      const path = `/v1/forum/dialogues/${dialogueId}/plan`
      const planned = await client.as(facilitator)({ method: 'PUT', path, body: planBody(), ifMatch: first.etag })
      expectStatus(planned, 'plan', 200)
      await send('openings', undefined, { ifMatch: planned.etag })
    }
    const { view } = await readDialogue(dialogueId)
    if (view.status !== 'open') return
    await talk(send, async () => (await readDialogue(dialogueId)).view)
    if (view.startsAt !== undefined)
      await until('the hearing to begin', async () => ((await readDialogue(dialogueId)).view.isTimeOver ? true : undefined))
    await send('closings', closing, { ifMatch: (await readDialogue(dialogueId)).etag })
    say(`  Forumet: ${view.title} är avslutad`)
  }

  const today = (): string => dayOf(new Date().toISOString())

  const holdRfi = async (caseId: string): Promise<void> => {
    const body = () => ({ ...rfi, lastDay: today() })
    await hold(
      await plan(caseId, rfi),
      body,
      async (send, view) => {
        await send('questions', { text: question.asked }, { as: letters })
        const [waiting] = (await view()).staff?.waiting ?? []
        if (waiting)
          await send(`questions/${waiting.number}/answers`, {
            answer: question.answer,
            edited: { text: question.published, because: question.because },
          })
        for (const as of [letters, records] as const) {
          const given = answers[as].map((text, index) => ({ question: index + 1, text }))
          // oxlint-disable-next-line no-await-in-loop -- one company after the other
          await send('answers', { company: companyOfPersona[as], answers: given }, { as })
        }
        await send('answer-summaries', { text: summary })
      },
      {
        summary: 'Det finns lösningar i drift. Kravet på läskvittens och öppna gränssnitt går att ställa.',
        earlyBecause: 'Exempel: de företag som följer behovet har svarat.',
      },
    )
  }

  const holdHearing = async (caseId: string): Promise<void> => {
    const body = () => ({
      ...hearing,
      startsAt: new Date(Date.now() + soonMilliseconds).toISOString(),
      lastDay: today(),
    })
    await hold(
      await plan(caseId, hearing),
      body,
      async (send, view) => {
        for (const as of [letters, records] as const) {
          const registration = { company: companyOfPersona[as], roles: 'Produktägare, arkitekt', mayBeNamed: as === letters }
          // oxlint-disable-next-line no-await-in-loop -- the order of registration
          await send('registrations', registration, { as })
        }
        const { staff, information } = await view()
        if (information?.meetings.length === 0)
          await send('meeting-notes', {
            shown,
            ours: 'Verksamhetschef, sjuksköterska, upphandlare, IT-arkitekt',
            registrations: (staff?.registrations ?? []).map(({ number }) => number),
          })
      },
      { summary: 'Företagen såg hela flödet. Akuta ändringar av doseringen är det svåraste att lösa.' },
    )
  }

  return {
    /** An RFI and a hearing, and their package on the case in matching. Held already, they are not held again. */
    holdDialogues: async (caseId: string): Promise<void> => {
      await holdRfi(caseId)
      await holdHearing(caseId)
      const told = await readPackage(caseId)
      await until('the package to be on the case', async () => {
        const answer = await client.as('handlaggare')({ method: 'GET', path: `/v1/matching/cases/${caseId}` })
        const there = read(answer, caseView, 'read the case').informationPackage
        return there && told && there.version >= told.version ? true : undefined
      })
    },

    /** The version that the procurement documents refer to, once the case in procurement has it; undefined while there is none. */
    packageVersionInProcurement: async (caseId: string): Promise<number | undefined> => {
      const told = await readPackage(caseId)
      if (!told) return undefined
      return until('procurement to have the package', async () => {
        const answer = await client.as('upphandlare')({ method: 'GET', path: `/v1/procurement/cases/${caseId}` })
        const there = read(answer, caseView, 'read the case').informationPackage
        return there && there.version >= told.version ? there.version : undefined
      })
    },
  }
}
export type DialogueHolder = ReturnType<typeof createDialogueHolder>
