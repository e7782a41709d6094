import { and, asc, count, countDistinct, eq, isNotNull, isNull, or, sql } from 'drizzle-orm'
import { isLabel } from '~/features/classifier/model/labels'
import { reader } from '~/platform/db.server'
import { classifications } from '~db/sqlite/classifier'
import { labelledExamples } from '~db/sqlite/examples'
import { users } from '~db/sqlite/identity'
import { lots } from '~db/sqlite/lots'
import { organisations } from '~db/sqlite/organisations'
import { photos } from '~db/sqlite/photos'
import type { ExampleState, Origin } from './model/example'
import { byDoubt, disagrees } from './model/doubt'
import { offeredLabels } from './model/example'
import type { ExampleView } from './model/example-view'
import type { Count } from './model/progress'

/** Of a folder, or of an organisation that agrees now and is not closed: no other photo is ever looked at or learnt. */
const isConsented = and(
  isNull(organisations.suspendedAtMs),
  or(isNotNull(labelledExamples.source), isNotNull(organisations.sharesPhotosSinceMs)),
)

const entry = {
  photoId: labelledExamples.photoId,
  material: labelledExamples.material,
  label: labelledExamples.label,
  origin: labelledExamples.origin,
  state: labelledExamples.state,
  modelVersion: labelledExamples.modelVersion,
  saidMaterial: labelledExamples.saidMaterial,
  source: labelledExamples.source,
  licence: labelledExamples.licence,
  decidedAtMs: labelledExamples.decidedAtMs,
  decidedByName: users.name,
  lotId: photos.lotId,
  lotReference: lots.reference,
  lotTitle: lots.title,
  storageKey: photos.storageKey,
  width: photos.width,
  height: photos.height,
  isSynthetic: photos.isSynthetic,
  hasAvif: photos.hasAvif,
  saidNow: {
    modelVersion: classifications.modelVersion,
    verdict: classifications.verdict,
    candidates: classifications.candidates,
  },
} as const

type Filter = { state: ExampleState; origin?: Origin; label?: string }

/** Examples as administrators go through them: those worth a look first. */
export async function listExamples({ state, origin, label }: Filter) {
  const rows = await selectExamples().where(
    and(
      isConsented,
      eq(labelledExamples.state, state),
      origin && eq(labelledExamples.origin, origin),
      label === undefined ? undefined : eq(labelledExamples.label, label),
    ),
  )
  return byDoubt(rows.map((row) => ({ ...row, said: row.saidNow })))
}

/** One example as the labelling page shows it; null when it may not be looked at, or is none. */
export async function findExample(photoId: string): Promise<ExampleView | null> {
  const [row] = await selectExamples().where(and(isConsented, eq(labelledExamples.photoId, photoId)))
  if (!row) return null
  const { storageKey, width, height, isSynthetic, hasAvif, lotId, lotReference, lotTitle } = row
  const { material, origin, state, modelVersion, saidMaterial, source, licence, decidedByName } = row
  const label = row.label && isLabel(row.label) ? row.label : null
  return {
    photo: { id: photoId, storageKey, width, height, isSynthetic, hasAvif },
    ...{ material, label, origin, state, modelVersion, saidMaterial, source, licence, decidedByName },
    saidNow: row.saidNow && { candidates: row.saidNow.candidates },
    isDisputed: disagrees({ photoId, material, said: row.saidNow }),
    lot: lotId && lotReference ? { id: lotId, reference: lotReference, title: lotTitle ?? '' } : null,
    offered: offeredLabels({ material, label }, row.saidNow?.candidates ?? []),
  }
}

function selectExamples() {
  return reader()
    .select(entry)
    .from(labelledExamples)
    .innerJoin(photos, eq(photos.id, labelledExamples.photoId))
    .innerJoin(organisations, eq(organisations.id, photos.organisationId))
    .leftJoin(lots, eq(lots.id, photos.lotId))
    .leftJoin(users, eq(users.id, labelledExamples.decidedBy))
    .leftJoin(classifications, eq(classifications.photoId, labelledExamples.photoId))
}

/** Photos and sources accepted for each label, as training counts them, and how many wait. */
export async function countExamples(): Promise<{
  accepted: Record<string, Count>
  waiting: Record<string, number>
  byState: Record<ExampleState, number>
}> {
  const source = sql<string>`coalesce(${labelledExamples.source}, ${photos.organisationId})`
  const rows = await reader()
    .select({
      state: labelledExamples.state,
      label: labelledExamples.label,
      photos: count(),
      sources: countDistinct(source),
    })
    .from(labelledExamples)
    .innerJoin(photos, eq(photos.id, labelledExamples.photoId))
    .innerJoin(organisations, eq(organisations.id, photos.organisationId))
    .where(isConsented)
    .groupBy(labelledExamples.state, labelledExamples.label)
  const totalOf = (state: ExampleState) =>
    rows.filter((row) => row.state === state).reduce((sum, row) => sum + row.photos, 0)
  const labelled = (state: ExampleState) =>
    rows.flatMap((row) => (row.state === state && row.label !== null ? [{ ...row, label: row.label }] : []))
  return {
    accepted: Object.fromEntries(
      labelled('accepted').map((row) => [row.label, { photos: row.photos, sources: row.sources }]),
    ),
    waiting: Object.fromEntries(labelled('waiting').map((row) => [row.label, row.photos])),
    byState: {
      waiting: totalOf('waiting'),
      accepted: totalOf('accepted'),
      rejected: totalOf('rejected'),
    },
  }
}

/** What training may read: accepted, consented, and photographed, not drawn. */
export async function listTrainingExamples() {
  return reader()
    .select({
      photoId: labelledExamples.photoId,
      label: labelledExamples.label,
      origin: labelledExamples.origin,
      source: labelledExamples.source,
      licence: labelledExamples.licence,
      organisationId: photos.organisationId,
      storageKey: photos.storageKey,
    })
    .from(labelledExamples)
    .innerJoin(photos, eq(photos.id, labelledExamples.photoId))
    .innerJoin(organisations, eq(organisations.id, photos.organisationId))
    .where(and(isConsented, eq(labelledExamples.state, 'accepted'), eq(photos.isSynthetic, false)))
    .orderBy(asc(labelledExamples.photoId))
}
