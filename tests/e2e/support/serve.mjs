// Serves the built product on a fresh demo database, for the browser tests.
import { spawn, spawnSync } from 'node:child_process'
import fs from 'node:fs'
import process from 'node:process'
import { SERVER_FLAGS } from '../../../scripts/setup/server-flags.mjs'

const dataDir = process.env.E2E_DATA_DIR
if (!dataDir) throw new Error('E2E_DATA_DIR says where the server under test keeps its data')
fs.rmSync(dataDir, { recursive: true, force: true })
const env = { ...process.env, DATA_DIR: dataDir, LOG_LEVEL: 'warn', NODE_ENV: 'development' }
const seeded = spawnSync(process.execPath, ['build/server/seed.js'], { env, stdio: 'inherit' })
if (seeded.status !== 0) process.exit(1)
const server = spawn(process.execPath, [...SERVER_FLAGS, 'build/server/main.js'], { env, stdio: 'inherit' })
// Whoever asks this process to stop asks its group, the server in it: asked twice, it would end without closing anything.
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => undefined)
server.once('exit', (code) => {
  fs.rmSync(dataDir, { recursive: true, force: true })
  process.exit(code ?? 0)
})
