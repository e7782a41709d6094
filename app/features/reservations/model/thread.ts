import type { PhotoView } from '~/features/photos/model/photo-view'
import type { Side } from './machine'

/** Photos that may come with one message. */
export const MAX_MESSAGE_PHOTOS = 4
/** Messages that one side may write about one reservation in 24 hours. */
export const MESSAGES_A_DAY = 60

/** What one person wrote to the other side of a reservation. */
export type ThreadMessage = {
  id: string
  side: Side
  userId: string
  who: string
  text: string
  sentAtMs: number
  photos: PhotoView[]
}
