import { makeLotDraft } from '../factories/lot'
import { diceFor } from '../dice'
import { DRAFTS } from '../words/story'
import { dayOf, instantOf, type PlannedSite, type World } from './world'

/** What the demo giver has begun to write about the open site. */
export function planDrafts(world: World, story: PlannedSite): void {
  const dice = diceFor('drafts')
  const { organisation, user } = story.owner
  for (const [index, answers] of DRAFTS.entries()) {
    const createdAtMs = instantOf(world, -3 + index, dice.int(0, 500))
    const window = { availableFrom: dayOf(world, 3), availableUntil: dayOf(world, 33) }
    world.rows.lotDrafts.push(
      makeLotDraft({
        id: dice.id(createdAtMs),
        organisationId: organisation.id,
        authorUserId: user.id,
        answers: { siteId: story.row.id, ...window, ...answers },
        createdAtMs,
        updatedAtMs: createdAtMs + dice.int(2, 30) * 60_000,
      }),
    )
  }
}
