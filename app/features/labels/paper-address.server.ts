import { env } from '~/platform/env.server'
import { qrPathOf, type QrPath } from './model/qr-path'
import { qrModules } from './qr-modules'

/** Where a printed page is found again: its address as people type it, and a code that opens it. */
export type PaperAddress = { typed: string; qr: QrPath }

/** The address of a page for its print, under the name that the public knows the service by. */
export function paperAddressOf(path: string): PaperAddress {
  const address = env().publicUrl + path
  return { typed: address.replace(/^https?:\/\//, ''), qr: qrPathOf(qrModules(address)) }
}
