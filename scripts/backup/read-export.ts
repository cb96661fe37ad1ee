import { createHash } from 'node:crypto'
import { createReadStream, existsSync } from 'node:fs'
import path from 'node:path'
import { settingError } from '../../local/settings.ts'
import { services } from '../../services/services.ts'
import { readManifest } from './manifest.ts'
import type { FileEntry, Manifest } from './manifest.ts'
import { keptMessage } from './queue-messages.ts'
import type { KeptMessage } from './queue-messages.ts'
import { readRowText } from './stored-row.ts'
import type { StoredRow } from './stored-row.ts'

/** An export whose every file has been found to be as it was written. */
export interface VerifiedExport {
  readonly manifest: Manifest
  readonly rowsOf: (service: string) => AsyncGenerator<StoredRow>
  readonly messages: readonly KeptMessage[]
}

const newline = 10

/** Lines end where a line feed is and nowhere else: Node's own reader of lines also ends them at U+2028, which JSON lets stand. */
async function* linesOf(file: string): AsyncGenerator<string> {
  let begun: Buffer[] = []
  // No encoding is set.
  for await (const chunk of createReadStream(file) as AsyncIterable<Buffer>) {
    let from = 0
    for (let end = chunk.indexOf(newline); end !== -1; end = chunk.indexOf(newline, from)) {
      yield Buffer.concat([...begun, chunk.subarray(from, end)]).toString()
      begun = []
      from = end + 1
    }
    begun.push(chunk.subarray(from))
  }
}

const verifyFile = async (folder: string, { file, lines, sha256 }: FileEntry): Promise<void> => {
  const at = path.join(folder, file)
  if (!existsSync(at)) throw settingError(`${file} is missing in ${folder}.`)
  const hash = createHash('sha256')
  let newlines = 0
  for await (const chunk of createReadStream(at) as AsyncIterable<Buffer>) {
    hash.update(chunk)
    for (let from = chunk.indexOf(newline); from !== -1; from = chunk.indexOf(newline, from + 1)) newlines += 1
  }
  if (newlines !== lines)
    throw settingError(`${file} has ${newlines} lines where the manifest says ${lines}: it has been cut off or edited.`)
  if (hash.digest('hex') !== sha256) throw settingError(`${file} has been edited: it does not give the digest of the manifest.`)
}

const readMessages = async (file: string): Promise<readonly KeptMessage[]> => {
  const messages: KeptMessage[] = []
  for await (const line of linesOf(file)) messages.push(keptMessage.parse(JSON.parse(line)))
  return messages
}

/** Reads all of an export before anything is done with it. Refuses what is not whole, not unchanged or another county's. */
export const readExport = async (folder: string, county: string): Promise<VerifiedExport> => {
  const manifest = readManifest(folder)
  if (manifest.county !== county)
    throw settingError(
      `The export is of the county ${manifest.county}, not of ${county}. Give --county ${manifest.county} if that is meant.`,
    )
  const unknown = manifest.tables.filter(({ service }) => !services.some(({ name }) => name === service))
  if (unknown.length > 0)
    throw settingError(
      `The export has services that this version does not know: ${unknown.map(({ service }) => service).join(', ')}.`,
    )
  for (const entry of [...manifest.tables, manifest.messages]) await verifyFile(folder, entry)
  const files = new Map(manifest.tables.map(({ service, file }) => [service, path.join(folder, file)]))

  return {
    manifest,
    rowsOf: async function* (service) {
      const file = files.get(service)
      if (file === undefined) return
      for await (const line of linesOf(file)) {
        const row = readRowText(line)
        if (!row) throw settingError(`${path.basename(file)} holds a line that is not a row.`)
        yield row
      }
    },
    messages: await readMessages(path.join(folder, manifest.messages.file)),
  }
}
