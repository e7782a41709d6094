import { isIn } from '~/features/programme/model/dossier'
import { readExperiment } from '~/features/programme/read-experiment.server'
import { orNotFound } from './replies.server'
import { seenDossier } from './seen-dossier.server'

/** The experiment of an admitted dossier, for its commune and the Métropole's team; 404 to others. */
export async function seenExperiment(request: Request, dossierId: string | undefined) {
  const seen = await seenDossier(request, dossierId)
  orNotFound(((seen.isOwner || seen.isManager || seen.isBarred) && isIn(seen.dossier.state)) || null)
  return { ...seen, view: await readExperiment(seen.dossier) }
}
