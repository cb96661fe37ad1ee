/**
 * Stands in, in a bundle, for the part of the AWS clients that reads event streams (15 kB): they would load it when an
 * answer comes as a stream of events, which none of ours does.
 */
const notInABundle = (): never => {
  throw new Error('no call of ours answers with an event stream')
}

export const EventStreamSerde = notInABundle
export const eventStreamSerdeProvider = notInABundle
