import type { LoaderFunctionArgs } from '@remix-run/node'
import { readHandoverFile } from '~/features/reservations/read-handover-file.server'
import { findStoryPhoto } from '~/features/stories/queries.server'
import { orNotFound, pictureReply } from '~/http/replies.server'

/** The picture of a story that both sides agree to show; nobody keeps it, since one may take the agreement back. */
export async function loader({ params }: LoaderFunctionArgs) {
  const storageKey = orNotFound(await findStoryPhoto(params.storyId ?? ''))
  return pictureReply(orNotFound(await readHandoverFile(storageKey)), 'no-cache')
}
