import type { MetaFunction } from '@remix-run/node'
import { FieldApp } from '~/features/field/ui/field-app'
import { FieldFrame } from '~/features/field/ui/field-frame'
import { pageTitle } from '~/http/page-title'
import { field } from '~/messages/field'

export const meta: MetaFunction = pageTitle(field, 'title')

/** Devices keep this document: it is the same for every account and every screen, which the address's search names. */
export const handle = { frame: 'field', Frame: FieldFrame }

export default function Field() {
  return <FieldApp />
}
