import { can, type Actor } from '~/features/organisations/model/permissions'

/** Whose photo it is, whether it shows a lot, and the deal that it was sent in, if any. */
type BlurredPhoto = { organisationId: string; lotId: string | null; reservationId: string | null }

/**
 * By what right someone may make zones of a photo unrecognisable: their organisation posted it, or they are of the team
 * that decides of reports and the photo shows a lot. Photos of a deal are sent by either side. Null: neither.
 */
export function blurRightOf(
  actor: Actor,
  { organisationId, lotId, reservationId }: BlurredPhoto,
): 'own' | 'team' | null {
  const act = reservationId === null ? 'photo:create' : 'reservation:write'
  if (can(actor, act, { ownerOrganisationIds: [organisationId] })) return 'own'
  return lotId !== null && can(actor, 'moderation:decide') ? 'team' : null
}
