import { spawn, type ChildProcess, type StdioOptions } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { SERVER_FLAGS } from '../setup/server-flags.mjs'

type DemoServer = {
  port: number
  /** Added to the environment of the seed and of the server. */
  env?: Record<string, string>
  /** Sends what the seed and the server say to stderr, where a measurement keeps stdout for its figures. */
  quiet?: boolean
}

/**
 * Serves the built product on a fresh demo, in a folder of its own, while `work` runs with its origin and that folder; then stops the
 * server and removes the folder, also when `work` throws.
 * @throws Error when the server is not ready within two minutes of its start.
 */
export async function withDemoServer<T>(
  { port, env: extra, quiet }: DemoServer,
  work: (origin: string, dataDir: string) => Promise<T>,
): Promise<T> {
  const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'gisement-demo-'))
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    DATA_DIR: dataDir,
    PORT: String(port),
    LOG_LEVEL: 'warn',
    ...extra,
    NODE_ENV: 'development',
  }
  const origin = `http://localhost:${port}`
  const stdio: StdioOptions = ['ignore', quiet ? process.stderr : 'inherit', 'inherit']
  let server: ChildProcess | null = null
  try {
    await ended(spawn(process.execPath, ['build/server/seed.js'], { env, stdio }))
    server = spawn(process.execPath, [...SERVER_FLAGS, 'build/server/main.js'], { env, stdio })
    await untilReady(origin)
    return await work(origin, dataDir)
  } finally {
    server?.kill('SIGTERM')
    if (server) await ended(server)
    fs.rmSync(dataDir, { recursive: true, force: true })
  }
}

/** Waits for a server that was just started. @throws Error when it is not ready within two minutes */
export async function untilReady(origin: string): Promise<void> {
  for (let attempt = 0; attempt < 600; attempt++) {
    const ready = await fetch(`${origin}/readyz`).then(
      (reply) => reply.ok,
      () => false,
    )
    if (ready) return
    await wait(200)
  }
  throw new Error('The server did not become ready')
}

/** Settles once the process has exited. */
export function ended(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve()
    child.once('exit', () => resolve())
  })
}
