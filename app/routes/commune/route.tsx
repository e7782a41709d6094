import { redirect, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { nowMs } from '~/core/clock'
import { isoDayOf } from '~/core/days'
import { paths } from '~/core/paths'
import { listToldEffects } from '~/features/accounting/commune-year.server'
import { offeredYears } from '~/features/accounting/model/years'
import { doneSearchSchema } from '~/features/board/schema'
import { isMailed } from '~/features/board/queries/mails.server'
import { canonicalCommuneCode } from '~/features/communes/model/commune'
import { can } from '~/features/organisations/model/permissions'
import { optionalActor } from '~/http/actor.server'
import { aroundOf, boardFor } from '~/http/board.server'
import { publicUrl } from '~/http/lot-page-url.server'
import { localised } from '~/http/page-title'
import { parseSearch } from '~/http/parse-search.server'
import { shownHandovers, toldTo } from '~/http/shown-handovers.server'
import { communes } from '~/messages/communes'
import { CommunePage } from './commune-page'

export const meta: MetaFunction<typeof loader> = ({ data, matches }) => [
  { title: `${data?.board.perimeter.name ?? localised({ matches }, communes)('title')} – Gisement` },
]

export async function loader({ request, params }: LoaderFunctionArgs) {
  const code = params.code ?? ''
  const canonical = canonicalCommuneCode(code)
  if (canonical !== code) return redirect(paths.board(canonical, new URL(request.url).search), 301)
  const [board, actor] = await Promise.all([boardFor(request, code), optionalActor(request)])
  const { perimeter, period } = board
  const resource = { communeCodes: perimeter.communeCodes }
  const mayMail = actor !== null && can(actor, 'board:mail', resource)
  const effects = actor && period.kind === 'year' ? await knownEffects(request, code, period.year) : []
  return {
    board,
    effects,
    around: await aroundOf(perimeter),
    years: offeredYears(isoDayOf(nowMs()), period.year),
    factorSource: board.factors.source,
    origin: publicUrl(),
    mail: mayMail ? { isOn: await isMailed(actor.userId, code) } : null,
    hasPurchases: actor !== null && can(actor, 'purchase:manage', resource),
    done: parseSearch(request, doneSearchSchema).fait ?? null,
    managesAgents: actor !== null && can(actor, 'agent:invite'),
  }
}

/** The handovers of a year that the reader may know one by one, each with its effect on the rate if it has one. */
async function knownEffects(request: Request, code: string, year: number) {
  const { effects, outside } = await listToldEffects(code, year, await toldTo(request))
  const entries = [...effects, ...outside.map((row) => ({ row, before: undefined, after: undefined }))]
  const { shown } = await shownHandovers(request, entries)
  return shown.filter(({ row }) => row.own)
}

export default function Commune() {
  return <CommunePage {...useLoaderData<typeof loader>()} />
}
