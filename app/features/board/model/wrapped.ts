/** Letters of a line at most: a drawing does not break lines by itself. */
const PER_LINE = 66

/** A sentence as the lines of a drawing, broken between words. */
export function wrapped(text: string): string[] {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const last = lines.at(-1)
    if (last === undefined || last.length + word.length >= PER_LINE) lines.push(word)
    else lines[lines.length - 1] = `${last} ${word}`
  }
  return lines
}
