import { existsSync } from 'node:fs'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { toBytes, toUnit } from '~/features/classifier/model/embedding'
import { VectorIndex } from '~/features/lots/model/vector-index'
import { featuresOf } from '../train/features'
import { listPhotos } from '../train/photo-set'
import { dot } from '../train/principal-axes'
import { fitProjection, materialRows, project } from '../train/projection'
import { seededRandom } from '../train/random'
import { trainingSet } from '../train/training-set'

/**
 * Times the search by photo among many vectors and measures what short vectors of a byte per number lose: of the ten
 * nearest by the projected vectors in full precision, how many the index finds (`recallAt10`), and the same against
 * the full features (`recallAt10OfFeatures`). The last line is JSON.
 *
 * With `--data DIR` the vectors are those of real photos, copied with noise until there are enough; else made ones.
 */
const NEAREST = 10
const LEAST = -1

const { values } = parseArgs({
  options: {
    data: { type: 'string', default: '' },
    cache: { type: 'string', default: '.cache/train' },
    n: { type: 'string', default: '100000' },
    queries: { type: 'string', default: '100' },
  },
})
const count = Number(values.n)
const asked = Number(values.queries)
const random = seededRandom(31)
/** Of deviation one (Box and Muller 1958). */
const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())

type Base = { vectors: Float32Array[]; features: Float32Array[] | null; source: string }

/** Vectors of real photos by a projection learnt from them, or clusters made at random. */
async function baseVectors(): Promise<Base> {
  if (values.data && existsSync(values.data)) {
    const set = trainingSet(listPhotos(values.data))
    const features = await featuresOf(set.photos, values.cache)
    const projection = fitProjection(materialRows(set, features))
    const vectors = features.map((row) => project(projection, row))
    return { vectors, features, source: `${features.length} real photos, copied with noise` }
  }
  const centres = Array.from({ length: 24 }, () => Float32Array.from({ length: 64 }, normal))
  const vectors = Array.from({ length: 1500 }, (_, index) =>
    unit(centres[index % centres.length]!.map((value) => value + 1.5 * normal())),
  )
  return { vectors, features: null, source: 'made vectors in 24 clusters' }
}

function unit(vector: Float32Array): Float32Array {
  const length = Math.sqrt(dot(vector, vector)) || 1
  return vector.map((value) => value / length)
}

/** Indices of the nearest rows, itself left out, looked at one by one in full precision. */
function nearestOf(rows: readonly Float32Array[], query: Float32Array, own: number): number[] {
  const likeness = rows.map((row, index) => (index === own ? -2 : dot(row, query)))
  return [...likeness.keys()].sort((a, b) => likeness[b]! - likeness[a]!).slice(0, NEAREST)
}

function shared(found: readonly number[], expected: readonly number[]): number {
  return expected.filter((index) => found.includes(index)).length / expected.length
}

function percentile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
}

const { vectors, features, source } = await baseVectors()
const full = features?.map(unit)
const dims = vectors[0]?.length ?? 0
console.log(`${source}; ${dims} numbers per vector`)
const spread = 0.35 / Math.sqrt(dims)
const many = Array.from({ length: count }, (_, index) => {
  const base = vectors[index % vectors.length]!
  return index < vectors.length ? base : unit(base.map((value) => value + spread * normal()))
})
const bytes = many.map(toBytes)

const started = performance.now()
const index = new VectorIndex(dims)
bytes.forEach((vector, key) => index.set(String(key), vector))
const buildMs = performance.now() - started

const times: number[] = []
const holds: number[] = []
let cpuMs = 0
let recall = 0
let recallOfFeatures = 0
for (let number = 0; number < asked; number++) {
  const own = Math.floor(random() * vectors.length)
  const query = toUnit(bytes[own]!)!
  const cpu = process.cpuUsage()
  const from = performance.now()
  let turn = from
  const near = await index.nearest([query], { most: 400, least: LEAST }, async () => {
    holds.push(performance.now() - turn)
    await nextTurn()
    turn = performance.now()
  })
  times.push(performance.now() - from)
  cpuMs += process.cpuUsage(cpu).user / 1000 / asked
  const found = near.map(({ key }) => Number(key)).filter((key) => key !== own)
  recall += shared(found.slice(0, NEAREST), nearestOf(many, vectors[own]!, own)) / asked
  if (full) {
    const real = found.filter((key) => key < vectors.length)
    const among = real.length >= NEAREST ? real.slice(0, NEAREST) : nearestOf(vectors, vectors[own]!, own)
    recallOfFeatures += shared(among, nearestOf(full, full[own]!, own)) / asked
  }
}
times.sort((a, b) => a - b)
holds.sort((a, b) => a - b)
const round = (value: number) => Math.round(value * 1000) / 1000
console.log(
  JSON.stringify({
    n: count,
    dims,
    vectors: source,
    p50Ms: round(percentile(times, 0.5)),
    p95Ms: round(percentile(times, 0.95)),
    // What a search costs whatever else the machine does.
    cpuMs: round(cpuMs),
    longestHoldMs: round(holds.at(-1) ?? 0),
    recallAt10: round(recall),
    recallAt10OfFeatures: features ? round(recallOfFeatures) : null,
    memoryMb: round(index.bytes / 1e6),
    buildMs: round(buildMs),
  }),
)
