import { z } from 'zod'
import { registerSchema } from '~/features/classifier/register-schema'

/** The shape of `/ia.json`, as JSON Schema. */
export function loader() {
  return new Response(JSON.stringify(z.toJSONSchema(registerSchema), null, 2), {
    headers: { 'Content-Type': 'application/schema+json; charset=utf-8' },
  })
}
