import { nowMs } from '~/core/clock'
import { ok, refused, type Result } from '~/core/result'
import { checkDocument, scanDocument } from '~/features/attachments/check-document.server'
import { cleanFileName } from '~/features/attachments/model/attachment'
import { can, type Actor } from '~/features/organisations/model/permissions'
import { formatOfBytes } from '~/features/photos/model/signature'
import { makeRenditions } from '~/features/photos/renditions.server'
import { recordChange } from '~/platform/changes.server'
import { sha256 } from '~/platform/sha256.server'
import { newStorageKey, removeFile, storeFile } from '~/platform/storage.server'
import { withTx } from '~/platform/transaction.server'
import { MAX_MATERIAL_FILES, type Material } from '../model/workshop'
import {
  countMaterialFiles,
  findMaterialRow,
  findWorkshopRow,
  insertMaterial,
} from '../repo/workshops.server'

type AddMaterialFile = {
  actor: Actor
  workshopId: string
  /** Made by the client: sending the same file twice stores it once. */
  id: string
  title: string
  bytes: Uint8Array
  /** The client's file name. */
  name: string
}

type Kept = Omit<NonNullable<Material['file']>, 'sizeBytes'> & { ending: string; bytes: Uint8Array }

/**
 * Adds a file to what a workshop hands out: a PDF as it was sent, a picture re-encoded without metadata, both under a
 * key that no one can guess. Refuses what documents and photos are refused for, at the field `file`; more than
 * `MAX_MATERIAL_FILES` (`workshop-files`); and an id that another workshop uses (`conflict`).
 */
export async function addMaterialFile(input: AddMaterialFile): Promise<Result<null>> {
  const { actor, workshopId, id, title } = input
  if (!can(actor, 'programme:manage')) return refused('forbidden')
  const made = await kept(input)
  if (!made.ok) return made
  const { bytes, name: fileName, mimeType, ending } = made.value
  const storageKey = `${newStorageKey()}-${ending}`
  await storeFile('documents', storageKey, bytes)
  let isNew = false
  const added = await withTx(async (tx): Promise<Result<null>> => {
    if (!(await findWorkshopRow(tx, workshopId))) return refused('not-found')
    const known = await findMaterialRow(tx, id)
    if (known) return known.workshopId === workshopId ? ok(null) : refused('conflict', { field: 'file' })
    if ((await countMaterialFiles(tx, workshopId)) >= MAX_MATERIAL_FILES)
      return refused('workshop-files', { field: 'file', params: { max: MAX_MATERIAL_FILES } })
    await insertMaterial(tx, {
      ...{ id, workshopId, title, url: '', createdAtMs: nowMs() },
      ...{ storageKey, fileName, mimeType, sizeBytes: bytes.byteLength, sha256: sha256(bytes) },
    })
    await recordChange(tx, {
      ...{ entity: 'workshop', entityId: workshopId, kind: 'material-added', actorUserId: actor.userId },
    })
    isNew = true
    return ok(null)
  })
  if (!isNew) await removeFile('documents', storageKey)
  return added
}

async function kept({ bytes, name }: AddMaterialFile): Promise<Result<Kept>> {
  const plain = cleanFileName(name)
  if (formatOfBytes(bytes) === null) {
    const checked = checkDocument(bytes, { name, field: 'file' })
    if (!checked.ok) return checked
    const scanned = await scanDocument(bytes, { name, field: 'file' })
    if (!scanned.ok) return scanned
    return ok({ bytes, name: plain, mimeType: 'application/pdf', ending: 'material.pdf' })
  }
  const made = await makeRenditions(bytes, name)
  if (!made.ok) return { ok: false, error: { ...made.error, field: 'file' } }
  const picture = made.value.files.find(({ format }) => format === 'jpg')
  if (!picture) throw new Error('A photo has no JPEG rendition')
  const stem = plain.replace(/\.pdf$/, '').replace(/\.[a-z]{3,4}$/i, '')
  return ok({ bytes: picture.bytes, name: `${stem}.jpg`, mimeType: 'image/jpeg', ending: 'material.jpg' })
}
