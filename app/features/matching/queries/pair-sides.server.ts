import { aliasedTable, eq } from 'drizzle-orm'
import { reader } from '~/platform/db.server'
import { lots } from '~db/sqlite/lots'
import { matchPairs } from '~db/sqlite/matching'
import { needs } from '~db/sqlite/needs'
import { organisations } from '~db/sqlite/organisations'

const giver = aliasedTable(organisations, 'giver')
const taker = aliasedTable(organisations, 'taker')

/** Who a pair is between, and what it is called on each side; null for one that does not exist. */
export async function findPairSides(id: string) {
  const rows = await reader()
    .select({
      id: matchPairs.id,
      lotTitle: lots.title,
      needTitle: needs.title,
      giverOrganisationId: matchPairs.giverOrganisationId,
      giverName: giver.name,
      takerOrganisationId: matchPairs.takerOrganisationId,
      takerName: taker.name,
    })
    .from(matchPairs)
    .innerJoin(lots, eq(lots.id, matchPairs.lotId))
    .innerJoin(needs, eq(needs.id, matchPairs.needId))
    .innerJoin(giver, eq(giver.id, matchPairs.giverOrganisationId))
    .innerJoin(taker, eq(taker.id, matchPairs.takerOrganisationId))
    .where(eq(matchPairs.id, id))
    .limit(1)
  return rows[0] ?? null
}
