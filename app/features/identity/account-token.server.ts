import { createHmac } from 'node:crypto'
import { nowMs } from '~/core/clock'
import { newId } from '~/core/ids'
import { env } from '~/platform/env.server'
import { tell } from '~/platform/outbox.server'
import type { Tx } from '~/platform/transaction.server'
import { LINK_LIFE_MS, type LinkKind } from './model/links'
import { insertToken } from './repo.server'
import { hashSessionSecret } from './session-secret.server'

type NewLink = {
  /** What the link is derived from, where making it twice must make one. */
  id?: string
  kind: LinkKind
  email: string
  userId: string | null
  organisationId?: string
  role?: 'owner' | 'member'
  createdByUserId?: string
}

/**
 * Writes a link that an e-mail will carry, and asks for that e-mail. Neither the table nor the outbox holds what is
 * in the link: the table has its hash, the outbox the id from which this server derives it.
 */
export async function sendLink(tx: Tx, link: NewLink): Promise<void> {
  await tell(tx, 'account.link', { linkId: await makeLink(tx, link) })
}

/** Writes a link that no e-mail carries; its id, from which `tokenOf` derives what is in it. */
export async function makeLink(tx: Tx, { id = newId(), ...link }: NewLink): Promise<string> {
  await insertToken(tx, {
    ...link,
    idHash: hashOfToken(tokenOf(id)),
    createdAtMs: nowMs(),
    expiresAtMs: nowMs() + LINK_LIFE_MS[link.kind],
  })
  return id
}

/** The secret part of the link of this id. */
export function tokenOf(id: string): string {
  return createHmac('sha256', env().sessionSecret).update(`account-link:${id}`).digest('base64url')
}

export function hashOfToken(token: string): string {
  return hashSessionSecret(token)
}
