import type { LoaderFunctionArgs } from '@remix-run/node'
import { paths } from '~/core/paths'
import { rssFeed } from '~/features/alerts/model/lot-feed'
import { conditionalReply } from '~/http/conditional.server'
import { lotFeed } from '~/http/lot-feed.server'

/** The lots that the same search shows to any visitor, as an RSS feed. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { feed, changedAtMs } = await lotFeed(request, paths.lotsRss)
  return conditionalReply(request, { body: rssFeed(feed), type: 'application/rss+xml', changedAtMs })
}
