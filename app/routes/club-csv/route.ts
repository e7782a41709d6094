import type { LoaderFunctionArgs } from '@remix-run/node'
import { isoDayOf } from '~/core/days'
import { listPosts } from '~/features/programme/queries/library.server'
import { requireActor } from '~/http/actor.server'
import { toCsv } from '~/http/csv.server'
import { localeOf } from '~/http/locale.server'
import { download } from '~/http/replies.server'
import { translator } from '~/messages/catalogue'
import { programmeLibrary } from '~/messages/programme-library'

/** The posts of the club, the newest first; hidden ones without their words. */
export async function loader({ request }: LoaderFunctionArgs) {
  await requireActor(request, 'programme:share')
  const t = translator(await localeOf(request), programmeLibrary)
  const posts = await listPosts()
  const authors = new Map(posts.map(({ id, authorName }) => [id, authorName]))
  const body = toCsv(
    [
      { header: t('club.date'), cell: ({ createdAtMs }) => isoDayOf(createdAtMs) },
      { header: t('club.person'), cell: ({ authorName }) => authorName },
      { header: t('club.organisation'), cell: ({ organisationName }) => organisationName },
      { header: t('club.answers'), cell: ({ parentId }) => (parentId ? (authors.get(parentId) ?? '') : '') },
      {
        header: t('club.text'),
        cell: ({ text, isHidden, hiddenReason }) =>
          isHidden ? t('club.hidden', { reason: hiddenReason }) : text,
      },
    ],
    posts,
  )
  return download(body, `${t('club.file')}.csv`, 'text/csv')
}
