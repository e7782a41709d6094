import pino from 'pino'
import { env, type Env } from './env.server'
import { LogCollector } from './log-collector.server'
import { maskLine } from './mask'
import { currentTrace } from './trace.server'

let current: pino.Logger | null = null
let collector: LogCollector | null = null

/**
 * The process's JSON logger: one line an event, with the request and the job that it belongs to. Never log bodies,
 * cookies, e-mail addresses or photo contents; what errors bring of them is masked.
 */
export function logger(): pino.Logger {
  current ??= makeLogger(env().logLevel)
  return current
}

/** Has this process log from a level on to another place: where a test listens. */
export function logTo(level: string, to: pino.DestinationStream): void {
  current = makeLogger(level, to)
}

function makeLogger(level: string, to?: pino.DestinationStream): pino.Logger {
  const options: pino.LoggerOptions = {
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    mixin: () => ({ ...currentTrace() }),
    hooks: { streamWrite: maskLine },
  }
  if (to) return pino(options, to)
  const { logCollector } = env()
  return logCollector ? pino(options, withCollector(logCollector)) : pino(options)
}

/** The standard output and, besides, another machine. */
function withCollector(place: NonNullable<Env['logCollector']>): pino.DestinationStream {
  const own = pino.destination({ dest: 1, sync: true })
  const collects = new LogCollector(place, (reason) => {
    const said = {
      level: 50,
      time: new Date().toISOString(),
      reason,
      msg: 'the log collector takes no lines',
    }
    own.write(`${JSON.stringify(said)}\n`)
  })
  collector = collects
  return {
    write: (line) => {
      own.write(line)
      collects.write(line)
    },
  }
}

const LAST_LINES_MS = 2000

/** Gives the last lines the time to reach the other machine, where there is one: before the process ends. */
export async function endLog(): Promise<void> {
  await collector?.end(LAST_LINES_MS)
}
