import { unit } from './lighting'
import type { Vec3 } from './scene'

/** Where the picture is taken from; `view` is the vertical angle of view in degrees, `roll` a tilt in radians. */
export type Camera = { eye: Vec3; target: Vec3; view: number; roll?: number }

export type Rays = {
  /** Fills a ray for a pixel position (fractions allowed), origin then unit direction. */
  aim: (px: number, py: number, ray: Float64Array) => void
  /** Size in metres of a pixel one metre away. */
  pixel: number
}

function cross(a: Vec3, b: Vec3): Vec3 {
  return [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]]
}

export function raysOf(camera: Camera, width: number, height: number): Rays {
  const { eye, target, roll = 0 } = camera
  const forward = unit([target[0] - eye[0], target[1] - eye[1], target[2] - eye[2]])
  const flatRight = unit(cross(forward, [0, 1, 0.0001]))
  const flatUp = cross(flatRight, forward)
  const mix = (a: Vec3, b: Vec3, x: number, y: number): Vec3 => [
    a[0] * x + b[0] * y,
    a[1] * x + b[1] * y,
    a[2] * x + b[2] * y,
  ]
  const right = mix(flatRight, flatUp, Math.cos(roll), Math.sin(roll))
  const up = mix(flatRight, flatUp, -Math.sin(roll), Math.cos(roll))
  const pixel = (2 * Math.tan((camera.view * Math.PI) / 360)) / height
  return {
    pixel,
    aim(px, py, ray) {
      const x = (px - width / 2) * pixel
      const y = (height / 2 - py) * pixel
      const dx = forward[0] + right[0] * x + up[0] * y
      const dy = forward[1] + right[1] * x + up[1] * y
      const dz = forward[2] + right[2] * x + up[2] * y
      const length = Math.sqrt(dx * dx + dy * dy + dz * dz)
      ray[0] = eye[0]
      ray[1] = eye[1]
      ray[2] = eye[2]
      ray[3] = dx / length
      ray[4] = dy / length
      ray[5] = dz / length
    },
  }
}
