import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import fs from 'node:fs'
import path from 'node:path'

export const MAIN = path.resolve('build/server/main.js')
export const CLI = path.resolve('build/server/gisement.js')

/** Whether there is a build to start: `npm test` makes one first. */
export const isBuilt = fs.existsSync(MAIN) && fs.existsSync(CLI)

/** What a process of production is given, and nothing of the one that runs the tests. */
export function productionEnv(dataDir: string, more: Record<string, string> = {}): NodeJS.ProcessEnv {
  return {
    PATH: process.env.PATH,
    NODE_ENV: 'production',
    DATA_DIR: dataDir,
    PORT: '0',
    LOG_LEVEL: 'info',
    CLASSIFIER: 'off',
    ...more,
  }
}

export type BuiltServer = { process: ChildProcess; origin: string; said: () => string }

/** Starts the built server on a free port. @throws Error with what it said when it ends instead */
export async function startBuilt(env: NodeJS.ProcessEnv): Promise<BuiltServer> {
  const child = fork(MAIN, { env, silent: true, execArgv: [] })
  const lines: string[] = []
  child.stdout?.on('data', (chunk: Buffer) => lines.push(chunk.toString()))
  child.stderr?.on('data', (chunk: Buffer) => lines.push(chunk.toString()))
  const said = () => lines.join('')
  const ended = once(child, 'close').then(() => {
    throw new Error(`The server ended:\n${said()}`)
  })
  const [message] = (await Promise.race([once(child, 'message'), ended])) as [{ port: number }]
  ended.catch(() => undefined)
  return { process: child, origin: `http://localhost:${message.port}`, said }
}
