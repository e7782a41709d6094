import { rolesOf, type Actor } from '~/features/organisations/model/permissions'
import { withTx } from '~/platform/transaction.server'
import { makeMembership, makeOrganisation, type OrganisationRow } from '~db/seed/factories/organisation'
import { insertRows } from '~db/seed/factories/rows'
import { makeUser } from '~db/seed/factories/user'

export type ActorKind = 'giver' | 'taker' | 'agent' | 'admin'

const KINDS: Record<ActorKind, Pick<OrganisationRow, 'name' | 'kind' | 'isGiver' | 'isTaker'>> = {
  giver: { name: 'Curage Modèle', kind: 'company', isGiver: true, isTaker: false },
  taker: { name: 'Menuiserie Modèle', kind: 'company', isGiver: false, isTaker: true },
  agent: { name: 'Ville Modèle', kind: 'commune', isGiver: false, isTaker: false },
  admin: { name: 'Métropole Modèle', kind: 'metropole', isGiver: false, isTaker: false },
}

/** Creates a person with an organisation of their own, in Montreuil by default, and returns them signed in. */
export async function createActor(kind: ActorKind, overrides: Partial<OrganisationRow> = {}): Promise<Actor> {
  const organisation = makeOrganisation({ communeCode: '93048', ...KINDS[kind], ...overrides })
  const user = makeUser({ name: `Personne (${kind})` })
  const membership = makeMembership({ userId: user.id, organisationId: organisation.id })
  await withTx((tx) =>
    insertRows(tx, { organisations: [organisation], users: [user], memberships: [membership] }),
  )
  return {
    userId: user.id,
    name: user.name,
    email: user.email,
    organisationId: organisation.id,
    organisationName: organisation.name,
    roles: rolesOf(organisation),
    communeCode: organisation.communeCode,
    membership: membership.role,
    isConfirmed: user.emailVerifiedAtMs !== null,
  }
}

/** One actor of each kind. */
export async function createActors(): Promise<Record<ActorKind, Actor>> {
  return {
    giver: await createActor('giver'),
    taker: await createActor('taker'),
    agent: await createActor('agent'),
    admin: await createActor('admin'),
  }
}
