import { answerOf, argsOf, requestAs } from './requests'
import { postedInParts } from './bill'
import { newId } from '~/core/ids'
import { findImport } from '~/features/imports/queries.server'
import type { Actor } from '~/features/organisations/model/permissions'
import { action as sendAction } from '~/routes/import-new/route'
import { findInventory } from '~/features/sites/queries.server'
import { runOnce } from '~/jobs/worker.server'
import { reader } from '~/platform/db.server'
import { action as runAction, loader as runLoader } from '~/routes/import/route'
import { stagedLines, stagedWastes } from '~db/sqlite/imports'
import { TODAY } from './deal'

/** A survey as a firm sends it: a title, heads, products, a heading of waste, a total. */
export const SURVEY = [
  'Diagnostic PEMD – École Jean-Macé;;;;;;;;',
  'Produit;Quantité;Unité;Masse (t);Réemploi;État;Localisation;Code déchet;Filière',
  'Cloison amovible vitrée;48;m²;1,68;80 %;Bon;R+2;;',
  'Bloc-porte coupe-feu;12 unités;;0,72;oui;Très bon;R+1;;',
  'Dalle moquette 50×50;350;m2;;60 %;Moyen;R+1;;',
  'Radiateur fonte;9;u;0,54;non;Mauvais;RDC;;',
  'DÉCHETS;;;;;;;;',
  'Gravats de béton;;;12,5;;;;17 01 01;Recyclage',
  'TOTAL;;;15,4;;;;;',
].join('\n')

/** Sends a text as a file to a site, and gives the id of the import. */
export async function sendsSurvey(
  actor: Actor,
  siteId: string,
  text = SURVEY,
  id = newId(),
): Promise<string> {
  const path = `/chantiers/${siteId}/importer`
  const request = await postedInParts(actor, path, { id }, new File([text], 'diagnostic.csv'))
  const answer = await sendAction(argsOf(request, { siteId }))
  if (!(answer instanceof Response)) throw new Error(`refused: ${JSON.stringify(answer)}`)
  return id
}

/** What starts the import of a site that has no inventory, as its form sends it. */
export async function launchAnswers(
  actor: Actor,
  importId: string,
  more: Record<string, string> = {},
): Promise<Record<string, string>> {
  const view = await findImport(actor.organisationId, importId)
  return {
    ...{
      intent: 'launch',
      revision: String(view!.revision),
      kind: 'pemd',
      surveyedOn: TODAY,
      surveyor: 'Diag 93',
    },
    ...more,
  }
}

type At = { siteId: string; importId: string }

/** Posts a form to the page of an import. */
export async function actsOnImport(actor: Actor, at: At, form: Record<string, string>): Promise<unknown> {
  const request = await requestAs(actor, `/chantiers/${at.siteId}/import/${at.importId}`, form)
  return answerOf(runAction(argsOf(request, at)))
}

/** What the page of an import shows. */
export async function pageOfImport(actor: Actor, at: At) {
  return runLoader(argsOf(await requestAs(actor, `/chantiers/${at.siteId}/import/${at.importId}`), at))
}

export async function linesOf(siteId: string) {
  return (await findInventory(siteId))?.lines ?? []
}

/** Runs every job that waits, and those that they ask for. */
export async function runsJobs(): Promise<void> {
  while (await runOnce('test'));
}

/** How much running imports hold ready. */
export async function stagedCount(): Promise<number> {
  const lines = await reader().select().from(stagedLines)
  return lines.length + (await reader().select().from(stagedWastes)).length
}
