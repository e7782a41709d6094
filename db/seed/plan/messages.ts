import { diceFor } from '../dice'
import { makeContactMessage } from '../factories/contact-message'
import { makeEvent } from '../factories/event'
import { CONTACT_MESSAGES } from '../words/contact-messages'
import { instantOf, type Party, type World } from './world'

/** What visitors wrote to the operator; the Métropole's person of the demo has handled some. */
export function planMessages(world: World, admin: Party): void {
  const dice = diceFor('messages')
  for (const { daysAgo, isHandled, ...message } of CONTACT_MESSAGES) {
    const createdAtMs = instantOf(world, -daysAgo, dice.int(0, 500))
    const id = dice.id(createdAtMs)
    const handledAtMs = createdAtMs + 86_400_000
    const handled = isHandled ? { handledAtMs, handledByUserId: admin.user.id } : {}
    world.rows.contactMessages.push(makeContactMessage({ ...message, id, createdAtMs, ...handled }))
    const about = { entity: 'contact-message', entityId: id }
    world.rows.events.push(
      makeEvent({
        ...about,
        id: dice.id(createdAtMs),
        kind: 'received',
        actorUserId: null,
        atMs: createdAtMs,
      }),
    )
    if (!isHandled) continue
    const actorUserId = admin.user.id
    world.rows.events.push(
      makeEvent({ ...about, id: dice.id(handledAtMs), kind: 'handled', actorUserId, atMs: handledAtMs }),
    )
  }
}
