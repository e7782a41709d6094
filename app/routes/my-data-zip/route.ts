import { redirect, type LoaderFunctionArgs } from '@remix-run/node'
import { nowMs } from '~/core/clock'
import { paths } from '~/core/paths'
import { PERMIT_MS } from '~/features/privacy/model/data-permit'
import { findDataPermits } from '~/features/privacy/queries.server'
import { requireActor } from '~/http/actor.server'
import { localeOf } from '~/http/locale.server'
import { ownDataArchive } from '~/http/own-data-archive.server'
import { downloadStream } from '~/http/replies.server'

/** The person's own data, for a quarter of an hour after they asked for it and proved who they are; else the page that asks for it. */
export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request, 'account:manage')
  const { total } = await findDataPermits(actor.userId, nowMs() - PERMIT_MS)
  if (total === 0) return redirect(paths.myData())
  return downloadStream(
    ownDataArchive(actor, await localeOf(request)),
    'gisement-mes-donnees.zip',
    'application/zip',
  )
}
