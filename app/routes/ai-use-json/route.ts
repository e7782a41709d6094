import { paths } from '~/core/paths'
import { readAiRegister } from '~/http/ai-register.server'

/** The figures of «Comment l’IA est utilisée ici», for machines; their shape is described beside them. */
export async function loader() {
  return Response.json(await readAiRegister(), {
    headers: {
      'Cache-Control': 'no-store',
      Link: `<${paths.aiUseSchema()}>; rel="describedby"; type="application/schema+json"`,
    },
  })
}
