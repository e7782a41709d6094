import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { setClock } from '~/core/clock'
import { newId } from '~/core/ids'
import { makeLink, tokenOf } from '~/features/identity/account-token.server'
import { acceptInvitation } from '~/features/identity/commands/accept-invitation.server'
import { changePassword } from '~/features/identity/commands/change-password.server'
import { createAccount } from '~/features/identity/commands/create-account.server'
import { renewPassword } from '~/features/identity/commands/renew-password.server'
import { signIn } from '~/features/identity/commands/sign-in.server'
import { signUp } from '~/features/identity/commands/sign-up.server'
import { hasLeaked } from '~/platform/breached-passwords.server'
import { env, setEnv } from '~/platform/env.server'
import { withTx } from '~/platform/transaction.server'
import { siretField } from '~/schema/fields'
import { setupDatabase, type TestSetup } from '~tests/support/database'
import { granted } from '~tests/support/answers'
import { makePerson, PASSWORD } from '~tests/support/sign-in'

const YEAR_MS = 365 * 86_400_000
let setup: TestSetup
let now = Date.parse('2026-09-15T08:00:00Z')
let made = 0

beforeAll(async () => {
  setup = await setupDatabase()
  setClock({ now: () => now })
})
afterAll(() => {
  setClock()
  setup.cleanup()
})

/** A valid SIRET that no other test uses: the last digit makes the Luhn sum right. */
function freshSiret(): string {
  const body = `7${String(made++).padStart(12, '0')}`
  return body + [...'0123456789'].find((last) => siretField.safeParse(body + last).success)
}

function signUpWith(email: string, password: string) {
  return signUp({
    ...{ id: newId(), name: 'Noor Modèle', email, password, organisation: 'Atelier Zinguerie' },
    ...{ siret: freshSiret(), kind: 'company', sides: ['gives'], communeCode: '93048', locale: 'fr' },
  })
}

const enters = async (email: string, password: string) => (await signIn({ email, password, device: '' })).ok
const sha1 = (text: string) => createHash('sha1').update(text).digest('hex').toUpperCase()

it('ASVS 6.2.8: is taken as typed: case, spaces at both ends, accents and the last of 200 characters count', async () => {
  const password = ` Élan vif ${'kfvqmxwz'.repeat(24)}`.slice(0, 198).padEnd(199, 'x').concat(' ')
  granted(await signUpWith('tel-quel@exemple.fr', password))
  expect(await enters('tel-quel@exemple.fr', password)).toBe(true)
  const others = [
    ...[password.toLowerCase(), password.toUpperCase(), password.trim(), `${password} `],
    ...[password.slice(0, -1), password.slice(0, 72), password.normalize('NFD')],
  ]
  for (const other of others) expect(await enters('tel-quel@exemple.fr', other)).toBe(false)
})

it('ASVS 6.2.10: stays good for as long as nobody changes it', async () => {
  const { email } = await makePerson()
  now += 10 * YEAR_MS
  expect(await enters(email, PASSWORD)).toBe(true)
})

it('ASVS 6.2.11: of common words, or the person’s own, is refused by each way that chooses one', async () => {
  const GUESSED = { error: { code: 'password-guessable', field: 'password' } }
  const { email, userId } = await makePerson()
  for (const password of ['motdepasse2026', 'Atelier Zinguerie', 'noormodele2026', 'devine.exemple'])
    expect(await signUpWith('devine@exemple.fr', password), password).toMatchObject(GUESSED)
  const change = { userId, email, name: 'Lou Modèle', currentPassword: PASSWORD, secret: '' }
  expect(await changePassword({ ...change, password: 'loumodele2026' })).toMatchObject(GUESSED)
  const link = await withTx((tx) => makeLink(tx, { kind: 'reset-password', email, userId }))
  const token = tokenOf(link)
  const local = email.split('@')[0]!
  expect(await renewPassword({ token, password: `${local}-1234` })).toMatchObject(GUESSED)
  expect((await renewPassword({ token, password: 'une nouvelle phrase' })).ok).toBe(true)
  const invited = { kind: 'invitation', email: 'arrive@exemple.fr', userId: null } as const
  const invitation = tokenOf(await withTx((tx) => makeLink(tx, invited)))
  const joining = { token: invitation, name: 'Zoé Arrivante', locale: 'fr', device: '' } as const
  expect(await acceptInvitation({ ...joining, password: 'arrivante2026' })).toMatchObject(GUESSED)
  const operator = { name: 'X', kind: 'company', isGiver: true, isTaker: false, communeCode: null } as const
  const account = { email: 'op@exemple.fr', name: 'Lou', password: 'gisement-2026', organisation: operator }
  expect(await createAccount(account)).toMatchObject(GUESSED)
})

it('ASVS 6.2.4, 6.2.12: of the operator’s list of leaks is refused, whatever the length of the list', async () => {
  const leaked = Array.from({ length: 20_000 }, (_, index) => `fuite numéro ${index * 7919} kfvq`)
  const hashes = leaked.map(sha1).sort()
  for (const [kind, end] of Object.entries({ unix: '\n', dos: '\r\n' })) {
    const file = path.join(setup.dir, `fuites-${kind}.txt`)
    const lines = hashes.map((hash, index) => (index % 3 === 0 ? hash : `${hash}:${index}`))
    fs.writeFileSync(file, lines.join(end))
    setEnv({ ...env(), breachedPasswords: file })
    const ends = leaked.filter((text) => [hashes[0], hashes.at(-1)].includes(sha1(text)))
    for (const text of [...ends, ...leaked.filter((_, index) => index % 100 === 0)])
      expect(await hasLeaked(text), text).toBe(true)
    for (let index = 0; index < 200; index += 1) expect(await hasLeaked(`autre ${index}`)).toBe(false)
  }
  const refusal = { error: { code: 'password-breached', field: 'password' } }
  const password = leaked[3]!
  expect(await signUpWith('fuite@exemple.fr', password)).toMatchObject(refusal)
  setEnv({ ...env(), breachedPasswords: path.join(setup.dir, 'nulle-part.txt') })
  await expect(signUpWith('fuite@exemple.fr', password)).rejects.toThrow('ENOENT')
  setEnv({ ...env(), breachedPasswords: null })
  expect((await signUpWith('fuite@exemple.fr', password)).ok).toBe(true)
})

it('ASVS 11.4.2: is kept as argon2id of 19 MiB and two passes, under a salt of its own', async () => {
  const people = [await makePerson(), await makePerson()]
  const kept = people.map(
    ({ userId }) =>
      setup.database.writer
        .prepare('select password_hash from users where id = ?')
        .pluck()
        .get(userId) as string,
  )
  for (const hash of kept) expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[\w+/]{22}\$[\w+/]{43}$/)
  expect(kept[0]).not.toBe(kept[1])
})
