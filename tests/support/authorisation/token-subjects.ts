import { nowMs } from '~/core/clock'
import { newId } from '~/core/ids'
import { linkToken } from '~/features/alerts/alert-links.server'
import { stopMailUrl } from '~/features/board/mail-link.server'
import { hashOfToken, tokenOf } from '~/features/identity/account-token.server'
import type { LinkKind } from '~/features/identity/model/links'
import { hashOfShareToken, shareTokenOf } from '~/features/lots/share-token.server'
import { reportToken } from '~/features/moderation/report-link.server'
import { unsubscribeUrlOf } from '~/features/notifications/unsubscribe-link.server'
import { actLinkUrl } from '~/features/reservations/act-links.server'
import type { Personas } from './personas'
import type { TestRows } from './rows'
import type { Pair } from './pair'

const DAY_MS = 86_400_000

/** Links that e-mails and people hand on: whoever holds one may open it. */
export function tokenSubjects(
  rows: TestRows,
  personas: Personas,
  shared: { lotId: string; attachmentId: string },
) {
  const lastPart = (url: string) => held(url.split('/').at(-1)!)
  return {
    verifyLink: held(accountLink(rows, personas, 'change-email')),
    resetLink: held(accountLink(rows, personas, 'reset-password')),
    invitationLink: held(accountLink(rows, personas, 'invitation')),
    unsubscribeLink: lastPart(unsubscribeUrlOf(personas.taker.userId, 'reservation')),
    boardStopLink: lastPart(
      stopMailUrl({ userId: personas.agentA.userId, communeCode: personas.agentA.communeCode }),
    ),
    actLink: lastPart(requestedActLink(rows, personas)),
    reportLink: held(reportedLink(rows)),
    ...alertLinks(rows, personas),
    ...shareLinks(rows, personas, shared),
  } satisfies Record<string, Pair>
}

function held(token: string, more: Record<string, string> = {}): Pair {
  return { own: { params: { token, ...more } }, other: null }
}

function accountLink({ add }: TestRows, { taker, giver }: Personas, kind: LinkKind): string {
  const token = tokenOf(newId())
  const isInvitation = kind === 'invitation'
  add('account_tokens', {
    id_hash: hashOfToken(token),
    kind,
    user_id: isInvitation ? null : taker.userId,
    email: `${newId()}@personnes.example`,
    organisation_id: isInvitation ? giver.organisationId : null,
    role: isInvitation ? 'member' : null,
    created_by_user_id: isInvitation ? giver.userId : null,
    created_at_ms: nowMs(),
    expires_at_ms: nowMs() + DAY_MS,
    used_at_ms: null,
  })
  return token
}

function requestedActLink({ one }: TestRows, { giver }: Personas): string {
  const asked = one(
    `select id, expires_at_ms as until from reservations
     where giver_organisation_id = ? and status = 'requested' and expires_at_ms > ? limit 1`,
    giver.organisationId,
    nowMs(),
  )
  return actLinkUrl({
    act: 'refuse',
    reservationId: String(asked.id),
    userId: giver.userId,
    slot: null,
    offeredAtMs: null,
    expiresAtMs: Number(asked.until),
  })
}

function reportedLink({ add, one }: TestRows): string {
  const id = newId()
  const { lot } = one('select id as lot from lots limit 1')
  const about = { subject_kind: 'lot', subject_id: lot!, reason: 'other', text: 'À voir.' }
  const by = { email: `${id}@personnes.example`, locale: 'fr', created_at_ms: nowMs() }
  add('reports', { id, ...about, ...by })
  return reportToken(id)
}

function alertLinks({ add, again, one }: TestRows, { taker }: Personas) {
  const subscriberId = newId()
  const email = `${subscriberId}@personnes.example`
  add('alert_subscribers', { id: subscriberId, email, locale: 'fr', created_at_ms: nowMs() })
  const known = one('select id from saved_searches where user_id = ? limit 1', taker.userId)
  const ofSubscriber = { user_id: null, organisation_id: null, subscriber_id: subscriberId }
  const searchId = again('saved_searches', String(known.id), { ...ofSubscriber, confirmed_at_ms: null })
  const calendarId = newId()
  const { userId, organisationId } = taker
  add('calendar_links', {
    id: calendarId,
    user_id: userId,
    organisation_id: organisationId,
    created_at_ms: nowMs(),
  })
  return {
    confirmLink: held(linkToken('confirm', searchId)),
    manageLink: held(linkToken('manage', subscriberId)),
    stopLink: held(linkToken('stop-search', searchId)),
    calendarLink: held(linkToken('calendar', calendarId)),
  }
}

function shareLinks(
  { add }: TestRows,
  { giver }: Personas,
  { lotId, attachmentId }: { lotId: string; attachmentId: string },
) {
  const token = shareTokenOf(newId())
  add('lot_shares', {
    id: newId(),
    lot_id: lotId,
    organisation_id: giver.organisationId,
    token_hash: hashOfShareToken(token),
    created_by_user_id: giver.userId,
    created_at_ms: nowMs(),
    expires_at_ms: nowMs() + DAY_MS,
    revoked_at_ms: null,
  })
  return { shareLink: held(token), sharedDocument: held(token, { attachmentId }) }
}
