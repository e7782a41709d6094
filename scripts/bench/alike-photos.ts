import fs from 'node:fs'
import path from 'node:path'
import sharp, { type Sharp } from 'sharp'
import { isAlike } from '~/features/field/model/post/alike-groups'
import { LOOK_SIDE, lookOf, type PhotoLook } from '~/features/field/model/post/photo-look'

/**
 * Measures how well the bounds of alike photos tell: of each photo of a folder (one folder per kind), how many of six
 * new takes of it fall within them, and how many pairs of different photos do.
 * Run: npm run bench:alike-photos -- <folder> [photos per kind]
 */
const [folder, perKind = '8'] = process.argv.slice(2)
if (!folder) {
  console.error('Name a folder that holds one folder of photos per kind of material.')
  process.exit(1)
}

const files = photosUnder(folder, Number(perKind))
const measured = []
for (const file of files) measured.push(await measure(file))
report(measured)

type Measured = { look: PhotoLook; takes: Record<string, PhotoLook> }

function photosUnder(root: string, count: number): string[] {
  const kinds = fs.readdirSync(root, { withFileTypes: true }).filter((entry) => entry.isDirectory())
  return kinds.flatMap(({ name }) =>
    fs
      .readdirSync(path.join(root, name))
      .filter((file) => /\.(jpe?g|png|webp)$/i.test(file))
      .sort()
      .slice(0, count)
      .map((file) => path.join(root, name, file)),
  )
}

async function measure(file: string): Promise<Measured> {
  const photo = await sharp(file).rotate().resize(640, 640, { fit: 'inside' }).png().toBuffer()
  const { width, height } = await sharp(photo).metadata()
  const part = (x: number, y: number, size: number) =>
    sharp(photo).extract({
      left: Math.floor(x * width),
      top: Math.floor(y * height),
      width: Math.floor(size * width),
      height: Math.floor(size * height),
    })
  return {
    look: await look(sharp(photo)),
    takes: {
      'moved 5 %': await look(part(0.05, 0.03, 0.95)),
      'moved 10 %': await look(part(0.1, 0.08, 0.9)),
      '15 % nearer': await look(part(0.075, 0.075, 0.85)),
      '3° askew': await look(await askew(photo)),
      'a fifth brighter': await look(sharp(photo).modulate({ brightness: 1.2 })),
      'a fifth darker': await look(sharp(photo).modulate({ brightness: 0.8 })),
    },
  }
}

async function askew(photo: Buffer): Promise<Sharp> {
  const turned = await sharp(photo).rotate(3).toBuffer({ resolveWithObject: true })
  const { width, height } = turned.info
  // The corners of a turned picture are empty.
  const edge = (length: number) => Math.round(length * 0.06)
  return sharp(turned.data).extract({
    left: edge(width),
    top: edge(height),
    width: width - 2 * edge(width),
    height: height - 2 * edge(height),
  })
}

async function look(picture: Sharp): Promise<PhotoLook> {
  const square = picture.removeAlpha().resize(LOOK_SIDE, LOOK_SIDE, { fit: 'fill' }).ensureAlpha()
  return lookOf(await square.raw().toBuffer())
}

function report(all: readonly Measured[]): void {
  const percent = (part: number, whole: number) => `${((100 * part) / whole).toFixed(2)} %`
  const names = Object.keys(all[0]?.takes ?? {})
  let found = 0
  for (const name of names) {
    const within = all.filter(({ look: own, takes }) => isAlike(own, takes[name]!)).length
    found += within
    console.log(`${name}: ${percent(within, all.length)}`)
  }
  console.log(`takes of one photo told alike: ${percent(found, names.length * all.length)}`)
  let pairs = 0
  let joined = 0
  all.forEach((one, at) => {
    for (const other of all.slice(at + 1)) {
      pairs += 1
      if (isAlike(one.look, other.look)) joined += 1
    }
  })
  console.log(`pairs of ${all.length} photos told alike: ${joined} of ${pairs} (${percent(joined, pairs)})`)
}
