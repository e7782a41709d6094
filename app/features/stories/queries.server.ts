import { aliasedTable, and, count, desc, eq, isNull, or, type SQL } from 'drizzle-orm'
import type { MaterialType } from '~/core/material-types'
import { reader } from '~/platform/db.server'
import { communes } from '~db/sqlite/communes'
import { handoverFiles } from '~db/sqlite/handover-papers'
import { lots } from '~db/sqlite/lots'
import { organisations } from '~db/sqlite/organisations'
import { handovers, reservations } from '~db/sqlite/reservations'
import { reinstallations, storyConsents } from '~db/sqlite/stories'
import {
  NO_CONSENT,
  shownName,
  type ReinstallationView,
  type StoryConsents,
  type StoryView,
} from './model/story'

const giver = aliasedTable(organisations, 'giver')
const taker = aliasedTable(organisations, 'taker')
const giverConsent = aliasedTable(storyConsents, 'giver_consent')
const takerConsent = aliasedTable(storyConsents, 'taker_consent')
const source = aliasedTable(communes, 'source')

/** How a reservation's material was put back to work; null while its taker has not said. */
export async function findReinstallation(reservationId: string): Promise<ReinstallationView | null> {
  const rows = await reader()
    .select({
      id: reinstallations.id,
      reservationId: reinstallations.reservationId,
      reinstalledOn: reinstallations.reinstalledOn,
      communeCode: reinstallations.communeCode,
      communeName: communes.name,
      words: reinstallations.words,
      fileId: reinstallations.fileId,
      isSynthetic: handoverFiles.isSynthetic,
    })
    .from(reinstallations)
    .innerJoin(communes, eq(communes.code, reinstallations.communeCode))
    .innerJoin(handoverFiles, eq(handoverFiles.id, reinstallations.fileId))
    .where(eq(reinstallations.reservationId, reservationId))
    .limit(1)
  return rows[0] ?? null
}

/** What each side allows of a story now. */
export async function findConsents(reservationId: string): Promise<StoryConsents> {
  const { side, isPublic, isNamed } = storyConsents
  const rows = await reader()
    .select({ side, isPublic, isNamed })
    .from(storyConsents)
    .where(eq(storyConsents.reservationId, reservationId))
  const of = (asked: 'giver' | 'taker') => {
    const found = rows.find((row) => row.side === asked)
    return found ? { isPublic: found.isPublic, isNamed: found.isNamed } : NO_CONSENT
  }
  return { giver: of('giver'), taker: of('taker') }
}

export type StoryFilter = {
  /** Where the material comes from or went to. */
  communeCode?: string
  material?: MaterialType
}

const shownColumns = {
  id: reinstallations.id,
  reservationId: reinstallations.reservationId,
  lotId: lots.id,
  lotTitle: lots.title,
  material: lots.material,
  massG: handovers.massG,
  quantityMilli: handovers.quantityMilli,
  unit: lots.unit,
  handedOverOn: handovers.handedOverOn,
  reinstalledOn: reinstallations.reinstalledOn,
  fromCommuneCode: lots.communeCode,
  fromCommuneName: source.name,
  toCommuneCode: reinstallations.communeCode,
  toCommuneName: communes.name,
  words: reinstallations.words,
  isSynthetic: handoverFiles.isSynthetic,
  giverOrganisation: giver.name,
  takerOrganisation: taker.name,
  giverIsNamed: giverConsent.isNamed,
  takerIsNamed: takerConsent.isNamed,
} as const

