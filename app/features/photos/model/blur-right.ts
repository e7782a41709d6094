import { can, type Actor } from '~/features/organisations/model/permissions'

/** Whose photo it is, and whether it shows a lot. */
type BlurredPhoto = { organisationId: string; lotId: string | null }

/**
 * By what right someone may make zones of a photo unrecognisable: their organisation posted it, or they are of the team
 * that decides of reports and the photo shows a lot. Null: neither.
 */
export function blurRightOf(actor: Actor, { organisationId, lotId }: BlurredPhoto): 'own' | 'team' | null {
  if (can(actor, 'photo:create', { ownerOrganisationIds: [organisationId] })) return 'own'
  return lotId !== null && can(actor, 'moderation:decide') ? 'team' : null
}
