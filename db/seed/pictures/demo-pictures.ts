import type { PicturedMaterial } from './shots'

/**
 * The two drawings of each material that the demo shows, by seed: of six drawn, those that the model names best,
 * else the two that differ most to the eye. `scripts/demo/check-pictures.ts --demo` says how the model tags them.
 */
export const DEMO_PICTURE_SEEDS: Record<PicturedMaterial, readonly [number, number]> = {
  concrete: [2, 0],
  brick: [0, 4],
  stone: [1, 3],
  'roof-tile': [5, 0],
  'structural-timber': [5, 1],
  'structural-steel': [1, 2],
  'other-metal': [2, 3],
  window: [1, 3],
  door: [4, 1],
  'partition-board': [2, 5],
  ceiling: [0, 1],
  'raised-floor': [0, 1],
  'wood-floor': [5, 0],
  'soft-floor': [5, 1],
  'ceramic-tile': [2, 4],
  insulation: [1, 2],
  sanitary: [5, 0],
  'hvac-plumbing': [1, 3],
  electrical: [4, 0],
  furniture: [2, 5],
}

/** The size the demo draws at, pixels. */
export const DEMO_PICTURE_SIZE = { width: 800, height: 600 } as const
