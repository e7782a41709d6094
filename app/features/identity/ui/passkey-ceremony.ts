import { paths } from '~/core/paths'
import type { Ceremony } from '../model/second-factor'

/** Why a passkey gave nothing: closed or too late, here already, or anything else. */
export type CeremonyFault = 'cancelled' | 'known' | 'failed'
export type CeremonyEnd = { ok: true; response: string } | { ok: false; fault: CeremonyFault }

/** Asks the device for a passkey, or to make one, and gives its answer as JSON. The part that speaks to it is loaded now. */
export async function runCeremony(purpose: Ceremony): Promise<CeremonyEnd> {
  try {
    const reply = await fetch(paths.passkeyOptions(), {
      method: 'POST',
      body: new URLSearchParams({ purpose }),
    })
    if (!reply.ok) return { ok: false, fault: 'failed' }
    const optionsJSON: unknown = await reply.json()
    const { startAuthentication, startRegistration } = await import('@simplewebauthn/browser')
    const response =
      purpose === 'register'
        ? await startRegistration({
            optionsJSON: optionsJSON as Parameters<typeof startRegistration>[0]['optionsJSON'],
          })
        : await startAuthentication({
            optionsJSON: optionsJSON as Parameters<typeof startAuthentication>[0]['optionsJSON'],
          })
    return { ok: true, response: JSON.stringify(response) }
  } catch (error) {
    return { ok: false, fault: faultOf(error) }
  }
}

function faultOf(error: unknown): CeremonyFault {
  const name = error instanceof Error ? error.name : ''
  if (name === 'NotAllowedError' || name === 'AbortError') return 'cancelled'
  return name === 'InvalidStateError' ? 'known' : 'failed'
}
