import { listCommunes } from '~/features/communes/queries.server'
import { can } from '~/features/organisations/model/permissions'
import { optionalActor } from './actor.server'

/** The communes whose figures a reader sees whole: none for the public, their own for an agent, all for the Métropole. */
export async function seenCommunes(request: Request): Promise<string[]> {
  const actor = await optionalActor(request)
  if (actor === null) return []
  return (await listCommunes()).flatMap(({ code }) =>
    can(actor, 'board:detail', { communeCodes: [code] }) ? [code] : [],
  )
}
