import { createHash } from 'node:crypto'
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readdirSync, renameSync, rmSync, writeSync } from 'node:fs'
import path from 'node:path'
import type { Digest } from '#contracts/ids.ts'
import { canonicalJson } from '#lambda/digest.ts'
import { settingError } from '../../local/settings.ts'
import { services } from '../../services/services.ts'
import type { Instance } from './instance.ts'
import { formatName, formatVersion, manifestFile, messagesFile, sealManifest } from './manifest.ts'
import type { FileEntry, Manifest } from './manifest.ts'
import { fullQueues, inspectMessages } from './queue-messages.ts'
import type { KeptMessage } from './queue-messages.ts'
import { contentOf, createContentDigest, readRows, rowText } from './stored-row.ts'

/** Only whoever made the export may read it: the record names officials and submitters. */
const folderMode = 0o700
const fileMode = 0o600

/** Writes one line for each text, and is on disk when it resolves. */
const writeLines = async (folder: string, file: string, lines: AsyncIterable<string> | Iterable<string>): Promise<FileEntry> => {
  const hash = createHash('sha256')
  let count = 0
  const target = openSync(path.join(folder, file), 'wx', fileMode)
  try {
    for await (const line of lines) {
      const bytes = Buffer.from(`${line}\n`)
      hash.update(bytes)
      for (let written = 0; written < bytes.length;) written += writeSync(target, bytes, written)
      count += 1
    }
    fsyncSync(target)
  } finally {
    closeSync(target)
  }
  return { file, lines: count, sha256: hash.digest('hex') as Digest } // 64 hex digits by construction
}

/** Makes the folder, or takes one that is empty. @returns what removes all that has been written. */
const prepareFolder = (folder: string): (() => void) => {
  const wasThere = existsSync(folder)
  try {
    mkdirSync(folder, { recursive: true, mode: folderMode })
    if (readdirSync(folder).length > 0)
      throw settingError(`${folder} is not empty. Give a new folder, so that no export is overwritten.`)
  } catch (error) {
    if (error instanceof Error && error.name === 'SettingError') throw error
    throw settingError(`The folder ${folder} cannot be used (${error instanceof Error ? error.message : String(error)}).`)
  }
  return () => {
    if (wasThere) for (const file of readdirSync(folder)) rmSync(path.join(folder, file), { recursive: true })
    else rmSync(folder, { recursive: true })
  }
}

const refuseFullQueues = async (instance: Instance): Promise<void> => {
  const full = await fullQueues(instance)
  if (full.length > 0)
    throw settingError(
      `Messages wait in ${full.join(', ')}. Let them be worked off (dead letters: docs/runbooks/dead-letter.md), then export again.`,
    )
}

const messagesOf = async (instance: Instance): Promise<readonly KeptMessage[]> => {
  if (!instance.hasQueues) return []
  if (instance.ownQueues !== undefined) return inspectMessages(instance, instance.ownQueues)
  await refuseFullQueues(instance)
  return []
}

/**
 * Writes the whole state of a county into a folder: every row of every table as it is stored, what waits in the queues,
 * and a manifest, last. Leaves nothing behind when it cannot be whole.
 *
 * With embedded engines nobody else writes meanwhile. With others the tables are read twice, and the queues in between
 * must be empty: then what was read is how it stood at one moment. It is refused when something has changed.
 */
export const writeExport = async (instance: Instance, folder: string, now: () => string): Promise<Manifest> => {
  const { dynamo, county, tableOf, hasOwnDatabase } = instance
  const removeAll = prepareFolder(folder)
  try {
    const exportedAt = now()
    const tables: Manifest['tables'] = []
    const read = new Map<string, string>()
    for (const { name: service } of services) {
      const digest = createContentDigest()
      const lines = async function* (): AsyncGenerator<string> {
        for await (const row of readRows(dynamo, tableOf(service))) {
          const line = rowText(row)
          digest.add(line)
          yield line
        }
      }
      tables.push({ service, ...(await writeLines(folder, `${service}.jsonl`, lines())) })
      read.set(service, digest.value())
    }

    const messages = await messagesOf(instance)
    if (!hasOwnDatabase)
      for (const [service, digest] of read)
        if ((await contentOf(dynamo, tableOf(service))).digest !== digest)
          throw settingError(
            `The table ${tableOf(service)} changed while it was read. Stop what writes to it, then export again.`,
          )

    const manifest = sealManifest({
      format: formatName,
      version: formatVersion,
      county: county.id,
      exportedAt,
      tables,
      messages: await writeLines(folder, messagesFile, messages.map(canonicalJson)),
    })
    await writeLines(folder, `${manifestFile}.new`, [JSON.stringify(manifest, undefined, 2)])
    renameSync(path.join(folder, `${manifestFile}.new`), path.join(folder, manifestFile))
    return manifest
  } catch (error) {
    removeAll()
    throw error
  }
}
