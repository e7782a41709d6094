import type { TotpSetup } from '~/features/identity/totp-setup.server'
import { qrPathOf, type QrPath } from '~/features/labels/model/qr-path'
import { qrModules } from '~/features/labels/qr-modules'

export type DrawnSetup = TotpSetup & { qr: QrPath }

/** A set-up with its code as vectors. */
export function drawn(setup: TotpSetup): DrawnSetup {
  return { ...setup, qr: qrPathOf(qrModules(setup.uri)) }
}
