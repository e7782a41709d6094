import type { Camera } from './camera'
import type { Lighting } from './lighting'
import type { Scene } from './scene'

/** A picture to take. */
export type Shot = { scene: Scene; camera: Camera; lighting: Lighting }

/**
 * What the first pass learns about each pixel. Colour and light are kept apart so that the light,
 * which is noisy, can be smoothed without blurring the texture.
 */
export type Layers = {
  width: number
  height: number
  albedo: Float32Array
  ambient: Float32Array
  direct: Float32Array
  /** Reflections and lamps: light that the surface's colour does not tint. */
  extra: Float32Array
  normal: Float32Array
  depth: Float32Array
  /** Index of the solid, -1 for the sky. */
  solid: Int32Array
}

export function newLayers(width: number, height: number): Layers {
  const pixels = width * height
  return {
    width,
    height,
    albedo: new Float32Array(pixels * 3),
    ambient: new Float32Array(pixels * 3),
    direct: new Float32Array(pixels * 3),
    extra: new Float32Array(pixels * 3),
    normal: new Float32Array(pixels * 3),
    depth: new Float32Array(pixels),
    solid: new Int32Array(pixels).fill(-1),
  }
}
