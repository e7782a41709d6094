import { paths } from '~/core/paths'
import { env } from '~/platform/env.server'

/** The address of a lot's page under the name that the public knows the service by. */
export function lotPageUrl(lotId: string): string {
  return env().publicUrl + paths.lot(lotId)
}

/** The name that the public knows the service by. */
export function publicUrl(): string {
  return env().publicUrl
}
