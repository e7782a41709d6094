import { colourDistance, hashDistance, type PhotoLook } from './photo-look'

/**
 * Up to how many bits of 64, and how much colour, two photos differ and are still proposed as one lot. Measured with
 * `npm run bench:alike-photos` on 196 photos, eight of each of 25 kinds at most, and six new takes of each photo (moved
 * by 5 and 10 %, 3° askew, 15 % nearer, a fifth brighter or darker): 86 % of the takes fall within the bounds of their
 * photo, and 15 of 19,110 pairs of different photos (0.08 %). A person sees the groups and mends them.
 */
export const MAX_HASH_DISTANCE = 18
export const MAX_COLOUR_DISTANCE = 20

/** Photos of one lot to be, in the order in which they were chosen. */
export type PhotoGroup = readonly string[]

/** Whether two photos seem to show the same thing from nearly the same place. */
export function isAlike(a: PhotoLook, b: PhotoLook): boolean {
  return (
    hashDistance(a.hash, b.hash) <= MAX_HASH_DISTANCE &&
    colourDistance(a.colours, b.colours) <= MAX_COLOUR_DISTANCE
  )
}

/**
 * Photos gathered by what they show: each joins the latest group of which it resembles every photo, so that no chain of
 * small differences joins two things. A photo without a look (the browser could not draw it) stays alone.
 */
export function groupAlike(
  photos: readonly { id: string; look: PhotoLook | null }[],
  maxPerGroup: number,
): PhotoGroup[] {
  const groups: { id: string; look: PhotoLook | null }[][] = []
  for (const photo of photos) {
    const { look } = photo
    const group = groups.findLast(
      (members) =>
        members.length < maxPerGroup &&
        members.every((member) => look !== null && member.look !== null && isAlike(look, member.look)),
    )
    if (group) group.push(photo)
    else groups.push([photo])
  }
  return groups.map((members) => members.map(({ id }) => id))
}

/** One photo taken out of its group, into a lot of its own just after it. */
export function splitPhoto(groups: readonly PhotoGroup[], photoId: string): PhotoGroup[] {
  return groups.flatMap((group) => {
    if (group.length < 2 || !group.includes(photoId)) return [group]
    return [group.filter((id) => id !== photoId), [photoId]]
  })
}

/** The group at `at` joined to the one before it; nothing when both together would be too many for one lot. */
export function joinToPrevious(groups: readonly PhotoGroup[], at: number, maxPerGroup: number): PhotoGroup[] {
  const [previous, group] = [groups[at - 1], groups[at]]
  if (!previous || !group || previous.length + group.length > maxPerGroup) return [...groups]
  return [...groups.slice(0, at - 1), [...previous, ...group], ...groups.slice(at + 1)]
}

/** The groups without a photo; a group that held nothing else goes with it. */
export function withoutPhotoOf(groups: readonly PhotoGroup[], photoId: string): PhotoGroup[] {
  return groups.map((group) => group.filter((id) => id !== photoId)).filter((group) => group.length > 0)
}
