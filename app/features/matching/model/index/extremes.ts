/** The larger of two numbers: in few enough bytes that it is always compiled into those who call it. */
export function larger(a: number, b: number): number {
  return a > b ? a : b
}

/** The smaller of two numbers, likewise. */
export function smaller(a: number, b: number): number {
  return a < b ? a : b
}
