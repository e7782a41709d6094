import { foldText } from '~/core/fold'
import type { CommuneRow } from '~/features/communes/queries.server'
import type { Dice } from '../dice'
import { makeMembership, makeOrganisation } from '../factories/organisation'
import { makeUser } from '../factories/user'
import { inventPhone, planActors, type Actors } from '../plan/actors'
import { instantOf, type Party, type World } from '../plan/world'
import { inventSiret } from '../siret'
import { FIRST_NAMES, LAST_NAMES } from '../words/people'

/** Everyone of a generated market; givers and takers each in the order in which their accounts opened. */
export type Crowd = { demo: Actors['demo']; givers: Party[]; takers: Party[] }

/** Days before the base day on which the first accounts opened. */
const FIRST_OPENED = 1400
/** The first few, who give and take, and a share of the others were there from the first month on. */
const FIRST = 4
const FOUNDERS = 0.2
const TRADES = [
  ['Curage', 'giver'],
  ['Dépose', 'giver'],
  ['Foncière', 'giver'],
  ['Déconstruction', 'giver'],
  ['Résidences', 'both'],
  ['Rénovation', 'both'],
  ['Menuiserie', 'taker'],
  ['Maçonnerie', 'taker'],
  ['Agencement', 'taker'],
  ['Atelier', 'taker'],
  ['Recyclerie', 'taker'],
  ['Couverture', 'taker'],
] as const

/** The demo's organisations and as many more as asked, with one to three people each. */
export function planCrowd(world: World, dice: Dice, organisations: number): Crowd {
  const actors = planActors(world)
  const places = weighted([...world.communes.values()])
  const sirets = new Set(world.rows.organisations.map(({ siret }) => siret))
  const more = Array.from(
    { length: Math.max(0, organisations - world.rows.organisations.length) },
    (_, index) =>
      planParty(world, dice, { index, communeCode: dice.pick(places), siret: freeSiret(dice, sirets) }),
  )
  const inOrder = (parties: readonly Party[]) =>
    [...parties].sort((a, b) => a.organisation.createdAtMs - b.organisation.createdAtMs)
  return {
    demo: actors.demo,
    givers: inOrder([...actors.givers, ...more.filter(({ organisation }) => organisation.isGiver)]),
    takers: inOrder([...actors.takers, ...more.filter(({ organisation }) => organisation.isTaker)]),
  }
}

/** One of those whose account was open at an instant; one of the first ever where there was none. */
export function openBy(dice: Dice, inOrder: readonly Party[], atMs: number): Party {
  let low = 0
  let high = inOrder.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (inOrder[middle]!.organisation.createdAtMs <= atMs) low = middle + 1
    else high = middle
  }
  return inOrder[dice.int(0, Math.max(1, low) - 1)]!
}

/** Commune codes, each as often as its number of people asks for: every commune once at least. */
export function weighted(communes: readonly CommuneRow[]): string[] {
  return [...communes]
    .sort((a, b) => (a.code < b.code ? -1 : 1))
    .flatMap(({ code, population }) =>
      Array.from({ length: Math.max(1, Math.round(population / 8000)) }, () => code),
    )
}

type Described = { index: number; communeCode: string; siret: string }

function planParty(world: World, dice: Dice, { index, communeCode, siret }: Described): Party {
  const isFirst = index < FIRST
  const [trade, side] = dice.pick(isFirst ? TRADES.filter(([, each]) => each === 'both') : TRADES)
  const isFounder = isFirst || dice.chance(FOUNDERS)
  const openedOn = dice.int(isFounder ? FIRST_OPENED - 40 : 20, FIRST_OPENED)
  const createdAtMs = instantOf(world, -openedOn, dice.int(0, 500))
  const organisation = makeOrganisation({
    id: dice.id(createdAtMs),
    name: `${trade} ${dice.pick(LAST_NAMES)} ${index + 1}`,
    kind: trade === 'Recyclerie' ? 'association' : 'company',
    isGiver: side !== 'taker',
    isTaker: side !== 'giver',
    communeCode,
    siret,
    createdAtMs,
  })
  world.rows.organisations.push(organisation)
  const people = dice.pick([1, 1, 2, 3])
  const users = Array.from({ length: people }, (_, position) => {
    const name = `${dice.pick(FIRST_NAMES)} ${dice.pick(LAST_NAMES)}`
    const email = `${foldText(name).replaceAll(' ', '.')}.${position + 1}@organisation-${index + 1}.example`
    return makeUser({ id: dice.id(createdAtMs), name, email, phone: inventPhone(dice), createdAtMs })
  })
  for (const [position, { id: userId }] of users.entries()) {
    const role = position === 0 ? 'owner' : 'member'
    world.rows.memberships.push(
      makeMembership({ userId, organisationId: organisation.id, createdAtMs, role }),
    )
  }
  world.rows.users.push(...users)
  return { organisation, user: users[0]! }
}

function freeSiret(dice: Dice, taken: Set<string | null>): string {
  for (;;) {
    const siret = inventSiret(dice)
    if (taken.has(siret)) continue
    taken.add(siret)
    return siret
  }
}
