/** Lots made from one choice of photos, by the ids of their drafts, in the order in which they are gone through. */
export type Series = readonly string[]

/** Where a draft stands: 1 of 3 …, and its neighbours that are still to be written. */
export type Place = { at: number; of: number; previousId: string | null; nextId: string | null }

/** The place of a draft in a series; null when it is not of it. `isOpen`: whether a draft is still to be written. */
export function placeIn(series: Series, draftId: string, isOpen: (id: string) => boolean): Place | null {
  const index = series.indexOf(draftId)
  if (index < 0) return null
  return {
    at: index + 1,
    of: series.length,
    previousId: series.slice(0, index).findLast(isOpen) ?? null,
    nextId: series.slice(index + 1).find(isOpen) ?? null,
  }
}

/** The draft to go on with after one: the next that is still to be written, else the first; null once none is. */
export function nextInSeries(
  series: Series,
  draftId: string,
  isOpen: (id: string) => boolean,
): string | null {
  const place = placeIn(series, draftId, isOpen)
  return place?.nextId ?? series.find((id) => id !== draftId && isOpen(id)) ?? null
}

/** The series once a draft was split: the new one comes just after it. */
export function withSplit(series: Series, id: string, newId: string): Series {
  return series.flatMap((entry) => (entry === id ? [entry, newId] : [entry]))
}

/** Reads a series back from the text that a browser keeps; one that cannot be read is empty. */
export function readSeries(text: string | null): Series {
  try {
    const kept: unknown = JSON.parse(text ?? '')
    return Array.isArray(kept) ? kept.filter((id): id is string => typeof id === 'string') : []
  } catch {
    return []
  }
}
