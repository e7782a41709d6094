import { storedMapping } from '~/features/imports/model/fields'
import { guessSheet, headsOf } from '~/features/imports/model/guess-columns'
import { diceFor } from '../dice'
import { makeImport, makeImportedRow } from '../factories/import'
import { DEMO_SURVEY } from '../words/survey'
import { instantOf, type PlannedSite, type World } from './world'

/** A table that the demo giver has sent and not imported yet, for the site of theirs that ends last. */
export function planImport(world: World, story: PlannedSite): void {
  const dice = diceFor('import')
  const { organisation, user } = story.owner
  const own = world.rows.sites.filter(({ organisationId }) => organisationId === organisation.id)
  const [site] = own.sort((a, b) => b.endsOn.localeCompare(a.endsOn) || a.name.localeCompare(b.name))
  if (!site) return
  const { headIndex, mapping } = guessSheet(DEMO_SURVEY)
  const createdAtMs = instantOf(world, -1, 200)
  const row = makeImport({
    ...{ id: dice.id(createdAtMs), siteId: site.id, organisationId: organisation.id, authorUserId: user.id },
    heads: headIndex === null ? [] : headsOf(DEMO_SURVEY, headIndex),
    headRow: headIndex === null ? null : headIndex + 1,
    mapping: storedMapping(mapping),
    ...{ rowCount: DEMO_SURVEY.length, createdAtMs },
  })
  world.rows.imports.push(row)
  DEMO_SURVEY.forEach((cells, at) =>
    world.rows.importRows.push(makeImportedRow({ importId: row.id, row: at + 1, cells })),
  )
}
