import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { OTHER_LABEL } from '~/features/classifier/model/training-minimums'
import type { Photo } from './photo-set'
import { OUT_OF_SCOPE_FOLDER } from './photo-set'

/** What a person saw on a photo, against the folder it is filed in. */
export type LabelCorrection = {
  file: string
  /** First 16 hexadecimal digits of the file's SHA-256: a correction is about these very bytes. */
  sha256: string
  was: string
  /** The label to learn, or `drop` to leave the photo out. */
  now: string
  /** A second material that the photo shows about equally, or that it cannot be told from. */
  also?: string
  /** Sources that share a group hold the same picture: they count as one source. */
  group?: string
  reason: string
}
/** Rows are ignored when their photo is absent, or is another picture under the same name. */
export type CorrectionCounts = {
  relabelled: number
  dropped: number
  ambiguous: number
  joinedSources: number
  ignored: number
}

const COLUMNS = ['file', 'sha256', 'was', 'now', 'also', 'group', 'reason'] as const
const DROP = 'drop'

/** Reads the table of corrections; a malformed line is an error, since it would silently change the training. */
export function parseLabelCorrections(text: string): LabelCorrection[] {
  const [header = '', ...lines] = text.split(/\r?\n/).filter(Boolean)
  if (header !== COLUMNS.join('\t')) throw new Error(`label corrections: unexpected columns «${header}»`)
  const seen = new Set<string>()
  return lines.map((line) => {
    const cells = line.split('\t')
    const [file = '', sha256 = '', was = '', now = '', also = '', group = '', reason = ''] = cells
    const sound =
      cells.length === COLUMNS.length && file.startsWith(`${was}/`) && /^[0-9a-f]{16}$/.test(sha256) && now
    if (!sound || seen.has(file)) throw new Error(`label corrections: unsound line «${line}»`)
    seen.add(file)
    return { file, sha256, was, now, also: also || undefined, group: group || undefined, reason }
  })
}

/** The corrections kept beside this file. */
export function readLabelCorrections(): LabelCorrection[] {
  return parseLabelCorrections(readFileSync(path.join(import.meta.dirname, 'label-corrections.tsv'), 'utf8'))
}

/** Applies the corrections to the photos of `root`; says how many did something. */
export function applyLabelCorrections(
  photos: readonly Photo[],
  corrections: readonly LabelCorrection[],
  root: string,
): { photos: Photo[]; counts: CorrectionCounts } {
  const byFile = new Map(corrections.map((each) => [path.join(root, each.file), each]))
  const sound = new Map<Photo, LabelCorrection>()
  for (const photo of photos) {
    const correction = byFile.get(photo.file)
    if (correction && digestOf(photo.file) === correction.sha256) sound.set(photo, correction)
  }
  const sources = joinSources(sound)
  const kept = photos.flatMap((photo) => {
    const corrected = correctedPhoto(photo, sound.get(photo))
    return corrected ? [{ ...corrected, source: sources.get(photo.source) ?? photo.source }] : []
  })
  const applied = [...sound].map(([photo, { now, also }]) => ({ photo, now, also }))
  return {
    photos: kept,
    counts: {
      relabelled: applied.filter(({ photo, now }) => now !== DROP && labelOf(now) !== photo.label).length,
      dropped: applied.filter(({ now }) => now === DROP).length,
      ambiguous: applied.filter(({ now, also }) => now !== DROP && also !== undefined).length,
      joinedSources: sources.size,
      ignored: corrections.length - sound.size,
    },
  }
}

/** One line for the training's log. */
export function describeCorrections(counts: CorrectionCounts): string {
  const { relabelled, dropped, ambiguous, joinedSources, ignored } = counts
  return (
    `label corrections: ${relabelled} relabelled, ${dropped} left out, ${ambiguous} with a second material, ` +
    `${joinedSources} sources joined, ${ignored} ignored`
  )
}

function correctedPhoto(photo: Photo, correction: LabelCorrection | undefined): Photo | undefined {
  if (!correction) return photo
  if (correction.now === DROP) return undefined
  const label = labelOf(correction.now)
  const also = correction.also === undefined ? {} : { also: labelOf(correction.also) }
  return { ...photo, label, kind: kindOf(photo, label), ...also }
}

/** A picture that leaves or joins those of no material leaves or joins their kind too; eyes have checked it. */
function kindOf(photo: Photo, label: string): string {
  if (label === photo.label) return photo.kind
  if (label === OTHER_LABEL) return 'none'
  return photo.kind === 'none' ? 'web' : photo.kind
}

function labelOf(name: string): string {
  return name === OUT_OF_SCOPE_FOLDER ? OTHER_LABEL : name
}

/** The name that each source takes once those of a group are joined, chains of groups included. */
function joinSources(corrections: ReadonlyMap<Photo, LabelCorrection>): Map<string, string> {
  const names = new Map<string, string>()
  const firstOfGroup = new Map<string, string>()
  for (const [photo, { group }] of corrections) {
    if (group === undefined) continue
    const name = names.get(photo.source) ?? photo.source
    const first = firstOfGroup.get(group) ?? name
    const target = names.get(first) ?? first
    firstOfGroup.set(group, target)
    names.set(photo.source, target)
    for (const [source, old] of names) if (old === name) names.set(source, target)
  }
  return names
}

function digestOf(file: string): string {
  return createHash('sha256').update(readFileSync(file)).digest('hex').slice(0, 16)
}
