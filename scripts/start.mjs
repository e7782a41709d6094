// `npm start`: installs what is missing, builds, migrates, seeds a demo in development, serves.
import { spawn } from 'node:child_process'
import process from 'node:process'
import { passSignals } from './setup/pass-signals.mjs'
import { SERVER_ENV, SERVER_FLAGS } from './setup/server-flags.mjs'
import {
  buildModel,
  buildProduct,
  checkNode,
  installPackages,
  ROOT,
  run,
  runScript,
  say,
  SetupError,
} from './setup/steps.mjs'

const isProduction = process.env.NODE_ENV === 'production'

await runScript(async () => {
  checkNode()
  await installPackages()
  await buildModel()
  await buildProduct()
  if (!isProduction && (await run(process.execPath, ['build/server/seed.js'])) !== 0) {
    throw new SetupError(
      'The demo could not be prepared. The lines above say why; removing the data folder starts afresh.',
    )
  }
  say('Starting the server…')
  serve()
})

function serve() {
  const server = spawn(process.execPath, [...SERVER_FLAGS, 'build/server/main.js'], {
    cwd: ROOT,
    env: { ...SERVER_ENV, ...process.env },
    stdio: 'inherit',
    detached: true,
  })
  passSignals(server)
  server.once('exit', (code) => process.exit(code ?? 1))
}
