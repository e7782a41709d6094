import { communeLabel } from '~/features/communes/model/commune'
import { listCommunes } from '~/features/communes/queries.server'
import type { Actor } from '~/features/organisations/model/permissions'
import { listSitesOf } from '~/features/sites/queries.server'

type Option = { value: string; label: string }

/** What the form of a need offers: every commune, and the sites of the organisation. */
export async function needChoices(actor: Actor) {
  const [communes, sites] = await Promise.all([listCommunes(), listSitesOf(actor.organisationId)])
  return {
    communes: communes.map(({ code, name, departement }) => ({
      value: code,
      label: communeLabel({ name, department: departement }),
    })),
    sites,
  }
}

/** Sites as a list of choices. */
export function siteOptions(sites: readonly { id: string; name: string; communeName: string }[]): Option[] {
  return sites.map(({ id, name, communeName }) => ({ value: id, label: `${name}, ${communeName}` }))
}
