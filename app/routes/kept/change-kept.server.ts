import { redirect } from '@remix-run/node'
import { paths, safeRedirect } from '~/core/paths'
import { ok, refused, type Result } from '~/core/result'
import { dropLots } from '~/features/keep/commands/drop-lots.server'
import { keepLots } from '~/features/keep/commands/keep-lot.server'
import { MOST_ON_DEVICE, withKept, withoutKept } from '~/features/keep/model/shelf'
import { keepSchema } from '~/features/keep/schema'
import { findVisibleLot } from '~/features/lots/queries.server'
import { optionalActor } from '~/http/actor.server'
import { keptLotsOf } from '~/http/kept-list.server'
import { setShelf, shelfOf } from '~/http/kept-lots.server'
import { lotViewerOf } from '~/http/lot-viewer.server'
import { parseForm } from '~/http/parse-form.server'

type Done = Result<{ cookie: string | null }>

/** Does what a reader asks of the lots that they keep, and goes back to where they were. */
export async function changeKept(request: Request) {
  const form = await parseForm(request.clone(), keepSchema)
  if (!form.ok) return form.reply
  const { intent, lotId = '', returnTo } = form.value
  const done = await doneOf(request, intent, lotId)
  if (!done.ok) return form.refuse(done.error)
  const fallback =
    intent === 'adopt' ? paths.kept('ajoutes') : intent === 'tidy' ? paths.kept('ranges') : paths.kept()
  const { cookie } = done.value
  return redirect(
    safeRedirect(returnTo, fallback),
    cookie ? { headers: { 'Set-Cookie': cookie } } : undefined,
  )
}

async function doneOf(request: Request, intent: string, lotId: string): Promise<Done> {
  if (intent === 'keep') return keepOne(request, lotId)
  if (intent === 'adopt') return adopt(request)
  return drop(request, intent === 'tidy' ? await goneIds(request) : [lotId])
}

async function keepOne(request: Request, lotId: string): Promise<Done> {
  const [actor, viewer] = await Promise.all([optionalActor(request), lotViewerOf(request)])
  if (actor) {
    const kept = await keepLots({ userId: actor.userId, viewer, lotIds: [lotId] })
    return kept.ok ? ok({ cookie: null }) : kept
  }
  if (!(await findVisibleLot(lotId, viewer))) return refused('not-found')
  const shelf = await shelfOf(request)
  const kept = withKept(shelf.kept, lotId, MOST_ON_DEVICE)
  if (!kept) return refused('kept-limit', { params: { most: MOST_ON_DEVICE } })
  return ok({ cookie: await setShelf({ ...shelf, kept }) })
}

async function drop(request: Request, lotIds: readonly string[]): Promise<Done> {
  const actor = await optionalActor(request)
  if (actor) {
    await dropLots({ userId: actor.userId, lotIds })
    return ok({ cookie: null })
  }
  const shelf = await shelfOf(request)
  return ok({ cookie: await setShelf({ ...shelf, kept: withoutKept(shelf.kept, lotIds) }) })
}

/** Those that are no longer offered, or that the reader may see no more. */
async function goneIds(request: Request): Promise<string[]> {
  const { kept, hiddenIds } = await keptLotsOf(request)
  return [...hiddenIds, ...kept.filter(({ state }) => state !== 'open').map(({ lot }) => lot.id)]
}

/** Moves what a device kept before its reader signed in to their account. */
async function adopt(request: Request): Promise<Done> {
  const actor = await optionalActor(request)
  if (!actor) return ok({ cookie: null })
  const shelf = await shelfOf(request)
  const { userId } = actor
  const kept = await keepLots({ userId, viewer: await lotViewerOf(request), lotIds: shelf.kept })
  if (!kept.ok && kept.error.code !== 'not-found') return kept
  return ok({ cookie: await setShelf({ ...shelf, kept: [] }) })
}
