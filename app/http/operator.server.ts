import { env } from '~/platform/env.server'

/** Who publishes this installation, as they wish to be named and reached; null where they have not said. */
export type Operator = { name: string | null; contact: string | null }

export function operator(): Operator {
  return { name: env().operatorName, contact: env().operatorContact }
}
