import { halfToNumber } from './half-float'
import type { Weight } from './tfjs-model'

// Numbers of the GGUF format, version 3 (ggml documentation, 2023).
const MAGIC = 0x46554747
const TEXT = 8
const LIST = 9
const SCALAR_BYTES: Readonly<Record<number, number>> = {
  0: 1,
  1: 1,
  2: 2,
  3: 2,
  4: 4,
  5: 4,
  6: 4,
  7: 1,
  10: 8,
  11: 8,
  12: 8,
}
const TENSOR_BYTES: Readonly<Record<number, number>> = { 0: 4, 1: 2 }
const ALIGNMENT = 32

/**
 * Reads the tensors of a GGUF file by name, row-major, in the order of axes that PyTorch gives them. Throws when the
 * bytes are no such file, end too early, or hold a tensor that is neither in single nor in half precision.
 */
export function readGgufModel(bytes: Uint8Array): Map<string, Weight> {
  const reader = new Reader(bytes)
  if (reader.uint32() !== MAGIC) throw new Error('The file is no GGUF model')
  reader.skip(4)
  const tensorCount = reader.count()
  const entries = reader.count()
  for (let entry = 0; entry < entries; entry++) {
    reader.text()
    reader.skipValue(reader.uint32())
  }
  const tensors = Array.from({ length: tensorCount }, () => {
    const name = reader.text()
    const shape = Array.from({ length: reader.uint32() }, () => reader.count()).reverse()
    return { name, shape, type: reader.uint32(), offset: reader.count() }
  })
  const start = Math.ceil(reader.at / ALIGNMENT) * ALIGNMENT
  return new Map(
    tensors.map(({ name, shape, type, offset }) => {
      const width = TENSOR_BYTES[type]
      if (width === undefined)
        throw new Error(`Tensor ${name} is in precision ${type}, unknown to this reader`)
      const length = shape.reduce((product, size) => product * size, 1)
      const values = reader.numbers(start + offset, length, width === 2)
      return [name, { shape, values }]
    }),
  )
}

/** Reads values one after the other, little-endian; past the end it throws a RangeError. */
class Reader {
  at = 0
  private readonly view: DataView

  constructor(private readonly bytes: Uint8Array) {
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  }

  uint32(): number {
    this.at += 4
    return this.view.getUint32(this.at - 4, true)
  }

  /** A number of 64 bits that counts something: it fits a double. */
  count(): number {
    this.at += 8
    return Number(this.view.getBigUint64(this.at - 8, true))
  }

  text(): string {
    const length = this.count()
    this.at += length
    return new TextDecoder().decode(this.bytes.subarray(this.at - length, this.at))
  }

  skip(bytes: number): void {
    this.at += bytes
  }

  skipValue(type: number): void {
    if (type === TEXT) this.text()
    else if (type === LIST) {
      const each = this.uint32()
      const length = this.count()
      for (let index = 0; index < length; index++) this.skipValue(each)
    } else {
      const width = SCALAR_BYTES[type]
      if (width === undefined) throw new Error(`The GGUF file holds a value of the unknown type ${type}`)
      this.skip(width)
    }
  }

  numbers(from: number, length: number, areHalves: boolean): Float32Array {
    return Float32Array.from({ length }, (_, index) =>
      areHalves
        ? halfToNumber(this.view.getUint16(from + index * 2, true))
        : this.view.getFloat32(from + index * 4, true),
    )
  }
}
