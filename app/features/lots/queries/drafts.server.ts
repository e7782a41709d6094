import { and, desc, eq } from 'drizzle-orm'
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

/** Drafts of an organisation, the last written first. */
export async function listDraftsOf(organisationId: string): Promise<DraftView[]> {
  return reader()
    .select(view)
    .from(lotDrafts)
    .where(eq(lotDrafts.organisationId, organisationId))
    .orderBy(desc(lotDrafts.updatedAtMs))
    .limit(MOST_DRAFTS)
}
