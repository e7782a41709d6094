import type { IsoDay } from '~/core/days'
import { recalledAnswers } from '~/features/lots/model/lot-answers'
import type { PostingAnswers } from '~/features/lots/model/posting-answers'
import { listLastTerms } from '~/features/lots/queries/site-terms.server'
import type { Actor } from '~/features/organisations/model/permissions'

/** What the last lot of each site says that the next one may say again, by site. */
export async function recalledBySite(
  actor: Actor,
  sites: readonly { id: string; endsOn: IsoDay }[],
  today: IsoDay,
): Promise<Record<string, PostingAnswers>> {
  const last = await listLastTerms(actor.organisationId)
  return Object.fromEntries(
    sites.flatMap(({ id, endsOn }) => {
      const terms = last.get(id)
      return terms ? [[id, recalledAnswers(terms, { endsOn, today })]] : []
    }),
  )
}
