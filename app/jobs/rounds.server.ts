import { database, type AnyDatabase } from '~/platform/db.server'

/** Reads ids after one of them, so many at most, in their order. */
type ListIds = (after: string, most: number) => Promise<string[]>

/**
 * Goes through what is to be done a part at a time: each call reads on after the last one, and from the start again once
 * there is no more, so that what cannot be done does not keep the rest waiting.
 */
export function inRounds(most: number): (list: ListIds) => Promise<string[]> {
  const upTo = new WeakMap<AnyDatabase, string>()
  return async (list) => {
    const open = database()
    const ids = await list(upTo.get(open) ?? '', most)
    upTo.set(open, ids.length < most ? '' : ids.at(-1)!)
    return ids
  }
}
