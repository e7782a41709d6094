/** Writes the subset of the protocol buffers wire format that an ONNX model needs. */
export class ProtobufWriter {
  private readonly chunks: Uint8Array[] = []
  private length = 0

  /** A varint field: integers and enumerations. `value` must be a non-negative safe integer. */
  integer(field: number, value: number): this {
    this.tag(field, WIRE_VARINT)
    return this.append(varint(value))
  }

  /** A 32-bit floating-point field. */
  float(field: number, value: number): this {
    this.tag(field, WIRE_32_BITS)
    const bytes = new Uint8Array(4)
    new DataView(bytes.buffer).setFloat32(0, value, true)
    return this.append(bytes)
  }

  bytes(field: number, value: Uint8Array): this {
    this.tag(field, WIRE_BYTES)
    this.append(varint(value.length))
    return this.append(value)
  }

  text(field: number, value: string): this {
    return this.bytes(field, new TextEncoder().encode(value))
  }

  /** A nested message. */
  message(field: number, value: ProtobufWriter): this {
    return this.bytes(field, value.finish())
  }

  /** The message as bytes. */
  finish(): Uint8Array {
    const all = new Uint8Array(this.length)
    let at = 0
    for (const chunk of this.chunks) {
      all.set(chunk, at)
      at += chunk.length
    }
    return all
  }

  private tag(field: number, wireType: number): void {
    this.append(varint(field * 8 + wireType))
  }

  private append(chunk: Uint8Array): this {
    this.chunks.push(chunk)
    this.length += chunk.length
    return this
  }
}

const WIRE_VARINT = 0
const WIRE_BYTES = 2
const WIRE_32_BITS = 5

function varint(value: number): Uint8Array {
  if (!Number.isSafeInteger(value) || value < 0) throw new RangeError(`Not a varint: ${value}`)
  const bytes: number[] = []
  let rest = value
  while (rest >= 128) {
    bytes.push((rest % 128) + 128)
    rest = Math.floor(rest / 128)
  }
  bytes.push(rest)
  return Uint8Array.from(bytes)
}
