import { readFileSync } from 'node:fs'
import path from 'node:path'
import * as z from 'zod'
import { digest, timestamp } from '#contracts/ids.ts'
import { digestOf } from '#lambda/digest.ts'
import { settingError } from '../../local/settings.ts'

/** What an export holds. It is written last: a folder without it is no export, or one that was not finished. */

export const formatName = 'behovsflodet-export'
/** 2: dossiers, sections, frozen evidence and journals lie in rows of their own. What version 1 holds, no service reads any more. */
export const formatVersion = 2
export const manifestFile = 'manifest.json'
export const messagesFile = 'messages.jsonl'

const fileEntry = z.strictObject({
  file: z.string().regex(/^[a-z]+\.jsonl$/),
  lines: z.int().nonnegative(),
  sha256: digest,
})
export type FileEntry = z.infer<typeof fileEntry>

const tableEntry = fileEntry.extend({ service: z.string() })

const contents = z.strictObject({
  format: z.literal(formatName),
  version: z.literal(formatVersion),
  county: z.string(),
  exportedAt: timestamp,
  tables: z.array(tableEntry),
  /** What waited in the queues and dead letter queues. */
  messages: fileEntry,
})
const manifest = contents.extend({ digest })
export type Manifest = z.infer<typeof manifest>

/** The digest is over everything else in the manifest, and so over every file. */
export const sealManifest = (sealed: z.infer<typeof contents>): Manifest => ({ ...sealed, digest: digestOf(sealed) })

const named = z.looseObject({ format: z.literal(formatName), version: z.unknown() })

const readJson = (folder: string): unknown => {
  try {
    return JSON.parse(readFileSync(path.join(folder, manifestFile), 'utf8'))
  } catch (error) {
    if (error instanceof SyntaxError)
      throw settingError(`${manifestFile} in ${folder} cannot be read: it has been cut off or edited.`)
    throw settingError(`There is no ${manifestFile} in ${folder}: it is not an export, or one that was not finished.`)
  }
}

/** Refuses what is no export, what another version of the format has written, and a manifest that has been edited. */
export const readManifest = (folder: string): Manifest => {
  const json = readJson(folder)
  const form = named.safeParse(json)
  if (!form.success) throw settingError(`${manifestFile} in ${folder} is not of an export of Behovsflödet.`)
  if (form.data.version !== formatVersion)
    throw settingError(
      `The export has format version ${JSON.stringify(form.data.version)}; this program reads version ${formatVersion}.`,
    )
  const read = manifest.safeParse(json)
  const { digest: sealedWith, ...rest } = read.data ?? {}
  if (!read.success || digestOf(rest) !== sealedWith)
    throw settingError(`${manifestFile} in ${folder} has been edited: it does not give its own digest.`)
  return read.data
}
