import { randomBytes } from 'node:crypto'
import { nowMs } from '~/core/clock'
import { DEMO_ACCOUNTS, type DemoRole } from '~/features/identity/model/demo-accounts'
import { hashSessionSecret } from '~/features/identity/session-secret.server'
import { rolesOf, type Role } from '~/features/organisations/model/permissions'
import { setSessionCookie } from '~/http/session-cookie.server'
import type { Database } from '~/platform/db.server'
import { withTx } from '~/platform/transaction.server'
import { makeMembership, makeOrganisation } from '~db/seed/factories/organisation'
import { insertRows } from '~db/seed/factories/rows'
import { makeUser } from '~db/seed/factories/user'
import type { PersonaName } from './persona-names'

export type Persona = {
  name: PersonaName
  userId: string
  organisationId: string
  roles: readonly Role[]
  isOwner: boolean
  /** Named to the programme's committee. */
  isReviewer: boolean
  communeCode: string
  /** The cookie of their session; none for the visitor. */
  cookie: string | undefined
}

export type Personas = Readonly<Record<PersonaName, Persona>>

/** Where agent B works: not the commune of the demo's agent. */
const COMMUNE_B = '92004'

/** The people of the matrix in a database that holds the demo, each with a session of their own. */
export async function makePersonas(database: Database): Promise<Personas> {
  const giver = await demoPerson(database, 'giver')
  const made = await addPeople(giver.organisationId)
  const people: Record<Exclude<PersonaName, 'visitor'>, { userId: string; organisationId: string }> = {
    giver,
    taker: await demoPerson(database, 'taker'),
    agentA: await demoPerson(database, 'agent'),
    admin: await demoPerson(database, 'admin'),
    ...made,
  }
  const visitor: Persona = {
    name: 'visitor',
    userId: '',
    organisationId: '',
    roles: [],
    isOwner: false,
    isReviewer: false,
    communeCode: '',
    cookie: undefined,
  }
  const known = await Promise.all(
    Object.entries(people).map(async ([name, ids]) => {
      const persona = await signedIn(database, name as PersonaName, ids)
      return [name, persona] as const
    }),
  )
  return { visitor, ...Object.fromEntries(known) } as Personas
}

async function addPeople(giverOrganisationId: string) {
  const other = makeOrganisation({ name: 'Réemploi Ailleurs', communeCode: COMMUNE_B })
  const townB = makeOrganisation({
    name: 'Ville B',
    kind: 'commune',
    communeCode: COMMUNE_B,
    isGiver: false,
    isTaker: false,
  })
  const [suspended, colleague, stranger, agentB] = ['Suspendue', 'Collègue', 'Étrangère', 'Agente B'].map(
    (name) => makeUser({ name }),
  )
  await withTx((tx) =>
    insertRows(tx, {
      organisations: [other, townB],
      users: [{ ...suspended!, suspendedAtMs: nowMs() - 1 }, colleague!, stranger!, agentB!],
      memberships: [
        makeMembership({ userId: suspended!.id, organisationId: giverOrganisationId }),
        makeMembership({ userId: colleague!.id, organisationId: giverOrganisationId, role: 'member' }),
        makeMembership({ userId: stranger!.id, organisationId: other.id }),
        makeMembership({ userId: agentB!.id, organisationId: townB.id }),
      ],
    }),
  )
  return {
    suspended: { userId: suspended!.id, organisationId: giverOrganisationId },
    colleague: { userId: colleague!.id, organisationId: giverOrganisationId },
    stranger: { userId: stranger!.id, organisationId: other.id },
    agentB: { userId: agentB!.id, organisationId: townB.id },
  }
}

async function demoPerson({ writer }: Database, role: DemoRole) {
  const email = DEMO_ACCOUNTS.find((account) => account.role === role)!.email
  const found = writer
    .prepare(
      `select u.id as userId, m.organisation_id as organisationId
       from users u join memberships m on m.user_id = u.id where u.email = ?`,
    )
    .get(email) as { userId: string; organisationId: string }
  return Promise.resolve(found)
}

/** A session in the tables, as signing in writes it. */
async function signedIn(
  { writer }: Database,
  name: PersonaName,
  ids: { userId: string; organisationId: string },
): Promise<Persona> {
  const secret = randomBytes(32).toString('base64url')
  writer
    .prepare(
      `insert into sessions (id_hash, user_id, organisation_id, device, created_at_ms, last_seen_at_ms, expires_at_ms,
         second_factor_at_ms, proven_at_ms)
       values (?, ?, ?, 'Test', ?, ?, ?, ?, ?)`,
    )
    .run(
      hashSessionSecret(secret),
      ids.userId,
      ids.organisationId,
      nowMs(),
      nowMs(),
      nowMs() + 86_400_000,
      nowMs(),
      nowMs(),
    )
  const row = writer
    .prepare(
      `select o.kind, o.is_giver as isGiver, o.is_taker as isTaker, o.commune_code as communeCode, m.role,
       exists (select 1 from programme_reviewers p where p.user_id = m.user_id) as isReviewer
       from organisations o join memberships m on m.organisation_id = o.id
       where o.id = ? and m.user_id = ?`,
    )
    .get(ids.organisationId, ids.userId) as {
    kind: string
    isGiver: number
    isTaker: number
    communeCode: string
    role: string
    isReviewer: number
  }
  return {
    name,
    ...ids,
    roles:
      name === 'suspended'
        ? []
        : rolesOf({ kind: row.kind, isGiver: row.isGiver === 1, isTaker: row.isTaker === 1 }),
    isOwner: row.role === 'owner',
    isReviewer: row.isReviewer === 1,
    communeCode: row.communeCode,
    cookie: (await setSessionCookie(secret)).split(';')[0],
  }
}
