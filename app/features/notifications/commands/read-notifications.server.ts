import type { Actor } from '~/features/organisations/model/permissions'
import { markAsRead } from '../repo.server'

/** Marks one of the actor's notifications as read, or all of them without an id. */
export async function readNotifications(actor: Actor, id?: string): Promise<void> {
  await markAsRead(actor.userId, id)
}
