import { and, asc, count, desc, eq } from 'drizzle-orm'
import { reader } from '~/platform/db.server'
import { lotDrafts } from '~db/sqlite/lots'
import type { PostingAnswers } from '../model/posting-answers'

export type DraftView = { id: string; answers: PostingAnswers; updatedAtMs: number }

const view = { id: lotDrafts.id, answers: lotDrafts.answers, updatedAtMs: lotDrafts.updatedAtMs }
const MOST_DRAFTS = 200

/** A draft of an organisation; null when it is someone else's, published since, or does not exist. */
export async function findDraftOf(organisationId: string, id: string): Promise<DraftView | null> {
  const rows = await reader()
    .select(view)
    .from(lotDrafts)
    .where(and(eq(lotDrafts.id, id), eq(lotDrafts.organisationId, organisationId)))
    .limit(1)
  return rows[0] ?? null
}

/** Drafts of an organisation, the last written first; the first two hundred unless a page is asked for. */
export async function listDraftsOf(
  organisationId: string,
  page: { size: number; number: number } = { size: MOST_DRAFTS, number: 1 },
): Promise<DraftView[]> {
  return reader()
    .select(view)
    .from(lotDrafts)
    .where(eq(lotDrafts.organisationId, organisationId))
    .orderBy(desc(lotDrafts.updatedAtMs), asc(lotDrafts.id))
    .limit(page.size)
    .offset((page.number - 1) * page.size)
}

export async function countDraftsOf(organisationId: string): Promise<number> {
  const own = eq(lotDrafts.organisationId, organisationId)
  return (await reader().select({ total: count() }).from(lotDrafts).where(own))[0]?.total ?? 0
}
