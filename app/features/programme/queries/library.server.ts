import { desc, eq } from 'drizzle-orm'
import { reader } from '~/platform/db.server'
import { users } from '~db/sqlite/identity'
import { organisations } from '~db/sqlite/organisations'
import { programmeFiches, programmePosts } from '~db/sqlite/programme-library'
import { TOPICS, type Fiche, type Post } from '../model/fiche'

function selectFiches() {
  return reader()
    .select({ fiche: programmeFiches, organisationName: organisations.name })
    .from(programmeFiches)
    .innerJoin(organisations, eq(organisations.id, programmeFiches.organisationId))
}

function ficheOf({ fiche, organisationName }: Awaited<ReturnType<typeof selectFiches>>[number]): Fiche {
  const { createdByUserId: _user, createdAtMs: _created, topics, ...shown } = fiche
  return { ...shown, organisationName, topics: TOPICS.filter((topic) => topics.includes(topic)) }
}

/** Every fiche whatever its state, the last changed first; the caller keeps those that the reader may see. */
export async function listFiches(): Promise<Fiche[]> {
  return (await selectFiches().orderBy(desc(programmeFiches.updatedAtMs))).map(ficheOf)
}

export async function findFiche(id: string): Promise<Fiche | null> {
  const [row] = await selectFiches().where(eq(programmeFiches.id, id)).limit(1)
  return row ? ficheOf(row) : null
}

/** How many threads and answers a page of the club reads. */
const POSTS = 500

function selectPosts() {
  return reader()
    .select({ post: programmePosts, organisationName: organisations.name, authorName: users.name })
    .from(programmePosts)
    .innerJoin(organisations, eq(organisations.id, programmePosts.organisationId))
    .innerJoin(users, eq(users.id, programmePosts.userId))
}

function postOf({ post, ...who }: Awaited<ReturnType<typeof selectPosts>>[number]): Post {
  return {
    ...who,
    id: post.id,
    parentId: post.parentId,
    text: post.text,
    isHidden: post.hiddenAtMs !== null,
    hiddenReason: post.hiddenReason,
    createdAtMs: post.createdAtMs,
  }
}

/** The posts of the club, those that are hidden too. */
export async function listPosts(): Promise<Post[]> {
  return (await selectPosts().orderBy(desc(programmePosts.createdAtMs)).limit(POSTS)).map(postOf)
}

/** A post of the club with whose it is, hidden or not. */
export async function findPost(
  id: string,
): Promise<(Post & { userId: string; organisationId: string }) | null> {
  const [row] = await selectPosts().where(eq(programmePosts.id, id)).limit(1)
  if (!row) return null
  const { userId, organisationId } = row.post
  return { ...postOf(row), userId, organisationId }
}
