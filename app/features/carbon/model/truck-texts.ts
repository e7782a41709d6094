import type { TruckClassName } from './transport'

/** The key of each class of vehicle in the catalogues: a dot there leads to another level. */
export const TRUCK_TEXTS = {
  'van-3.5t': 'van',
  'rigid-3.5-7.5t': 'rigid7',
  'rigid-7.5-17t': 'rigid17',
  'rigid-over-17t': 'rigidOver17',
  'articulated-over-33t': 'articulated',
} as const satisfies Record<TruckClassName, string>
