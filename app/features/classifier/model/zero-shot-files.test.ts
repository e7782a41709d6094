import { describe, expect, it } from 'vitest'
import { chooseLayout, frameOf } from './zero-shot-files'

const split = (isQuantized: boolean) => ({
  vision: { name: 'vision_model', isQuantized },
  text: { name: 'text_model', isQuantized },
})
const joint = (isQuantized: boolean) => ({
  vision: { name: 'model', isQuantized },
  text: { name: 'model', isQuantized },
})

describe('chooseLayout', () => {
  it.each([
    [['onnx/model.onnx'], joint(false)],
    [['onnx/model.onnx', 'onnx/model_quantized.onnx'], joint(true)],
    [['onnx/model.onnx', 'onnx/vision_model.onnx', 'onnx/text_model.onnx'], split(false)],
    [['onnx/model_quantized.onnx', 'onnx/vision_model.onnx'], joint(true)],
    [
      ['vision_model', 'text_model'].flatMap((name) => [`onnx/${name}.onnx`, `onnx/${name}_quantized.onnx`]),
      split(true),
    ],
    [['onnx/vision_model.onnx', 'onnx/text_model_quantized.onnx'], null],
    [['model.onnx'], null],
    [[], null],
  ])('of %j', (paths, layout) => {
    expect(chooseLayout(paths)).toEqual(layout)
  })
})

describe('frameOf', () => {
  it.each([
    ['CLIP, old style', { size: 224, crop_size: 224, do_center_crop: true }, { sidePx: 224, fit: 'middle' }],
    [
      'CLIP',
      { size: { shortest_edge: 224 }, crop_size: { height: 224, width: 224 }, do_center_crop: true },
      { sidePx: 224, fit: 'middle' },
    ],
    ['SigLIP', { size: { height: 384, width: 384 } }, { sidePx: 384, fit: 'squash' }],
    ['an oblong', { size: { height: 384, width: 128 } }, null],
    ['a crop without a size', { size: 224, do_center_crop: true }, null],
    ['something huge', { size: 100_000 }, null],
    ['nothing', {}, null],
  ])('of %s', (_name, preprocessing, frame) => {
    expect(frameOf(preprocessing)).toEqual(frame)
  })
})
