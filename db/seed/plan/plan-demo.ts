import type { IsoDay } from '~/core/days'
import type { CommuneRow } from '~/features/communes/queries.server'
import type { Rows } from '../factories/rows'
import type { PoolPicture } from '../picture-pool'
import { planActors } from './actors'
import { planBasket } from './basket'
import { planCouncil } from './council'
import { planPurchases } from './purchases'
import { planClosing } from './closing'
import { planDecisions } from './decisions'
import { planDrafts } from './drafts'
import { planImport } from './import'
import { planExamples } from './examples'
import { planInventories } from './inventories'
import { planLabels } from './labels'
import { planLots } from './lots'
import { planMessages } from './messages'
import { planModeration } from './moderation'
import { planNeeds } from './needs'
import { planPhotos } from './photos'
import { planSearches } from './searches'
import { planPublicStory } from './public-story'
import { planPlaces } from './places'
import { planProgramme } from './programme'
import { planSites } from './sites'
import { planStories, type StoryPictures } from './stories'
import { planTalk } from './talk'
import { planTrade } from './trade'
import { planUrgentPairs } from './urgent'
import { newWorld } from './world'

/** The rows of the demo, and which stored picture each picture of a story shows. */
export type PlannedDemo = { rows: Rows; storyPictures: StoryPictures }

/** Every row of the demo for a base day, in memory: the same arguments always give the same rows. */
export function planDemo(
  baseDay: IsoDay,
  communes: readonly CommuneRow[],
  pool: readonly PoolPicture[],
): PlannedDemo {
  const world = newWorld(baseDay, communes)
  const actors = planActors(world)
  const sites = planSites(world, actors)
  const lots = planLots(world, sites.giving)
  const needs = planNeeds(world, actors, lots, sites.taking)
  planTrade(world, actors, sites, needs)
  planTalk(world, actors, sites.story)
  planUrgentPairs(world, actors, lots, needs)
  planPublicStory(world, actors, lots)
  planInventories(world, sites.giving)
  const told = planCouncil(world, actors)
  planDecisions(world)
  planClosing(world, sites.giving, sites.story)
  planDrafts(world, sites.story)
  planLabels(world, sites.story)
  planImport(world, sites.story)
  planBasket(world, actors.demo.taker)
  planSearches(world, actors.demo.taker, communes)
  planMessages(world, actors.demo.admin)
  planModeration(world, actors, lots)
  planPlaces(world, actors)
  planProgramme(world, actors)
  planPurchases(world, actors.demo.agent)
  planPhotos(world, [...lots, ...told], pool)
  planExamples(world, actors, lots)
  const storyPictures = planStories(world, actors)
  world.rows.events.sort((a, b) => a.atMs - b.atMs)
  return { rows: world.rows, storyPictures }
}
