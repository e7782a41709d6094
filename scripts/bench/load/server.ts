import { spawn, type ChildProcess, type StdioOptions } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { nowMs } from '~/core/clock'
import type { ScaleName } from '~db/seed/scale/sizes'
import { SERVER_ENV, SERVER_FLAGS } from '../../setup/server-flags.mjs'
import { ended, untilReady } from '../../demo/with-demo-server'
import { tell } from '../matching/part'
import { untilQuiet } from './quiet'

const KEPT = path.resolve('.cache/bench-load')
/** A market is generated as of its day: after a week, too few of its lots are still offered. */
const KEPT_DAYS = 7

/** What a process says goes to stderr: stdout is for the figures. */
const STDIO: StdioOptions = ['ignore', process.stderr, 'inherit']

/**
 * A copy of the generated market of this scale in a folder of its own; made once, kept for the runs of a week. A server
 * at `port` has done there what waits for it first, so that runs begin when they are asked to.
 */
export async function copyMarket(scale: ScaleName, port: number): Promise<string> {
  const kept = path.join(KEPT, scale)
  if (!isRecent(kept)) await generate(scale, kept, port)
  const copy = fs.mkdtempSync(path.join(KEPT, 'run-'))
  fs.cpSync(kept, copy, { recursive: true, mode: fs.constants.COPYFILE_FICLONE })
  return copy
}

function isRecent(folder: string): boolean {
  return fs.existsSync(folder) && nowMs() - fs.statSync(folder).mtimeMs < KEPT_DAYS * 86_400_000
}

/** Beside its place first: a market that was cut off is not taken for a whole one. */
async function generate(scale: ScaleName, kept: string, port: number): Promise<void> {
  const part = `${kept}.part`
  for (const folder of [part, kept]) fs.rmSync(folder, { recursive: true, force: true })
  fs.mkdirSync(part, { recursive: true })
  tell(`Generating the market «${scale}»…`)
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    DATA_DIR: part,
    LOG_LEVEL: 'warn',
    NODE_ENV: 'development',
  }
  const seed = spawn(process.execPath, ['build/server/seed.js', '--scale', scale], { env, stdio: STDIO })
  await ended(seed)
  if (seed.exitCode !== 0) throw new Error(`The market «${scale}» could not be generated`)
  await withServer(serverEnv(part, port), () => untilQuiet(path.join(part, 'gisement.sqlite')))
  fs.renameSync(part, kept)
}

/** Builds the product when no build is there. @throws Error when that fails */
export async function buildIfAbsent(): Promise<void> {
  if (fs.existsSync('build/server/main.js') && fs.existsSync('build/server/seed.js')) return
  tell('Building the product…')
  const build = spawn('npm', ['run', 'build'], { stdio: STDIO })
  await ended(build)
  if (build.exitCode !== 0) throw new Error('The build failed')
}

/** The environment of the server under load: as in production, behind one proxy, which is the load itself. */
export function serverEnv(dataDir: string, port: number): NodeJS.ProcessEnv {
  return {
    ...SERVER_ENV,
    ...process.env,
    DATA_DIR: dataDir,
    HOST: '127.0.0.1',
    PORT: String(port),
    PUBLIC_URL: originOf(port),
    SESSION_SECRET: randomBytes(32).toString('hex'),
    TRUST_PROXY: '1',
    LOG_LEVEL: 'info',
    NODE_ENV: 'production',
  }
}

export function originOf(port: number): string {
  return `http://127.0.0.1:${port}`
}

/** Starts the built server, lets `work` run with its process id, and stops that process, also when `work` throws. */
export async function withServer<T>(env: NodeJS.ProcessEnv, work: (pid: number) => Promise<T>): Promise<T> {
  const server: ChildProcess = spawn(process.execPath, [...SERVER_FLAGS, 'build/server/main.js'], {
    env,
    stdio: STDIO,
  })
  try {
    await untilReady(originOf(Number(env.PORT)))
    if (server.pid === undefined || server.exitCode !== null) throw new Error('The server did not start')
    return await work(server.pid)
  } finally {
    server.kill('SIGTERM')
    await ended(server)
  }
}

/** Memory that a process has resident, in megabytes (2^20 bytes); 0 where the system does not tell. */
export function rssMb(pid: number): number {
  const status = fs.existsSync(`/proc/${pid}/status`) ? fs.readFileSync(`/proc/${pid}/status`, 'utf8') : ''
  return Math.round(Number(/^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1] ?? 0) / 1024)
}
