import { redirect, type LoaderFunctionArgs } from '@remix-run/node'
import { paths } from '~/core/paths'
import { handoversCsv } from '~/http/handovers-csv.server'

/** The list of a territory, a département or the Métropole; a commune has its own address. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const slug = params.slug ?? ''
  const own = paths.boardHandoversCsv(slug)
  if (own !== `/territoires/${slug}/remises.csv`) return redirect(own + new URL(request.url).search, 301)
  return handoversCsv(request, slug)
}
