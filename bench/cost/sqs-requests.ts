const chunkBytes = 64 * 1_024

/** SQS charges every started 64 kB of a call's messages as one request, and a call without any as one. */
export const sqsRequests = (bytes: number): number => Math.max(1, Math.ceil(bytes / chunkBytes))
