import { communeLabel } from '~/features/communes/model/commune'
import { listCommunes } from '~/features/communes/queries.server'

/** The communes as a form with a position offers them. */
export async function placedCommunes() {
  return (await listCommunes()).map(({ code, name, departement, lat, lon }) => ({
    code,
    name,
    lat,
    lon,
    label: communeLabel({ name, department: departement }),
  }))
}
