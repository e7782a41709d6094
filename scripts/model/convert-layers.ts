import type { OnnxGraph } from './onnx-graph'
import type { GraphNode, TfjsModel, Weight } from './tfjs-model'
import { transpose } from './transpose'

/** Activations that TensorFlow fuses into a convolution; the bias is an input of the ONNX operator. */
const FUSED_BIAS = 'BiasAdd'

/**
 * Translates the part of a TensorFlow.js convolution graph (layout NHWC) that a set of layers depends on into
 * ONNX operators (layout NCHW). Only what MobileNetV3, the head of CenterNet and BlazeFace are made of is known; any
 * other operator throws.
 */
export class LayerConverter {
  private readonly done = new Map<string, string>()

  /** `imageInput` names the graph's input: RGB planes in the value range the source model expects. */
  constructor(
    private readonly model: TfjsModel,
    private readonly onnx: OnnxGraph,
    private readonly imageInput: string,
  ) {}

  /** The ONNX tensor that holds a source layer's output, converted with all it depends on. */
  convert(layer: string): string {
    const known = this.done.get(layer)
    if (known !== undefined) return known
    const node = this.model.nodes.get(layer)
    if (!node) throw new Error(`The source graph has no layer ${layer}`)
    const output = this.convertNode(node)
    this.done.set(layer, output)
    return output
  }

  private convertNode(node: GraphNode): string {
    switch (node.op) {
      case 'Placeholder':
        return this.imageInput
      case 'Const':
        return this.convertConstant(node.name)
      case 'Identity':
        return this.convert(inputOf(node, 0))
      case 'Add':
      case 'AddV2':
        return this.onnx.node('Add', this.convertOperands(node), node.name)
      case 'Mul':
        return this.onnx.node('Mul', this.convertOperands(node), node.name)
      case 'Relu6':
        return this.clipAtSix(this.convert(inputOf(node, 0)), node.name)
      case 'Relu':
      case 'Sigmoid':
        return this.onnx.node(node.op, [this.convert(inputOf(node, 0))], node.name)
      case 'ConcatV2':
        // Of channels in these networks, the last axis there and the second here.
        return this.onnx.node('Concat', this.convertOperands(node), node.name, { axis: 1 })
      case 'MaxPool':
        return this.onnx.node('MaxPool', [this.convert(inputOf(node, 0))], node.name, {
          kernel_shape: spatial(node, node.attr.ksize),
          strides: spatial(node, node.attr.strides),
          auto_pad: 'SAME_UPPER',
        })
      case 'Pad':
        return this.convertPadding(node)
      case 'ResizeBilinear':
        return this.convertDoubling(node)
      case 'Mean':
        // Every mean of this network is over the two spatial axes, kept as size one (squeeze and excitation).
        return this.onnx.node('GlobalAveragePool', [this.convert(inputOf(node, 0))], node.name)
      case 'Conv2D':
      case '_FusedConv2D':
        return this.convertConvolution(node, false)
      case 'DepthwiseConv2dNative':
      case 'FusedDepthwiseConv2dNative':
        return this.convertConvolution(node, true)
      default:
        throw new Error(`Operator ${node.op} of layer ${node.name} is not one this converter knows`)
    }
  }

  private convertOperands(node: GraphNode): string[] {
    return [this.convert(inputOf(node, 0)), this.convert(inputOf(node, 1))]
  }

  private convertConstant(name: string): string {
    const { shape, values } = this.weight(name)
    if (shape.length > 1) throw new Error(`Constant ${name} has ${shape.length} axes; expected 0 or 1`)
    // A vector of channels broadcasts along the channel axis, which is the third from the end in NCHW.
    return this.onnx.constant(name, shape.length === 1 ? [values.length, 1, 1] : [], values)
  }

