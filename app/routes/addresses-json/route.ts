import type { LoaderFunctionArgs } from '@remix-run/node'
import { findAddresses } from '~/features/communes/find-addresses.server'
import { requireActor } from '~/http/actor.server'

/** Positions for an address that somebody signed in is typing into a form. */
export async function loader({ request }: LoaderFunctionArgs) {
  await requireActor(request)
  const typed = new URL(request.url).searchParams.get('adresse') ?? ''
  return Response.json(await findAddresses(typed, 'account'), {
    headers: { 'Cache-Control': 'private, no-store' },
  })
}
