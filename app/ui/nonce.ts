import { createContext, useContext } from 'react'

/** The response's script nonce; empty in the browser, where attributes of running scripts no longer show it. */
export const NonceContext = createContext<string | undefined>(undefined)

export function useNonce(): string | undefined {
  return useContext(NonceContext)
}