  /** Zeros around a layer; the pairs «before, after» are per axis, in another order here and there. */
  private convertPadding(node: GraphNode): string {
    const { values } = this.weight(inputOf(node, 1))
    const pair = (axis: number) => [values[2 * axis] ?? 0, values[2 * axis + 1] ?? 0] as const
    const pairs = [0, 3, 1, 2].map(pair)
    const pads = this.onnx.integers(
      `${node.name}/pads`,
      [0, 1].flatMap((end) => pairs.map((one) => one[end] ?? 0)),
    )
    return this.onnx.node('Pad', [this.convert(inputOf(node, 0)), pads], node.name)
  }

  /** These networks enlarge a layer to twice its size, a pixel's corner staying where it is. */
  private convertDoubling(node: GraphNode): string {
    const scales = this.onnx.constant('doubling', [4], Float32Array.of(1, 1, 2, 2))
    const inputs = [this.convert(inputOf(node, 0)), '', scales]
    return this.onnx.node('Resize', inputs, node.name, {
      mode: 'linear',
      coordinate_transformation_mode: 'asymmetric',
    })
  }

  private convertConvolution(node: GraphNode, depthwise: boolean): string {
    const kernel = this.weight(inputOf(node, 1))
    const [height, width, channelsIn, channelsOut] = kernel.shape
    if (!height || !width || !channelsIn || !channelsOut) throw new Error(`No kernel shape for ${node.name}`)
    const moved = transpose(kernel.values, kernel.shape, depthwise ? [2, 3, 0, 1] : [3, 2, 0, 1])
    const shape = depthwise ? [channelsIn * channelsOut, 1, height, width] : moved.shape
    const inputs = [
      this.convert(inputOf(node, 0)),
      this.onnx.weights(`${node.name}/kernel`, shape, moved.values),
    ]
    const fused = (node.attr.fused_ops?.list.s ?? []).map(fromBase64)
    if (fused.includes(FUSED_BIAS)) {
      const bias = this.weight(inputOf(node, 2))
      inputs.push(this.onnx.weights(`${node.name}/bias`, bias.shape, bias.values))
    }
    const sum = this.onnx.node('Conv', inputs, `${node.name}/sum`, {
      kernel_shape: [height, width],
      strides: spatial(node, node.attr.strides),
      group: depthwise ? channelsIn : 1,
      auto_pad: fromBase64(node.attr.padding?.s ?? '') === 'SAME' ? 'SAME_UPPER' : 'VALID',
    })
    return this.activate(node.name, sum, fused)
  }

  private activate(layer: string, sum: string, fused: readonly string[]): string {
    const activation = fused.find((name) => name !== FUSED_BIAS)
    if (activation === undefined) return sum
    if (activation === 'Relu') return this.onnx.node('Relu', [sum], layer)
    if (activation === 'Relu6') return this.clipAtSix(sum, layer)
    throw new Error(`Activation ${activation} of layer ${layer} is not one this converter knows`)
  }

  private clipAtSix(input: string, output: string): string {
    const low = this.shared('clip/low', 0)
    return this.onnx.node('Clip', [input, low, this.shared('clip/high', 6)], output)
  }

  private shared(name: string, value: number): string {
    if (!this.done.has(name)) this.done.set(name, this.onnx.constant(name, [], Float32Array.of(value)))
    return name
  }

  private weight(name: string): Weight {
    const weight = this.model.weights.get(name)
    if (!weight) throw new Error(`The source model has no weights ${name}`)
    return weight
  }
}

function inputOf(node: GraphNode, index: number): string {
  const input = node.input[index]
  if (input === undefined) throw new Error(`Layer ${node.name} has no input ${index}`)
  return input.replace(/:\d+$/, '')
}

/** The two middle numbers of an attribute that has one for each axis. */
function spatial(node: GraphNode, attribute: GraphNode['attr']['strides']): number[] {
  const numbers = attribute?.list.i.map(Number)
  if (numbers?.length !== 4) throw new Error(`Layer ${node.name} has no strides or sizes`)
  return numbers.slice(1, 3)
}

function fromBase64(text: string): string {
  return Buffer.from(text, 'base64').toString('utf8')
}
