import { nowMs } from '~/core/clock'
import { newId } from '~/core/ids'
import type { Locale } from '~/core/locale'
import { ok, refused, type Result } from '~/core/result'
import { isFresh } from '~/features/identity/model/second-factor'
import { findPerson } from '~/features/identity/queries.server'
import { activeAdmins } from '~/features/organisations/commands/active-admins.server'
import type { Actor } from '~/features/organisations/model/permissions'
import { decideIn } from '~/features/reservations/commands/decide-reservation.server'
import { noteChange, recordChange } from '~/platform/changes.server'
import { tell } from '~/platform/outbox.server'
import { withTx, type Tx } from '~/platform/transaction.server'
import { closeAccount, closeOffers, closeOrganisation, makeOwner, marksOf } from '../repo/close.server'
import { eraseRows, type ErasedFile } from '../repo/erase-rows.server'
import type { OpenReservation, Standing } from '../model/standing'
import { listOpenReservations, listStandings } from '../repo/standing.server'

/** `provenAtMs`: when the session last proved whose it is. `heirs` names, by organisation, who owns it from then on. */
type EraseAccount = { actor: Actor; provenAtMs: number | null; heirs: Readonly<Record<string, string>> }

/** Said to the other side of a reservation that ends with the account. */
const REASON = 'Compte supprimé · Account erased'

/**
 * Erases a person: see docs/decisions/051. Refuses who did not prove of late who they are (`proof-stale`), the Métropole's last admin
 * (`last-admin`), an organisation left without an owner (`last-owner`) and a dispute that is still open
 * (`erase-dispute`). What an organisation without other members has under way is cancelled first, as its side.
 */
export async function eraseAccount({ actor, provenAtMs, heirs }: EraseAccount): Promise<Result<null>> {
  if (!isFresh(provenAtMs, nowMs())) return refused('proof-stale')
  const locale = (await findPerson(actor.userId))?.locale ?? 'fr'
  return withTx(async (tx) => {
    if ((await activeAdmins(tx)).every((id) => id === actor.userId)) {
      if (actor.roles.includes('metropole-admin')) return refused('last-admin')
    }
    const standings = await listStandings(tx, actor.userId)
    for (const standing of standings.filter(({ outcome }) => outcome === 'hand-over')) {
      if (!(await handOver(tx, standing, heirs[standing.id]))) return refused('last-owner')
    }
    const closing = standings.filter(({ outcome }) => outcome === 'close').map(({ id }) => id)
    const under = await listOpenReservations(tx, closing)
    if (under.some(({ status }) => status === 'disputed')) return refused('erase-dispute')
    for (const reservation of under) {
      const ended = await endReservation(tx, actor, reservation)
      if (!ended.ok) return ended
    }
    await erase(tx, actor, closing, locale)
    return ok(null)
  })
}

async function handOver(tx: Tx, { id, others }: Standing, heir: string | undefined): Promise<boolean> {
  const next = others.find(({ userId }) => userId === heir)
  if (!next) return false
  await makeOwner(tx, id, next.userId)
  const detail = { userId: next.userId, role: 'owner' }
  await recordChange(tx, {
    entity: 'organisation',
    entityId: id,
    kind: 'role-changed',
    actorUserId: null,
    detail,
  })
  return true
}

async function endReservation(tx: Tx, actor: Actor, reservation: OpenReservation) {
  const { id, side, status, organisationId } = reservation
  const action = side === 'giver' && status === 'requested' ? 'refuse' : 'cancel'
  return decideIn(tx, { actor: { ...actor, organisationId }, reservationId: id, action, reason: REASON })
}

async function erase(tx: Tx, actor: Actor, closing: readonly string[], locale: Locale): Promise<void> {
  const { userId, email } = actor
  const atMs = nowMs()
  for (const organisationId of closing) {
    const { lotIds, needIds } = await closeOffers(tx, organisationId)
    const gone = { kind: 'withdrawn', actorUserId: null } as const
    for (const entityId of lotIds) {
      await recordChange(tx, { ...gone, entity: 'lot', entityId })
      await tell(tx, 'lot.gone', { lotId: entityId })
    }
    for (const entityId of needIds)
      await recordChange(tx, { ...gone, kind: 'closed', entity: 'need', entityId })
    await closeOrganisation(tx, organisationId, atMs)
    await noteChange(tx, 'organisation', organisationId)
  }
  const marks = await marksOf(tx, userId, closing)
  const files = await eraseRows(tx, { userId, email, organisationIds: closing, marks })
  await closeAccount(tx, userId, atMs)
  for (const file of files) await tell(tx, topicOf(file), { storageKey: file.storageKey })
  await recordChange(tx, { entity: 'user', entityId: userId, kind: 'erased', actorUserId: userId })
  await tell(tx, 'account.erased', { erasureId: newId(), address: email, locale, marks })
}

/** Pictures of lots have several files each; everything else has one. */
function topicOf({ table }: ErasedFile): string {
  return table === 'photos' ? 'photo.removed' : 'attachment.removed'
}
