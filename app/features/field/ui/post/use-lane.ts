import { useSyncExternalStore } from 'react'
import { nextInSeries, placeIn, readSeries, type Place, type Series } from '../../model/post/series'
import { useFieldDrafts } from '../store/use-field-drafts'
import { postingScreen, seriesScreen } from './field-addresses'
import { useGo } from './use-go'

const KEY = 'gisement-terrain-serie'
const listeners = new Set<() => void>()

/** Keeps the series that is gone through on this device. */
export function keepSeries(series: Series): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(series))
  } catch {
    // Without it the drafts are still in their list.
  }
  listeners.forEach((listener) => listener())
}

/** The series of this device, of drafts that are still there. */
export function useSeries(): Series {
  const text = useSyncExternalStore(subscribe, keptText, () => null)
  const { drafts } = useFieldDrafts()
  return readSeries(text).filter((id) => drafts.some((draft) => draft.id === id))
}

export type Lane = {
  /** Null for a lot of no series. */
  place: Place | null
  go: (draftId: string) => void
  /** To the next lot of the series, or to the series once all are done; nowhere for a lot of no series. */
  goOn: () => void
  toSeries: () => void
}

/** The way from one lot of a series to the next. */
export function useLane(draftId: string): Lane {
  const series = useSeries()
  const { drafts } = useFieldDrafts()
  const go = useGo()
  const isOpen = (id: string) => drafts.some((draft) => draft.id === id && draft.state === 'writing')
  return {
    place: placeIn(series, draftId, isOpen),
    go: (id) => go(postingScreen(id)),
    goOn: () => {
      if (!series.includes(draftId)) return
      const next = nextInSeries(series, draftId, (id) => id !== draftId && isOpen(id))
      go(next ? postingScreen(next) : seriesScreen())
    },
    toSeries: () => go(seriesScreen()),
  }
}

function keptText(): string | null {
  try {
    return localStorage.getItem(KEY)
  } catch {
    return null
  }
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}
