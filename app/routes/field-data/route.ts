import type { LoaderFunctionArgs } from '@remix-run/node'
import { fieldFactsOf } from '~/http/field-facts.server'
import { privateJson, requireFieldActor } from '~/http/field-guard.server'

/** What the asking person's device keeps to work without the network. */
export async function loader({ request }: LoaderFunctionArgs) {
  return privateJson(await fieldFactsOf(await requireFieldActor(request)))
}
