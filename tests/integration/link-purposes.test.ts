import { afterAll, expect, it } from 'vitest'
import { linkToken, readLinkToken, type LinkPurpose } from '~/features/alerts/alert-links.server'
import { readStopMailToken, stopMailUrl } from '~/features/board/mail-link.server'
import { readReportToken, reportToken } from '~/features/moderation/report-link.server'
import { readUnsubscribeToken, unsubscribeUrlOf } from '~/features/notifications/unsubscribe-link.server'
import { actLinkUrl, readActLink } from '~/features/reservations/act-links.server'
import { readEnv, setEnv } from '~/platform/env.server'

const ID = '01900000-0000-7000-8000-000000000001'
const secret = (letter: string) => readEnv({ NODE_ENV: 'test', SESSION_SECRET: letter.repeat(32) })
const PURPOSES: readonly LinkPurpose[] = [
  ...(['confirm', 'manage', 'stop-search', 'stop-subscriber'] as const),
  ...(['stop-user', 'calendar'] as const),
]
const act = {
  act: 'accept',
  reservationId: ID,
  userId: ID,
  slot: null,
  offeredAtMs: null,
  expiresAtMs: 4_102_444_800_000,
} as const

/** Every signed link of the product: how it is made, and what reads it. */
const LINKS: Record<string, { make: () => string; read: (token: string) => unknown }> = {
  ...Object.fromEntries(
    PURPOSES.map((purpose) => [
      `alerts: ${purpose}`,
      { make: () => linkToken(purpose, ID), read: (token: string) => readLinkToken(purpose, token) },
    ]),
  ),
  report: { make: () => reportToken(ID), read: readReportToken },
  unsubscribe: { make: () => lastOf(unsubscribeUrlOf(ID, 'digest')), read: readUnsubscribeToken },
  'board mail': {
    make: () => lastOf(stopMailUrl({ userId: ID, communeCode: '93048' })),
    read: readStopMailToken,
  },
  'reservation act': { make: () => lastOf(actLinkUrl(act)), read: readActLink },
}
const lastOf = (url: string) => decodeURIComponent(url.split('/').at(-1)!)

afterAll(() => setEnv(readEnv()))

it.each(Object.keys(LINKS))('ASVS 9.1.1, 9.2.2: %s opens what it is for, and nothing else', (name) => {
  setEnv(secret('a'))
  const token = LINKS[name]!.make()
  for (const [other, { read }] of Object.entries(LINKS)) {
    if (other === name) expect(read(token), other).not.toBeNull()
    else expect(read(token), other).toBeNull()
  }
})

it.each(Object.keys(LINKS))(
  'ASVS 9.1.1: %s that was changed, cut or signed by another installation opens nothing',
  (name) => {
    setEnv(secret('a'))
    const { make, read } = LINKS[name]!
    const token = make()
    for (let at = 0; at < token.length; at += 1) {
      const changed = token.slice(0, at) + (token[at] === 'b' ? 'c' : 'b') + token.slice(at + 1)
      // The last letter of a signature holds four bits that say nothing.
      if (at < token.length - 1) expect(read(changed), changed).toBeNull()
    }
    expect(read(token.slice(0, -1))).toBeNull()
    expect(read(token.split('.').slice(0, -1).join('.'))).toBeNull()
    setEnv(secret('b'))
    expect(read(token)).toBeNull()
  },
)
