export type Role = 'giver' | 'taker' | 'commune-agent' | 'metropole-admin'

/** The signed-in person and the organisation they act for. */
export type Actor = {
  userId: string
  name: string
  email: string
  organisationId: string
  organisationName: string
  roles: readonly Role[]
  /** The commune an agent follows, or where the organisation is. */
  communeCode: string | null
  /** What the person is in this organisation; an owner manages it and its members. */
  membership: 'owner' | 'member'
  /** Whether the person has proved that the address is theirs: before that, nothing of theirs reaches others. */
  isConfirmed: boolean
}

/** What can be done. Reading lots, needs and communes needs no account. */
export type Action =
  | 'site:create'
  | 'site:read'
  | 'closing:read'
  | 'closing:edit'
  | 'lot:create'
  | 'lot:manage'
  | 'need:create'
  | 'need:manage'
  | 'basket:manage'
  | 'alert:manage'
  | 'calendar:manage'
  | 'match:read'
  | 'match:act'
  | 'reservation:create'
  | 'reservation:read'
  | 'reservation:decide'
  | 'reservation:arbitrate'
  | 'reservation:write'
  | 'handover:confirm'
  | 'ledger:read'
  | 'correction:ask'
  | 'correction:enter'
  | 'factors:manage'
  | 'handover:reinstall'
  | 'story:consent'
  | 'photo:create'
  | 'account:manage'
  | 'organisation:read'
  | 'organisation:manage'
  | 'webhook:manage'
  | 'administration:read'
  | 'audit:read'
  | 'moderation:decide'
  | 'moderation:appeal'
  | 'account:suspend'
  | 'account:reset-factors'
  | 'organisation:suspend'
  | 'agent:invite'
  | 'message:answer'
  | 'job:retry'
  | 'place:propose'
  | 'place:manage'
  | 'programme:apply'
  | 'programme:read'
  | 'programme:review'
  | 'programme:manage'
  | 'programme:share'
  | 'example:label'
  | 'classifier:manage'
  | 'computation:read'
  | 'matching:manage'
  | 'vocabulary:manage'
  | 'public-rules:manage'
  | 'attribution:audit'
  | 'plan:read'
  | 'plan:manage'
  | 'board:detail'
  | 'board:mail'
  | 'purchase:manage'

/** What an action acts upon, as far as the decision needs it. */
export type Resource = {
  ownerOrganisationIds?: readonly string[]
  /** Where it happened: the agent of that commune may read it. */
  communeCode?: string
  /** Those named to do it; asked of every action in `NAMED_ONLY`. */
  namedUserIds?: readonly string[]
  /** Those who may not, whatever else they are: people of the commune whose dossier it is. */
  barredUserIds?: readonly string[]
  /** Communes that figures are about: an agent acts for their own alone. */
  communeCodes?: readonly string[]
}

const EVERYONE: readonly Role[] = ['giver', 'taker', 'commune-agent', 'metropole-admin']

/** What only the owners of an organisation do. */
const OWNERS_ONLY: readonly Action[] = ['organisation:manage', 'webhook:manage']

/** What only people named for it do, whatever their role. */
const NAMED_ONLY: readonly Action[] = ['programme:review']

/**
 * Which roles may do what at all. An admin sees, closes and reopens, and appoints agents; they do not act in the
 * place of an organisation.
 */
