/** The operator's command line: `npm run gisement -- <noun> <verb>`, and `node build/server/gisement.js` once built. */
import process from 'node:process'
import { AUDIT_COMMANDS } from './commands/audit'
import { LEDGER_COMMANDS } from './commands/ledger'
import { dispatch, EXIT } from './dispatch'

const COMMANDS = [...AUDIT_COMMANDS, ...LEDGER_COMMANDS]

dispatch(process.argv.slice(2), COMMANDS, {
  out: (line) => process.stdout.write(`${line}\n`),
  err: (line) => process.stderr.write(`${line}\n`),
})
  .then((exit) => {
    process.exitCode = exit
  })
  .catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
    process.exitCode = EXIT.wrong
  })
