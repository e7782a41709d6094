import { foldText } from '~/core/fold'
import { DEMO_ACCOUNTS, type DemoRole } from '~/features/identity/model/demo-accounts'
import { diceFor, type Dice } from '../dice'
import { makeMembership, makeOrganisation } from '../factories/organisation'
import { makeUser } from '../factories/user'
import { inventSiret } from '../siret'
import { ORGANISATIONS, type InventedOrganisation } from '../words/organisations'
import { FIRST_NAMES, LAST_NAMES } from '../words/people'
import { instantOf, type Party, type World } from './world'

export type Actors = {
  demo: Record<DemoRole, Party>
  /** Everyone who offers, the demo's giver included. */
  givers: Party[]
  /** Everyone who looks for materials, the demo's taker included. */
  takers: Party[]
}

const DEMO: Record<DemoRole, InventedOrganisation & { person: string }> = {
  giver: {
    person: 'Karim Benali',
    name: 'Curage Est Parisien',
    kind: 'company',
    isGiver: true,
    isTaker: false,
    communeCode: '93048',
  },
  taker: {
    person: 'Claire Morel',
    name: 'Morel Agencement & Menuiserie',
    kind: 'company',
    isGiver: false,
    isTaker: true,
    communeCode: '93006',
  },
  agent: {
    person: 'Samira Lefort',
    name: 'Ville de Montreuil',
    kind: 'commune',
    isGiver: false,
    isTaker: false,
    communeCode: '93048',
  },
  admin: {
    person: 'Hugo Delmas',
    name: 'Métropole du Grand Paris',
    kind: 'metropole',
    isGiver: false,
    isTaker: false,
    communeCode: '75056',
  },
}

/** Works with the demo giver, in the same organisation. */
const DEMO_COLLEAGUE = { name: 'Nadia Ferrand', email: 'nadia.ferrand@curage-est-parisien.example' }

/** Days before the base day on which the oldest account opened. */
const OLDEST_ACCOUNT = 460

/** The organisations of the demo, each with its people. */
export function planActors(world: World): Actors {
  const dice = diceFor('actors')
  const names = peopleNames(dice)
  const demoParty = (role: DemoRole) => {
    const { person, ...described } = DEMO[role]
    const email = DEMO_ACCOUNTS.find((account) => account.role === role)!.email
    return addParty(world, dice, described, { name: person, email })
  }
  const demo = {
    giver: demoParty('giver'),
    taker: demoParty('taker'),
    agent: demoParty('agent'),
    admin: demoParty('admin'),
  }
  addMember(world, dice, demo.giver, DEMO_COLLEAGUE)
  const others = ORGANISATIONS.map((described) => {
    const party = addParty(world, dice, described, personOf(names, described))
    if (dice.chance(0.35)) addMember(world, dice, party, personOf(names, described))
    return party
  })
  const all = [demo.giver, demo.taker, ...others]
  return {
    demo,
    givers: all.filter(({ organisation }) => organisation.isGiver),
    takers: all.filter(({ organisation }) => organisation.isTaker),
  }
}

function addParty(
  world: World,
  dice: Dice,
  described: InventedOrganisation,
  person: { name: string; email: string },
): Party {
  const createdAtMs = instantOf(world, -dice.int(OLDEST_ACCOUNT - 30, OLDEST_ACCOUNT), dice.int(0, 500))
  const organisation = makeOrganisation({
    ...described,
    id: dice.id(createdAtMs),
    siret: inventSiret(dice),
    createdAtMs,
  })
  const user = makeUser({ ...person, id: dice.id(createdAtMs), phone: inventPhone(dice), createdAtMs })
  world.rows.organisations.push(organisation)
  world.rows.users.push(user)
  world.rows.memberships.push(
    makeMembership({ userId: user.id, organisationId: organisation.id, createdAtMs }),
  )
  return { organisation, user }
}

function addMember(
  world: World,
  dice: Dice,
  { organisation }: Party,
  person: { name: string; email: string },
): void {
  const createdAtMs = organisation.createdAtMs + dice.int(3, 90) * 86_400_000
  const user = makeUser({ ...person, id: dice.id(createdAtMs), phone: inventPhone(dice), createdAtMs })
  world.rows.users.push(user)
  world.rows.memberships.push(
    makeMembership({ userId: user.id, organisationId: organisation.id, createdAtMs, role: 'member' }),
  )
}

/** Of the range that the regulator keeps for fiction: no such number can belong to anyone. */
export function inventPhone(dice: Dice): string {
  return `063998${String(dice.int(0, 9999)).padStart(4, '0')}`
}

/** Each first name with a last name, none twice. */
function peopleNames(dice: Dice): Iterator<string> {
  const lasts = dice.shuffle(LAST_NAMES)
  const firsts = dice.shuffle(FIRST_NAMES)
  const names = lasts.flatMap((last, index) =>
    [0, 1, 2].map((round) => `${firsts[(index + round * 11) % firsts.length]} ${last}`),
  )
  return dice.shuffle(names)[Symbol.iterator]()
}

function personOf(names: Iterator<string>, { name }: InventedOrganisation): { name: string; email: string } {
  const person = String(names.next().value)
  const local = foldText(person).replaceAll(' ', '.')
  return { name: person, email: `${local}@${foldText(name).replaceAll(' ', '-')}.example` }
}
