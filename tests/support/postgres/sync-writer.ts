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
const ready = client.connect().then(() => client.query("set lock_timeout = '8s'; set search_path = public, only_in_tests"))
client.on('error', () => undefined)
// Told to whoever asks; a database that is gone before anything was asked is nobody's fault.
ready.catch(() => undefined)
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

  /** The pragmas that tests use: the switch of foreign keys, and whether what it holds is sound. */
  pragma(text: string, { simple = false } = {}): unknown {
    const [, name, value] = /^(\w+)(?:\((\w+)\)|\s*=\s*\w+)?$/.exec(text) ?? []
    if (name === 'foreign_keys' && text.includes('=')) {
      const role = /=\s*off$/i.test(text) ? 'replica' : 'origin'
      return this.exec(`set session_replication_role = ${role}`)
    }
    if (name === 'foreign_key_list')
      return this.prepare('select * from pragma_foreign_key_list(?)').all(value)
    if (name === 'foreign_key_check') return this.prepare('select * from foreign_key_check()').all()
    if (name === 'integrity_check' && simple) {
      const faults = this.prepare('select integrity_check()').pluck().all()
      return faults.length === 0 ? 'ok' : faults.join('; ')
    }
    throw new Error(`PostgreSQL has nothing like this pragma: ${text}`)
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
    const { rows, names } = this.answer(values)
    if (this.shape === 'list') return rows
    if (this.shape === 'first') return rows.map(([first]) => first)
    return rows.map((row): Row => Object.fromEntries(names.map((name, at) => [name, row[at]])))
  }

  iterate(...values: unknown[]): Iterable<unknown> {
    return this.all(...values)
  }

  get(...values: unknown[]): unknown {
    return this.all(...values)[0]
  }

  run(...values: unknown[]): { changes: number } {
    return { changes: this.answer(values).count }
  }

  /** Bytes lose what makes them a buffer on their way between threads. */
  private answer(values: unknown[]): Answer {
    const answer = this.ask(values.flat())
    const whole = (value: unknown) => (value instanceof Uint8Array ? Buffer.from(value) : value)
    return { ...answer, rows: answer.rows.map((row) => row.map(whole)) }
  }
}

/** Places of values as PostgreSQL counts them, and names of columns as they are written, outside of what is quoted. */
function numbered(text: string): string {
  let count = 0
  return text.replace(
    /'(?:[^']|'')*'|"[^"]*"|\?|\b(as\s+)(\w*[a-z][A-Z]\w*)/g,
    (found, as?: string, name?: string) => {
      if (found === '?') return `$${(count += 1)}`
      return name === undefined ? found : `${as}"${name}"`
    },
  )
}
