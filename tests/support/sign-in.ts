import { Secret, TOTP } from 'otpauth'
import { nowMs } from '~/core/clock'
import { addTotp } from '~/features/identity/commands/add-factor.server'
import { createAccount } from '~/features/identity/commands/create-account.server'
import { passByCode } from '~/features/identity/commands/pass-second-step.server'
import { signIn } from '~/features/identity/commands/sign-in.server'
import { readSession } from '~/features/identity/read-session.server'
import { newSetup } from '~/features/identity/totp-setup.server'
import { granted } from './answers'

export const PASSWORD = 'une phrase assez longue'

/** The shape of a passkey's answer, of no passkey there is. */
export const NO_PASSKEY = JSON.stringify({
  ...{ id: 'AAAA', rawId: 'AAAA', type: 'public-key', clientExtensionResults: {} },
  response: { clientDataJSON: 'AAAA', authenticatorData: 'AAAA', signature: 'AAAA' },
})

type Kind = 'company' | 'commune' | 'metropole'
let made = 0

/** Someone with an account and an organisation of their own, from the command line. */
export async function makePerson(kind: Kind = 'company'): Promise<{ email: string; userId: string }> {
  const email = `secure${++made}@exemple.fr`
  const organisation = {
    name: `Organisation ${made}`,
    kind,
    communeCode: kind === 'commune' ? '93048' : null,
  }
  const sides = { isGiver: kind === 'company', isTaker: false }
  const account = {
    email,
    name: 'Lou Modèle',
    password: PASSWORD,
    organisation: { ...organisation, ...sides },
  }
  return { email, ...granted(await createAccount(account)) }
}

/** The secret of the session that a password opens, whatever it owes. */
export async function enter(email: string, password = PASSWORD): Promise<string> {
  return granted(await signIn({ email, password, device: 'Firefox, Linux' })).secret
}

/** The code that an application shows, `steps` of 30 s from now. */
export function codeOf(secret: string, steps = 0): string {
  const timestamp = nowMs() + steps * 30_000
  return new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp })
}

/** Sets up an application in a session; gives the renewed session, its secret and the recovery codes. */
export async function setUpTotp(session: string) {
  const setup = newSetup((await readSession(session))!)
  const added = await addTotp({ secret: session, setup: setup.sealed, code: codeOf(setup.secret) })
  return { ...granted(added), totp: setup.secret }
}

/** Signs in with a password and a code of the next step, which is not used yet. */
export async function enterTwice(email: string, code: string): Promise<string> {
  return granted(await passByCode({ secret: await enter(email), code })).secret
}
