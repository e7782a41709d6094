import { paths } from '~/core/paths'
import { env } from '~/platform/env.server'

/** A path as an address under the name that the public knows the service by. */
export function publicUrlOf(path: string): string {
  return env().publicUrl + path
}

/** The address of a lot's page. */
export function lotPageUrl(lotId: string): string {
  return publicUrlOf(paths.lot(lotId))
}

/** The name that the public knows the service by. */
export function publicUrl(): string {
  return env().publicUrl
}