/** Stories that both sides agree to show, and nothing of the others. */
function selectShown() {
  return reader()
    .select(shownColumns)
    .from(reinstallations)
    .innerJoin(reservations, eq(reservations.id, reinstallations.reservationId))
    .innerJoin(handovers, eq(handovers.reservationId, reservations.id))
    .innerJoin(lots, eq(lots.id, reservations.lotId))
    .innerJoin(communes, eq(communes.code, reinstallations.communeCode))
    .innerJoin(source, eq(source.code, lots.communeCode))
    .innerJoin(handoverFiles, eq(handoverFiles.id, reinstallations.fileId))
    .innerJoin(giver, eq(giver.id, reservations.giverOrganisationId))
    .innerJoin(taker, eq(taker.id, reservations.takerOrganisationId))
    .innerJoin(giverConsent, agreed(giverConsent, 'giver'))
    .innerJoin(takerConsent, agreed(takerConsent, 'taker'))
}

function agreed(consent: typeof storyConsents, side: 'giver' | 'taker') {
  return and(
    eq(consent.reservationId, reinstallations.reservationId),
    eq(consent.side, side),
    eq(consent.isPublic, true),
  )
}

type Shown = Awaited<ReturnType<typeof selectShown>>[number]

function storyOf({
  giverOrganisation,
  takerOrganisation,
  giverIsNamed,
  takerIsNamed,
  ...story
}: Shown): StoryView {
  return {
    ...story,
    giverName: shownName({ isPublic: true, isNamed: giverIsNamed }, giverOrganisation),
    takerName: shownName({ isPublic: true, isNamed: takerIsNamed }, takerOrganisation),
  }
}

/** Nothing is shown of an organisation that the Métropole has closed, nor what its team has hidden. */
function isAsked({ communeCode, material }: StoryFilter): SQL | undefined {
  return and(
    isNull(giver.suspendedAtMs),
    isNull(taker.suspendedAtMs),
    isNull(reinstallations.hiddenAtMs),
    communeCode === undefined
      ? undefined
      : or(eq(lots.communeCode, communeCode), eq(reinstallations.communeCode, communeCode)),
    material && eq(lots.material, material),
  )
}

/** Stories that anyone may read, the last put back to work first. */
export async function listStories(
  filter: StoryFilter,
  page: { limit: number; offset: number },
): Promise<StoryView[]> {
  const rows = await selectShown()
    .where(isAsked(filter))
    .orderBy(desc(reinstallations.reinstalledOn), desc(reinstallations.id))
    .limit(page.limit)
    .offset(page.offset)
  return rows.map(storyOf)
}

export async function countStories(filter: StoryFilter): Promise<number> {
  const rows = await reader()
    .select({ n: count() })
    .from(reinstallations)
    .innerJoin(reservations, eq(reservations.id, reinstallations.reservationId))
    .innerJoin(lots, eq(lots.id, reservations.lotId))
    .innerJoin(giver, eq(giver.id, reservations.giverOrganisationId))
    .innerJoin(taker, eq(taker.id, reservations.takerOrganisationId))
    .innerJoin(giverConsent, agreed(giverConsent, 'giver'))
    .innerJoin(takerConsent, agreed(takerConsent, 'taker'))
    .where(isAsked(filter))
  return rows[0]?.n ?? 0
}

/** A story that anyone may read; null when a side does not agree, or no longer does. */
export async function findStory(id: string): Promise<StoryView | null> {
  const rows = await selectShown()
    .where(and(isAsked({}), eq(reinstallations.id, id)))
    .limit(1)
  const [row] = rows
  return row ? storyOf(row) : null
}

/** The ids of all stories that anyone may read. */
export async function listStoryIds(): Promise<string[]> {
  return (await selectShown().where(isAsked({}))).map(({ id }) => id)
}

/** The stored picture of a story that anyone may read; null when a side does not agree. */
export async function findStoryPhoto(id: string): Promise<string | null> {
  if (!(await findStory(id))) return null
  const rows = await reader()
    .select({ storageKey: handoverFiles.storageKey })
    .from(reinstallations)
    .innerJoin(handoverFiles, eq(handoverFiles.id, reinstallations.fileId))
    .where(eq(reinstallations.id, id))
    .limit(1)
  return rows[0]?.storageKey ?? null
}
