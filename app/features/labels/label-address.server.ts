import { paths } from '~/core/paths'
import { env } from '~/platform/env.server'

/** The short address of a label, under the name that the public knows the service by. */
export function labelAddress(code: string): string {
  return env().publicUrl + paths.label(code)
}

/** The same as people read and type it: «gisement.example.org/q/7K3M2P9X». */
export function typedAddress(code: string): string {
  return labelAddress(code).replace(/^https?:\/\//, '')
}
