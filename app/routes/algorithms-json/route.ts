import { paths } from '~/core/paths'
import { readAlgorithmRegister } from '~/http/algorithm-register.server'

/** The register of algorithms, for machines; its shape is described beside it. */
export async function loader() {
  return Response.json(await readAlgorithmRegister(), {
    headers: {
      'Cache-Control': 'no-store',
      Link: `<${paths.algorithmsSchema()}>; rel="describedby"; type="application/schema+json"`,
    },
  })
}
