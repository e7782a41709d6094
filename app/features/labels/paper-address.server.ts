import { RecentMap } from '~/core/recent-map'
import { env } from '~/platform/env.server'
import { qrPathOf, type QrPath } from './model/qr-path'
import { qrModules } from './qr-modules'

/** Where a printed page is found again: its address as people type it, and a code that opens it. */
export type PaperAddress = { typed: string; qr: QrPath }

/** Codes that are kept: drawing one takes longer than the rest of a lot's page, and its form never changes. */
const drawn = new RecentMap<string, QrPath>(4000)

/** The address of a page for its print, under the name that the public knows the service by. */
export function paperAddressOf(path: string): PaperAddress {
  const address = env().publicUrl + path
  const qr = drawn.get(address) ?? qrPathOf(qrModules(address))
  drawn.set(address, qr)
  return { typed: address.replace(/^https?:\/\//, ''), qr }
}
