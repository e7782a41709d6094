import { AUDIT_COMMANDS } from './commands/audit'
import { CONFIG_COMMANDS } from './commands/config'
import { COPY_COMMANDS } from './commands/copy'
import { DATA_COMMANDS } from './commands/data'
import { FILES_COMMANDS } from './commands/files'
import { LEDGER_COMMANDS } from './commands/ledger'
import { MOVING_COMMANDS } from './commands/moving'
import { SECRET_COMMANDS } from './commands/secret'
import { STATE_COMMANDS } from './commands/state'
import { USER_COMMANDS } from './commands/users'
import { dispatch, EXIT, type Exit, type Output } from './dispatch'

const COMMANDS = [
  ...DATA_COMMANDS,
  ...STATE_COMMANDS,
  ...MOVING_COMMANDS,
  ...COPY_COMMANDS,
  ...FILES_COMMANDS,
  ...USER_COMMANDS,
  ...CONFIG_COMMANDS,
  ...SECRET_COMMANDS,
  ...LEDGER_COMMANDS,
  ...AUDIT_COMMANDS,
]

/** Runs a command line; what it throws is told as its sentence. */
export async function runCli(args: readonly string[], output: Output): Promise<Exit> {
  try {
    return await dispatch(args, COMMANDS, output)
  } catch (error) {
    output.err(error instanceof Error ? error.message : String(error))
    return EXIT.wrong
  }
}
