import type { ReportedKind } from './moderation-terms'
import { paths } from './paths'

const PAGES: Record<ReportedKind, (id: string) => string> = {
  lot: paths.lot,
  need: paths.need,
  story: paths.story,
  fiche: (id) => paths.fiche(id),
  post: paths.clubPost,
}

/** The page where something that may be reported stands. */
export function subjectPage({ kind, id }: { kind: ReportedKind; id: string }): string {
  return PAGES[kind](id)
}
