import { readFileSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { OTHER_LABEL } from '~/features/classifier/model/training-minimums'

/** The folder of pictures that show no building material; they train `OTHER_LABEL`. */
export const OUT_OF_SCOPE_FOLDER = '_none'

/**
 * A labelled photo. `source` is the site it comes from: photos of one source never straddle a split. `also` is a second
 * label that it shows about equally.
 */
export type Photo = { file: string; label: string; kind: string; source: string; also?: string }

const IMAGE = /\.(jpe?g|png|webp)$/i

/**
 * Lists a folder of photos: one folder per label, and `manifest.tsv` (columns `file`, `kind`, `source`) where
 * there is one. Without it every photo is its own source, of kind `unknown`.
 */
export function listPhotos(root: string): Photo[] {
  const known = readManifest(path.join(root, 'manifest.tsv'))
  const photos: Photo[] = []
  for (const folder of readdirSync(root, { withFileTypes: true })) {
    if (!folder.isDirectory()) continue
    const label = folder.name === OUT_OF_SCOPE_FOLDER ? OTHER_LABEL : folder.name
    for (const name of readdirSync(path.join(root, folder.name)).sort()) {
      if (!IMAGE.test(name)) continue
      const relative = `${folder.name}/${name}`
      const row = known.get(relative)
      photos.push({
        file: path.join(root, relative),
        label,
        kind: row?.kind ?? 'unknown',
        source: row?.source ?? relative,
      })
    }
  }
  return photos.sort((a, b) => (a.file < b.file ? -1 : 1))
}

function readManifest(file: string): Map<string, { kind: string; source: string }> {
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch {
    return new Map()
  }
  const [header = '', ...lines] = text.split(/\r?\n/).filter(Boolean)
  const columns = header.split('\t')
  const [fileAt, kindAt, sourceAt] = ['file', 'kind', 'source'].map((name) => columns.indexOf(name))
  return new Map(
    lines.map((line) => {
      const cells = line.split('\t')
      const cell = (at: number | undefined) => (at === undefined ? undefined : cells[at])
      return [cell(fileAt) ?? '', { kind: cell(kindAt) ?? 'unknown', source: cell(sourceAt) ?? line }]
    }),
  )
}
