import { communeLabel } from '~/features/communes/model/commune'
import { listCommunes } from '~/features/communes/queries.server'

/** The communes that a bill's site may be in. */
export async function communeChoices(): Promise<{ value: string; label: string }[]> {
  const communes = await listCommunes()
  return communes.map(({ code, name, departement }) => ({
    value: code,
    label: communeLabel({ name, department: departement }),
  }))
}
