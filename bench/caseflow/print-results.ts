import type { Measured } from './measure.ts'
import type { Shape } from './shape.ts'

const percentile = (values: readonly number[], share: number): number | undefined =>
  values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))]

const pair = (values: readonly number[]): string => `${percentile(values, 0.5) ?? '-'} / ${percentile(values, 0.99) ?? '-'}`

const lostOrDoubled = ({ checked: { lost, doubled, faults } }: Measured): string =>
  faults.length === 0 ? 'none' : `${lost} lost, ${doubled} doubled`

const columns: readonly (readonly [name: string, value: (row: Measured) => string])[] = [
  ['system', ({ system }) => system],
  ['shape', ({ shape }) => shape],
  ['cases/s', ({ casesPerSecond }) => casesPerSecond.toFixed(2)],
  ['CPU-ms/case', ({ cpuPerCase }) => cpuPerCase.toFixed(1)],
  ['driver', ({ driverCpuPerCase }) => driverCpuPerCase.toFixed(1)],
  ['hand-over p50/p99 ms', ({ checked }) => pair(checked.handOvers)],
  ['gate p50/p99 ms', ({ checked }) => pair(checked.gates)],
  ['journal', ({ checked }) => String(checked.entries)],
  ['lost/doubled', lostOrDoubled],
  ['asked again', ({ askedAgain }) => String(askedAgain)],
  ['foreignPct', ({ usage, wasIdleBefore }) => `${usage.foreignPercent.toFixed(0)}${wasIdleBefore ? '' : ' *'}`],
]

const write = (line: string): void => void process.stdout.write(`${line}\n`)

export const printTable = (header: readonly string[], rows: readonly (readonly string[])[]): void => {
  const widths = header.map((name, column) => Math.max(name.length, ...rows.map((row) => row[column]?.length ?? 0)))
  for (const row of [header, ...rows])
    write(
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
}

export const printMeasured = (all: readonly Measured[]): void => {
  printTable(
    columns.map(([name]) => name),
    all.map((row) => columns.map(([, value]) => value(row))),
  )
  if (all.some(({ wasIdleBefore }) => !wasIdleBefore)) write('* the machine did not come to rest before this run')
  for (const { system, shape, checked } of all)
    for (const fault of checked.faults.slice(0, 3)) write(`${system}, ${shape}: ${fault}`)
}

/** How the product stands beside each peer under the same work in the same run. */
export const printRatios = (all: readonly Measured[], ours: string, shapes: readonly Shape[]): void => {
  const rows = shapes.flatMap((shape) => {
    const mine = all.find((row) => row.system === ours && row.shape === shape)
    const peers = all.filter((row) => row.system !== ours && row.shape === shape)
    return peers.flatMap((peer) =>
      mine
        ? [
            [
              `${ours} / ${peer.system}`,
              shape,
              (mine.casesPerSecond / peer.casesPerSecond).toFixed(2),
              (mine.cpuPerCase / peer.cpuPerCase).toFixed(2),
            ],
          ]
        : [],
    )
  })
  if (rows.length > 0) printTable(['ratio', 'shape', 'cases/s', 'CPU/case'], rows)
}
