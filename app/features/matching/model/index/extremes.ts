/**
 * Extremes of two finite numbers, without a branch: which of the two is one, in bounds and sketches, is nothing that a
 * processor foresees. Right to the last bits, and exact for whole numbers.
 */
export function larger(a: number, b: number): number {
  return 0.5 * (a + b + Math.abs(a - b))
}

export function smaller(a: number, b: number): number {
  return 0.5 * (a + b - Math.abs(a - b))
}
