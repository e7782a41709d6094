import { count, desc, eq, max } from 'drizzle-orm'
import { reader, type Db } from '~/platform/db.server'
import { preparedQuery } from '~/platform/prepared.server'
import { users } from '~db/sqlite/identity'
import { vocabularyVersions } from '~db/sqlite/vocabulary'
import { Thesaurus, type Vocabulary } from '../model/entries'
import { SHIPPED_VOCABULARY } from '../model/shipped-entries'
import type { VocabularyVersion } from '../model/vocabulary-version'

/** The words that every search reads: the newest that the Métropole's team set, else those that ship. */
export async function vocabularyInForce(db: Db = reader()): Promise<Vocabulary> {
  const [row] = await db
    .select({ version: vocabularyVersions.version, entries: vocabularyVersions.entries })
    .from(vocabularyVersions)
    .orderBy(desc(vocabularyVersions.setAtMs))
    .limit(1)
  return row ?? SHIPPED_VOCABULARY
}

const newestVersion = preparedQuery((db) =>
  db
    .select({ version: vocabularyVersions.version, setAtMs: vocabularyVersions.setAtMs })
    .from(vocabularyVersions)
    .orderBy(desc(vocabularyVersions.setAtMs))
    .limit(1)
    .prepare(),
)

let known: { thesaurus: Thesaurus; setAtMs: number } | null = null

/** The same as a query reads it, made once for each version. */
export async function thesaurusInForce(): Promise<Thesaurus> {
  const [row] = await newestVersion().execute()
  const { version, setAtMs } = row ?? { version: SHIPPED_VOCABULARY.version, setAtMs: 0 }
  if (known?.thesaurus.version !== version || known.setAtMs !== setAtMs) {
    known = { thesaurus: new Thesaurus(await vocabularyInForce()), setAtMs }
  }
  return known.thesaurus
}

/** A version by its name; null when neither set nor shipped under it. */
export async function findVocabulary(version: string): Promise<Vocabulary | null> {
  if (version === SHIPPED_VOCABULARY.version) return SHIPPED_VOCABULARY
  const [row] = await reader()
    .select({ version: vocabularyVersions.version, entries: vocabularyVersions.entries })
    .from(vocabularyVersions)
    .where(eq(vocabularyVersions.version, version))
    .limit(1)
  return row ?? null
}

/** How many versions were set, and when the newest was, 0 without any. */
export async function countVocabularies(db: Db): Promise<{ total: number; newestAtMs: number }> {
  const [row] = await db
    .select({ total: count(), newestAtMs: max(vocabularyVersions.setAtMs) })
    .from(vocabularyVersions)
  return { total: row?.total ?? 0, newestAtMs: row?.newestAtMs ?? 0 }
}

/** Every version that is or was in force, the newest first, the one that ships last. */
export async function listVocabularyVersions(): Promise<VocabularyVersion[]> {
  const rows = await reader()
    .select({
      version: vocabularyVersions.version,
      act: vocabularyVersions.act,
      subject: vocabularyVersions.subject,
      reason: vocabularyVersions.reason,
      entries: vocabularyVersions.entries,
      setAtMs: vocabularyVersions.setAtMs,
      setBy: users.name,
    })
    .from(vocabularyVersions)
    .leftJoin(users, eq(users.id, vocabularyVersions.setByUserId))
    .orderBy(desc(vocabularyVersions.setAtMs))
  const { version, entries } = SHIPPED_VOCABULARY
  const shipped = { version, act: 'shipped', subject: '', reason: '', setAtMs: null, setBy: null } as const
  return [
    ...rows.map(({ entries: set, ...row }) => ({ ...row, size: set.length })),
    { ...shipped, size: entries.length },
  ]
}
