import { foldText } from '~/core/fold'
import type { OrganisationKind } from '~/features/organisations/model/organisation'

/** An organisation as the Métropole's team lists it. */
export type OrganisationEntry = {
  id: string
  name: string
  siret: string | null
  kind: OrganisationKind
  isGiver: boolean
  isTaker: boolean
  communeCode: string | null
  communeName: string | null
  createdAtMs: number
  suspendedAtMs: number | null
  members: number
  /** Members who proved that their address is theirs. */
  confirmed: number
  sites: number
  /** Lots that are published. */
  lots: number
}

export const ORGANISATION_STATES = ['ouverte', 'a-confirmer', 'suspendue'] as const
export type OrganisationState = (typeof ORGANISATION_STATES)[number]

export type OrganisationFilter = {
  /** Part of a name, a SIRET or a commune's name. */
  q: string
  nature?: OrganisationKind
  etat?: OrganisationState
}

/** Suspended first; then whether anybody in it can be written to. */
export function organisationStateOf(
  entry: Pick<OrganisationEntry, 'suspendedAtMs' | 'members' | 'confirmed'>,
): OrganisationState {
  if (entry.suspendedAtMs !== null) return 'suspendue'
  return entry.members > 0 && entry.confirmed === 0 ? 'a-confirmer' : 'ouverte'
}

/** The organisations that a filter keeps, in their order. */
export function filterOrganisations(
  entries: readonly OrganisationEntry[],
  { q, nature, etat }: OrganisationFilter,
): OrganisationEntry[] {
  const sought = foldText(q)
  const digits = q.replace(/\D/g, '')
  return entries.filter((entry) => {
    if (nature && entry.kind !== nature) return false
    if (etat && organisationStateOf(entry) !== etat) return false
    if (digits.length >= 9 && entry.siret?.includes(digits)) return true
    return [entry.name, entry.communeName ?? ''].some((text) => foldText(text).includes(sought))
  })
}
