import type { IsoDay } from '~/core/days'
import { newId } from '~/core/ids'
import { answersOfCopy } from '~/features/lots/model/lot-answers'
import type { PostingAnswers } from '~/features/lots/model/posting-answers'
import { findDraftOf } from '~/features/lots/queries/drafts.server'
import { findLot } from '~/features/lots/queries.server'
import type { Actor } from '~/features/organisations/model/permissions'
import { postingSites } from '~/http/posting-sites.server'
import { recalledBySite } from '~/http/recalled-terms.server'
import { photosOfAnswers } from '~/http/receive-photos.server'
import { notFound, orNotFound } from '~/http/replies.server'
import { startFromLine } from './start-from-line.server'

/**
 * What the form starts from: a draft (`brouillon`), a line of the inventory (`ligne`), another lot (`depuis`) or
 * nothing. A form that starts afresh recalls how the last lot of its site was loaded and ceded.
 */
export async function startPosting(search: URLSearchParams, actor: Actor, today: IsoDay) {
  const draftId = search.get('brouillon')
  const draft = draftId === null ? null : orNotFound(await findDraftOf(actor.organisationId, draftId))
  const line = draft ? null : await startFromLine(search.get('ligne'), actor)
  const copied = draft || line ? null : await startFromLot(search.get('depuis'), actor, today)
  const sites = await postingSites(actor, today)
  const recalled = draft || copied ? {} : await recalledBySite(actor, sites, today)
  const asked = line?.line.siteId ?? search.get('chantier')
  const siteId = (sites.find((site) => site.id === asked) ?? sites[0])?.id ?? ''
  const answers: PostingAnswers = draft?.answers ??
    copied?.answers ?? { ...recalled[siteId], ...line?.answers }
  return {
    today,
    lotId: draft?.id ?? newId(),
    answers,
    recalled,
    line: line?.line ?? null,
    copied: copied?.lot ?? null,
    kept: await photosOfAnswers(draft?.answers ?? {}, actor),
    siteId,
    sites,
  }
}

/** A lot of one's own organisation to publish another like; null when none is asked for. */
async function startFromLot(lotId: string | null, actor: Actor, today: IsoDay) {
  if (lotId === null) return null
  const lot = orNotFound(await findLot(lotId))
  if (lot.organisationId !== actor.organisationId) throw notFound()
  return { lot: { title: lot.title, reference: lot.reference }, answers: answersOfCopy(lot, today) }
}
