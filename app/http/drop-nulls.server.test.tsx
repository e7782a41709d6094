import { PassThrough, type Transform } from 'node:stream'
import { text } from 'node:stream/consumers'
import { renderToPipeableStream } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { dropNulls } from './drop-nulls.server'

const LINE = '≥'.repeat(40)
const LINES = 600

/** Short lines of three-byte letters, which meet the ends of the blocks that React fills. */
function render(through: Transform): Promise<string> {
  const lines = Array.from({ length: LINES }, (_, at) => <li key={at}>{LINE}</li>)
  return text(renderToPipeableStream(<ul>{lines}</ul>).pipe(through))
}

describe('a rendered page', () => {
  it('has every letter and no null byte', async () => {
    expect(await render(dropNulls())).toBe(`<ul>${`<li>${LINE}</li>`.repeat(LINES)}</ul>`)
  })

  it('would have null bytes otherwise, until React writes none', async () => {
    expect(await render(new PassThrough())).toContain('\0')
  })
})
