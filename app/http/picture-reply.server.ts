import { pngOf } from '~/platform/picture.server'
import { downloadFile } from './replies.server'

/** Twice the drawing's own width, so that it stays sharp on a slide. */
const PNG_WIDTH = 1600

/** A drawing to download, as it is or as a picture of dots. */
export async function pictureReply(svg: string, name: string, kind: 'svg' | 'png'): Promise<Response> {
  return kind === 'svg'
    ? downloadFile(new Uint8Array(Buffer.from(svg, 'utf8')), `${name}.svg`, 'image/svg+xml')
    : downloadFile(await pngOf(svg, PNG_WIDTH), `${name}.png`, 'image/png')
}
