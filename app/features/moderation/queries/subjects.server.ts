import type { ReportedKind } from '~/core/moderation-terms'
import { findLot } from '~/features/lots/queries.server'
import { findNeed } from '~/features/needs/queries.server'
import { findFiche, findPost } from '~/features/programme/queries/library.server'
import { findStorySubject } from '~/features/stories/queries/subject.server'
import type { Subject } from '../model/case'

type Found = Omit<Subject, 'kind' | 'id'>
/** As much of a message as names it in a list. */
const TITLE_LENGTH = 80

const FINDERS: Record<ReportedKind, (id: string) => Promise<Found | null>> = {
  lot: async (id) => listingOf(await findLot(id)),
  need: async (id) => listingOf(await findNeed(id)),
  story: findStorySubject,
  fiche: async (id) => {
    const fiche = await findFiche(id)
    const isWaiting = fiche?.state === 'proposed' || fiche?.state === 'refused'
    return fiche && foundOf(fiche, { title: fiche.title, isHidden: fiche.state === 'hidden', isWaiting })
  },
  post: async (id) => {
    const post = await findPost(id)
    return post && foundOf(post, { title: startOf(post.text), isHidden: post.isHidden })
  },
}

/** What is reported, whoever looks and whatever its state; null when it does not exist. */
export async function findSubject(kind: ReportedKind, id: string): Promise<Subject | null> {
  const found = await FINDERS[kind](id)
  return found && { kind, id, ...found }
}

type Owned = { organisationId: string; organisationName: string }

function foundOf(
  { organisationId, organisationName }: Owned,
  about: Pick<Subject, 'title' | 'isHidden' | 'isWaiting'>,
) {
  return { ...about, organisationId, organisationName }
}

function listingOf(listing: (Owned & { title: string; status: string }) | null): Found | null {
  return listing && foundOf(listing, { title: listing.title, isHidden: listing.status === 'hidden' })
}

function startOf(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim()
  return line.length > TITLE_LENGTH ? `${line.slice(0, TITLE_LENGTH).trimEnd()}…` : line
}
