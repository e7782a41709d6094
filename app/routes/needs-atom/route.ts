import type { LoaderFunctionArgs } from '@remix-run/node'
import { paths } from '~/core/paths'
import { atomFeed } from '~/features/alerts/model/lot-feed'
import { conditionalReply } from '~/http/conditional.server'
import { needFeed } from '~/http/lot-feed.server'

/** The needs that the same search shows to any visitor, as an Atom feed. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { feed, changedAtMs } = await needFeed(request, paths.needsAtom)
  return conditionalReply(request, { body: atomFeed(feed), type: 'application/atom+xml', changedAtMs })
}
