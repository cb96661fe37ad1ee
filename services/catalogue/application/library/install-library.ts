import { libraryReleaseInstalled } from '#contracts/catalogue-events.ts'
import { fact } from '#contracts/event.ts'
import { digestOf } from '#lambda/digest.ts'
import type { Context } from '#lambda/unit-of-work.ts'
import { installRequirement } from '../../domain/library/install-release.ts'
import type { InstallStep, LibraryRelease, ReleasedRequirement } from '../../domain/library/install-release.ts'
import type { LibraryParts } from './library-parts.ts'

const maxAttempts = 5

/**
 * Writes what a release has new or changed, one requirement at a time, and last that it is installed: stopped anywhere, the
 * next run goes on where this one was. A release that is installed already, or older than the one that is, costs one read. A
 * curator's own version is never overwritten (see install-release.ts).
 * @returns how many requirements were written
 */
export const createInstallLibrary =
  ({ library }: LibraryParts) =>
  async ({ release, requirements }: LibraryRelease, context: Context): Promise<number> => {
    const digest = digestOf({ release, requirements })
    const installed = await library.findRelease()
    if (installed && (installed.digest === digest || installed.release > release)) return 0

    const install = async ({ id, content }: ReleasedRequirement): Promise<InstallStep['kind']> => {
      for (let attempt = 0; attempt < maxAttempts; attempt += 1) {
        // An attempt begins only when the one before has failed.
        // oxlint-disable-next-line no-await-in-loop
        const before = await library.find(id)
        const step = installRequirement(before?.entry, {
          id,
          content,
          release,
          digest: digestOf(content),
          journalId: context.newId(),
          now: context.now,
          author: context.actor,
        })
        if (step.kind === 'unchanged') return 'unchanged'
        // oxlint-disable-next-line no-await-in-loop
        const saved = await library.save({ before, entry: step.entry, facts: [], once: undefined }, context)
        if (saved === 'saved') return step.kind
      }
      throw new Error('a requirement is being changed all the time')
    }

    const steps: InstallStep['kind'][] = []
    // One after another: a first installation must not take the table's whole capacity.
    // oxlint-disable-next-line no-await-in-loop
    for (const requirement of requirements) steps.push(await install(requirement))
    const countOf = (kind: InstallStep['kind']): number => steps.filter((step) => step === kind).length
    await library.saveRelease(
      { release, digest, revision: installed?.revision ?? 0 },
      {
        journalId: context.newId(),
        facts: [
          fact(libraryReleaseInstalled, {
            release,
            added: countOf('added'),
            changed: countOf('changed'),
            offered: countOf('offered'),
          }),
        ],
      },
      context,
    )
    return steps.length - countOf('unchanged')
  }
