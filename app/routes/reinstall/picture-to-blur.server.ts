import { spottingOf } from '~/features/faces/queries.server'
import type { SpottingReply } from '~/features/photos/model/spotting'
import { findPhotoOfPicture } from '~/features/photos/queries/installed-pictures.server'

/** The photo by which the picture of a story is blurred, with what was spotted; `photoId` is null until a job has made it. */
export type PictureToBlur = { photoId: string | null; spotting: SpottingReply }

export async function pictureToBlur(fileId: string): Promise<PictureToBlur> {
  const photo = await findPhotoOfPicture(fileId)
  if (!photo) return { photoId: null, spotting: { status: 'waiting' } }
  return { photoId: photo.id, spotting: await spottingOf(photo) }
}
