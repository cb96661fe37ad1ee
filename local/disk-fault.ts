import type { Text } from '#contracts/language.ts'

const reasons: Readonly<Record<string, Text>> = {
  ENOSPC: { sv: 'disken är full', en: 'the disk is full' },
  EDQUOT: { sv: 'diskkvoten är slut', en: 'the disk quota is used up' },
  EROFS: { sv: 'disken är skrivskyddad', en: 'the disk is read-only' },
  EACCES: { sv: 'du får inte skriva där', en: 'you may not write there' },
  EPERM: { sv: 'du får inte skriva där', en: 'you may not write there' },
  ENOTDIR: { sv: 'en del av sökvägen är en fil', en: 'a part of the path is a file' },
  EEXIST: { sv: 'det är en fil', en: 'it is a file' },
  EISDIR: { sv: 'det är en mapp', en: 'it is a folder' },
  ENOENT: { sv: 'inga mappar eller filer kan skapas där', en: 'no folders or files can be made there' },
  ENAMETOOLONG: { sv: 'sökvägen är för lång', en: 'the path is too long' },
}

/** The code that the operating system gives a fault of a file or a disk. */
export const diskFaultCode = (error: unknown): string | undefined =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined

/** Why a file or a folder cannot be used, in words that end a sentence; the bare code for what has no words. */
export const describeDiskFault = (error: unknown): Text => {
  const code = diskFaultCode(error) ?? 'unknown'
  return reasons[code] ?? { sv: code, en: code }
}
