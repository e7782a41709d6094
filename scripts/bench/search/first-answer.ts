import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { setMeanwhile, type Meanwhile } from '~/features/vocabulary/queries/meanwhile.server'
import { searchLots } from '~/features/lots/queries.server'
import { readEnv, setEnv } from '~/platform/env.server'
import { startServices } from '~/server/services'

/** A server's services started over `DATABASE_URL`; tells how long after its start this process answered a search, ms. */
const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'bench-first-'))
const env = readEnv({
  ...{ NODE_ENV: 'test', DATA_DIR: dir, LOG_LEVEL: 'silent', CLASSIFIER: 'off' },
  DATABASE_URL: process.env.DATABASE_URL,
})
setEnv(env)
await startServices(env)
setMeanwhile(process.argv[2] as Meanwhile)
const { total } = await searchLots({ text: 'porte' }, { size: 12, number: 1 })
if (total === 0) throw new Error('Nothing was found')
console.log(Math.round(performance.now()))
fs.rmSync(dir, { recursive: true, force: true })
process.exit(0)
