import { stringify } from 'csv-stringify/sync'
import { eachPageOf, RECORD_SCHEMAS, type DataRecord } from '~/features/open-data/datasets.server'
import { NODE_OF } from '~/features/open-data/json-ld.server'
import type { DatasetId, Format } from '~/features/open-data/model/datasets'
import { asText } from './csv.server'

type Parts = AsyncGenerator<string, void, undefined>

/** The whole of a dataset in a format, page by page. */
export function datasetText(dataset: DatasetId, format: Format): Parts {
  if (format === 'csv') return csvOf(dataset)
  return format === 'geojson' ? geoJsonOf(dataset) : jsonLdOf(dataset)
}

/** RFC 4180 (2005): commas, decimal points, UTF-8 without a mark; names of fields as headings. */
async function* csvOf(dataset: DatasetId): Parts {
  const fields = Object.keys(RECORD_SCHEMAS[dataset].shape)
  yield stringify([fields], { record_delimiter: 'windows' })
  for await (const records of eachPageOf(dataset)) {
    yield stringify(
      records.map((record) => fields.map((field) => csvCell(record[field]))),
      { record_delimiter: 'windows' },
    )
  }
}

/** Lists are joined by `|`, objects written as JSON. */
function csvCell(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (Array.isArray(value)) return asText(value.join('|'))
  if (typeof value === 'object') return asText(Object.keys(value).length === 0 ? '' : JSON.stringify(value))
  return typeof value === 'string' ? asText(value) : JSON.stringify(value)
}

/** RFC 7946 (2016): each record at the point of its commune. */
async function* geoJsonOf(dataset: DatasetId): Parts {
  yield '{"type":"FeatureCollection","features":[\n'
  yield* joined(dataset, ({ lat, lon, ...properties }) => ({
    type: 'Feature',
    ...(typeof properties.id === 'string' && { id: properties.id }),
    geometry: { type: 'Point', coordinates: [lon, lat] },
    properties,
  }))
  yield '\n]}\n'
}

async function* jsonLdOf(dataset: DatasetId): Parts {
  yield '{"@context":"https://schema.org","@graph":[\n'
  yield* joined(dataset, NODE_OF[dataset] as (record: DataRecord) => unknown)
  yield '\n]}\n'
}

async function* joined(dataset: DatasetId, write: (record: DataRecord) => unknown): Parts {
  let isFirst = true
  for await (const records of eachPageOf(dataset)) {
    if (records.length === 0) continue
    yield (isFirst ? '' : ',\n') + records.map((record) => JSON.stringify(write(record))).join(',\n')
    isFirst = false
  }
}
