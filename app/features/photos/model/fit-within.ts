/** The size of an image brought within a square of `most` pixels a side; never enlarged, never below one pixel. */
export function fitWithin(
  size: { width: number; height: number },
  most: number,
): { width: number; height: number } {
  const scale = Math.min(1, most / Math.max(size.width, size.height))
  return {
    width: Math.max(1, Math.round(size.width * scale)),
    height: Math.max(1, Math.round(size.height * scale)),
  }
}
