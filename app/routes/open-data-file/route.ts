import type { LoaderFunctionArgs } from '@remix-run/node'
import { stateOf } from '~/features/open-data/datasets.server'
import { readFileName } from '~/features/open-data/model/datasets'
import { datasetText } from '~/http/dataset-text.server'
import { localeOf } from '~/http/locale.server'
import { orNotFound } from '~/http/replies.server'
import { isHeld, streamOf, weakTag } from '~/http/streams.server'
import { tableSchemaOf } from '~/http/table-schema.server'

const TYPES = {
  csv: 'text/csv; charset=utf-8; header=present',
  geojson: 'application/geo+json',
  jsonld: 'application/ld+json',
} as const

/** A whole dataset in one format, the same for everyone, or the description of its fields. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { dataset, format } = orNotFound(readFileName(params.file ?? ''))
  if (format === 'schema.json') {
    return Response.json(tableSchemaOf(dataset, await localeOf(request)), {
      headers: { Vary: 'Accept-Language, Cookie' },
    })
  }
  const state = await stateOf(dataset)
  const tag = weakTag(`${state.tag}.${format}`)
  const headers = {
    'Content-Type': TYPES[format],
    'Content-Disposition': `attachment; filename="gisement-${dataset}.${format}"`,
    'Cache-Control': 'public, max-age=300',
    ETag: tag,
    ...(state.atMs !== null && { 'Last-Modified': new Date(state.atMs).toUTCString() }),
  }
  if (isHeld(request, tag)) return new Response(null, { status: 304, headers })
  if (request.method === 'HEAD') return new Response(null, { headers })
  return new Response(streamOf(datasetText(dataset, format)), { headers })
}
