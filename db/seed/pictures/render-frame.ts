import { composeFrame } from './compose-frame'
import { develop, filmOf } from './develop'
import type { Shot } from './frame'
import type { Random } from './random'
import { smoothLight } from './smooth-light'
import { traceLayers } from './trace-layers'

/** Renders a shot to 8-bit RGB, three bytes a pixel. */
export function renderFrame(shot: Shot, width: number, height: number, random: Random): Uint8ClampedArray {
  const { layers, tracer, rays } = traceLayers(shot, width, height)
  smoothLight(layers, layers.ambient, [1, 2, 4, 7])
  smoothLight(layers, layers.extra, [1, 2, 3])
  if (shot.lighting.sun && shot.lighting.sun.spread > 0.1) smoothLight(layers, layers.direct, [1, 2])
  const frame = composeFrame(layers, tracer, rays)
  return develop(frame, width, height, filmOf(random, shot.lighting.exposure), random)
}
