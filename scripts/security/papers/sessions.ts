import {
  SESSION_ABSOLUTE_MS,
  SESSION_IDLE_MS,
  SESSION_TOUCH_MS,
} from '~/features/identity/model/session-limits'
import { CHALLENGE_MS, FRESH_MS, HALF_SESSION_MS } from '~/features/identity/model/second-factor'
import { LINK_LIFE_MS } from '~/features/identity/model/links'
import { AUDIT_KEPT_MS } from '~/core/audit-terms'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const DAY_MS = 24 * HOUR_MS

/** A duration in the largest unit that it is a whole number of. */
export function said(ms: number): string {
  const [unit, size] = (
    [
      ['day', DAY_MS],
      ['hour', HOUR_MS],
      ['minute', MINUTE_MS],
    ] as const
  ).find(([, one]) => ms % one === 0) ?? ['second', 1000]
  const count = ms / size
  return `${count} ${unit}${count === 1 ? '' : 's'}`
}

/** What sessions are, how long and how many, as Markdown before prettier. */
export function sessionsPaper(): string {
  const rows = [
    [
      'a session that is not used',
      said(SESSION_IDLE_MS),
      `moved on at most once in ${said(SESSION_TOUCH_MS)}`,
    ],
    ['a session, however much it is used', said(SESSION_ABSOLUTE_MS), 'then the person signs in again'],
    ['a half-open session, which owes a second factor', said(HALF_SESSION_MS), 'it grants nothing'],
    ['a proof of who one is', said(FRESH_MS), 'what changes the way in asks for one'],
    ['a challenge to a passkey', said(CHALLENGE_MS), 'signed once'],
    ...Object.entries(LINK_LIFE_MS).map(([kind, ms]) => [`a link: ${kind}`, said(ms), 'used once']),
    ['a row of the audit log', said(AUDIT_KEPT_MS), 'then it leaves by the oldest end'],
  ]
  return [
    '# Sessions',
    '## How long',
    `ASVS 7.1.1: the figures are those of the code.`,
    ['| what | lasts | |', '| --- | --- | --- |', ...rows.map((row) => `| ${row.join(' | ')} |`)].join('\n'),
    `NIST SP 800-63B asks people at its second level of assurance to sign in again after 12 hours, or 30 minutes without use. Sessions here are longer: people work on building sites, with gloves, and often without a network, and a session that ended there would cost a day’s inventory. What stands against it: the session is bound to a cookie that no script reads, its secret changes at each proof, each person sees and closes their own, agents and the Métropole’s team prove a second factor, whatever changes the way in or takes data along asks for a proof of the last ${said(FRESH_MS)}, and every change of password or factor ends the others.`,
    '## How many',
    'ASVS 7.1.2: as many at once as a person has devices; there is no most. Each is listed on the account’s page with its device and its last use, and can be closed there or all at once. A new one ends the one that the same browser held. A suspended or erased account has none.',
    '## With the provider’s session',
    `ASVS 7.1.3: ProConnect opens a session here and has one of its own. Ours does not follow the length of the provider’s: it lasts as above. Whoever has neither password nor factor here proves who they are by a sign-in of the last ${said(FRESH_MS)}. Signing out here ends ours first, then leads to the provider with the hint it gave, so that its own ends too; if it is down, ours has ended all the same. A session that ended at the provider alone goes on here until its term: ProConnect tells nobody (no back-channel logout). An account that the team suspends loses its sessions at once, whatever the provider says.`,
    '## Where it is shown',
    '`tests/integration/sessions.test.ts`, `second-factors.test.ts`, `proconnect.test.ts`.',
  ].join('\n\n')
}
