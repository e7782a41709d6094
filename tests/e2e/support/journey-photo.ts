import fs from 'node:fs'
import path from 'node:path'
import { RECOGNISED_PICTURE, renderPicture } from '~db/seed/pictures/render-picture'

/** A photo that the model knows: a real one where a folder of photos is there, else one of our renderings. */
export async function journeyPhoto(): Promise<{
  file: { name: string; mimeType: string; buffer: Buffer }
  material: string
}> {
  const folder = path.resolve(process.env.GISEMENT_PHOTOS ?? '../shared/photos', 'brick')
  const real = fs.existsSync(folder) ? fs.readdirSync(folder).sort()[4] : undefined
  if (real) {
    const buffer = fs.readFileSync(path.join(folder, real))
    return { file: { name: 'mur.jpg', mimeType: 'image/jpeg', buffer }, material: 'brick' }
  }
  const buffer = await renderPicture(RECOGNISED_PICTURE)
  return {
    file: { name: 'rendu.jpg', mimeType: 'image/jpeg', buffer },
    material: RECOGNISED_PICTURE.material,
  }
}
