import pino from 'pino'
import { env } from './env.server'

let current: pino.Logger | null = null

/** The process's JSON logger. Never log bodies, cookies, e-mail addresses or photo contents. */
export function logger(): pino.Logger {
  current ??= pino({
    level: env().logLevel,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: ['req.headers.cookie', 'req.headers.authorization', 'password', 'email'],
  })
  return current
}
