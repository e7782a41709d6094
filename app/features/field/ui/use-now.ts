import { useEffect, useState } from 'react'
import { nowMs } from '~/core/clock'

/** The time it is, looked at again every so often. */
export function useNow(everyMs: number): number {
  const [now, setNow] = useState(nowMs)
  useEffect(() => {
    const timer = setInterval(() => setNow(nowMs()), everyMs)
    return () => clearInterval(timer)
  }, [everyMs])
  return now
}
