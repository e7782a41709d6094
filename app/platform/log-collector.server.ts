import fs from 'node:fs'
import net from 'node:net'
import os from 'node:os'
import tls from 'node:tls'
import type { CollectorPlace } from './collector-place'

/** Lines that wait while the collector is away, and their bytes at most; past that the oldest are let go. */
const MOST_WAITING = 10_000
const MOST_BYTES = 16 * 1024 * 1024
const FIRST_PAUSE_MS = 1000
const LONGEST_PAUSE_MS = 60_000
const PATIENCE_MS = 10_000
/** RFC 5424, 6.2.1: the facility `local0`. */
const LOCAL0 = 16
/** Severities of RFC 5424 by level of pino. */
const SEVERITY: Readonly<Record<string, number>> = { 60: 2, 50: 3, 40: 4, 30: 6, 20: 7, 10: 7 }

type Place = CollectorPlace & {
  /** The certificate of the authority that vouches for it (PEM); null: those that Node knows. */
  caFile: string | null
}

/**
 * Sends lines of the log to another machine as they are written: syslog (RFC 5424) over TLS (RFC 5425), under a
 * certificate that is checked. While it is away lines wait in memory; how many were let go is said in a line of its
 * own. A line counts as sent once the connection has taken it: those that a machine loses when it fails are lost.
 */
export class LogCollector {
  private socket: tls.TLSSocket | null = null
  private isOpen = false
  private pauseMs = FIRST_PAUSE_MS
  private timer: NodeJS.Timeout | null = null
  private waiting: string[] = []
  private bytes = 0
  private lost = 0
  private isEnding = false
  /** Whether somebody was told of the outage that lasts. */
  private isTold = false

  constructor(
    private readonly place: Place,
    /** Told once of each outage, with its reason. */
    private readonly tellOutage: (reason: string) => void,
  ) {}

  /** Takes a line of JSON as pino writes it. */
  write(line: string): void {
    this.waiting.push(line)
    this.bytes += line.length
    while (this.waiting.length > MOST_WAITING || this.bytes > MOST_BYTES) {
      this.bytes -= this.waiting.shift()?.length ?? 0
      this.lost += 1
    }
    this.flush()
  }

  /** Gives what waits the time to leave, then closes the connection. */
  async end(patienceMs: number): Promise<void> {
    this.isEnding = true
    if (this.timer) clearTimeout(this.timer)
    this.timer = null
    if (this.waiting.length > 0 || this.socket) this.flush()
    const { socket } = this
    if (!socket) return
    const late = setTimeout(() => socket.destroy(), patienceMs)
    await new Promise<void>((resolve) => socket.once('close', () => resolve()))
    clearTimeout(late)
  }

  private flush(): void {
    if (!this.socket && !this.timer) this.connect()
    const { socket } = this
    // One that the other side has ended still looks open for a moment.
    if (!socket?.writable || !this.isOpen) return
    if (this.lost > 0) {
      const said = {
        level: 40,
        time: new Date().toISOString(),
        lines: this.lost,
        msg: 'log lines were let go',
      }
      socket.write(framed(JSON.stringify(said)))
      this.lost = 0
    }
    while (this.waiting.length > 0 && !socket.writableNeedDrain) {
      const line = this.waiting.shift()!
      this.bytes -= line.length
      socket.write(framed(line))
    }
    socket.setTimeout(this.waiting.length > 0 ? PATIENCE_MS : 0)
    // The other side closes once it has read all: to close before it would take back what is under way.
    if (this.isEnding && this.waiting.length === 0) socket.end()
  }

  private connect(): void {
    let reason = 'the connection was closed'
    let socket: tls.TLSSocket
    try {
      const { host, port, caFile } = this.place
      const ca = caFile === null ? undefined : fs.readFileSync(caFile)
      socket = tls.connect({
        host,
        port,
        servername: net.isIP(host) ? undefined : host,
        ca,
        minVersion: 'TLSv1.2',
        timeout: PATIENCE_MS,
      })
    } catch (error) {
      return this.pause(error instanceof Error ? error.message : String(error))
    }
    this.socket = socket
    socket.unref()
    socket.once('secureConnect', () => {
      socket.setTimeout(0)
      this.isOpen = true
      this.isTold = false
      this.pauseMs = FIRST_PAUSE_MS
      this.flush()
    })
    socket.on('drain', () => this.flush())
    socket.once('timeout', () => socket.destroy(new Error('nothing was taken in time')))
    socket.once('error', (error: Error) => {
      reason = error.message
    })
    socket.once('close', () => {
      this.socket = null
      this.isOpen = false
      if (!this.isEnding) this.pause(reason)
    })
    // What it says is not read, so that its end is noticed.
    socket.resume()
  }

  private pause(reason: string): void {
    // A collector may close a connection on which nothing is said.
    const isMissed = this.waiting.length > 0 || this.lost > 0
    if (isMissed && !this.isTold) {
      this.isTold = true
      this.tellOutage(reason)
    }
    this.timer = setTimeout(() => {
      this.timer = null
      if (this.waiting.length > 0 || this.lost > 0) this.flush()
    }, this.pauseMs)
    this.timer.unref()
    this.pauseMs = Math.min(2 * this.pauseMs, LONGEST_PAUSE_MS)
  }
}

/** A message of RFC 5424 with its length before it (RFC 5425, 4.3). */
function framed(line: string): Buffer {
  const text = line.trimEnd()
  const level = /"level":(\d+)/.exec(text)?.[1] ?? '30'
  const time = /"time":"([^"]+)"/.exec(text)?.[1] ?? '-'
  const priority = LOCAL0 * 8 + (SEVERITY[level] ?? 6)
  const message = Buffer.from(`<${priority}>1 ${time} ${os.hostname()} gisement ${process.pid} - - ${text}`)
  return Buffer.concat([Buffer.from(`${message.length} `), message])
}
