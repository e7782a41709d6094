import pino from 'pino'
import { env } from './env.server'
import { maskLine } from './mask'
import { currentTrace } from './trace.server'

let current: pino.Logger | null = null

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
  return to ? pino(options, to) : pino(options)
}
