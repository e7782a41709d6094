import { createCookie } from '@remix-run/node'
import { EMPTY_SHELF, packShelf, unpackShelf, withSeen, type Shelf } from '~/features/keep/model/shelf'
import { listKeptIds, whichAreKept } from '~/features/keep/queries.server'
import { knownSecrets, onceForEnv } from '~/platform/env.server'
import { optionalActor } from './actor.server'

const YEAR_S = 365 * 86_400

/** Signed, so that nobody else writes it; read by this host alone, and by no script. */
const shelfCookie = onceForEnv(({ publicUrl }) => {
  const secure = publicUrl.startsWith('https://')
  return createCookie(secure ? '__Host-lots' : 'lots', {
    httpOnly: true,
    sameSite: 'lax',
    path: '/',
    secure,
    secrets: knownSecrets(),
    maxAge: YEAR_S,
  })
})

/** What this device remembers of lots. */
export async function shelfOf(request: Request): Promise<Shelf> {
  return unpackShelf(await shelfCookie().parse(request.headers.get('Cookie')))
}

/** The header that makes a device remember a shelf; an empty one is taken away. */
export function setShelf(shelf: Shelf): Promise<string> {
  const isEmpty = shelf.kept.length === 0 && shelf.seen === null
  return isEmpty
    ? shelfCookie().serialize(packShelf(EMPTY_SHELF), { maxAge: 0 })
    : shelfCookie().serialize(packShelf(shelf))
}

/** The lots that whoever asks keeps, the last kept first: in their account, else on their device. */
export async function keptIdsOf(request: Request): Promise<string[]> {
  const actor = await optionalActor(request)
  return actor ? listKeptIds(actor.userId) : [...(await shelfOf(request)).kept]
}

/** Which of these lots whoever asks keeps, in no order. */
export async function keptAmong(request: Request, lotIds: readonly string[]): Promise<string[]> {
  const actor = await optionalActor(request)
  if (actor) return whichAreKept(actor.userId, lotIds)
  const { kept } = await shelfOf(request)
  return lotIds.filter((id) => kept.includes(id))
}

/** The header that notes a lot among those looked at last, where the reader asked for it; null elsewhere. */
export async function noteSeen(request: Request, lotId: string): Promise<string | null> {
  const shelf = await shelfOf(request)
  if (shelf.seen === null || shelf.seen[0] === lotId) return null
  return setShelf({ ...shelf, seen: withSeen(shelf.seen, lotId) })
}
