import { parseArgs } from 'node:util'
import { type BenchPart, tell } from './matching/part'

/**
 * Measures the matching engine. `--only topk,allocation` chooses parts, `--sizes 10k,100k` and `--queries 300` change
 * what they measure, `--data DIR` is where the published case lies, `--dimacs FILE` is a network to solve. The last line is JSON, one key a part.
 */
const PARTS: Readonly<Record<string, () => Promise<BenchPart>>> = {
  topk: async () => (await import('./matching/topk')).benchTopK,
  allocation: async () => (await import('./matching/allocation')).benchAllocation,
  incremental: async () => (await import('./matching/incremental')).benchIncremental,
  plan: async () => (await import('./matching/plan')).benchPlan,
  online: async () => (await import('./matching/online')).benchOnline,
  elementMatch: async () => (await import('./matching/element-match')).benchElementMatch,
  dimacs: async () => (await import('./matching/dimacs')).benchDimacs,
}

const { values } = parseArgs({
  options: {
    only: { type: 'string', default: '' },
    sizes: { type: 'string', default: '' },
    queries: { type: 'string', default: '' },
    data: { type: 'string', default: process.env.MATCHING_DATA ?? '../shared/matching' },
    dimacs: { type: 'string', default: '' },
  },
})

const chosen = values.only === '' ? Object.keys(PARTS) : values.only.split(',')
const unknown = chosen.filter((name) => !(name in PARTS))
if (unknown.length > 0) {
  tell(`Unknown: ${unknown.join(', ')}. The parts are: ${Object.keys(PARTS).join(', ')}.`)
  process.exit(2)
}
const options = {
  sizes: values.sizes === '' ? null : values.sizes.split(',').map(sizeOf),
  queries: values.queries === '' ? null : Number(values.queries),
  data: values.data,
  dimacs: values.dimacs,
}
const figures: Record<string, unknown> = {}
for (const name of chosen) {
  tell(`== ${name}`)
  const run = await PARTS[name]!()
  figures[name] = await run(options)
}
console.log(JSON.stringify(figures))

/** `100k` is 100,000 and `1M` a million. */
function sizeOf(text: string): number {
  const scale = { k: 1000, M: 1_000_000 }[text.slice(-1)] ?? 1
  return Number.parseFloat(text) * scale
}
