import type { LoaderFunctionArgs } from '@remix-run/node'
import { paths } from '~/core/paths'
import { rssFeed } from '~/features/alerts/model/lot-feed'
import { conditionalReply } from '~/http/conditional.server'
import { needFeed } from '~/http/lot-feed.server'

/** The needs that the same search shows to any visitor, as an RSS feed. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { feed, changedAtMs } = await needFeed(request, paths.needsRss)
  return conditionalReply(request, { body: rssFeed(feed), type: 'application/rss+xml', changedAtMs })
}
