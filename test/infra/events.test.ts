import { beforeAll, describe, expect, it } from 'vitest'
import { services } from '../../services/services.ts'
import { environmentVariables } from '../../services/shared/lambda/runtime.ts'
import { account, at, covered, createInstallation, everyCounty, list, plain, target } from './installation.ts'
import type { Installation } from './installation.ts'

describe.each(everyCounty)('the events of %s', (countyId) => {
  let installation: Installation
  beforeAll(async () => {
    installation = await createInstallation(countyId)
  }, 60_000)

  const inboxUrl = (service: string): string =>
    `https://sqs.eu-north-1.amazonaws.com/${account}/${countyId}-${service}-inbox.fifo`

  /** As the relay itself reads them. */
  const routesOf = (service: string) => {
    const relay = installation
      .ofType('AWS::Lambda::Function')
      .find(({ properties }) => properties['FunctionName'] === `${countyId}-${service}-relay`)
    return environmentVariables.EVENT_ROUTES.parse(plain(at(relay?.properties, 'Environment', 'Variables', 'EVENT_ROUTES')))
  }

  const acceptances = services.flatMap(({ name, accepts }) =>
    accepts.map(({ event, phase }) => ({
      receiver: name,
      event: event.name,
      type: event.type,
      phase,
      title: `${event.name}${phase ? ` of ${phase}` : ''} to ${name}`,
    })),
  )

  it.each(acceptances)('brings $title from each who emits it', ({ receiver, type, phase }) => {
    const emitters = services.filter(
      ({ emits, emitsOnlyFor = [] }) =>
        emits.some((event) => event.type === type) &&
        emitsOnlyFor.every((only) => only.event.type !== type || phase === undefined || only.phase === phase),
    )
    expect(emitters.map(({ name }) => name)).not.toEqual([])
    for (const { name } of emitters)
      expect(routesOf(name)).toContainEqual({ type, queueUrl: inboxUrl(receiver), ...(phase && { phase }) })
  })

  it('go nowhere that has not asked for them, and only to queues that exist', () => {
    const queues = new Set(
      installation
        .ofType('AWS::SQS::Queue')
        .map(({ properties }) => `https://sqs.eu-north-1.amazonaws.com/${account}/${plain(properties['QueueName'])}`),
    )
    const asked = new Set(acceptances.map(({ receiver, type, phase }) => `${type} ${phase ?? ''} ${inboxUrl(receiver)}`))
    const routes = services.filter(({ emits }) => emits.length > 0).flatMap(({ name }) => routesOf(name))
    covered(`${countyId}: ${acceptances.length} acceptances, ${routes.length} routes between relays and inboxes`)
    expect(acceptances.length).toBeGreaterThan(services.length)
    expect(routes.length).toBeGreaterThan(acceptances.length)
    for (const { type, phase, queueUrl } of routes) {
      expect(queues).toContain(queueUrl)
      expect(asked).toContain(`${type} ${phase ?? ''} ${queueUrl}`)
    }
  })

  it('may be sent by a relay to the inboxes on its routes and its own failure queue, and nowhere else', () => {
    const emitting = services.filter(({ emits }) => emits.length > 0)
    for (const { name } of emitting) {
      const stack = `${countyId}-${name}`
      const relay = installation
        .ofType('AWS::Lambda::Function')
        .find(({ properties }) => properties['FunctionName'] === `${stack}-relay`)
      const role = target(relay?.properties['Role'])
      const allowed = installation
        .ofType('AWS::IAM::Policy')
        .filter(
          (policy) => policy.stack === stack && list(policy.properties['Roles']).some((reference) => target(reference) === role),
        )
        .flatMap(({ properties }) => list(at(properties, 'PolicyDocument', 'Statement')))
        .filter((statement) => list(at(statement, 'Action')).includes('sqs:SendMessage'))
        .flatMap((statement) => list(at(statement, 'Resource')).map(plain))
      const inboxes = new Set(
        routesOf(name).map(({ queueUrl }) => `arn:aws:sqs:eu-north-1:${account}:${queueUrl.split('/').at(-1)}`),
      )
      const failures = installation
        .ofType('AWS::SQS::Queue')
        .find(({ properties }) => properties['QueueName'] === `${stack}-relay-dlq`)
      expect(allowed.toSorted()).toEqual([...inboxes, `<${failures?.id}.Arn>`].toSorted())
    }
  })
})
