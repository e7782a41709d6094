import { foldText } from '~/core/fold'
import { diceFor } from '../dice'
import { makeEvent } from '../factories/event'
import { makePlace } from '../factories/place'
import { inventSiret } from '../siret'
import { PLACES } from '../words/places'
import type { Actors } from './actors'
import { communeOf, dayOf, instantOf, type World } from './world'

/** Days between a proposal and the Métropole's answer. */
const ANSWER_DAYS = 2

/** The directory: proposed by those of the demo, checked by the Métropole, some waiting, some to look at again. */
export function planPlaces(world: World, { demo, givers }: Actors): void {
  const dice = diceFor('places')
  for (const [index, invented] of PLACES.entries()) {
    const { offset, checkedDaysAgo, refusal, ...described } = invented
    const isWaiting = checkedDaysAgo === null
    const proposer = isWaiting || refusal ? demo.giver : index % 2 === 0 ? demo.admin : dice.pick(givers)
    const daysAgo = checkedDaysAgo === null ? dice.int(2, 6) : checkedDaysAgo + ANSWER_DAYS
    const createdAtMs = instantOf(world, -daysAgo, dice.int(0, 500))
    const decidedAtMs = createdAtMs + ANSWER_DAYS * 86_400_000
    const id = dice.id(createdAtMs)
    const commune = communeOf(world, described.communeCode)
    const round = (degrees: number, thousandths: number) => Math.round(degrees * 1000 + thousandths) / 1000
    const state = refusal ? 'refused' : isWaiting ? 'proposed' : 'published'
    world.rows.places.push(
      makePlace({
        ...described,
        id,
        materials: [...described.materials],
        services: [...described.services],
        lat: offset && round(commune.lat, offset[0]),
        lon: offset && round(commune.lon, offset[1]),
        email: `accueil@${foldText(described.name).replaceAll(' ', '-')}.example`,
        phone: `063998${String(dice.int(0, 9999)).padStart(4, '0')}`,
        siret: refusal ? null : inventSiret(dice),
        state,
        reason: refusal ?? '',
        checkedOn: state === 'published' ? dayOf(world, -(checkedDaysAgo ?? 0)) : null,
        checkedByUserId: state === 'published' ? demo.admin.user.id : null,
        proposedByOrganisationId: proposer.organisation.id,
        proposedByUserId: proposer.user.id,
        createdAtMs,
        updatedAtMs: isWaiting && !refusal ? createdAtMs : decidedAtMs,
      }),
    )
    const happened = (kind: string, atMs: number, actorUserId: string, detail = {}) =>
      world.rows.events.push(
        makeEvent({ id: dice.id(atMs), entity: 'place', entityId: id, kind, actorUserId, detail, atMs }),
      )
    happened('proposed', createdAtMs, proposer.user.id)
    if (state === 'proposed') continue
    happened(state, decidedAtMs, demo.admin.user.id, refusal ? { reason: refusal } : {})
  }
}
