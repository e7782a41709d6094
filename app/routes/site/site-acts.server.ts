import { redirect } from '@remix-run/node'
import { paths } from '~/core/paths'
import type { Actor } from '~/features/organisations/model/permissions'
import { addInventoryLine } from '~/features/sites/commands/add-inventory-line.server'
import { describeInventory } from '~/features/sites/commands/describe-inventory.server'
import { inventoryLineSchema, surveySchema } from '~/features/sites/schema'
import { parseForm } from '~/http/parse-form.server'
import { readForm } from '~/http/read-form.server'

type Act = { request: Request; actor: Actor; siteId: string }

/** The act that the posted form names: what is said of the survey, or else a new line. */
export async function actOnSite({ request, actor, siteId }: Act) {
  const formData = await readForm(request)
  return formData.get('intent') === 'survey'
    ? describe({ request, actor, siteId }, formData)
    : addLine({ request, actor, siteId }, formData)
}

async function addLine({ request, actor, siteId }: Act, formData: FormData) {
  const form = await parseForm(request, inventoryLineSchema, formData)
  if (!form.ok) return form.reply
  const added = await addInventoryLine({ actor, siteId, ...form.value })
  return added.ok ? done(siteId, 'ligne') : form.refuse(added.error)
}

async function describe({ request, actor, siteId }: Act, formData: FormData) {
  const form = await parseForm(request, surveySchema, formData)
  if (!form.ok) return form.reply
  const described = await describeInventory({ actor, siteId, ...form.value })
  return described.ok ? done(siteId, 'diagnostic') : form.refuse(described.error)
}

function done(siteId: string, what: string) {
  return redirect(`${paths.site(siteId)}?fait=${what}#inventaire`)
}
