import { createCookie } from '@remix-run/node'
import { env, knownSecrets, onceForEnv } from '~/platform/env.server'

/** Signed, for this browser alone, for half an hour; over https it carries the `__Host-` prefix. */
const cookieNamed = (name: string) =>
  onceForEnv(({ publicUrl }) => {
    const secure = publicUrl.startsWith('https://')
    return createCookie(`${secure ? '__Host-' : ''}gisement-${name}`, {
      ...{ httpOnly: true, sameSite: 'lax', path: '/', secure, maxAge: 1800 },
      secrets: knownSecrets(),
    })
  })
const attemptHere = cookieNamed('proconnect')
const endingHere = cookieNamed('proconnect-fin')

/** The way through the provider that a browser is on: its secret, and where it goes on while it has not left. */
export type HeldAttempt = { secret: string; url: string | null }

export async function attemptOf(request: Request): Promise<HeldAttempt | null> {
  const value: unknown = await attemptHere().parse(request.headers.get('Cookie'))
  if (typeof value !== 'object' || value === null || !('secret' in value) || !('url' in value)) return null
  return { secret: String(value.secret), url: typeof value.url === 'string' ? value.url : null }
}

/** Keeps that in the browser; null forgets it. */
export function attemptCookie(attempt: HeldAttempt | null): Promise<string> {
  return attemptHere().serialize(attempt ?? '', attempt ? {} : { maxAge: 0 })
}

export type Ending = { url: string; state: string }

/** Where this browser ends its session at the provider, and what its return must carry. */
export async function endingOf(request: Request): Promise<Ending | null> {
  const value: unknown = await endingHere().parse(request.headers.get('Cookie'))
  if (typeof value !== 'object' || value === null || !('url' in value) || !('state' in value)) return null
  return { url: String(value.url), state: String(value.state) }
}

/** Keeps that in the browser; null forgets it. */
export function endingCookie(ending: Ending | null): Promise<string> {
  return endingHere().serialize(ending ?? '', ending ? {} : { maxAge: 0 })
}

/** Whether the operator configured the provider. */
export function hasProConnect(): boolean {
  return env().proConnect !== null
}

/**
 * Leads the browser on to the provider from a page that says so: a form's own redirect to another site is one that the
 * content policy refuses, and the person sees where they go.
 */
export function onward(url: string): Record<string, string> {
  return { Refresh: `0;url=${url}`, 'Cache-Control': 'no-store', 'Referrer-Policy': 'no-referrer' }
}

const FAULTS = ['down', 'cancelled', 'refused', 'taken', 'waits', 'closed'] as const

/** What went wrong on the way through the provider, as the address of a page says it. */
export function proConnectFaultIn(request: Request): (typeof FAULTS)[number] | null {
  const said = new URL(request.url).searchParams.get('proconnect')
  return FAULTS.find((fault) => fault === said) ?? null
}
