/**
 * From which score a pair is news. Material, dates, distance and quantity have passed the filters at any score; under
 * half of the points, most criteria are met only just, and a person who gets many such e-mails stops reading them.
 */
export const NEWS_MIN_SCORE = 50

/** How many pairs of one lot or need are looked at: bounds the work and the mails of one publication. */
export const NEWS_MAX_PAIRS = 20

type Candidate = { item: { organisationId: string }; view: { score: number } }

/** Of pairs that come best first, each organisation's best one that is news. */
export function bestByOrganisation<Pair extends Candidate>(ranked: readonly Pair[]): Pair[] {
  const told = new Set<string>()
  return ranked.filter(({ item, view }) => {
    if (view.score < NEWS_MIN_SCORE || told.has(item.organisationId)) return false
    told.add(item.organisationId)
    return true
  })
}
