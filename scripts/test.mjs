// `npm test`: installs what is missing, a browser included, builds, then runs every gate.
import fs from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import { ensureBrowser } from './setup/browser.mjs'
import { runGates } from './setup/gates.mjs'
import { ensureProxies } from './setup/peers.mjs'
import { ensurePostgres } from './setup/postgres.mjs'
import { buildModel, buildProduct, checkNode, installPackages, ROOT, runScript } from './setup/steps.mjs'

await runScript(async () => {
  checkNode()
  await installPackages()
  fs.rmSync(path.join(ROOT, 'test-results'), { recursive: true, force: true })
  const chromiumPath = await ensureBrowser()
  await ensureProxies()
  await ensurePostgres()
  await buildModel()
  await buildProduct()
  if (!(await runGates({ chromiumPath }))) process.exitCode = 1
})
