import type { Layers } from './frame'

/**
 * Smooths a light layer in place by an edge-avoiding à-trous filter (Dammertz et al., 2010): one pass per gap, of
 * nine taps with growing gaps, where taps on another plane count for nothing. Points without light stay so.
 */
export function smoothLight(layers: Layers, light: Float32Array, gaps: readonly number[]): void {
  const from = new Float32Array(light.length)
  for (const gap of gaps) {
    from.set(light)
    for (let y = 0; y < layers.height; y++) {
      for (let x = 0; x < layers.width; x++) smoothPixel(layers, from, light, x, y, gap)
    }
  }
}

function smoothPixel(
  layers: Layers,
  from: Float32Array,
  to: Float32Array,
  x: number,
  y: number,
  gap: number,
): void {
  const { width, height, normal, depth } = layers
  const index = y * width + x
  if (layers.solid[index]! < 0) return
  const own = index * 3
  if (from[own] === 0 && from[own + 1] === 0 && from[own + 2] === 0) return
  let red = 0
  let green = 0
  let blue = 0
  let total = 0
  for (let dy = -gap; dy <= gap; dy += gap) {
    const ty = y + dy
    if (ty < 0 || ty >= height) continue
    for (let dx = -gap; dx <= gap; dx += gap) {
      const tx = x + dx
      if (tx < 0 || tx >= width) continue
      const tap = ty * width + tx
      const at = tap * 3
      const facing =
        normal[own]! * normal[at]! + normal[own + 1]! * normal[at + 1]! + normal[own + 2]! * normal[at + 2]!
      if (facing < 0.8) continue
      const gulf = Math.abs(depth[tap]! - depth[index]!) / depth[index]!
      const weight = (dx === 0 && dy === 0 ? 1 : 0.6) * Math.max(0, 1 - gulf * 25) * facing
      red += from[at]! * weight
      green += from[at + 1]! * weight
      blue += from[at + 2]! * weight
      total += weight
    }
  }
  if (total <= 0) return
  to[own] = red / total
  to[own + 1] = green / total
  to[own + 2] = blue / total
}
