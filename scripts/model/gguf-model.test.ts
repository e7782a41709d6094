import { describe, expect, it } from 'vitest'
import { readGgufModel } from './gguf-model'

const text = (value: string) => [...long(value.length), ...Buffer.from(value)]
const int = (value: number) => [...Buffer.from(Uint32Array.of(value).buffer)]
const long = (value: number) => [...Buffer.from(BigUint64Array.of(BigInt(value)).buffer)]

/** A file of two tensors, [2, 3] in single precision and [2] in halves, behind metadata of every shape. */
function sampleFile({ precision = 0 } = {}): Uint8Array {
  const head = [
    ...Buffer.from('GGUF'),
    ...int(3),
    ...long(2),
    ...long(3),
    ...[...text('name'), ...int(8), ...text('sample')],
    ...[...text('numbers'), ...int(9), ...int(4), ...long(2), ...int(7), ...int(8)],
    ...[...text('flag'), ...int(7), 1],
    ...[...text('a'), ...int(2), ...long(3), ...long(2), ...int(precision), ...long(0)],
    ...[...text('b'), ...int(1), ...long(2), ...int(1), ...long(32)],
  ]
  while (head.length % 32) head.push(0)
  const a = [...Buffer.from(Float32Array.of(1, 2, 3, 4, 5, 6).buffer)]
  const halves = [...Buffer.from(Uint16Array.of(0x3c00, 0xc000).buffer)]
  return Uint8Array.from([...head, ...a, ...new Array<number>(32 - a.length).fill(0), ...halves])
}

describe('readGgufModel', () => {
  it('reads tensors in both precisions, their axes outermost first', () => {
    const tensors = readGgufModel(sampleFile())
    expect(tensors.get('a')).toEqual({ shape: [2, 3], values: Float32Array.of(1, 2, 3, 4, 5, 6) })
    expect(tensors.get('b')).toEqual({ shape: [2], values: Float32Array.of(1, -2) })
  })

  it('refuses another file, an unknown precision and a file that ends too early', () => {
    expect(() => readGgufModel(Buffer.from('not a model at all'))).toThrow('no GGUF model')
    expect(() => readGgufModel(sampleFile({ precision: 2 }))).toThrow('precision 2')
    expect(() => readGgufModel(sampleFile().subarray(0, -3))).toThrow(RangeError)
  })
})
