import { hash, hashRaw, verify } from '@node-rs/argon2'

/** OWASP's argon2id floor: 19 MiB, two passes, one lane (Password Storage Cheat Sheet, 2024). */
const ARGON2ID = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const

/** How many hashes run at once; others wait, so that sign-ins cannot exhaust memory or the thread pool. */
const PARALLEL = 2
/** How many wait at most; who comes then is asked to come again, so that the last in the line is still answered. */
const MOST_WAITING = 120
let running = 0
const waiting: (() => void)[] = []

/** Whether a password may join the line. To be asked right before it does: nothing may be awaited between. */
export function hasRoomForPassword(): boolean {
  return waiting.length < MOST_WAITING
}

export function hashPassword(password: string): Promise<string> {
  return inTurn(() => hash(password, ARGON2ID))
}

/** How a hash made today begins; another beginning is one of other parameters, which is still read. */
const TODAY = `$argon2id$v=19$m=${ARGON2ID.memoryCost},t=${ARGON2ID.timeCost},p=${ARGON2ID.parallelism}$`

/** Whether a hash was made with other parameters than those of today. */
export function isHashOfBefore(passwordHash: string): boolean {
  return !passwordHash.startsWith(TODAY)
}

/** A hash nobody's password has, so that unknown accounts cost the same time as known ones. */
const DECOY =
  '$argon2id$v=19$m=19456,t=2,p=1$AQgsmnDxJc8o2HLXKI8Mow$PwzGh2lyu0uCln/nRxazflZ1vBfUTWDy3hf1AlWIeLU'

/** Whether the password is the account's; takes the same time when there is no such account. */
export async function isPassword(passwordHash: string | null, password: string): Promise<boolean> {
  const matches = await inTurn(() => verify(passwordHash ?? DECOY, password).catch(() => false))
  return passwordHash !== null && matches
}

/** What the database stores of a recovery code: argon2id under the salt of its set, so that one hash finds it among ten. */
export async function hashRecoveryCode(plain: string, salt: string): Promise<string> {
  const options = { ...ARGON2ID, salt: Buffer.from(salt, 'base64url') }
  return (await inTurn(() => hashRaw(plain, options))).toString('base64url')
}

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= PARALLEL) await new Promise<void>((start) => waiting.push(start))
  else running += 1
  try {
    return await work()
  } finally {
    const next = waiting.shift()
    if (next) next()
    else running -= 1
  }
}
