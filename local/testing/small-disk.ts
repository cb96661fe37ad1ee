import { execFileSync } from 'node:child_process'
import { closeSync, mkdtempSync, openSync, rmSync, truncateSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const pageBytes = 4_096

/** A disk of its own in memory, for tests of full and read-only ones. Only who may mount can have one. */
export const mountDisk = (options: string): { readonly folder: string; readonly unmount: () => void } | undefined => {
  const folder = mkdtempSync(join(tmpdir(), 'behovsflodet-disk-'))
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', folder], { stdio: 'ignore' })
  } catch {
    rmSync(folder, { recursive: true })
    return undefined
  }
  return {
    folder,
    unmount: () => {
      execFileSync('umount', [folder], { stdio: 'ignore' })
      rmSync(folder, { recursive: true })
    },
  }
}

/** Fills a disk up to the last `leftBytes`, which is a multiple of 4096. @returns the file to remove to make room again. */
export const fillDisk = (folder: string, leftBytes: number): string => {
  const file = join(folder, 'filling')
  const descriptor = openSync(file, 'w')
  let written = 0
  try {
    for (;;) written += writeSync(descriptor, Buffer.alloc(pageBytes))
  } catch {
    closeSync(descriptor)
    truncateSync(file, Math.max(0, written - leftBytes))
  }
  return file
}

export const mayMount = ((): boolean => {
  const disk = mountDisk('size=4k')
  disk?.unmount()
  return disk !== undefined
})()
