import { MessageChannel, receiveMessageOnPort, Worker, type MessagePort } from 'node:worker_threads'

type Answer = { rows: unknown[][]; names: string[]; count: number; error?: string }
type Row = Record<string, unknown>

/** How long a statement of a test may take before it is given up. */
const PATIENCE_MS = 20_000

const THREAD = `
const { workerData, parentPort } = require('node:worker_threads')
const pg = require('pg')
const readAs = { 20: Number, 1700: Number, 16: (text) => (text === 't' ? 1 : 0) }
const types = { getTypeParser: (oid, format) => readAs[oid] ?? pg.types.getTypeParser(oid, format) }
const client = new pg.Client({ connectionString: workerData.url, types })
const ready = client.connect().then(() => client.query("set lock_timeout = '8s'"))
client.on('error', () => undefined)
const flag = new Int32Array(workerData.shared)
workerData.port.on('message', async ({ text, values }) => {
  let answer
  try {
    await ready
    const asked = values.length > 0 ? { text, values, rowMode: 'array' } : { text, rowMode: 'array' }
    const given = await client.query(asked)
    const last = Array.isArray(given) ? given.at(-1) : given
    answer = { rows: last.rows ?? [], names: (last.fields ?? []).map(({ name }) => name), count: last.rowCount ?? 0 }
  } catch (error) {
    answer = { rows: [], names: [], count: 0, error: String(error.message) }
  }
  workerData.port.postMessage(answer)
  Atomics.store(flag, 0, 1)
  Atomics.notify(flag, 0)
})
`

/**
 * Statements that a test writes and reads past the commands, answered by PostgreSQL at once, as better-sqlite3 does: a
 * thread of its own asks, and this one waits. For tests alone.
 */
export class SyncWriter {
  readonly inTransaction = false
  private readonly port: MessagePort
  private readonly flag: Int32Array
  private readonly thread: Worker

  constructor(url: string) {
    const { port1, port2 } = new MessageChannel()
    const shared = new SharedArrayBuffer(4)
    this.flag = new Int32Array(shared)
    this.port = port1
    this.thread = new Worker(THREAD, {
      eval: true,
      workerData: { url, shared, port: port2 },
      transferList: [port2],
    })
    this.thread.unref()
    port1.unref()
  }

  exec(text: string): void {
    this.ask(text, [])
  }

  /** SQLite's switch of foreign keys; other pragmas say nothing here. */
  pragma(text: string): void {
    const isOff = /foreign_keys\s*=\s*OFF/i.test(text)
    if (/foreign_keys/i.test(text))
      this.exec(`set session_replication_role = ${isOff ? 'replica' : 'origin'}`)
  }

  prepare(text: string) {
    return new Statement((values) => this.ask(numbered(text), values))
  }

  close(): void {
    this.port.close()
    void this.thread.terminate()
  }

  private ask(text: string, values: readonly unknown[]): Answer {
    Atomics.store(this.flag, 0, 0)
    this.port.postMessage({ text, values })
    if (Atomics.wait(this.flag, 0, 0, PATIENCE_MS) === 'timed-out') throw new Error(`No answer to: ${text}`)
    const answer = receiveMessageOnPort(this.port)?.message as Answer
    if (answer.error !== undefined) throw new Error(answer.error)
    return answer
  }
}

class Statement {
  private shape: 'object' | 'list' | 'first' = 'object'

  constructor(private readonly ask: (values: unknown[]) => Answer) {}

  pluck(isOn = true): this {
    this.shape = isOn ? 'first' : 'object'
    return this
  }

  raw(isOn = true): this {
    this.shape = isOn ? 'list' : 'object'
    return this
  }

  all(...values: unknown[]): unknown[] {
    const { rows, names } = this.ask(values.flat())
    if (this.shape === 'list') return rows
    if (this.shape === 'first') return rows.map(([first]) => first)
    return rows.map((row): Row => Object.fromEntries(names.map((name, at) => [name, row[at]])))
  }

  get(...values: unknown[]): unknown {
    return this.all(...values)[0]
  }

  run(...values: unknown[]): { changes: number } {
    return { changes: this.ask(values.flat()).count }
  }
}

/** Places of values as PostgreSQL counts them, outside of quoted texts. */
function numbered(text: string): string {
  let count = 0
  return text.replace(/'(?:[^']|'')*'|\?/g, (found) => (found === '?' ? `$${(count += 1)}` : found))
}
