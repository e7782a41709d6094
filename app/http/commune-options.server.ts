import { communeLabel } from '~/features/communes/model/commune'
import { listCommunes } from '~/features/communes/queries.server'

/** The communes of the Métropole as a list offers them, by name. */
export async function communeOptions(): Promise<{ value: string; label: string }[]> {
  const communes = await listCommunes()
  return communes.map(({ code, name, departement }) => ({ value: code, label: communeLabel({ name, departement }) }))
}
