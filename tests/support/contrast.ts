import sharp from 'sharp'
import type { Zone } from '~/core/zone'

/** How far light and dark are apart in a part of a picture. */
export async function contrastIn(bytes: Uint8Array, zone: Zone): Promise<number> {
  const { width = 0, height = 0 } = await sharp(bytes).metadata()
  const part = (thousandths: number, whole: number) => Math.floor((thousandths * whole) / 1000)
  const box = { left: part(zone.x, width), top: part(zone.y, height) }
  const size = { width: part(zone.width, width), height: part(zone.height, height) }
  const { channels } = await sharp(bytes)
    .extract({ ...box, ...size })
    .greyscale()
    .stats()
  return channels[0]!.stdev
}
