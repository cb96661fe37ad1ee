import type { LibraryRequirementId } from '#contracts/ids.ts'
import type { ClaimStatus } from '#contracts/market.ts'
import { createProductIndex } from '../../services/catalogue/domain/matching/product-index.ts'
import type { NeededRequirement, NeedProfile, ProductProfile } from '../../services/catalogue/domain/matching/profiles.ts'
import { rankProducts } from '../../services/catalogue/domain/matching/rank-products.ts'
import { grownCatalogue } from './grown-catalogue.ts'
import { needProfileOf, profileOf, readLabelledSet } from './labelled-set.ts'
import type { LabelledNeed } from './labelled-set.ts'
import { plainPeer } from './peers.ts'
import type { ScaleReport, Times } from './scale-report.ts'

/** One catalogue of a given size in a process of its own, so that its memory is its own too. Needs --expose-gc. */

const seed = 1
const rounds = 3
const shown = 20
/** At 100,000 it takes seconds for a question. */
const mostForPeer = 10_000
const libraryRequirements = 120
const claimsPerProduct = 40
const requirementsPerNeed = { library: 40, own: 20 }

const libraryIdOf = (number: number): LibraryRequirementId =>
  `KB-INT-${String(number % libraryRequirements).padStart(3, '0')}` as LibraryRequirementId // of the form

const statuses: readonly ClaimStatus[] = ['declared', 'verified', 'refuted']

/** A few hundred different sets of claims, so that the bench's own objects do not fill the memory that it measures. */
const claimSets = Array.from({ length: libraryRequirements * statuses.length }, (_, number) =>
  Array.from({ length: claimsPerProduct }, (__, position) => ({
    requirementId: libraryIdOf(number * 7 + position * 3),
    status: statuses[(number + position) % statuses.length] ?? 'declared',
  })),
)

const withClaims = (profile: ProductProfile, number: number): ProductProfile => ({
  ...profile,
  claims: claimSets[number % claimSets.length] ?? [],
})

const demandingNeed = (need: NeedProfile, all: readonly LabelledNeed[]): NeedProfile => ({
  ...need,
  requirements: [
    ...Array.from({ length: requirementsPerNeed.library }, (_, number): NeededRequirement => ({
      id: `K${number}`,
      text: '',
      level: number % 2 === 0 ? 'must' : 'weighted',
      libraryId: libraryIdOf(number),
      functions: [],
    })),
    ...all.slice(0, requirementsPerNeed.own).map(({ functions }, number): NeededRequirement => ({
      id: `E${number}`,
      text: functions[0]?.name ?? '',
      level: 'must',
      functions: [],
    })),
  ],
})

const collected = (): NodeJS.MemoryUsage => {
  if (!globalThis.gc) throw new Error('start with --expose-gc')
  globalThis.gc()
  globalThis.gc()
  return process.memoryUsage()
}

const threadMilliseconds = (): number => {
  const { user, system } = process.threadCpuUsage()
  return (user + system) / 1_000
}

const at = (sorted: readonly number[], share: number): number => sorted[Math.floor(sorted.length * share)] ?? Number.NaN

const timesOf = <Need>(needs: readonly Need[], ask: (need: Need) => unknown): Times => {
  for (const need of needs) ask(need)
  const walls: number[] = []
  const cpus: number[] = []
  for (let round = 0; round < rounds; round += 1)
    for (const need of needs) {
      const [wall, cpu] = [performance.now(), threadMilliseconds()]
      ask(need)
      walls.push(performance.now() - wall)
      cpus.push(threadMilliseconds() - cpu)
    }
  const [sortedWalls, sortedCpus] = [walls, cpus].map((values) => values.toSorted((one, other) => one - other))
  return { p50: at(sortedWalls ?? [], 0.5), p95: at(sortedWalls ?? [], 0.95), cpuP95: at(sortedCpus ?? [], 0.95) }
}

const size = Number(process.argv[2])
const set = readLabelledSet()
const labelled = set.needsOf('tuning')
const needs = labelled.map(needProfileOf)
const products = grownCatalogue(set.products, size, seed)
const profiles = products.map(profileOf).map(withClaims)

const before = collected()
const index = createProductIndex()
const begun = performance.now()
for (const profile of profiles) index.put(profile)
const built = performance.now()
for (const need of needs.slice(0, 1)) rankProducts(index, need, shown)
const asked = performance.now()

const plain = timesOf(needs, (need) => rankProducts(index, need, shown))
const demanding = timesOf(
  needs.map((need) => demandingNeed(need, labelled)),
  (need) => rankProducts(index, need, shown),
)
const after = collected()
const peerTimes = (): Times => {
  const peer = plainPeer(products)
  return timesOf(labelled, (need) => peer.rank(need))
}

const report: ScaleReport = {
  products: index.size(),
  build: built - begun,
  firstQuestion: asked - built,
  heap: after.heapUsed - before.heapUsed,
  arrays: after.arrayBuffers - before.arrayBuffers,
  plain,
  demanding,
  ...(size <= mostForPeer && { peer: peerTimes() }),
}
process.stdout.write(JSON.stringify(report))
