import type { OpinionUnit, Phase } from '#contracts/words.ts'
import { canonicalJson } from '#lambda/digest.ts'
import { caseView } from '#phase/application/present-case.ts'
import type { CaseView } from '#phase/application/present-case.ts'
import { sectionContentView } from '#phase/application/read-section.ts'
import { phaseDescription } from '#phase/routes.ts'
import type { Client } from './client.ts'
import type { DemoPhase } from './demo-case.ts'
import { expectStatus, read, until } from './expect.ts'
import { answererOf, caseOfficer, carrierOf, writerOf } from './personas.ts'

/** What people write in a phase: its sections, and the opinions that are asked for and given. */
export const createRecordWriter = (client: Client) => {
  const findCase = async (phase: Phase, caseId: string): Promise<CaseView | undefined> => {
    const answer = await client.as(carrierOf(phase))({ method: 'GET', path: `/v1/${phase}/cases/${caseId}` })
    return expectStatus(answer, 'read the case', 200, 404) === 200 ? caseView.parse(answer.body) : undefined
  }

  const readCase = (phase: Phase, caseId: string): Promise<CaseView> =>
    until(`${phase} to receive the case`, () => findCase(phase, caseId))

  const writeSections = async (
    phase: Phase,
    caseId: string,
    contents: Readonly<Record<string, unknown>>,
    isAfterDecision: boolean,
  ): Promise<void> => {
    const described = await client.as(caseOfficer)({ method: 'GET', path: `/v1/${phase}/description` })
    const { sections } = read(described, phaseDescription, 'describe the phase')
    for (const section of sections.filter((candidate) => candidate.isAfterDecision === isAfterDecision)) {
      const content = contents[section.key]
      if (content === undefined) continue
      const path = `/v1/${phase}/cases/${caseId}/sections/${section.key}`
      const writer = client.as(writerOf(phase, section))
      // oxlint-disable-next-line no-await-in-loop -- a section may read the ones before it
      await until(`${section.key} to be saved`, async () => {
        const current = await writer({ method: 'GET', path })
        const { status, content: saved } = read(current, sectionContentView, `read ${section.key}`)
        if (status === 'complete' && canonicalJson(saved) === canonicalJson(content)) return true
        const answer = await writer({ method: 'PUT', path, body: { status: 'complete', content }, ifMatch: current.etag })
        // 412: our own save, whose answer was lost, or somebody else's; the next look tells.
        return expectStatus(answer, `save ${section.key}`, 200, 412) === 200 ? true : undefined
      })
    }
  }

  /** Asks unless it has been asked. @returns the opinion as it stands. */
  const ask = async (phase: Phase, caseId: string, { unit, question }: { unit: OpinionUnit; question: string }, key: string) => {
    const isIt = (opinion: CaseView['opinions'][number]): boolean => opinion.unit === unit && opinion.question === question
    const known = (await readCase(phase, caseId)).opinions.find(isIt)
    if (known) return known
    const asked = await client.as(carrierOf(phase))({
      method: 'POST',
      path: `/v1/${phase}/cases/${caseId}/opinions`,
      body: { unit, question },
      idempotencyKey: `demo-${key}-${phase}-ask-${unit}-${caseId}`,
    })
    return read(asked, caseView, `ask ${unit}`, 201).opinions.find(isIt)
  }

  const getOpinions = async (
    phase: Phase,
    caseId: string,
    { content, openOpinions = [] }: DemoPhase,
    key: string,
  ): Promise<void> => {
    for (const { unit, question, answer, comment } of content.opinions) {
      // oxlint-disable-next-line no-await-in-loop -- each changes the record that the next one reads
      const asked = await ask(phase, caseId, { unit, question }, key)
      if (!asked || asked.answer) continue
      // oxlint-disable-next-line no-await-in-loop -- as above
      const given = await client.as(answererOf[unit])({
        method: 'POST',
        path: `/v1/${phase}/cases/${caseId}/opinions/${asked.id}/answers`,
        body: { answer, comment },
        idempotencyKey: `demo-${key}-${phase}-answer-${asked.id}`,
      })
      expectStatus(given, `opinion of ${unit}`, 201, 409)
    }
    // oxlint-disable-next-line no-await-in-loop -- as above
    for (const open of openOpinions) await ask(phase, caseId, open, key)
  }

  return { findCase, readCase, writeSections, getOpinions }
}

export type RecordWriter = ReturnType<typeof createRecordWriter>
