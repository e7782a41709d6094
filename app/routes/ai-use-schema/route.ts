import { z } from 'zod'
import { aiRegisterSchema } from '~/http/ai-register.server'

/** The shape of `/ia.json`, as JSON Schema. */
export function loader() {
  return new Response(JSON.stringify(z.toJSONSchema(aiRegisterSchema), null, 2), {
    headers: { 'Content-Type': 'application/schema+json; charset=utf-8' },
  })
}
