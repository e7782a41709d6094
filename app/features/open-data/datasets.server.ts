import { nowMs } from '~/core/clock'
import { isoDayOf } from '~/core/days'
import { factorVersionOn } from '~/features/carbon/queries.server'
import { listCommunes } from '~/features/communes/queries.server'
import { VISITOR } from '~/features/lots/model/visibility'
import { eachPageOfLots } from '~/features/lots/queries/lot-pages.server'
import type { LotView } from '~/features/lots/model/lot'
import { eachPageOfNeeds } from '~/features/needs/queries/need-pages.server'
import { listPhotosOfLots } from '~/features/photos/queries.server'
import type { DatasetId } from './model/datasets'
import { lastChange, lastEntry, listMonthlyFigures } from './queries.server'
import {
  communeRecord,
  factorRecords,
  handoverRecord,
  lotRecord,
  materialRecords,
  needRecord,
  unitRecords,
  type Places,
} from './records.server'
import { toldFigures } from './told-figures.server'
import {
  communeRecordSchema,
  factorRecordSchema,
  handoverRecordSchema,
  lotRecordSchema,
  materialRecordSchema,
  needRecordSchema,
  unitRecordSchema,
  type LotRecord,
} from './schema'

export type DataRecord = Record<string, unknown>
/** A state of the rows: `tag` changes whenever they may have; `atMs` is null for what ships with the software. */
type State = { tag: string; atMs: number | null }

/** The shape of each dataset's records. */
export const RECORD_SCHEMAS = {
  lots: lotRecordSchema,
  besoins: needRecordSchema,
  remises: handoverRecordSchema,
  communes: communeRecordSchema,
  matieres: materialRecordSchema,
  unites: unitRecordSchema,
  facteurs: factorRecordSchema,
} as const satisfies Record<DatasetId, unknown>

export async function placesByCode(): Promise<Places> {
  return new Map((await listCommunes()).map((commune) => [commune.code, commune]))
}

/** Lots as records, with their photos. */
export async function lotRecords(lots: readonly LotView[], places: Places): Promise<LotRecord[]> {
  const photos = await listPhotosOfLots(lots.map(({ id }) => id))
  return lots.map((lot) => lotRecord(lot, photos.get(lot.id) ?? [], places))
}

/** Every record of a dataset, as a visitor may see it, a few hundred at a time. */
export async function* eachPageOf(dataset: DatasetId): AsyncGenerator<DataRecord[], void, undefined> {
  if (dataset === 'lots') {
    const places = await placesByCode()
    for await (const lots of eachPageOfLots({}, VISITOR)) yield await lotRecords(lots, places)
  } else if (dataset === 'besoins') {
    const places = await placesByCode()
    for await (const needs of eachPageOfNeeds({})) yield needs.map((need) => needRecord(need, places))
  } else if (dataset === 'remises') {
    const [places, isTold] = await Promise.all([placesByCode(), toldFigures()])
    for (const code of [...places.keys()].sort()) {
      const figures = (await listMonthlyFigures(code)).filter(isTold)
      if (figures.length > 0) yield figures.map((figure) => handoverRecord(figure, places))
    }
  } else {
    yield await referenceRecords(dataset)
  }
}

type Reference = Exclude<DatasetId, 'lots' | 'besoins' | 'remises'>

async function referenceRecords(dataset: Reference): Promise<DataRecord[]> {
  if (dataset === 'communes') return (await listCommunes()).map(communeRecord)
  if (dataset === 'facteurs') return factorRecords()
  return { matieres: materialRecords, unites: unitRecords }[dataset]()
}

/** The first records of a dataset. */
export async function previewOf(dataset: DatasetId, size: number): Promise<DataRecord[]> {
  for await (const page of eachPageOf(dataset)) return page.slice(0, size)
  return []
}

/** What tells a dataset from itself later. Lots and needs also change with the day: some leave, some are shown. */
export async function stateOf(dataset: DatasetId): Promise<State> {
  const today = isoDayOf(nowMs())
  if (dataset === 'lots' || dataset === 'besoins') {
    const { seq, atMs } = await lastChange([dataset === 'lots' ? 'lot' : 'need', 'organisation'])
    return { tag: `${dataset}-${seq}-${today}`, atMs }
  }
  if (dataset === 'remises') {
    const { seq, atMs } = await lastEntry()
    return { tag: `remises-${seq}`, atMs }
  }
  if (dataset === 'facteurs') {
    const { version, validFrom, publishedAtMs } = await factorVersionOn()
    return { tag: `facteurs-${version}`, atMs: publishedAtMs ?? Date.parse(`${validFrom}T00:00:00Z`) }
  }
  return { tag: dataset, atMs: null }
}
