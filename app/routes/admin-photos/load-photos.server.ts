import { knownClassifierInfo } from '~/features/classifier/classifier.server'
import { progressOf } from '~/features/examples/model/progress'
import { countExamples, findExample, listExamples } from '~/features/examples/queries.server'
import { exampleSearchSchema } from '~/features/examples/schema'
import { parseSearch } from '~/http/parse-search.server'

/** What the labelling page shows at an address: one photo of the list, the one decided before, and the progress. */
export async function loadPhotos(request: Request) {
  const { etat, origine, etiquette, rang, photo, dernier } = parseSearch(request, exampleSearchSchema)
  const [list, counts, last] = await Promise.all([
    listExamples({ state: etat, origin: origine, label: etiquette }),
    countExamples(),
    dernier ? findExample(dernier) : null,
  ])
  const asked = photo ? list.findIndex(({ photoId }) => photoId === photo) + 1 : 0
  const rank = Math.min(asked || rang, Math.max(1, list.length))
  const shown = list[rank - 1]
  const { card } = knownClassifierInfo()
  return {
    filter: { etat, origine, etiquette },
    rank,
    total: list.length,
    example: shown ? await findExample(shown.photoId) : null,
    last: last && { photoId: last.photo.id, state: last.state, label: last.label },
    byState: counts.byState,
    progress: progressOf({
      trained: card?.trainingData?.byLabel ?? {},
      accepted: counts.accepted,
      waiting: counts.waiting,
      known: card?.labels ?? [],
    }),
  }
}
