/** Reads the QR code in a picture; null when there is none. */
export type QrDecoder = (picture: ImageBitmap | HTMLVideoElement) => Promise<string | null>

type Detector = { detect: (picture: CanvasImageSource) => Promise<{ rawValue: string }[]> }
type DetectorClass = {
  new (options: { formats: string[] }): Detector
  getSupportedFormats: () => Promise<string[]>
}

/** The side in pixels to which a picture is shrunk before our own reader looks at it. */
const SIDE_PX = 800

/** The browser's own reader of QR codes where it has one, else one that is loaded on demand. */
export async function openQrDecoder(): Promise<QrDecoder> {
  const own = await ownDetector()
  const read = await import('jsqr').then((module) => module.default)
  const canvas = document.createElement('canvas')
  return async (picture) => {
    const found = own && (await own.detect(picture).catch(() => []))
    if (found?.[0]) return found[0].rawValue
    const pixels = pixelsOf(picture, canvas)
    return pixels ? (read(pixels.data, pixels.width, pixels.height)?.data ?? null) : null
  }
}

async function ownDetector(): Promise<Detector | null> {
  const { BarcodeDetector } = window as { BarcodeDetector?: DetectorClass }
  if (!BarcodeDetector) return null
  const formats = await BarcodeDetector.getSupportedFormats().catch((): string[] => [])
  return formats.includes('qr_code') ? new BarcodeDetector({ formats: ['qr_code'] }) : null
}

function pixelsOf(picture: ImageBitmap | HTMLVideoElement, canvas: HTMLCanvasElement): ImageData | null {
  const [width, height] =
    picture instanceof HTMLVideoElement
      ? [picture.videoWidth, picture.videoHeight]
      : [picture.width, picture.height]
  if (width === 0 || height === 0) return null
  const scale = Math.min(1, SIDE_PX / Math.max(width, height))
  canvas.width = Math.round(width * scale)
  canvas.height = Math.round(height * scale)
  const context = canvas.getContext('2d', { willReadFrequently: true })
  if (!context) return null
  context.drawImage(picture, 0, 0, canvas.width, canvas.height)
  return context.getImageData(0, 0, canvas.width, canvas.height)
}
