const LEAST = 1
const MOST = 4

/** How many decimals tell two percentages apart, from one to four; one when they are equal. Ratios, not percents. */
export function tellingDecimals(before: number, after: number): number {
  if (before === after) return LEAST
  for (let decimals = LEAST; decimals < MOST; decimals += 1) {
    if ((before * 100).toFixed(decimals) !== (after * 100).toFixed(decimals)) return decimals
  }
  return MOST
}
