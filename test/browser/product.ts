import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { GetQueueUrlCommand, SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs'
import { kalmar } from '#counties/kalmar.ts'
import { phases } from '#contracts/words.ts'
import { deadLetterAttributes } from '#lambda/dead-letters.ts'
import type { Phase } from '#contracts/words.ts'
import { akBrev } from '../../demo/ak-brev/case.ts'
import { createClient } from '../../demo/client.ts'
import type { Client } from '../../demo/client.ts'
import type { DemoCase, DemoPhase } from '../../demo/demo-case.ts'
import { createDriver } from '../../demo/drive-case.ts'
import { until } from '../../demo/expect.ts'
import { createGatePasser } from '../../demo/pass-gate.ts'
import { caseOfficer } from '../../demo/personas.ts'
import { createRecordWriter } from '../../demo/write-record.ts'
import { names } from '../../infra/names.ts'
import { product, startSystem } from '../../local/system.ts'
import { recordedContents } from '../infra/privileges/recorded-tests.ts'

/** The whole product on a free port with a folder of its own, and a few cases in it. */
export interface Product {
  readonly url: string
  readonly client: Client
  /** In the idea phase, half written, with nothing asked for yet. */
  readonly beginning: string
  /** In the matching phase, with opinions asked for and not answered. */
  readonly working: string
  /** Waiting at BP2 with everything in order. */
  readonly waiting: string
  /** Waiting at BP1, where `go` cannot be decided. */
  readonly stuck: string
  /** Through the whole flow, with measurements. */
  readonly completed: string
  /** Puts a message where a service would have set it aside. */
  readonly setAside: (service: string, message: { text: string; group: string; reason: string }) => Promise<void>
  readonly stop: () => Promise<void>
}

const sectionsWritten = 3

const passed = (phase: DemoPhase): DemoPhase => ({
  content: phase.content,
  rulings: [{ outcome: 'go', reason: 'Underlaget håller.' }],
})

const half = ({ content }: DemoPhase): DemoPhase => ({
  content: { ...content, sections: Object.fromEntries(Object.entries(content.sections).slice(0, sectionsWritten)), opinions: [] },
  openOpinions: content.opinions.map(({ unit, question }) => ({ unit, question })),
  rulings: [],
})

/** The digital dosing letter under another name, as far as the given phase. */
const upTo = (key: string, title: string, last: Phase, lastPhase: (phase: DemoPhase) => DemoPhase): DemoCase => {
  const told = phases.slice(0, phases.indexOf(last) + 1)
  return {
    ...akBrev,
    key,
    submission: { ...akBrev.submission, title },
    phases: Object.fromEntries(
      told.flatMap((phase) => {
        const content = akBrev.phases[phase]
        return content ? [[phase, phase === last ? lastPhase(content) : passed(content)]] : []
      }),
    ),
  }
}

export const startProduct = async (): Promise<Product> => {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'behovsflodet-browser-'))
  const system = await startSystem({ port: 0, dataDir, county: kalmar }, recordedContents(product, kalmar.id))
  const stop = async (): Promise<void> => {
    await system.stop()
    await rm(dataDir, { recursive: true, force: true })
  }
  const setAside: Product['setAside'] = async (service, { text, group, reason }) => {
    const sqs = new SQSClient(system.awsClient('sqs'))
    const { QueueUrl = '' } = await sqs.send(new GetQueueUrlCommand({ QueueName: names(kalmar.id).deadLetters(service) }))
    const endpoint = await sqs.config.endpoint?.()
    await sqs.send(
      new SendMessageCommand({
        // The emulator names itself by an address of its own.
        QueueUrl: `http://${endpoint?.hostname}:${endpoint?.port}${new URL(QueueUrl).pathname}`,
        MessageBody: text,
        MessageGroupId: group,
        MessageDeduplicationId: crypto.randomUUID(),
        MessageAttributes: {
          [deadLetterAttributes.reason]: { DataType: 'String', StringValue: reason },
          [deadLetterAttributes.attempts]: { DataType: 'Number', StringValue: '5' },
        },
      }),
    )
    sqs.destroy()
  }
  try {
    const client = createClient(system.url)
    const { drive } = createDriver({ client, say: () => {} })
    const { caseId: completed } = await drive(akBrev)
    const { caseId: beginning } = await drive(upTo('beginning', 'Bättre uppföljning av läkemedel', 'ideas', half))
    const { caseId: working } = await drive(upTo('working', 'Digital tolk vid akuta besök', 'matching', half))
    const { caseId: waiting } = await drive(
      upTo('waiting', 'Säker överföring av provsvar', 'matching', ({ content }) => ({
        content,
        rulings: [],
        leaveUndecided: true,
      })),
    )
    const { caseId: stuck } = await drive(upTo('stuck', 'Hjälpmedel på recept', 'ideas', half))
    await createGatePasser(client, createRecordWriter(client)).request('ideas', stuck)
    await until('the gate to take the request', async () => {
      const path = `/v1/gates/decision-requests/${stuck}-BP1-1`
      return (await client.as(caseOfficer)({ method: 'GET', path })).status === 200 ? true : undefined
    })
    return { url: system.url, client, beginning, working, waiting, stuck, completed, setAside, stop }
  } catch (error) {
    await stop()
    throw error
  }
}
