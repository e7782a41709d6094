import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { Client } from 'pg'

const HOME = '/usr/lib/postgresql'

/** A PostgreSQL server in a folder of its own, reached by a socket in it. */
export type LocalServer = {
  /** The folder of its socket, as `host`. */
  host: string
  user: string
  /** The address of one of its databases. */
  urlOf: (database: string) => string
  process: ChildProcess
  /** Asks it to end: `smart` waits for those who are connected, `immediate` leaves them in the midst. */
  halt: (how: 'smart' | 'immediate') => void
  /** Starts it again on what it kept, once it has ended. */
  startAgain: () => Promise<void>
  /** Ends that server alone and removes its folder. */
  stop: () => Promise<void>
}

const SIGNALS = { smart: 'SIGTERM', immediate: 'SIGQUIT' } as const

const USER = 'gisement'

/** Where the programs of a PostgreSQL server are: where Debian puts them, or in the path. Null where there are none. */
export function findPrograms(): string | null {
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
 * Starts a PostgreSQL server whose data nobody keeps, with these settings (`name=value`), listening on no network: an empty
 * one, or with `follows` one that stands by for another and has what that has. Null where none is installed.
 */
export async function startLocalServer(
  settings: readonly string[],
  { follows }: { follows?: Pick<LocalServer, 'host' | 'user'> } = {},
): Promise<LocalServer | null> {
  const programs = findPrograms()
  if (!programs) return null
  const folder = mkdtempSync(path.join(tmpdir(), 'gisement-pg-'))
  const as = owner()
  if (as.uid !== undefined) chownSync(folder, as.uid, as.gid)
  const data = path.join(folder, 'data')
  const run = (program: string, args: readonly string[]) =>
    execFileSync(path.join(programs, program), args, { ...as, cwd: folder, stdio: 'ignore' })
  if (follows)
    run('pg_basebackup', [
      '-D',
      data,
      '-h',
      follows.host,
      '-U',
      follows.user,
      '-R',
      '--no-sync',
      '-c',
      'fast',
    ])
  else run('initdb', ['-D', data, '-U', USER, '--auth=trust', '-E', 'UTF8', '--locale=C', '--no-sync'])
  const all = ['listen_addresses=', `unix_socket_directories=${folder}`, ...settings]
  const start = () =>
    spawn(path.join(programs, 'postgres'), ['-D', data, ...all.flatMap((one) => ['-c', one])], {
      ...as,
      cwd: folder,
      stdio: 'ignore',
    })
  let server = start()
  const stop = async () => {
    await stopServer(server)
    rmSync(folder, { recursive: true, force: true })
  }
  try {
    await (await connect(folder)).end()
  } catch (error) {
    await stop()
    throw error
  }
  const host = encodeURIComponent(folder)
  return {
    ...{ host: folder, user: USER, stop },
    get process() {
      return server
    },
    halt: (how) => void server.kill(SIGNALS[how]),
    startAgain: async () => {
      await hasEnded(server)
      server = start()
      await (await connect(folder)).end()
    },
    urlOf: (database) => `postgres://${USER}@localhost/${database}?host=${host}`,
  }
}

async function connect(host: string): Promise<Client> {
  for (let attempt = 0; ; attempt++) {
    const client = new Client({ host, user: USER, database: 'postgres' })
    try {
      await client.connect()
      return client
    } catch (error) {
      if (attempt >= 300) throw error
      await wait(100)
    }
  }
}

/** A fast shutdown: sessions end, then the server. */
async function stopServer(server: ChildProcess): Promise<void> {
  server.kill('SIGINT')
  await hasEnded(server)
}

async function hasEnded(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return
  await new Promise((done) => server.once('exit', done))
}
