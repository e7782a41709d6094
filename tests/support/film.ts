import fs from 'node:fs'
import { qrPathOf } from '~/features/labels/model/qr-path'
import { qrModules } from '~/features/labels/qr-modules'

/** A film in the format of Chromium's pretended camera (YUV4MPEG2, 4:2:0), small so that it is written at once. */
const WIDTH = 640
const HEIGHT = 480
const FRAMES_PER_SECOND = 10
/** Brightness of the wall, of paper in the shade and of ink: a label in a corridor, not a drawing on a screen. */
const WALL = 96
const PAPER = 200
const INK = 40
const COLOURLESS = 128

/**
 * Writes what a phone films that comes nearer to a label: a bare wall, then the code drifting and growing, with noise.
 * The film begins again at its end.
 */
export function filmLabel(file: string, text: string): void {
  const modules = qrModules(text)
  const { size: side } = qrPathOf(modules)
  const quiet = (side - modules.length) / 2
  const isDark = (x: number, y: number) => modules[y - quiet]?.[x - quiet] === true
  const frames = Array.from({ length: 30 }, (_, index) => frame(index, side, isDark))
  const head = `YUV4MPEG2 W${WIDTH} H${HEIGHT} F${FRAMES_PER_SECOND}:1 Ip A1:1 C420jpeg\n`
  fs.writeFileSync(file, Buffer.concat([Buffer.from(head), ...frames]))
}

function frame(index: number, side: number, isDark: (x: number, y: number) => boolean): Buffer {
  const luma = Buffer.alloc(WIDTH * HEIGHT)
  const scale = 5 + index * 0.12
  const left = WIDTH / 2 - (side * scale) / 2 + 30 * Math.sin(index / 5)
  const top = HEIGHT / 2 - (side * scale) / 2 + 12 * Math.cos(index / 4)
  const isWall = index < 5
  for (let y = 0; y < HEIGHT; y++) {
    for (let x = 0; x < WIDTH; x++) {
      const column = Math.floor((x - left) / scale)
      const row = Math.floor((y - top) / scale)
      const isPaper = !isWall && column >= 0 && row >= 0 && column < side && row < side
      const bright = isPaper ? (isDark(column, row) ? INK : PAPER) : WALL
      luma[y * WIDTH + x] = bright + ((x * 7 + y * 13 + index * 29) % 17) - 8
    }
  }
  const colour = Buffer.alloc((WIDTH * HEIGHT) / 2, COLOURLESS)
  return Buffer.concat([Buffer.from('FRAME\n'), luma, colour])
}
