import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { foundByList, frequentLabels, measureBaseline } from './baseline'
import type { TrainingSet } from './training-set'

const LABELS = ['brick', 'door', 'stone', 'tile']
/** Three bricks, two doors, one stone, one tile; the second fold holds the bricks' last. */
const truths = [0, 0, 1, 1, 2, 3, 0]
const folds = [0, 0, 0, 1, 1, 1, 1]
const measured = [...truths.keys()]

describe('the most frequent labels', () => {
  it('come in the order of their numbers', () => {
    expect(frequentLabels({ labels: LABELS, truths }, measured)).toEqual([0, 1, 2, 3])
  })

  it('are counted on the photos of the other folds only', () => {
    // The list of fold 1, where every label has one photo, is brick, door, stone; that of fold 0 too.
    expect(foundByList({ labels: LABELS, truths }, { folds, measured }, 3)).toBeCloseTo(6 / 7, 9)
    expect(foundByList({ labels: LABELS, truths }, { folds, measured }, 1)).toBeCloseTo(3 / 7, 9)
  })
})

describe('measureBaseline', () => {
  let folder = ''
  beforeAll(() => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'gisement-baseline-'))
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  it('finds what colour alone tells, and no more in a fixed list than its length', async () => {
    const colours = ['#c03020', '#2040c0', '#20a040', '#e0e0d0']
    const photos = await Promise.all(
      Array.from({ length: 24 }, async (_, index) => {
        const label = index % 4
        const file = path.join(folder, `${index}.png`)
        const background = colours[label]!
        const create = { width: 40 + index, height: 40, channels: 3, background } as const
        writeFileSync(file, await sharp({ create }).png().toBuffer())
        return { file, label: LABELS[label]!, kind: 'web', source: String(index) }
      }),
    )
    const set: TrainingSet = {
      labels: LABELS,
      unknownLabels: [],
      photos,
      truths: photos.map(({ label }) => LABELS.indexOf(label)),
      seconds: photos.map(() => -1),
      weights: photos.map(() => 1),
    }
    const protocol = {
      folds: photos.map((_, index) => Math.floor(index / 4) % 3),
      measured: [...photos.keys()],
    }
    const baseline = await measureBaseline(set, protocol)
    expect(baseline.photos).toBe(24)
    expect(baseline.mostFrequent).toEqual({ label: 'brick', top1: 0.25 })
    expect(baseline.fixedList).toEqual({ labels: ['brick', 'door', 'stone'], top3: 0.75 })
    expect(baseline.handMade.top1).toBeGreaterThan(0.9)
    expect(baseline.handMade.cpuMsPerPhoto).toBeGreaterThan(0)
  })
})
