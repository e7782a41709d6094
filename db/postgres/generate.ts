import fs from 'node:fs'
import path from 'node:path'
import * as kit from 'drizzle-kit/api'
import { nowMs } from '../../app/core/clock'
import { postgresTables } from './derive'

type Journal = { version: string; dialect: string; entries: Entry[] }
type Entry = { idx: number; version: string; when: number; tag: string; breakpoints: boolean }
type Snapshot = { id: string }

/** The two functions of drizzle-kit that are called; its own types of them name files that it does not ship. */
const { generateDrizzleJson, generateMigration } = kit as unknown as {
  generateDrizzleJson: (exported: Record<string, unknown>, before?: string) => Snapshot
  generateMigration: (before: Snapshot, after: Snapshot) => Promise<string[]>
}

const FOLDER = path.resolve('db/postgres/migrations')
const TABLES = path.resolve('db/sqlite')
const BREAK = '\n--> statement-breakpoint\n'

/** The migration that PostgreSQL needs after the tables of `db/sqlite` changed; nothing when they did not. */
async function main(): Promise<void> {
  const journal = read<Journal>('_journal.json') ?? { version: '7', dialect: 'postgresql', entries: [] }
  const before = read<Snapshot>(snapshotName(journal.entries.length - 1)) ?? generateDrizzleJson({})
  const after = generateDrizzleJson(Object.fromEntries((await tables()).entries()), before.id)
  const statements = await generateMigration(before, after)
  if (statements.length === 0) return
  const idx = journal.entries.length
  const tag = `${String(idx).padStart(4, '0')}_${process.argv[2] ?? 'rename_me'}`
  journal.entries.push({ idx, version: '7', when: nowMs(), tag, breakpoints: true })
  fs.writeFileSync(path.join(FOLDER, `${tag}.sql`), `${statements.map(deferrable).join(BREAK)}\n`)
  write(snapshotName(idx), after)
  write('_journal.json', journal)
  process.stdout.write(`PostgreSQL: ${path.join(FOLDER, `${tag}.sql`)}\n`)
}

async function tables() {
  const files = fs.readdirSync(TABLES).filter((name) => name.endsWith('.ts'))
  const modules = await Promise.all(
    files.map((name) => import(path.join(TABLES, name)) as Promise<Record<string, unknown>>),
  )
  return postgresTables(modules.flatMap((exported) => Object.values(exported)))
}

/** Rows that point at one another are erased in several statements: the commit sees whether they all went. */
function deferrable(statement: string): string {
  return statement.includes('FOREIGN KEY')
    ? statement.replace(/;\s*$/, ' DEFERRABLE INITIALLY IMMEDIATE;')
    : statement
}

function snapshotName(idx: number): string {
  return `${String(idx).padStart(4, '0')}_snapshot.json`
}

function read<T>(name: string): T | null {
  const file = path.join(FOLDER, 'meta', name)
  return fs.existsSync(file) ? (JSON.parse(fs.readFileSync(file, 'utf8')) as T) : null
}

function write(name: string, value: unknown): void {
  fs.mkdirSync(path.join(FOLDER, 'meta'), { recursive: true })
  fs.writeFileSync(path.join(FOLDER, 'meta', name), `${JSON.stringify(value, null, 2)}\n`)
}

await main()
