import { once } from 'node:events'
import { PassThrough, type Transform } from 'node:stream'
import { text } from 'node:stream/consumers'
import { Suspense } from 'react'
import { renderToPipeableStream } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { PageBytes } from './page-bytes.server'

const LINE = '≥'.repeat(40)
const LINES = 600

/** Short lines of three-byte letters, which meet the ends of the blocks that React fills. */
function render(through: Transform): Promise<string> {
  const lines = Array.from({ length: LINES }, (_, at) => <li key={at}>{LINE}</li>)
  return text(renderToPipeableStream(<ul>{lines}</ul>).pipe(through))
}

/** The pieces that a stream sends on, as texts. */
async function piecesOf(stream: Transform): Promise<string[]> {
  const pieces: string[] = []
  for await (const piece of stream) pieces.push(String(piece))
  return pieces
}

function Late({ until }: { until: Promise<void> & { isOver?: boolean } }) {
  // eslint-disable-next-line @typescript-eslint/only-throw-error -- what React 18 waits for is thrown
  if (!until.isOver) throw until
  return <p>late</p>
}

describe('a rendered page', () => {
  it('is sent on in one piece when it is whole', async () => {
    const through = new PageBytes()
    renderToPipeableStream(<p>{LINE.repeat(LINES)}</p>).pipe(through)
    expect(await piecesOf(through)).toHaveLength(1)
  })

  it('is sent on before a part that comes late', async () => {
    let tell = () => {}
    const until: Promise<void> & { isOver?: boolean } = new Promise((resolve) => (tell = resolve))
    const through = new PageBytes()
    const page = (
      <main>
        <Suspense fallback="soon">
          <Late until={until} />
        </Suspense>
      </main>
    )
    renderToPipeableStream(page).pipe(through)
    const [first] = (await once(through, 'data')) as [Buffer]
    expect(String(first)).toContain('soon')
    until.isOver = true
    tell()
    expect((await piecesOf(through)).join('')).toContain('late')
  })

  it('has every letter and no null byte', async () => {
    expect(await render(new PageBytes())).toBe(`<ul>${`<li>${LINE}</li>`.repeat(LINES)}</ul>`)
  })

  it('would have null bytes otherwise, until React writes none', async () => {
    expect(await render(new PassThrough())).toContain('\0')
  })
})
