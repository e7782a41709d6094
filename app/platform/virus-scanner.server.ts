import net from 'node:net'
import { env } from './env.server'
import type { ScannerPlace } from './scanner-place'

/** What a scanner says: nothing known, the name of what it knows, or why it said nothing of use. */
type ScanVerdict = { kind: 'clean' } | { kind: 'found'; name: string } | { kind: 'failed'; reason: string }

const PATIENCE_MS = 30_000
const CHUNK_BYTES = 64 * 1024
/** A verdict is one short line. */
const MOST_ANSWERED = 4096

/**
 * Has the operator's scanner look at a file before it is kept (`VIRUS_SCANNER`), by the INSTREAM command of clamd:
 * lengths of four bytes before each part, a length of zero at the end. Null where the operator has none.
 */
export async function scanForViruses(
  bytes: Uint8Array,
  patienceMs = PATIENCE_MS,
): Promise<ScanVerdict | null> {
  const { scanner } = env()
  if (scanner === null) return null
  try {
    return verdictIn(await ask(scanner, bytes, patienceMs))
  } catch (error) {
    return { kind: 'failed', reason: error instanceof Error ? error.message : String(error) }
  }
}

function ask(place: ScannerPlace, bytes: Uint8Array, patienceMs: number): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = place.kind === 'socket' ? net.connect(place.path) : net.connect(place.port, place.host)
    const patience = setTimeout(() => socket.destroy(new Error('no verdict in time')), patienceMs)
    let said = ''
    socket.setEncoding('utf8')
    socket.once('connect', () => send(socket, bytes))
    socket.on('data', (part: string) => {
      said += part
      if (said.length > MOST_ANSWERED) socket.destroy(new Error('more than a verdict'))
    })
    socket.once('error', reject)
    socket.once('close', () => {
      clearTimeout(patience)
      resolve(said)
    })
  })
}

function send(socket: net.Socket, bytes: Uint8Array): void {
  socket.write('zINSTREAM\0')
  for (let at = 0; at < bytes.length; at += CHUNK_BYTES) {
    const part = bytes.subarray(at, at + CHUNK_BYTES)
    socket.write(lengthOf(part.length))
    socket.write(part)
  }
  socket.write(lengthOf(0))
}

function lengthOf(bytes: number): Buffer {
  const length = Buffer.alloc(4)
  length.writeUInt32BE(bytes)
  return length
}

function verdictIn(said: string): ScanVerdict {
  const line = said.replace(/\0[^]*$/, '').trim()
  if (line === 'stream: OK') return { kind: 'clean' }
  const name = /^stream: (\S+) FOUND$/.exec(line)?.[1]
  return name ? { kind: 'found', name } : { kind: 'failed', reason: line || 'no verdict' }
}
