import { aliasedTable, and, desc, eq, gte, inArray, lt, or, sql, type SQL } from 'drizzle-orm'
import type { AuditAction, AuditOutcome } from '~/core/audit-terms'
import { addDays, parisMidnightMs } from '~/core/days'
import { likeInAnyCase } from '~/platform/dialects/texts.server'
import { reader } from '~/platform/db.server'
import { auditRows } from '~db/sqlite/audit'
import { users } from '~db/sqlite/identity'
import { organisations } from '~db/sqlite/organisations'
import { AUDIT_PAGE, type AuditEntry, type AuditPage } from '../model/audit-entry'

export type AuditFilter = {
  qui: string
  quoi?: AuditAction
  objet: string
  du?: string
  au?: string
  issue?: AuditOutcome
}

const objectUser = aliasedTable(users, 'object_user')
const objectOrganisation = aliasedTable(organisations, 'object_organisation')

/** A page of the log that answers a filter, the newest first. Rows are only ever added before it, so that pages stay. */
export async function searchAudit(filter: AuditFilter, before?: number): Promise<AuditPage> {
  return pageWhere(await conditionOf(filter), before)
}

/** What a person did, and what was done with their account. */
export async function listActivityOf(userId: string, before?: number): Promise<AuditPage> {
  return pageWhere(or(eq(auditRows.actorUserId, userId), eq(auditRows.objectId, userId)), before)
}

/** Every row that answers a filter, page by page. */
export async function* eachAuditPage(filter: AuditFilter): AsyncGenerator<AuditEntry[], void, undefined> {
  yield* eachPage(await conditionOf(filter))
}

/** Every row of a person's activity, page by page. */
export async function* eachActivityPage(userId: string): AsyncGenerator<AuditEntry[], void, undefined> {
  yield* eachPage(or(eq(auditRows.actorUserId, userId), eq(auditRows.objectId, userId)))
}

async function* eachPage(where: SQL | undefined): AsyncGenerator<AuditEntry[], void, undefined> {
  let before: number | undefined
  do {
    const { entries, older } = await pageWhere(where, before, 500)
    yield entries
    before = older ?? undefined
  } while (before !== undefined)
}

async function pageWhere(where: SQL | undefined, before?: number, size = AUDIT_PAGE): Promise<AuditPage> {
  const rows = await reader()
    .select({
      row: auditRows,
      actorName: users.name,
      organisationName: organisations.name,
      objectName: sql<string | null>`coalesce(${objectUser.name}, ${objectOrganisation.name})`,
    })
    .from(auditRows)
    .leftJoin(users, eq(users.id, auditRows.actorUserId))
    .leftJoin(organisations, eq(organisations.id, auditRows.organisationId))
    .leftJoin(objectUser, eq(objectUser.id, auditRows.objectId))
    .leftJoin(objectOrganisation, eq(objectOrganisation.id, auditRows.objectId))
    .where(and(where, before === undefined ? undefined : lt(auditRows.seq, before)))
    .orderBy(desc(auditRows.seq))
    .limit(size + 1)
  const shown = rows.slice(0, size)
  const entries = shown.map(({ row: { prevHash: _, hash: __, ...row }, ...names }) => ({ ...row, ...names }))
  return { entries, older: rows.length > size ? entries.at(-1)!.seq : null }
}

async function conditionOf({ qui, quoi, objet, du, au, issue }: AuditFilter): Promise<SQL | undefined> {
  return and(
    qui === '' ? undefined : await whoIs(qui),
    quoi && eq(auditRows.action, quoi),
    objet === '' ? undefined : or(eq(auditRows.objectId, objet), eq(auditRows.objectKind, objet)),
    du === undefined ? undefined : gte(auditRows.atMs, parisMidnightMs(du)),
    au === undefined ? undefined : lt(auditRows.atMs, parisMidnightMs(addDays(au, 1))),
    issue && eq(auditRows.outcome, issue),
  )
}

/** At most this many people or organisations answer a name. */
const NAMED = 200

/** The log holds no names: those that answer are looked for among the accounts and organisations of today. */
async function whoIs(text: string): Promise<SQL | undefined> {
  const pattern = `%${text.replace(/[%_\\]/g, '\\$&')}%`
  const has = (column: SQL | typeof users.name) => likeInAnyCase(column, pattern)
  const [people, made] = await Promise.all([
    reader()
      .select({ id: users.id })
      .from(users)
      .where(or(has(users.name), has(sql`${users.email}`)))
      .limit(NAMED),
    reader()
      .select({ id: organisations.id })
      .from(organisations)
      .where(has(sql`${organisations.name}`))
      .limit(NAMED),
  ])
  return or(
    inArray(auditRows.actorUserId, [text, ...people.map(({ id }) => id)]),
    inArray(
      auditRows.organisationId,
      made.map(({ id }) => id),
    ),
  )
}
