import { createRequire } from 'node:module'
import { describe, expect, it } from 'vitest'
import { MobileNetV3Small } from './mobilenet-v3-small'
import { OnnxGraph } from './onnx-graph'
import type { Weight } from './tfjs-model'

type Tensor = { data: Float32Array; dims: readonly number[] }
type Runtime = {
  Tensor: new (type: 'float32', data: Float32Array, dims: readonly number[]) => Tensor
  InferenceSession: {
    create(
      model: Uint8Array,
    ): Promise<{ run(feeds: Record<string, Tensor>): Promise<Record<string, Tensor>> }>
  }
}
const transformers = createRequire(import.meta.url).resolve('@xenova/transformers')
const runtime = createRequire(transformers)('onnxruntime-node') as Runtime

/** Answers any name that the network asks for: kernels of zeros, and a batch normalisation that is not neutral. */
class MadeWeights extends Map<string, Weight> {
  readonly asked = new Set<string>()

  constructor(private readonly shapes: (name: string) => readonly number[]) {
    super()
  }

  override get(name: string): Weight {
    this.asked.add(name)
    const shape = [...this.shapes(name)]
    const values = new Float32Array(shape.reduce((product, size) => product * size, 1))
    const value = { weight: 2, bias: 1, running_mean: 0.5, running_var: 4 }[name.split('.').at(-1)!] ?? 0
    const isKernel = name.endsWith('.0.weight') || name.includes('.fc')
    return { shape, values: values.fill(isKernel ? 0 : value) }
  }
}

const hardSwish = (x: number) => (x * Math.min(Math.max(x + 3, 0), 6)) / 6

describe('MobileNetV3Small', () => {
  it(
    'folds the batch normalisation, and gives maps and embedding of the right sizes',
    { timeout: 60_000 },
    async () => {
      const weights = new MadeWeights(shapeOf)
      const graph = new OnnxGraph('made')
      const network = new MobileNetV3Small(weights, graph, 'made')
      const map = network.lastMap(graph.input('pixels', ['batch', 3, 'height', 'width']))
      const pooled = graph.node('Flatten', [graph.node('GlobalAveragePool', [map], 'averages')], 'pooled')
      graph.node('Identity', [map], 'map')
      graph.node('Identity', [network.embedding(pooled)], 'embedding')
      graph.output('map', ['batch', 576, 'h', 'w'])
      graph.output('embedding', ['batch', 1024])
      const session = await runtime.InferenceSession.create(graph.finish())
      const pixels = new runtime.Tensor('float32', new Float32Array(3 * 64 * 96), [1, 3, 64, 96])
      const answer = await session.run({ pixels })
      expect(answer.map!.dims).toEqual([1, 576, 2, 3])
      // Kernels of zeros leave the shift: bias − mean · scale / √(variance + ε).
      const shift = 1 - (0.5 * 2) / Math.sqrt(4 + 1e-3)
      for (const value of answer.map!.data) expect(value).toBeCloseTo(hardSwish(shift), 3)
      expect(answer.embedding!.dims).toEqual([1, 1024])
      for (const value of answer.embedding!.data) expect(value).toBeCloseTo(hardSwish(1), 3)
    },
  )

  it('says which weights are missing', () => {
    const graph = new OnnxGraph('empty')
    const pixels = graph.input('pixels', ['batch', 3, 'height', 'width'])
    expect(() => new MobileNetV3Small(new Map(), graph, 'empty').lastMap(pixels)).toThrow(
      'features.0.0.weight',
    )
  })
})

/** Channels of each block: in, kernel, expanded, out; and those of its squeeze, where it has one. */
const BLOCKS = [
  [16, 3, 16, 16, 8],
  [16, 3, 72, 24],
  [24, 3, 88, 24],
  [24, 5, 96, 40, 24],
  [40, 5, 240, 40, 64],
  [40, 5, 240, 40, 64],
  [40, 5, 120, 48, 32],
  [48, 5, 144, 48, 40],
  [48, 5, 288, 96, 72],
  [96, 5, 576, 96, 144],
  [96, 5, 576, 96, 144],
] as const

function shapeOf(name: string): readonly number[] {
  if (name === 'classifier.0.weight') return [1024, 576]
  if (name === 'classifier.0.bias') return [1024]
  const kernel = kernelShape(name)
  return name.endsWith('.0.weight') || name.endsWith('fc1.weight') || name.endsWith('fc2.weight')
    ? kernel
    : [kernel[0]!]
}

function kernelShape(name: string): readonly number[] {
  if (name.startsWith('features.0.')) return [16, 3, 3, 3]
  if (name.startsWith('features.12.')) return [576, 96, 1, 1]
  const [, index, part] = /^features\.(\d+)\.block\.(\d+)\./.exec(name) ?? []
  const [input, size, expanded, output, squeeze] = BLOCKS[Number(index) - 1]!
  const parts = [
    ...(expanded === input ? [] : [[expanded, input, 1, 1]]),
    [expanded, 1, size, size],
    ...(squeeze ? [[]] : []),
    [output, expanded, 1, 1],
  ]
  if (name.includes('.fc1.')) return [squeeze!, expanded]
  if (name.includes('.fc2.')) return [expanded, squeeze!]
  return parts[Number(part)]!
}
