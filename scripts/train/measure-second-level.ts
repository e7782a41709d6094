import { parseArgs } from 'node:util'
import { featuresOf } from './features'
import { applyLabelCorrections, describeCorrections, readLabelCorrections } from './label-corrections'
import { listPhotos } from './photo-set'
import { SHOWN_FROM, lowerBound, measureSecondLevel, typesOfSeveralLabels } from './second-level'

const SEEDS = [20, 21, 22]

/** Prints how well photos tell apart the labels of one type (radiator or pipe, carpet or linoleum). */
async function main() {
  const { values } = parseArgs({
    options: { data: { type: 'string' }, cache: { type: 'string', default: '.cache/train' } },
  })
  if (!values.data) throw new Error('Give the folder of photos: --data <folder>')
  const corrected = applyLabelCorrections(listPhotos(values.data), readLabelCorrections(), values.data)
  console.log(describeCorrections(corrected.counts))
  const labels = [...typesOfSeveralLabels(corrected.photos).values()].flat()
  const photos = corrected.photos.filter(({ label }) => labels.includes(label))
  const features = await featuresOf(photos, values.cache)
  for (const seed of SEEDS) {
    console.log(`seed ${seed}, said from ${SHOWN_FROM} up`)
    for (const row of measureSecondLevel(photos, features, seed)) {
      const precision = row.said === 0 ? 0 : row.right / row.said
      console.log(
        `${row.material} · ${row.label}: ${row.photos} photos of ${row.sources} sources; said ${row.said} times ` +
          `(${row.saidSources} sources), ${percent(precision)} right, at least ` +
          `${percent(lowerBound(row.right, row.said))}; always saying it: ${percent(row.share)}`,
      )
    }
  }
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`
}

await main()
