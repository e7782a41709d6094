import { useCallback } from 'react'
import { useSearchParams } from '@remix-run/react'

/** Goes to another screen of the field page; its document stays. */
export function useGo(): (query: string) => void {
  const [, setParams] = useSearchParams()
  return useCallback((query) => setParams(new URLSearchParams(query)), [setParams])
}