const ALLOWED: Record<Action, readonly Role[]> = {
  'site:create': ['giver', 'taker'],
  'site:read': ['giver', 'taker', 'metropole-admin'],
  'closing:read': ['giver', 'taker', 'metropole-admin'],
  'closing:edit': ['giver', 'taker'],
  'lot:create': ['giver'],
  'lot:manage': ['giver'],
  'need:create': ['taker'],
  'need:manage': ['taker'],
  'basket:manage': ['taker'],
  'alert:manage': EVERYONE,
  'calendar:manage': ['giver', 'taker'],
  'match:read': ['giver', 'taker'],
  'match:act': ['giver', 'taker'],
  'reservation:create': ['taker'],
  'reservation:read': ['giver', 'taker', 'metropole-admin'],
  'reservation:decide': ['giver'],
  'reservation:arbitrate': ['metropole-admin'],
  'reservation:write': ['giver', 'taker'],
  'handover:confirm': ['giver', 'taker'],
  'ledger:read': EVERYONE,
  'correction:ask': ['giver', 'taker'],
  'correction:enter': ['metropole-admin'],
  'factors:manage': ['metropole-admin'],
  'handover:reinstall': ['taker'],
  'story:consent': ['giver', 'taker'],
  'photo:create': ['giver'],
  'account:manage': EVERYONE,
  'organisation:read': EVERYONE,
  'organisation:manage': EVERYONE,
  'webhook:manage': EVERYONE,
  'administration:read': ['metropole-admin'],
  'audit:read': ['metropole-admin'],
  'moderation:decide': ['metropole-admin'],
  'moderation:appeal': EVERYONE,
  'account:suspend': ['metropole-admin'],
  'account:reset-factors': ['metropole-admin'],
  'organisation:suspend': ['metropole-admin'],
  'agent:invite': ['metropole-admin'],
  'message:answer': ['metropole-admin'],
  'job:retry': ['metropole-admin'],
  'place:propose': EVERYONE,
  'place:manage': ['metropole-admin'],
  'programme:apply': ['commune-agent'],
  'programme:read': ['commune-agent', 'metropole-admin'],
  'programme:review': EVERYONE,
  'programme:manage': ['metropole-admin'],
  'programme:share': ['commune-agent', 'metropole-admin'],
  'example:label': ['metropole-admin'],
  'classifier:manage': ['metropole-admin'],
  'computation:read': ['giver', 'taker', 'metropole-admin'],
  'matching:manage': ['metropole-admin'],
  'vocabulary:manage': ['metropole-admin'],
  'public-rules:manage': ['metropole-admin'],
  'attribution:audit': ['metropole-admin'],
  'plan:read': ['metropole-admin'],
  'plan:manage': ['metropole-admin'],
  'board:detail': ['commune-agent', 'metropole-admin'],
  'board:mail': ['commune-agent'],
  'purchase:manage': ['commune-agent'],
}

/**
 * The one decision of who may do what: the role must allow the action, the person be named and not barred where that
 * counts and, where the resource has owners, the actor's organisation must be one of them (the Métropole's team may read,
 * a commune's agent what happened in it).
 */
export function can(actor: Actor, action: Action, resource: Resource = {}): boolean {
  if (!actor.roles.some((role) => ALLOWED[action].includes(role))) return false
  if (OWNERS_ONLY.includes(action) && actor.membership !== 'owner') return false
  if (NAMED_ONLY.includes(action) && !resource.namedUserIds?.includes(actor.userId)) return false
  if (resource.barredUserIds?.includes(actor.userId)) return false
  if (resource.communeCodes && !actor.roles.includes('metropole-admin')) {
    return resource.communeCodes.every((code) => code === actor.communeCode)
  }
  if (!resource.ownerOrganisationIds) return true
  if (resource.ownerOrganisationIds.includes(actor.organisationId)) return true
  if (!action.endsWith(':read')) return false
  return actor.roles.includes('metropole-admin') || isAgentOf(actor, resource.communeCode)
}

function isAgentOf({ roles, communeCode }: Actor, code: string | undefined): boolean {
  return code !== undefined && communeCode === code && roles.includes('commune-agent')
}

/** The roles that an organisation's kind and sides give its members. */
export function rolesOf(organisation: { kind: string; isGiver: boolean; isTaker: boolean }): Role[] {
  const roles: Role[] = []
  if (organisation.isGiver) roles.push('giver')
  if (organisation.isTaker) roles.push('taker')
  if (organisation.kind === 'commune') roles.push('commune-agent')
  if (organisation.kind === 'metropole') roles.push('metropole-admin')
  return roles
}
