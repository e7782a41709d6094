import { diceFor, type Dice } from '../dice'
import { makePhoto } from '../factories/photo'
import type { PoolPicture } from '../picture-pool'
import type { PlannedLot, World } from './world'

/** One to three photos for each lot, each a row of its own over the shared files, with what the model said of it. */
export function planPhotos(
  world: World,
  lots: readonly PlannedLot[],
  pool: readonly PoolPicture[],
  dice: Dice = diceFor('photos'),
): void {
  const uses = new Map<PoolPicture, number>()
  for (const lot of lots) {
    const chosen = choosePictures(dice, uses, picturesOf(lot, pool))
    for (const [position, picture] of chosen.entries()) addPhoto(world, dice, lot, picture, position)
  }
}

/** The pictures that show a lot's product best: of its labels, else of its type, else of what it looks like. */
function picturesOf({ product }: PlannedLot, pool: readonly PoolPicture[]): PoolPicture[] {
  const typed = pool.filter(({ materials }) => materials.includes(product.material))
  const labelled = typed.filter(({ label }) => label !== null && product.labels?.includes(label))
  if (labelled.length > 0) return labelled
  if (typed.length > 0 || !product.looksLike) return typed
  const { looksLike } = product
  return pool.filter(({ materials }) => materials.includes(looksLike))
}

/** One to three pictures, those least shown so far first. */
function choosePictures(
  dice: Dice,
  uses: Map<PoolPicture, number>,
  pictures: readonly PoolPicture[],
): PoolPicture[] {
  const count = dice.pick([1, 1, 2, 2, 3])
  const usesOf = (picture: PoolPicture) => uses.get(picture) ?? 0
  const chosen = dice
    .shuffle(pictures)
    .sort((a, b) => usesOf(a) - usesOf(b))
    .slice(0, count)
  for (const picture of chosen) uses.set(picture, usesOf(picture) + 1)
  return chosen
}

function addPhoto(world: World, dice: Dice, lot: PlannedLot, picture: PoolPicture, position: number): void {
  const { sha256, storageKey, filesSha256, width, height, isSynthetic, said, vector } = picture
  const createdAtMs = lot.row.createdAtMs - (4 - position) * 20_000
  const id = dice.id(createdAtMs)
  const { organisationId, id: lotId } = lot.row
  world.rows.photos.push(
    makePhoto({
      id,
      organisationId,
      lotId,
      position,
      sha256,
      storageKey,
      filesSha256,
      width,
      height,
      isSynthetic,
      createdAtMs,
    }),
  )
  if (said) world.rows.classifications.push({ photoId: id, ...said, classifiedAtMs: createdAtMs + 5000 })
  if (said && vector) {
    world.rows.embeddings.push({ photoId: id, modelVersion: said.modelVersion, vector })
  }
}
