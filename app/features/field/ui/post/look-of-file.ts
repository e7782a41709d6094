import { LOOK_SIDE, lookOf, type PhotoLook } from '../../model/post/photo-look'

/** Halfway between a photo and its look: browsers shrink well by a few times only. */
const HALFWAY_SIDE = 256

/** What a photo looks like; null when the browser cannot draw it. */
export async function lookOfFile(file: File): Promise<PhotoLook | null> {
  try {
    const image = await createImageBitmap(file, { imageOrientation: 'from-image' })
    const halfway = squareOf(image, HALFWAY_SIDE)
    image.close()
    const small = halfway && squareOf(halfway.canvas, LOOK_SIDE)
    return small && lookOf(small.getImageData(0, 0, LOOK_SIDE, LOOK_SIDE).data)
  } catch {
    return null
  }
}

function squareOf(source: CanvasImageSource, side: number): CanvasRenderingContext2D | null {
  const canvas = document.createElement('canvas')
  canvas.width = side
  canvas.height = side
  const context = canvas.getContext('2d', { willReadFrequently: true })
  if (!context) return null
  context.imageSmoothingEnabled = true
  context.imageSmoothingQuality = 'high'
  context.drawImage(source, 0, 0, side, side)
  return context
}
