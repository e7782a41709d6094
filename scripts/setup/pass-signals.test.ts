import { spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { createInterface } from 'node:readline'
import { expect, it } from 'vitest'

const SIGNALS = pathToFileURL(path.resolve('scripts/setup/pass-signals.mjs')).href

/** Says what it is asked, and ends when it was asked nothing more for a while. */
const SERVER = `
  let end
  process.on('SIGINT', () => { console.log('asked'); clearTimeout(end); end = setTimeout(() => process.exit(0), 400) })
  setTimeout(() => process.exit(3), 20000)
  console.log('ready')`
const STARTER = `
  import { spawn } from 'node:child_process'
  import { passSignals } from ${JSON.stringify(SIGNALS)}
  const server = spawn(process.execPath, ['-e', ${JSON.stringify(SERVER)}], { stdio: 'inherit', detached: true })
  passSignals(server)
  server.once('exit', (code) => process.exit(code))`

it('asks once, however many are asked: a terminal asks the whole group, and npm its child again', async () => {
  const starter = spawn(process.execPath, ['--input-type=module', '-e', STARTER], {
    stdio: ['ignore', 'pipe', 'inherit'],
    detached: true,
  })
  const said: string[] = []
  for await (const line of createInterface({ input: starter.stdout })) {
    said.push(line)
    if (line !== 'ready') continue
    process.kill(-starter.pid!, 'SIGINT')
    starter.kill('SIGINT')
  }
  if (starter.exitCode === null) await once(starter, 'exit')
  expect(starter.exitCode).toBe(0)
  expect(said).toEqual(['ready', 'asked'])
})
