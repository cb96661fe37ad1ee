import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { compare } from './matching/compare.ts'
import { engine } from './matching/engine.ts'
import { readLabelledSet } from './matching/labelled-set.ts'
import type { Half } from './matching/labelled-set.ts'
import { mean, measuresOf } from './matching/measures.ts'
import type { Measures } from './matching/measures.ts'
import { plainPeer, stemmingPeer } from './matching/peers.ts'
import type { ScaleReport } from './matching/scale-report.ts'

/**
 * How good the ranks of the matching engine are, and what they cost.
 *
 *   npm run bench:matching                          both halves, and catalogues of 1,000, 10,000 and 100,000 products
 *   npm run bench:matching -- --half tuning         without a look at the half that nothing was tuned on
 *   npm run bench:matching -- --sizes 1000,10000    other sizes; `--sizes none` for quality alone
 */

const { values } = parseArgs({
  options: { half: { type: 'string', default: 'both' }, sizes: { type: 'string', default: '1000,10000,100000' } },
})
const halves = (['tuning', 'test'] as const satisfies readonly Half[]).filter(
  (of) => values.half === 'both' || values.half === of,
)
const sizes = values.sizes === 'none' ? [] : values.sizes.split(',').map(Number)
if (halves.length === 0 || sizes.some((size) => !Number.isSafeInteger(size) || size < 1)) {
  process.stderr.write('--half: tuning, test, both. --sizes: 1000,10000 eller/or none.\n')
  process.exit(2)
}

/** Of issue 5: at least so much better than BM25 alone, and so fast at 10,000 products. */
const goal = { gain: 0.15, p95Milliseconds: 50 }

const set = readLabelledSet()
const rankers = [plainPeer(set.products), stemmingPeer(set.products), engine(set.products)]

const measured = (of: Half): readonly { readonly name: string; readonly needs: readonly Measures[] }[] => {
  const needs = set.needsOf(of)
  return rankers.map(({ name, rank }) => ({
    name,
    needs: needs.map((need) => measuresOf(rank(need), set.judgements[need.id] ?? {})),
  }))
}

const percent = (share: number): string => `${share >= 0 ? '+' : ''}${(share * 100).toFixed(1)} %`
const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`

console.log(`${set.products.length} products\n`)
for (const of of halves) {
  const results = measured(of)
  const ours = results.at(-1)
  console.log(`${of} half, ${set.needsOf(of).length} needs`)
  console.log(row(['', 'nDCG@10', 'recall@10', 'MRR', 'engine against it, nDCG@10 (95 %)', 'won / even / lost']))
  console.log(row(['---', '---', '---', '---', '---', '---']))
  for (const { name, needs } of results) {
    const figures = (['ndcg', 'recall', 'reciprocalRank'] as const).map((key) => mean(needs.map((one) => one[key])).toFixed(3))
    const against =
      ours && ours.name !== name
        ? compare(
            ours.needs.map(({ ndcg }) => ndcg),
            needs.map(({ ndcg }) => ndcg),
          )
        : undefined
    console.log(
      row([
        name,
        ...figures,
        against ? `${percent(against.gain)} (${percent(against.from)} to ${percent(against.to)})` : '',
        against ? `${against.wins} / ${against.ties} / ${against.losses}` : '',
      ]),
    )
  }
  const [plain] = results
  if (of === 'test' && plain && ours) {
    const { gain } = compare(
      ours.needs.map(({ ndcg }) => ndcg),
      plain.needs.map(({ ndcg }) => ndcg),
    )
    console.log(`goal: ${percent(goal.gain)} against BM25 alone on the unseen half: ${gain >= goal.gain ? 'met' : 'NOT met'}`)
  }
  console.log('')
}

const measureScale = (size: number): ScaleReport => {
  const file = path.join(import.meta.dirname, 'matching', 'scale.process.ts')
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--expose-gc', file, String(size)], { encoding: 'utf8' })
  if (status !== 0) throw new Error(stderr)
  return JSON.parse(stdout) as ScaleReport // written by scale.process.ts
}

if (sizes.length > 0) {
  console.log(
    row([
      'products',
      'p50 ms',
      'p95 ms',
      'p95 CPU-ms',
      'p95 CPU-ms, 60 requirements',
      'MiniSearch p95 CPU-ms',
      'heap MB',
      'arrays MB',
      'cold build s',
      'first question ms',
    ]),
  )
  console.log(row(Array.from({ length: 10 }, () => '---')))
}
for (const size of sizes) {
  const { products, plain, demanding, peer, heap, arrays, build, firstQuestion } = measureScale(size)
  const megabytes = (bytes: number): string => (bytes / 1_000_000).toFixed(0)
  console.log(
    row([
      products.toLocaleString('en'),
      ...[plain.p50, plain.p95, plain.cpuP95, demanding.cpuP95, peer?.cpuP95].map((time) => time?.toFixed(1) ?? ''),
      megabytes(heap),
      megabytes(arrays),
      (build / 1_000).toFixed(1),
      firstQuestion.toFixed(0),
    ]),
  )
  if (size === 10_000)
    console.log(
      `goal: p95 under ${goal.p95Milliseconds} ms of the engine's own time at 10,000 products: ${plain.cpuP95 < goal.p95Milliseconds ? 'met' : 'NOT met'}`,
    )
}
