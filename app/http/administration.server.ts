import { can, type Action, type Actor } from '~/features/organisations/model/permissions'
import { auditRefusedPage, requireActor, requireRight } from './actor.server'

/** The signed-in person, of the Métropole's team and allowed to do this; for others the page does not exist (404). */
export async function requireAdministration(
  request: Request,
  action: Action = 'administration:read',
): Promise<Actor> {
  const actor = await requireActor(request)
  if (!can(actor, action)) await auditRefusedPage(request, action)
  requireRight(actor, action, {})
  return actor
}
