/** What goes back over HTTP. Header names are lower case. */
export interface Reply {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

export const jsonReply = (status: number, value: unknown, headers: Record<string, string> = {}): Reply => ({
  status,
  headers: { 'content-type': 'application/json; charset=utf-8', ...headers },
  body: JSON.stringify(value),
})

export const entityTag = (version: number): string => `"${version}"`

/** The version in an If-Match of one strong entity tag of ours; undefined when it is anything else (RFC 9110, 13.1.1). */
export const versionFromTag = (ifMatch: string): number | undefined => {
  const digits = ifMatch.match(/^"(\d{1,9})"$/)?.[1]
  return digits === undefined ? undefined : Number(digits)
}
