import { z } from 'zod'
import { algorithmRegisterSchema } from '~/http/algorithm-register-schema'

/** The shape of `/algorithmes.json`, as JSON Schema. */
export function loader() {
  return new Response(JSON.stringify(z.toJSONSchema(algorithmRegisterSchema), null, 2), {
    headers: { 'Content-Type': 'application/schema+json; charset=utf-8' },
  })
}
