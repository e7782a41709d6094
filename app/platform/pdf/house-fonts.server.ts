import { startThread } from '~/platform/threads.server'
import type { Face, FaceFile } from './make-fonts'

/** The house's faces as files, and which characters all of them can set. */
export type HouseFonts = { files: Record<Face, Buffer>; characters: ReadonlySet<number> }

const TIMEOUT_MS = 60_000
let made: Promise<HouseFonts> | null = null

/** The fonts of documents, made once in the life of the process, in a thread of their own. */
export function houseFonts(): Promise<HouseFonts> {
  made ??= makeInThread().catch((error: unknown) => {
    made = null
    throw error
  })
  return made
}

async function makeInThread(): Promise<HouseFonts> {
  const faces = await new Promise<Record<Face, FaceFile>>((resolve, reject) => {
    const worker = startThread('fonts', null, { heapMb: 256 })
    const timer = setTimeout(() => fail(new Error('The fonts of documents took too long')), TIMEOUT_MS)
    const fail = (error: Error) => {
      clearTimeout(timer)
      reject(error)
      void worker.terminate()
    }
    worker.once('message', (message: Record<Face, FaceFile>) => {
      clearTimeout(timer)
      resolve(message)
    })
    worker.once('error', fail)
    worker.once('exit', () => fail(new Error('The thread of the fonts ended without an answer')))
  })
  const { display, text, strong } = faces
  const everywhere = text.characters.filter((point) =>
    [display, strong].every(({ characters }) => characters.includes(point)),
  )
  return {
    files: {
      display: Buffer.from(display.bytes),
      text: Buffer.from(text.bytes),
      strong: Buffer.from(strong.bytes),
    },
    characters: new Set(everywhere),
  }
}
