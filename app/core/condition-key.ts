/** The catalogue key of a condition grade, 1 to 5; grades outside the scale take its nearest end. */
export function conditionKey(condition: number): '1' | '2' | '3' | '4' | '5' {
  const keys = ['1', '2', '3', '4', '5'] as const
  return keys[Math.min(5, Math.max(1, Math.round(condition))) - 1] ?? '3'
}
