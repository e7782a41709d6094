import { parse } from 'csv-parse/sync'
import { ok, refused, type Result } from '~/core/result'
import { tidyCell } from './table'

/** In the order that wins when two divide a text as well: a comma is also a decimal sign. */
const DELIMITERS = ['\t', ';', '|', ','] as const
const LINES_LOOKED_AT = 30
const MAX_RECORD = 100_000

/**
 * The rows of a CSV text, whatever its delimiter (tab, semicolon, bar, comma) and encoding (UTF-8 with or without its
 * mark, UTF-16 with its mark, else Windows-1252). Bytes that are no text are refused with `table-type`.
 */
export function readCsv(bytes: Uint8Array): Result<string[][]> {
  const text = decode(bytes)
  if (text === null) return refused('table-type')
  try {
    const rows = parse(text, {
      delimiter: delimiterOf(text),
      relax_column_count: true,
      relax_quotes: true,
      max_record_size: MAX_RECORD,
    })
    return ok(rows.map((row) => row.map((cell) => tidyCell(withoutGuard(cell)))))
  } catch {
    return refused('table-unreadable')
  }
}

/** A text without the apostrophe that keeps a spreadsheet from running it as a formula, as our own exports write it. */
function withoutGuard(cell: string): string {
  return cell.replace(/^'(?=[=+\-@\t\r\n＝＋－＠])/, '')
}

function decode(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  if (bytes.includes(0)) return null
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return windows1252(bytes)
  }
}

/** What Windows-1252 has from 0x80 to 0x9f, where Latin-1 has control characters; a space where it has nothing. */
const FROM_0X80 = '€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ'

/** Node's own decoder of this encoding reads it as Latin-1. */
function windows1252(bytes: Uint8Array): string {
  return Buffer.from(bytes)
    .toString('latin1')
    .replace(/[\u0080-\u009f]/g, (mark) => FROM_0X80[mark.charCodeAt(0) - 0x80] ?? ' ')
}

/** The delimiter that divides most lines into most cells, as seen in the first lines. */
function delimiterOf(text: string): string {
  const lines = text
    .replace(/"[^"]*"/g, '')
    .split(/\r\n|\n|\r/, LINES_LOOKED_AT)
    .filter((line) => line.trim() !== '')
  const cutsBy = (delimiter: string) =>
    lines.reduce((sum, line) => sum + Math.min(20, line.split(delimiter).length - 1), 0)
  const cuts = DELIMITERS.map((delimiter) => ({ delimiter, count: cutsBy(delimiter) }))
  // A comma divides figures too: it is the delimiter only where nothing else divides every other line.
  const clear = cuts.find(({ delimiter, count }) => delimiter !== ',' && count >= lines.length / 2)
  return clear?.delimiter ?? cuts.reduce((best, one) => (one.count > best.count ? one : best)).delimiter
}
