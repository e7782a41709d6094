/** The operator's command line: `npm run gisement -- <noun> [<verb>]`, and `node build/server/gisement.js` once built. */
import process from 'node:process'
import { endLog } from '~/platform/logger.server'
import { EXIT } from './dispatch'
import { runCli } from './run'

// A run that never answers, as where nothing is left that it could wait for, has failed.
process.exitCode = EXIT.wrong
void runCli(process.argv.slice(2), {
  out: (line) => process.stdout.write(`${line}\n`),
  err: (line) => process.stderr.write(`${line}\n`),
}).then(async (exit) => {
  process.exitCode = exit
  await endLog()
})
