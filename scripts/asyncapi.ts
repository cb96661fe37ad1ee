import { stringify } from 'yaml'
import { anyEvent } from '../services/shared/contracts/event.ts'
import { eventDefinitions } from '../services/shared/contracts/events.ts'
import type { ServiceDeclaration } from '../services/shared/lambda/declaration.ts'
import { answerSchema } from './json-schema.ts'

/** docs/asyncapi.yaml: AsyncAPI 3.0, one channel per inbox, one message per event. */

const acceptedBy = (service: ServiceDeclaration): string[] => [...new Set(service.accepts.map(({ event }) => event.name))]

export const asyncApi = (services: readonly ServiceDeclaration[]): string => {
  const receivers = services.filter(({ accepts }) => accepts.length > 0)
  return stringify(
    {
      asyncapi: '3.0.0',
      info: {
        title: 'Behovsflödet: events',
        version: '1.0.0',
        description: 'CloudEvents 1.0 in JSON, over SQS FIFO queues: grouped by case, deduplicated by event id.',
        license: { name: 'EUPL-1.2' },
      },
      channels: Object.fromEntries(
        receivers.map((service) => [
          `${service.name}-inbox`,
          {
            address: `{county}-${service.name}-inbox.fifo`,
            parameters: { county: { description: 'The id of the county, for example kalmar.' } },
            messages: Object.fromEntries(acceptedBy(service).map((name) => [name, { $ref: `#/components/messages/${name}` }])),
          },
        ]),
      ),
      operations: Object.fromEntries(
        receivers.map((service) => [
          `${service.name}-consumes`,
          {
            action: 'receive',
            channel: { $ref: `#/channels/${service.name}-inbox` },
            summary: service.summary.en,
            messages: acceptedBy(service).map((name) => ({ $ref: `#/channels/${service.name}-inbox/messages/${name}` })),
          },
        ]),
      ),
      components: {
        messages: Object.fromEntries(
          eventDefinitions.map(({ name, type, summary, data }) => [
            name,
            {
              name: type,
              title: summary.en,
              summary: summary.sv,
              contentType: 'application/cloudevents+json',
              payload: {
                allOf: [
                  { $ref: '#/components/schemas/envelope' },
                  { type: 'object', properties: { type: { const: type }, data: answerSchema(data) } },
                ],
              },
              'x-emitted-by': services
                .filter(({ emits }) => emits.some((event) => event.name === name))
                .map((service) => service.name),
            },
          ]),
        ),
        schemas: { envelope: answerSchema(anyEvent) },
      },
    },
    { aliasDuplicateObjects: false, lineWidth: 0 },
  )
}
