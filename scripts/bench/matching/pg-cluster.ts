import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { Client } from 'pg'

const HOME = '/usr/lib/postgresql'
const USER = 'bench'

/** What a benchmark asks of a server that nobody else uses and whose data nobody keeps. */
const SETTINGS = [
  'listen_addresses=',
  'fsync=off',
  'synchronous_commit=off',
  'full_page_writes=off',
  'shared_buffers=512MB',
  'work_mem=64MB',
  'maintenance_work_mem=256MB',
  'max_wal_size=4GB',
  'random_page_cost=1.1',
  'jit=off',
  'autovacuum=off',
  // A plan for the very values of each question: one for any values reads far too much.
  'plan_cache_mode=force_custom_plan',
]

export type PgCluster = { client: Client; hasPostgis: boolean; stop: () => Promise<void> }

/** Whether a PostgreSQL server is installed where Debian puts it, or in the path; its programs' folder. */
function findPrograms(): string | null {
  const versions = existsSync(HOME) ? readdirSync(HOME).sort((a, b) => Number(b) - Number(a)) : []
  const folders = [...versions.map((version) => path.join(HOME, version, 'bin')), ...pathFolders()]
  return folders.find((folder) => existsSync(path.join(folder, 'initdb'))) ?? null
}

function pathFolders(): string[] {
  return (process.env.PATH ?? '').split(path.delimiter).filter((folder) => folder !== '')
}

/** Who runs the server: PostgreSQL refuses the superuser. */
function owner(): { uid: number; gid: number } | Record<string, never> {
  if (process.getuid?.() !== 0) return {}
  const idOf = (flag: string) => {
    try {
      return Number(execFileSync('id', [flag, 'postgres'], { stdio: ['ignore', 'pipe', 'ignore'] }))
    } catch {
      return 65_534
    }
  }
  return { uid: idOf('-u'), gid: idOf('-g') }
}

/**
 * A PostgreSQL server of its own in a temporary folder, reached by a socket in it, with these extensions in its database,
 * and PostGIS where that is installed. Null where no server is. `stop` ends that server alone and removes the folder.
 */
export async function startCluster(
  extensions: readonly string[] = ['btree_gist'],
): Promise<PgCluster | null> {
  const programs = findPrograms()
  if (!programs) return null
  const folder = mkdtempSync(path.join(tmpdir(), 'pg-bench-'))
  const as = owner()
  if (as.uid !== undefined) chownSync(folder, as.uid, as.gid)
  const data = path.join(folder, 'data')
  const made = ['-D', data, '-U', USER, '--auth=trust', '-E', 'UTF8', '--locale=C', '--no-sync']
  execFileSync(path.join(programs, 'initdb'), made, { ...as, cwd: folder, stdio: 'ignore' })
  const settings = [...SETTINGS, `unix_socket_directories=${folder}`].flatMap((setting) => ['-c', setting])
  const server = spawn(path.join(programs, 'postgres'), ['-D', data, ...settings], {
    ...as,
    cwd: folder,
    stdio: 'ignore',
  })
  const stop = async (session?: Client) => {
    await session?.end()
    await stopServer(server)
    rmSync(folder, { recursive: true, force: true })
  }
  let client: Client | undefined
  try {
    client = await connect(folder)
    for (const extension of extensions) await client.query(`create extension ${extension}`)
    const { rowCount } = await client.query(`select from pg_available_extensions where name = 'postgis'`)
    const hasPostgis = rowCount === 1
    if (hasPostgis) await client.query('create extension postgis')
    return { client, hasPostgis, stop: () => stop(client) }
  } catch (error) {
    await stop(client)
    throw error
  }
}

async function connect(host: string): Promise<Client> {
  for (let attempt = 0; ; attempt++) {
    const client = new Client({ host, user: USER, database: 'postgres' })
    try {
      await client.connect()
      return client
    } catch (error) {
      if (attempt >= 100) throw error
      await wait(200)
    }
  }
}

/** A fast shutdown: sessions end, then the server. */
async function stopServer(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null) return
  const ended = new Promise((done) => server.once('exit', done))
  server.kill('SIGINT')
  await ended
}
