import type { LoaderFunctionArgs } from '@remix-run/node'
import { findCommune } from '~/features/communes/queries.server'
import { handoversCsv } from '~/http/handovers-csv.server'
import { orNotFound } from '~/http/replies.server'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { code } = orNotFound(await findCommune(params.code ?? ''))
  return handoversCsv(request, code)
}
