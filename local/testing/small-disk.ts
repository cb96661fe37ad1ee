import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

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

export const mayMount = ((): boolean => {
  const disk = mountDisk('size=4k')
  disk?.unmount()
  return disk !== undefined
})()
