import { expect, it } from 'vitest'
import { dot, principalAxes } from './principal-axes'
import { seededRandom } from './random'

/** Rows that spread by `deviations` along the axes of space, turned by 30° in the plane of the first two. */
function cloud(count: number, deviations: readonly number[]): Float32Array[] {
  const random = seededRandom(3)
  const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
  const [c, s] = [Math.cos(Math.PI / 6), Math.sin(Math.PI / 6)]
  return Array.from({ length: count }, () => {
    const [a = 0, b = 0, ...rest] = deviations.map((deviation) => deviation * normal())
    return Float32Array.of(5 + c * a - s * b, s * a + c * b, ...rest)
  })
}

it('finds the directions of most spread and their variances, whatever the mean', () => {
  const { axes, variances } = principalAxes(cloud(4000, [8, 4, 1, 0.5, 0.25]), 2)
  expect(Math.abs(dot(axes[0]!, [Math.cos(Math.PI / 6), 0.5, 0, 0, 0]))).toBeGreaterThan(0.999)
  expect(Math.abs(dot(axes[1]!, [-0.5, Math.cos(Math.PI / 6), 0, 0, 0]))).toBeGreaterThan(0.999)
  expect(variances[0]).toBeGreaterThan(60)
  expect(variances[0]).toBeLessThan(68)
  expect(variances[1]! / variances[0]!).toBeCloseTo(0.25, 1)
})

it('gives the same axes each time, of length one and at right angles', () => {
  const rows = cloud(
    60,
    Array.from({ length: 40 }, (_, index) => 1 / (index + 1)),
  )
  const [first, second] = [principalAxes(rows, 12), principalAxes(rows, 12)]
  expect(first).toEqual(second)
  first.axes.forEach((axis, i) =>
    first.axes.forEach((other, j) => expect(dot(axis, other)).toBeCloseTo(i === j ? 1 : 0, 9)),
  )
})

it('gives no more axes than rows can span', () => {
  expect(principalAxes(cloud(3, [1, 1, 1, 1, 1, 1]), 5).axes).toHaveLength(3)
})
