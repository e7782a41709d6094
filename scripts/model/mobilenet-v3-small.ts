import type { OnnxGraph } from './onnx-graph'
import type { Weight } from './tfjs-model'

type Activation = 'relu' | 'hard-swish' | 'none'
type Block = {
  input: number
  kernel: number
  expanded: number
  output: number
  excites: boolean
  activation: Activation
  stride: number
}

/** The blocks of MobileNetV3-Small (Howard et al. 2019, table 2). */
const BLOCKS: readonly Block[] = (
  [
    [16, 3, 16, 16, true, 'relu', 2],
    [16, 3, 72, 24, false, 'relu', 2],
    [24, 3, 88, 24, false, 'relu', 1],
    [24, 5, 96, 40, true, 'hard-swish', 2],
    [40, 5, 240, 40, true, 'hard-swish', 1],
    [40, 5, 240, 40, true, 'hard-swish', 1],
    [40, 5, 120, 48, true, 'hard-swish', 1],
    [48, 5, 144, 48, true, 'hard-swish', 1],
    [48, 5, 288, 96, true, 'hard-swish', 2],
    [96, 5, 576, 96, true, 'hard-swish', 1],
    [96, 5, 576, 96, true, 'hard-swish', 1],
  ] as const
).map(([input, kernel, expanded, output, excites, activation, stride]) => ({
  input,
  kernel,
  expanded,
  output,
  excites,
  activation,
  stride,
}))
const BATCH_NORM_EPSILON = 1e-3
/** Means and deviations of red, green and blue that the network was trained with (torchvision). */
const MEANS = [0.485, 0.456, 0.406]
const DEVIATIONS = [0.229, 0.224, 0.225]

/**
 * Adds a MobileNetV3-Small to graphs, from weights named as torchvision names them, under names that begin with
 * `prefix`. Weights are added once, however often the network is applied.
 */
export class MobileNetV3Small {
  private nodes = 0

  constructor(
    private readonly weights: ReadonlyMap<string, Weight>,
    private readonly onnx: OnnxGraph,
    private readonly prefix: string,
  ) {}

  /** From `pixels` (batch × 3 × height × width, 0 to 1) to the last map: batch × 576 × height / 32 × width / 32. */
  lastMap(pixels: string): string {
    let x = this.convolve(this.normalise(pixels), 'features.0', { activation: 'hard-swish', stride: 2 })
    BLOCKS.forEach((block, index) => (x = this.block(x, `features.${index + 1}.block`, block)))
    return this.convolve(x, 'features.12', { activation: 'hard-swish' })
  }

  /** The layer before the last, batch × 1024, from the averages of the last map (batch × 576). */
  embedding(pooled: string): string {
    const { shape } = this.weight('classifier.0.weight')
    const inputs = [
      pooled,
      this.kept('classifier.0.weight', shape),
      this.kept('classifier.0.bias', [shape[0]!]),
    ]
    return this.hardSwish(this.node('Gemm', inputs, { transB: 1 }))
  }

  private normalise(pixels: string): string {
    const means = this.constant('means', [3, 1, 1], Float32Array.from(MEANS))
    const deviations = this.constant('deviations', [3, 1, 1], Float32Array.from(DEVIATIONS))
    return this.node('Div', [this.node('Sub', [pixels, means]), deviations])
  }

  private block(
    x: string,
    name: string,
    { input, expanded, output, excites, activation, stride }: Block,
  ): string {
    let part = 0
    let inner = x
    if (expanded !== input) inner = this.convolve(inner, `${name}.${part++}`, { activation })
    inner = this.convolve(inner, `${name}.${part++}`, { activation, stride })
    if (excites) inner = this.excite(inner, `${name}.${part++}`)
    inner = this.convolve(inner, `${name}.${part}`, { activation: 'none' })
    return stride === 1 && input === output ? this.node('Add', [inner, x]) : inner
  }

  /** A convolution with its batch normalisation folded in. */
  private convolve(
    x: string,
    name: string,
    { activation, stride = 1 }: { activation: Activation; stride?: number },
  ): string {
    const { shape, values } = this.weight(`${name}.0.weight`)
    const [outputs = 1, perGroup = 1, size = 1] = shape
    const [scale, shift, mean, variance] = ['weight', 'bias', 'running_mean', 'running_var'].map(
      (part) => this.weight(`${name}.1.${part}`).values,
    )
    const factors = Float32Array.from(
      { length: outputs },
      (_, channel) => scale![channel]! / Math.sqrt(variance![channel]! + BATCH_NORM_EPSILON),
    )
    const each = values.length / outputs
    const kernel = values.map((value, index) => value * factors[Math.floor(index / each)]!)
    const bias = factors.map((factor, channel) => shift![channel]! - mean![channel]! * factor)
    const padding = (size - 1) / 2
    const sum = this.node(
      'Conv',
      [x, this.folded(`${name}/kernel`, shape, kernel), this.folded(`${name}/bias`, [outputs], bias)],
      {
        kernel_shape: [size, size],
        strides: [stride, stride],
        pads: [padding, padding, padding, padding],
        group: perGroup === 1 ? outputs : 1,
      },
    )
    if (activation === 'relu') return this.node('Relu', [sum])
    return activation === 'hard-swish' ? this.hardSwish(sum) : sum
  }

  /** Squeeze and excitation: each channel weighed by what all channels average to. */
  private excite(x: string, name: string): string {
    const dense = (input: string, layer: string) => {
      const { shape } = this.weight(`${name}.${layer}.weight`)
      const [outputs = 1, inputs = 1] = shape
      return this.node('Conv', [
        input,
        this.kept(`${name}.${layer}.weight`, [outputs, inputs, 1, 1]),
        this.kept(`${name}.${layer}.bias`, [outputs]),
      ])
    }
    const squeezed = this.node('Relu', [dense(this.node('GlobalAveragePool', [x]), 'fc1')])
    return this.node('Mul', [x, this.hardSigmoid(dense(squeezed, 'fc2'))])
  }

  private hardSwish(x: string): string {
    return this.node('Mul', [x, this.hardSigmoid(x)])
  }

  /** min(max(x + 3, 0), 6) / 6, spelt out: ONNX gives the operator another slope by default. */
  private hardSigmoid(x: string): string {
    const [three, zero, six] = [3, 0, 6].map((value) =>
      this.constant(`scalar/${value}`, [], Float32Array.of(value)),
    )
    const clipped = this.node('Clip', [this.node('Add', [x, three!]), zero!, six!])
    return this.node('Div', [clipped, six!])
  }

  private node(
    operator: string,
    inputs: readonly string[],
    attributes: Readonly<Record<string, number | readonly number[]>> = {},
  ): string {
    return this.onnx.node(operator, inputs, `${this.prefix}/${this.nodes++}`, attributes)
  }

  private constant(name: string, shape: readonly number[], values: Float32Array): string {
    return this.onnx.constant(`${this.prefix}/${name}`, shape, values)
  }

  private folded(name: string, shape: readonly number[], values: Float32Array): string {
    return this.onnx.weights(`${this.prefix}/${name}`, shape, values)
  }

  private kept(name: string, shape: readonly number[]): string {
    return this.folded(name, shape, this.weight(name).values)
  }

  private weight(name: string): Weight {
    const weight = this.weights.get(name)
    if (!weight) throw new Error(`The source model has no weights ${name}`)
    return weight
  }
}
