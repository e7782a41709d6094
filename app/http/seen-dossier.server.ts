import { can, type Actor } from '~/features/organisations/model/permissions'
import type { Dossier } from '~/features/programme/model/dossier'
import { findDossier, listPeopleOf, listReviewers } from '~/features/programme/queries/dossiers.server'
import { requireActor } from './actor.server'
import { orNotFound } from './replies.server'

export type SeenDossier = {
  dossier: Dossier
  actor: Actor
  /** Of the administration that wrote it. */
  isOwner: boolean
  /** Of the Métropole's team, and not of this commune. */
  isManager: boolean
  /** On the committee, and not of this commune. */
  isReviewer: boolean
  /** Of the team or the committee, and of this commune: neither scores nor decides. */
  isBarred: boolean
}

/**
 * A dossier that whoever asks may see: its own administration at any time; the Métropole and the committee once it was
 * submitted; 404 to others. `dossierId` comes from the address.
 */
export async function seenDossier(request: Request, dossierId: string | undefined): Promise<SeenDossier> {
  const actor = await requireActor(request)
  const dossier = orNotFound(await findDossier(dossierId ?? ''))
  const [reviewers, barredUserIds] = await Promise.all([listReviewers(), listPeopleOf(dossier.communeCode)])
  const namedUserIds = reviewers.map(({ userId }) => userId)
  const isOwner = can(actor, 'programme:apply', { ownerOrganisationIds: [dossier.organisationId] })
  const isOfTeam = can(actor, 'programme:manage')
  const isNamed = can(actor, 'programme:review', { namedUserIds })
  const isSubmitted = dossier.submittedAtMs !== null
  orNotFound(isOwner || (isSubmitted && (isOfTeam || isNamed)) || null)
  return {
    dossier,
    actor,
    isOwner,
    isManager: can(actor, 'programme:manage', { barredUserIds }),
    isReviewer: can(actor, 'programme:review', { namedUserIds, barredUserIds }),
    isBarred: (isOfTeam || isNamed) && barredUserIds.includes(actor.userId),
  }
}

/** The signed-in person, of the committee or of the Métropole's team; 404 to others. */
export async function requireCommittee(request: Request): Promise<{ actor: Actor; isManager: boolean }> {
  const actor = await requireActor(request)
  const isManager = can(actor, 'programme:manage')
  const named = async () => (await listReviewers()).map(({ userId }) => userId)
  orNotFound(isManager || can(actor, 'programme:review', { namedUserIds: await named() }) || null)
  return { actor, isManager }
}
