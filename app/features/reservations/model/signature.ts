/** The box that a signature is drawn in, in its own units. */
export const SIGNATURE_BOX = { width: 300, height: 100 } as const
/** Longest drawing kept, in characters: some thirty seconds of drawing. */
const MOST = 12_000
const DRAWING = /^(?:M\d{1,3} \d{1,3}(?:L\d{1,3} \d{1,3})+)+$/
/** Points of a stroke and strokes below which something is a slip of the finger rather than a signature. */
const FEWEST_POINTS = 8

type Point = { x: number; y: number }

/** Strokes as the `d` of an SVG path of whole numbers inside the box; a stroke of one point is left out. */
export function drawingOf(strokes: readonly (readonly Point[])[]): string {
  return strokes
    .map((stroke) => withoutRepeats(stroke.map(pointText)))
    .filter((points) => points.length > 1)
    .map(([first = '', ...rest]) => `M${first}${rest.map((point) => `L${point}`).join('')}`)
    .join('')
}

/** Whether a text is such a path, is long enough to be a signature and stays inside the box. */
export function isDrawing(text: string): boolean {
  if (text.length > MOST || !DRAWING.test(text)) return false
  const points = [...text.matchAll(/(\d+) (\d+)/g)].map(([, x, y]) => ({ x: Number(x), y: Number(y) }))
  return (
    points.length >= FEWEST_POINTS &&
    points.every(({ x, y }) => x <= SIGNATURE_BOX.width && y <= SIGNATURE_BOX.height)
  )
}

function withoutRepeats(points: readonly string[]): string[] {
  return points.filter((point, index) => point !== points[index - 1])
}

function pointText({ x, y }: Point): string {
  return `${within(x, SIGNATURE_BOX.width)} ${within(y, SIGNATURE_BOX.height)}`
}

function within(value: number, most: number): number {
  return Math.min(most, Math.max(0, Math.round(value)))
}
