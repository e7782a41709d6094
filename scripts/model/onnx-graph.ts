import { toHalves } from './half-float'
import { ProtobufWriter } from './protobuf-writer'
import { toSignedBytes, type WeightStorage } from './weight-storage'

/** A dimension: a size, or a name when it is free. */
export type Dimension = number | string
export type AttributeValue = number | string | readonly number[]

const ELEMENT_FLOAT32 = 1
const ELEMENT_INT8 = 3
const ELEMENT_INT64 = 7
const ELEMENT_FLOAT16 = 10
const ATTRIBUTE_INT = 2
const ATTRIBUTE_STRING = 3
const ATTRIBUTE_INTS = 7
const IR_VERSION = 8
const OPSET_VERSION = 13
/** Smaller tensors are stored in single precision. */
const LARGE_FROM_VALUES = 64

/**
 * Builds an ONNX model (IR version 8, operator set 13), node by node, in the order of evaluation.
 * Field numbers are those of `onnx.proto` (ONNX 1.12, 2022).
 */
export class OnnxGraph {
  private readonly graph = new ProtobufWriter()
  private readonly constants = new Set<string>()
  private nodes = 0

  constructor(
    private readonly name: string,
    private readonly storage: WeightStorage = 'half',
  ) {
    this.graph.text(2, name)
  }

  /** Adds an operator and returns the name of its one output. */
  node(
    operator: string,
    inputs: readonly string[],
    output: string,
    attributes: Readonly<Record<string, AttributeValue>> = {},
  ): string {
    const node = new ProtobufWriter()
    for (const input of inputs) node.text(1, input)
    node.text(2, output)
    node.text(3, `${operator}_${this.nodes++}`)
    node.text(4, operator)
    for (const [key, value] of Object.entries(attributes)) node.message(5, attribute(key, value))
    this.graph.message(1, node)
    return output
  }

  /** Adds a constant stored in single precision; a second one of the same name is the first. */
  constant(name: string, dimensions: readonly number[], values: Float32Array): string {
    if (this.constants.has(name)) return name
    this.constants.add(name)
    this.graph.message(5, tensor(name, ELEMENT_FLOAT32, dimensions, values))
    return name
  }

  /**
   * Adds a constant stored as the graph stores weights when it is large, and brought back to single precision for the
   * operators. The runtime does so to halves once, when it loads the model; to bytes, at every run.
   */
  weights(name: string, dimensions: readonly number[], values: Float32Array): string {
    const isLarge = values.length >= LARGE_FROM_VALUES
    if (this.storage === 'single' || !isLarge) return this.constant(name, dimensions, values)
    if (this.constants.has(name)) return name
    this.constants.add(name)
    if (this.storage === 'bytes' && dimensions.length > 1) return this.byteWeights(name, dimensions, values)
    this.graph.message(5, tensor(`${name}/half`, ELEMENT_FLOAT16, dimensions, toHalves(values)))
    return this.node('Cast', [`${name}/half`], name, { to: ELEMENT_FLOAT32 })
  }

  private byteWeights(name: string, dimensions: readonly number[], values: Float32Array): string {
    const rows = dimensions[0] ?? 1
    const { bytes, scales } = toSignedBytes(values, rows)
    this.graph.message(5, tensor(`${name}/bytes`, ELEMENT_INT8, dimensions, bytes))
    const scale = this.constant(`${name}/scales`, [rows], scales)
    return this.node('DequantizeLinear', [`${name}/bytes`, scale], name, { axis: 0 })
  }

  /** Adds a constant of whole numbers, such as axes or positions. */
  integers(name: string, values: readonly number[]): string {
    if (this.constants.has(name)) return name
    this.constants.add(name)
    const numbers = BigInt64Array.from(values, BigInt)
    this.graph.message(5, tensor(name, ELEMENT_INT64, [values.length], numbers))
    return name
  }

  input(name: string, shape: readonly Dimension[]): string {
    this.graph.message(11, valueInfo(name, shape))
    return name
  }

  /** Adds an input of whole numbers, such as the tokens of a text. */
  integerInput(name: string, shape: readonly Dimension[]): string {
    this.graph.message(11, valueInfo(name, shape, ELEMENT_INT64))
    return name
  }

  output(name: string, shape: readonly Dimension[]): void {
    this.graph.message(12, valueInfo(name, shape))
  }

  /** The model file. */
  finish(metadata: Readonly<Record<string, string>> = {}): Uint8Array {
    const operatorSet = new ProtobufWriter().text(1, '').integer(2, OPSET_VERSION)
    const model = new ProtobufWriter()
      .integer(1, IR_VERSION)
      .text(2, this.name)
      .message(7, this.graph)
      .message(8, operatorSet)
    for (const [key, value] of Object.entries(metadata)) {
      model.message(14, new ProtobufWriter().text(1, key).text(2, value))
    }
    return model.finish()
  }
}

function attribute(name: string, value: AttributeValue): ProtobufWriter {
  const message = new ProtobufWriter().text(1, name)
  if (typeof value === 'string') {
    return message.bytes(4, new TextEncoder().encode(value)).integer(20, ATTRIBUTE_STRING)
  }
  if (typeof value === 'number') return message.integer(3, value).integer(20, ATTRIBUTE_INT)
  for (const item of value) message.integer(8, item)
  return message.integer(20, ATTRIBUTE_INTS)
}

function tensor(
  name: string,
  element: number,
  dimensions: readonly number[],
  values: Float32Array | Uint16Array | Int8Array | BigInt64Array,
): ProtobufWriter {
  const size = dimensions.reduce((product, dimension) => product * dimension, 1)
  if (size !== values.length) {
    throw new Error(`Tensor ${name} holds ${values.length} values for shape [${dimensions.join(', ')}]`)
  }
  const message = new ProtobufWriter()
  for (const dimension of dimensions) message.integer(1, dimension)
  message.integer(2, element).text(8, name)
  return message.bytes(9, new Uint8Array(values.buffer, values.byteOffset, values.byteLength))
}

function valueInfo(name: string, shape: readonly Dimension[], element = ELEMENT_FLOAT32): ProtobufWriter {
  const dimensions = new ProtobufWriter()
  for (const size of shape) {
    const dimension = new ProtobufWriter()
    dimensions.message(1, typeof size === 'string' ? dimension.text(2, size) : dimension.integer(1, size))
  }
  const tensorType = new ProtobufWriter().integer(1, element).message(2, dimensions)
  return new ProtobufWriter().text(1, name).message(2, new ProtobufWriter().message(1, tensorType))
}
