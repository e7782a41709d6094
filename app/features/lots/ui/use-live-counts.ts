import { useFetcher } from '@remix-run/react'
import { useEffect, useState, type RefObject } from 'react'
import { paths } from '~/core/paths'

/** How many lots a search finds, and by choice of its form (`name=value`) with the rest unchanged. */
export type LiveCounts = { total: number; facets: Readonly<Record<string, number>> }

const PAUSE_MS = 250

/**
 * What the form as it stands would find: null until an answer changes, and while the first count is under way.
 * Without JavaScript it stays null and the counts are those of the page.
 */
export function useLiveCounts(form: RefObject<HTMLFormElement | null>): LiveCounts | null {
  const { load, data } = useFetcher<LiveCounts>()
  const [isChanged, setChanged] = useState(false)
  useEffect(() => {
    const element = form.current
    if (!element) return
    let timer: ReturnType<typeof setTimeout> | undefined
    const ask = (): void => {
      setChanged(true)
      load(paths.lotsCount(queryOf(element)))
    }
    const soon = (): void => {
      clearTimeout(timer)
      timer = setTimeout(ask, PAUSE_MS)
    }
    element.addEventListener('input', soon)
    return () => {
      clearTimeout(timer)
      element.removeEventListener('input', soon)
    }
  }, [form, load])
  return isChanged ? (data ?? null) : null
}

/** The answers of a form as its address would hold them. */
function queryOf(form: HTMLFormElement): string {
  const answers = [...new FormData(form)].flatMap(([name, value]) =>
    typeof value === 'string' && value.trim() !== '' ? [[name, value]] : [],
  )
  return `?${new URLSearchParams(answers).toString()}`
}
