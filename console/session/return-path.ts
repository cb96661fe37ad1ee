/** Only our own pages: never another site, whatever a link says. */
export const returnPath = (asked: string | undefined): string => {
  if (!asked?.startsWith('/') || asked.length > 2_000) return '/'
  const here = 'https://here.invalid'
  try {
    // The parser decides as a browser would: it also treats `//host` and `/\host` as other sites.
    const url = new URL(asked, here)
    return url.origin === here ? `${url.pathname}${url.search}` : '/'
  } catch {
    return '/'
  }
}
