import { foldText } from '~/core/fold'
import { rolesOf, type Role } from '~/features/organisations/model/permissions'

/** An organisation of an account, with the person's part in it. */
export type AccountOrganisation = {
  id: string
  name: string
  kind: string
  isGiver: boolean
  isTaker: boolean
  membership: 'owner' | 'member'
  suspendedAtMs: number | null
}

/** An account as the Métropole's team sees it. */
export type AccountRow = {
  id: string
  name: string
  email: string
  createdAtMs: number
  emailVerifiedAtMs: number | null
  suspendedAtMs: number | null
  /** When a session of it, still kept, was last used; null when there is none. */
  lastSeenAtMs: number | null
  organisations: AccountOrganisation[]
}

/** What a filter asks of an account, in the words of its address; «nouveau» is of the last seven days. */
export const ACCOUNT_STATES = ['actif', 'a-confirmer', 'suspendu', 'nouveau'] as const
export type AccountState = Exclude<(typeof ACCOUNT_STATES)[number], 'nouveau'>

/** The roles in the words of an address. */
export const ROLE_WORDS = {
  cedant: 'giver',
  repreneur: 'taker',
  agent: 'commune-agent',
  metropole: 'metropole-admin',
} as const satisfies Record<string, Role>
export type RoleWord = keyof typeof ROLE_WORDS
export const ROLE_FILTERS = ['cedant', 'repreneur', 'agent', 'metropole'] as const satisfies RoleWord[]

export const NEW_FOR_MS = 7 * 86_400_000

export type AccountFilter = {
  /** Part of a name, an address or an organisation's name. */
  q: string
  role?: RoleWord
  etat?: (typeof ACCOUNT_STATES)[number]
}

export function accountStateOf(
  account: Pick<AccountRow, 'suspendedAtMs' | 'emailVerifiedAtMs'>,
): AccountState {
  if (account.suspendedAtMs !== null) return 'suspendu'
  return account.emailVerifiedAtMs === null ? 'a-confirmer' : 'actif'
}

/** The roles that an account's organisations give it, each once. */
export function rolesOfAccount({ organisations }: Pick<AccountRow, 'organisations'>): Role[] {
  return [...new Set(organisations.flatMap(rolesOf))]
}

/** The accounts that a filter keeps, in their order. */
export function filterAccounts(
  accounts: readonly AccountRow[],
  { q, role, etat }: AccountFilter,
  nowMs: number,
): AccountRow[] {
  const sought = foldText(q)
  return accounts.filter((account) => {
    if (role && !rolesOfAccount(account).includes(ROLE_WORDS[role])) return false
    if (etat === 'nouveau' && account.createdAtMs < nowMs - NEW_FOR_MS) return false
    if (etat && etat !== 'nouveau' && accountStateOf(account) !== etat) return false
    const names = account.organisations.map(({ name }) => name)
    return [account.name, account.email, ...names].some((text) => foldText(text).includes(sought))
  })
}
