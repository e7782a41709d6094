import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { AutoModel, Tensor, env } from '@xenova/transformers'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { LayerConverter } from './convert-layers'
import { pipelineConfig } from './model-folder'
import { OnnxGraph } from './onnx-graph'
import type { GraphNode, TfjsModel, Weight } from './tfjs-model'

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'gisement-layers-'))
  env.allowRemoteModels = false
  env.localModelPath = folder
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function base64(text: string): string {
  return Buffer.from(text).toString('base64')
}

function convolution(name: string, op: string, input: string, fused: string[]): GraphNode {
  return {
    name,
    op,
    input: [input, `${name}/kernel`, `${name}/bias`],
    attr: {
      padding: { s: base64('SAME') },
      strides: { list: { i: ['1', '1', '1', '1'] } },
      fused_ops: { list: { s: fused.map(base64) } },
    },
  }
}

function modelOf(nodes: GraphNode[], weights: Record<string, Weight>): TfjsModel {
  return { nodes: new Map(nodes.map((node) => [node.name, node])), weights: new Map(Object.entries(weights)) }
}

const image: GraphNode = { name: 'image', op: 'Placeholder', input: [], attr: {} }

/** Runs one converted layer on a 2 × 2 image of one channel. */
async function run(model: TfjsModel, layer: string, pixels: number[]): Promise<number[]> {
  const graph = new OnnxGraph('test')
  const input = graph.input('pixel_values', [1, 1, 2, 2])
  const output = new LayerConverter(model, graph, input).convert(layer)
  graph.output(output, [1, 'channels', 'rows', 'columns'])
  mkdirSync(path.join(folder, layer, 'onnx'), { recursive: true })
  writeFileSync(path.join(folder, layer, 'onnx', 'model.onnx'), graph.finish())
  writeFileSync(path.join(folder, layer, 'config.json'), JSON.stringify(pipelineConfig([])))
  const session = await AutoModel.from_pretrained(layer, { quantized: false })
  const values = new Tensor('float32', Float32Array.from(pixels), [1, 1, 2, 2])
  const answer = (await session({ pixel_values: values })) as Record<string, { data: Float32Array }>
  return [...(answer[output]?.data ?? [])]
}

describe('LayerConverter', () => {
  it('convolves from rows, columns, channels in and out, adds the bias, then clips at six', async () => {
    const model = modelOf([image, convolution('conv', '_FusedConv2D', 'image', ['BiasAdd', 'Relu6'])], {
      'conv/kernel': { shape: [1, 1, 1, 2], values: Float32Array.of(1, -1) },
      'conv/bias': { shape: [2], values: Float32Array.of(0.5, 3) },
    })
    expect(await run(model, 'conv', [1, 2, 4, 8])).toEqual([1.5, 2.5, 4.5, 6, 2, 1, 0, 0])
  })

  it('pads a depthwise kernel on all sides', async () => {
    const model = modelOf([image, convolution('depth', 'DepthwiseConv2dNative', 'image', ['BiasAdd'])], {
      'depth/kernel': { shape: [3, 3, 1, 1], values: new Float32Array(9).fill(1) },
      'depth/bias': { shape: [1], values: Float32Array.of(1) },
    })
    expect(await run(model, 'depth', [1, 2, 3, 4])).toEqual([11, 11, 11, 11])
  })

  it.each([
    { op: 'Relu', told: [0, 2, 0, 4] },
    { op: 'Sigmoid', told: [-1, 2, -3, 4].map((x): unknown => expect.closeTo(1 / (1 + Math.exp(-x)), 5)) },
    {
      op: 'MaxPool',
      attr: { ksize: { list: { i: ['1', '2', '2', '1'] } }, strides: { list: { i: ['1', '2', '2', '1'] } } },
      told: [4],
    },
    // Each pixel stays at the corner of the four that it becomes; between two, half of each.
    { op: 'ResizeBilinear', told: [-1, 0.5, 2, 2, -2, 0.5, 3, 3, -3, 0.5, 4, 4, -3, 0.5, 4, 4] },
  ])('knows $op', async ({ op, attr = {}, told }) => {
    const model = modelOf([image, { name: op, op, input: ['image'], attr }], {})
    expect(await run(model, op, [-1, 2, -3, 4])).toEqual(told)
  })

  it('adds channels of zeros behind those that are there, and puts layers behind each other', async () => {
    const pad = { name: 'pad', op: 'Pad', input: ['image', 'pad/sizes'], attr: {} }
    const both = { name: 'both', op: 'ConcatV2', input: ['pad', 'image', 'axis'], attr: {} }
    const sizes = { shape: [4, 2], values: Float32Array.of(0, 0, 0, 0, 0, 0, 0, 1) }
    const model = modelOf([image, pad, both], { 'pad/sizes': sizes })
    expect(await run(model, 'both', [1, 2, 3, 4])).toEqual([1, 2, 3, 4, 0, 0, 0, 0, 1, 2, 3, 4])
  })

  it('refuses operators and layers it does not know', () => {
    const odd: GraphNode = { name: 'odd', op: 'Softplus', input: ['image'], attr: {} }
    const converter = new LayerConverter(modelOf([image, odd], {}), new OnnxGraph('test'), 'image')
    expect(() => converter.convert('odd')).toThrow('Softplus')
    expect(() => converter.convert('nowhere')).toThrow('no layer nowhere')
  })
})

describe('OnnxGraph', () => {
  it('refuses a constant whose values do not fill its shape', () => {
    expect(() => new OnnxGraph('test').constant('k', [2, 2], Float32Array.of(1))).toThrow('shape [2, 2]')
  })
})
