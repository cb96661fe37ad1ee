import { createHttpClient } from './http-client.ts'

/** Rings a bell at the driver. Nobody waits for it, and one that cannot be rung is not rung again: the driver gives up in time. */
export const createRinger = (url: string) => {
  const http = createHttpClient(url)
  return (caseId: string, bell: string, detail = ''): void =>
    void http({ method: 'POST', path: `/${caseId}/${bell}`, body: { detail } }).catch(() => undefined)
}

export type Ring = ReturnType<typeof createRinger>
