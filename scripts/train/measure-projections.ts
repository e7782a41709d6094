import path from 'node:path'
import { parseArgs } from 'node:util'
import { featuresOf } from './features'
import { listPhotos } from './photo-set'
import { dot } from './principal-axes'
import { firstAxes, fitProjection, project, type ProjectionKind } from './projection'
import { foldsByGroup } from './random'
import { showsMaterial, trainingSet } from './training-set'

/**
 * Compares projections for finding similar photos: half of the sources to learn from, the other half to search in,
 * both ways, for several seeds. A photo of the same source never counts, so that only likeness across sources does.
 */
const NEAREST = 10
const SEEDS = [1, 2]

type Vectors = { vectors: Float32Array[]; truths: number[]; sources: string[] }
type Scores = { sameLabel: number; firstSame: number; recall: number }

/** Indices of the nearest rows from other sources, nearest first. */
function nearest({ vectors, sources }: Vectors, query: number): number[] {
  const near = vectors.flatMap((vector, index) =>
    sources[index] === sources[query] ? [] : [{ index, likeness: dot(vector, vectors[query]!) }],
  )
  return near
    .sort((a, b) => b.likeness - a.likeness)
    .slice(0, NEAREST)
    .map(({ index }) => index)
}

function score(reduced: Vectors, full: readonly number[][]): Scores {
  const all = reduced.vectors.map((_, query) => {
    const found = nearest(reduced, query)
    const same = found.filter((index) => reduced.truths[index] === reduced.truths[query])
    return {
      sameLabel: same.length / NEAREST,
      firstSame: Number(same[0] === found[0]),
      recall: found.filter((index) => full[query]!.includes(index)).length / NEAREST,
    }
  })
  return meanOf(all)
}

function meanOf(rows: readonly Scores[]): Scores {
  const mean = (key: keyof Scores) => rows.reduce((sum, row) => sum + row[key], 0) / rows.length
  return { sameLabel: mean('sameLabel'), firstSame: mean('firstSame'), recall: mean('recall') }
}

const { values } = parseArgs({
  options: { data: { type: 'string' }, cache: { type: 'string', default: '.cache/train' } },
})
if (!values.data) {
  console.error('Usage: npx tsx scripts/train/measure-projections.ts --data DIR [--cache DIR]')
  process.exit(2)
}
const set = trainingSet(listPhotos(values.data))
const features = await featuresOf(set.photos, path.resolve(values.cache))
const usable = [...set.photos.keys()].filter((index) => showsMaterial(set.photos[index]!))
console.log(`${usable.length} photos of ${set.labels.length} labels, ${features[0]?.length} features`)

const tries: { kind: ProjectionKind | 'full'; dimensions: number }[] = [
  { kind: 'full', dimensions: features[0]?.length ?? 0 },
  ...(['plain', 'whitened', 'within-label'] as const).flatMap((kind) =>
    [64, 96, 128].map((dimensions) => ({ kind, dimensions })),
  ),
]
const results = new Map(tries.map((each) => [each, new Array<Scores>()]))
for (const seed of SEEDS) {
  const halves = foldsByGroup(
    set.photos.map(({ source }) => source),
    2,
    seed,
  )
  for (const half of [0, 1]) {
    const [held, seen] = [true, false].map((own) =>
      usable.filter((index) => (halves[index] === half) === own),
    )
    const rows = (held ?? []).map((index) => features[index]!)
    const sources = (held ?? []).map((index) => set.photos[index]!.source)
    const truths = (held ?? []).map((index) => set.truths[index]!)
    const known = {
      features: (seen ?? []).map((index) => features[index]!),
      truths: (seen ?? []).map((index) => set.truths[index]!),
    }
    const full = { vectors: rows, truths, sources }
    const answers = rows.map((_, query) => nearest(full, query))
    const first = firstAxes(known)
    for (const [{ kind, dimensions }, scores] of results) {
      const projection = kind === 'full' ? null : fitProjection(known, { kind, dimensions }, first)
      const vectors = projection ? rows.map((row) => project(projection, row)) : rows
      scores.push(score({ vectors, truths, sources }, answers))
    }
  }
}
for (const [{ kind, dimensions }, scores] of results) {
  const { sameLabel, firstSame, recall } = meanOf(scores)
  const share = (value: number) => value.toFixed(3)
  console.log(
    `${kind}\t${dimensions}\tsame ${share(sameLabel)}\tfirst ${share(firstSame)}\tfull ${share(recall)}`,
  )
}
