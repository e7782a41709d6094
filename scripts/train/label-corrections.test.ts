import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { materialsOfLabel } from '~/features/classifier/model/labels'
import {
  applyLabelCorrections,
  describeCorrections,
  parseLabelCorrections,
  readLabelCorrections,
} from './label-corrections'
import { OUT_OF_SCOPE_FOLDER, listPhotos } from './photo-set'

const root = mkdtempSync(path.join(tmpdir(), 'label-corrections-'))
afterAll(() => rmSync(root, { recursive: true }))

const SOURCES: Readonly<Record<string, string>> = {
  'brick/planks.jpg': 'yard',
  'brick/wall.jpg': 'yard',
  'brick/set.jpg': 'shop one',
  'brick/set-again.jpg': 'shop two',
  'brick/other-of-two.jpg': 'shop two',
  'timber/logo.png': 'yard',
  '_none/lamp.jpg': 'store',
  'pipe/motor.jpg': 'store',
}
for (const file of Object.keys(SOURCES)) {
  mkdirSync(path.join(root, path.dirname(file)), { recursive: true })
  writeFileSync(path.join(root, file), file)
}
writeFileSync(
  path.join(root, 'manifest.tsv'),
  [
    'file\tkind\tsource',
    ...Object.entries(SOURCES).map(([file, source]) => `${file}\t${kind(file)}\t${source}`),
  ].join('\n'),
)

function kind(file: string) {
  return file.startsWith('_none') ? 'none' : 'web'
}

function digest(file: string) {
  return createHash('sha256').update(file).digest('hex').slice(0, 16)
}

function table(...rows: { file: string; now?: string; also?: string; group?: string; sha256?: string }[]) {
  const lines = rows.map(({ file, now, also = '', group = '', sha256 = digest(file) }) => {
    const was = path.dirname(file)
    return [file, sha256, was, now ?? was, also, group, 'seen'].join('\t')
  })
  return parseLabelCorrections(['file\tsha256\twas\tnow\talso\tgroup\treason', ...lines].join('\n'))
}

function corrected(...rows: Parameters<typeof table>) {
  const { photos, counts } = applyLabelCorrections(listPhotos(root), table(...rows), root)
  return { counts, photo: (file: string) => photos.find((each) => each.file === path.join(root, file)) }
}

describe('applyLabelCorrections', () => {
  it('relabels, leaves out and notes a second material', () => {
    const { counts, photo } = corrected(
      { file: 'brick/planks.jpg', now: 'timber' },
      { file: 'timber/logo.png', now: 'drop', also: 'brick' },
      { file: 'brick/wall.jpg', also: 'concrete' },
    )
    expect(photo('brick/planks.jpg')).toMatchObject({ label: 'timber', kind: 'web', source: 'yard' })
    expect(photo('timber/logo.png')).toBeUndefined()
    expect(photo('brick/wall.jpg')).toMatchObject({ label: 'brick', also: 'concrete' })
    expect(photo('brick/set.jpg')).not.toHaveProperty('also')
    expect(counts).toEqual({ relabelled: 1, dropped: 1, ambiguous: 1, joinedSources: 0, ignored: 0 })
  })

  it('moves pictures out of those of no material, and into them, with their kind', () => {
    const { photo } = corrected(
      { file: '_none/lamp.jpg', now: 'lighting' },
      { file: 'pipe/motor.jpg', now: '_none' },
    )
    expect(photo('_none/lamp.jpg')).toMatchObject({ label: 'lighting', kind: 'web' })
    expect(photo('pipe/motor.jpg')).toMatchObject({ label: 'other', kind: 'none' })
  })

  it('joins all the photos of sources that hold the same picture, in chains too', () => {
    const { counts, photo } = corrected(
      { file: 'brick/set.jpg', group: 'set' },
      { file: 'brick/set-again.jpg', group: 'set' },
    )
    expect(photo('brick/other-of-two.jpg')!.source).toBe(photo('brick/set.jpg')!.source)
    expect(photo('brick/wall.jpg')!.source).toBe('yard')
    expect(counts.joinedSources).toBe(2)
    const chain = corrected(
      { file: 'brick/set.jpg', group: 'one' },
      { file: 'brick/wall.jpg', group: 'one' },
      { file: 'timber/logo.png', group: 'two' },
      { file: 'brick/set-again.jpg', group: 'two' },
    )
    const names = ['brick/set.jpg', 'brick/planks.jpg', 'brick/other-of-two.jpg'].map(
      (file) => chain.photo(file)!.source,
    )
    expect(new Set(names).size).toBe(1)
  })

  it('ignores a row whose photo is absent or has other bytes', () => {
    const { counts, photo } = corrected(
      { file: 'brick/planks.jpg', now: 'timber', sha256: digest('another') },
      { file: 'brick/gone.jpg', now: 'drop' },
    )
    expect(photo('brick/planks.jpg')).toMatchObject({ label: 'brick' })
    expect(describeCorrections(counts)).toBe(
      'label corrections: 0 relabelled, 0 left out, 0 with a second material, 0 sources joined, 2 ignored',
    )
  })
})

describe('parseLabelCorrections', () => {
  it('refuses other columns, a file outside its folder and a file told twice', () => {
    expect(() => parseLabelCorrections('file\tnow\nbrick/1.jpg\tdoor')).toThrow('unexpected columns')
    expect(() => table({ file: 'brick/1.jpg', sha256: 'short' })).toThrow('unsound line')
    expect(() => table({ file: 'brick/1.jpg' }, { file: 'brick/1.jpg' })).toThrow('unsound line')
  })
})

describe('the corrections kept with the training', () => {
  const corrections = readLabelCorrections()

  it('name labels that the product knows, and say why', () => {
    const known = (label: string) =>
      label === OUT_OF_SCOPE_FOLDER || label === 'pallet' || materialsOfLabel(label).length > 0
    const unknown = corrections.filter(
      ({ now, also }) => (now !== 'drop' && !known(now)) || (also !== undefined && !known(also)),
    )
    expect(unknown).toEqual([])
    expect(corrections.filter(({ reason }) => reason.length < 4)).toEqual([])
    expect(corrections.filter(({ now, also }) => now === also)).toEqual([])
  })

  it('change something on every row, or say that they leave a doubt', () => {
    const idle = corrections.filter(
      ({ was, now, also, group, reason }) => was === now && !also && !group && !reason.startsWith('doubtful'),
    )
    expect(idle).toEqual([])
  })
})
