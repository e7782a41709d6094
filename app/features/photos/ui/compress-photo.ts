import { fitWithin } from '../model/fit-within'

const MAX_SIDE_PX = 1600
const JPEG_QUALITY = 0.8

/**
 * A photo redrawn in the browser as an upright JPEG of at most 1600 px, without its metadata: some 300 kB instead of
 * several MB on a slow uplink. A file that the browser cannot draw comes back as it is, for the server to judge.
 */
export async function compressPhoto(file: File): Promise<Blob> {
  try {
    const image = await createImageBitmap(file, { imageOrientation: 'from-image' })
    const { width, height } = fitWithin(image, MAX_SIDE_PX)
    const canvas = document.createElement('canvas')
    canvas.width = width
    canvas.height = height
    const context = canvas.getContext('2d')
    if (!context) return file
    context.fillStyle = '#ffffff'
    context.fillRect(0, 0, width, height)
    context.drawImage(image, 0, 0, width, height)
    image.close()
    return (await toJpeg(canvas)) ?? file
  } catch {
    return file
  }
}

function toJpeg(canvas: HTMLCanvasElement): Promise<Blob | null> {
  return new Promise((resolve) => canvas.toBlob(resolve, 'image/jpeg', JPEG_QUALITY))
}
