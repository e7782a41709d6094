import net from 'node:net'
import path from 'node:path'

export type TestScanner = {
  /** The path of its socket, as `VIRUS_SCANNER` takes it. */
  place: string
  /** Files that it was sent whole, in their order. */
  seen: Buffer[]
  /** What it does with the next file, instead of looking at it. */
  mood: 'looks' | 'silent' | 'hangs up' | 'too large'
  stop: () => Promise<void>
}

/**
 * A scanner of this machine that speaks the INSTREAM command of clamd (clamd's manual): it knows whatever holds `known`
 * under the name `Test.Known`.
 */
export async function startScanner(dir: string, known: string): Promise<TestScanner> {
  const place = path.join(dir, 'clamd.ctl')
  const open = new Set<net.Socket>()
  const scanner: TestScanner = { place, seen: [], mood: 'looks', stop: () => Promise.resolve() }
  const server = net.createServer((socket) => {
    open.add(socket)
    socket.on('error', () => socket.destroy())
    socket.once('close', () => open.delete(socket))
    let held = Buffer.alloc(0)
    socket.on('data', (part) => {
      held = Buffer.concat([held, part])
      if (scanner.mood === 'hangs up') return void socket.destroy()
      if (scanner.mood === 'silent') return
      if (scanner.mood === 'too large') return void socket.end('INSTREAM size limit exceeded. ERROR\0')
      const file = fileIn(held)
      if (file === null) return
      scanner.seen.push(file)
      socket.end(file.includes(known) ? 'stream: Test.Known FOUND\0' : 'stream: OK\0')
    })
  })
  await new Promise<void>((listening) => server.listen(place, listening))
  scanner.stop = () => {
    for (const socket of open) socket.destroy()
    return new Promise((closed) => server.close(() => closed()))
  }
  return scanner
}

/** The file of a whole INSTREAM command; null while some of it is missing. */
function fileIn(held: Buffer): Buffer | null {
  const command = Buffer.from('zINSTREAM\0')
  if (held.length < command.length) return null
  if (!held.subarray(0, command.length).equals(command)) throw new Error('not an INSTREAM command')
  const parts: Buffer[] = []
  for (let at = command.length; at + 4 <= held.length;) {
    const length = held.readUInt32BE(at)
    if (length === 0) return Buffer.concat(parts)
    if (at + 4 + length > held.length) return null
    parts.push(held.subarray(at + 4, at + 4 + length))
    at += 4 + length
  }
  return null
}
