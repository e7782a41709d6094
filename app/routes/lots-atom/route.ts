import type { LoaderFunctionArgs } from '@remix-run/node'
import { paths } from '~/core/paths'
import { atomFeed } from '~/features/alerts/model/lot-feed'
import { conditionalReply } from '~/http/conditional.server'
import { lotFeed } from '~/http/lot-feed.server'

/** The lots that the same search shows to any visitor, as an Atom feed. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { feed, changedAtMs } = await lotFeed(request, paths.lotsAtom)
  return conditionalReply(request, { body: atomFeed(feed), type: 'application/atom+xml', changedAtMs })
}
