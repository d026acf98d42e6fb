import { median, number, table } from './table.mjs'

const FIGURES = ['rps', 'p50', 'p99', 'cpuMs', 'databaseCpuMs', 'peakMb']
const COLUMNS = [
  ...[
    '',
    'SQL',
    'connections',
    'rps',
    'ours ÷ it',
    'p50 ms',
    'p99 ms',
    'CPU ms',
    'CPU ms of PostgreSQL',
    'peak MB',
  ],
]

/** The medians of all rounds, one for each contender, question and number of connections. */
export function medians(runs) {
  const groups = runs.reduce(
    (map, run) => map.set(keyOf(run), [...(map.get(keyOf(run)) ?? []), run]),
    new Map(),
  )
  return [...groups.values()].map(medianRun)
}

/** Of several runs of the same, each figure by itself. */
export function medianRun(runs) {
  return {
    ...runs[0],
    ...Object.fromEntries(FIGURES.map((figure) => [figure, median(runs.map((run) => run[figure]))])),
    failed: runs.reduce((sum, { failed }) => sum + failed, 0),
    rounds: runs.length,
  }
}

function keyOf({ contender, question, connections }) {
  return `${question}/${connections}/${contender}`
}

/** One table for each question. */
export function readTables(questions, runs, checked) {
  const all = medians(runs)
  return questions.flatMap(({ name, title }) => {
    const rows = all.filter(({ question }) => question === name)
    if (rows.length === 0) return []
    const bytes = checked.find((one) => one.question === name && one.bytes !== undefined)?.bytes
    rows.sort((a, b) => a.connections - b.connections)
    return [
      `${title} (${name}, ${(bytes / 1000).toFixed(0)} kB)`,
      table([COLUMNS, ...rows.map((row) => cells(row, rows, checked))]),
    ]
  })
}

function cells(row, rows, checked) {
  const ours = rows.find(
    ({ contender, connections }) => contender === 'ours' && connections === row.connections,
  )
  const { statements } = checked.find(
    (one) => one.contender === row.contender && one.question === row.question,
  )
  const failed = row.failed > 0 ? ` (${row.failed} failed)` : ''
  return [
    row.contender + failed,
    statements,
    row.connections,
    number(row.rps),
    ours ? number(ours.rps / row.rps) : '–',
    ...['p50', 'p99', 'cpuMs', 'databaseCpuMs'].map((figure) => number(row[figure])),
    row.peakMb,
  ]
}
