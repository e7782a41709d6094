import { answerOf, argsOf, requestAs } from '~tests/support/requests'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { newId } from '~/core/ids'
import { paths } from '~/core/paths'
import { MAX_ATTACHMENT_BYTES } from '~/features/attachments/model/attachment'
import { readDocument } from '~/features/attachments/read-document.server'
import type { Actor } from '~/features/organisations/model/permissions'
import { addMaterialFile } from '~/features/programme/commands/add-material-file.server'
import { planWorkshop, removeMaterial } from '~/features/programme/commands/plan-workshop.server'
import { MAX_MATERIAL_FILES } from '~/features/programme/model/workshop'
import { findMaterialFile, listMaterials } from '~/features/programme/queries/workshops.server'
import { workshopSchema } from '~/features/programme/schema'
import { runOnce } from '~/jobs/worker.server'
import { action, loader } from '~/routes/workshop/route'
import { loader as download } from '~/routes/workshop-file/route'
import { createActor } from '~tests/support/actors'
import { granted } from '~tests/support/answers'
import { openTestDatabase, type TestDatabase } from '~tests/support/deal'

let open: TestDatabase
let admin: Actor
let agent: Actor
let workshopId: string

const plan = () =>
  workshopSchema.parse({
    ...{ id: newId(), title: 'Repérer et déposer', audience: 'both', onDay: '2027-01-20' },
    ...{ fromHour: '09:30', untilHour: '16:30', place: 'Maison des projets', places: '3' },
  })

beforeAll(async () => {
  open = await openTestDatabase()
  admin = await createActor('admin')
  agent = await createActor('agent')
  workshopId = granted(await planWorkshop({ actor: admin, ...plan() })).id
})
afterAll(() => open.remove())

const pdf = (text = newId()) => new TextEncoder().encode(`%PDF-1.7\n${text}\n%%EOF\n`)
const add = (bytes: Uint8Array, name = 'support.pdf', more: { id?: string; actor?: Actor } = {}) =>
  addMaterialFile({ actor: admin, workshopId, id: newId(), title: 'Support', bytes, name, ...more })

async function downloaded(id: string, ofWorkshop = workshopId) {
  const params = { workshopId: ofWorkshop, materialId: id }
  return answerOf(download(argsOf(await requestAs(null, paths.workshopFile(ofWorkshop, id)), params)))
}

it('ASVS 5.2.2, 5.4.1: a PDF is kept as it was sent and downloaded under a harmless name, by whoever sees the workshop', async () => {
  const id = newId()
  const bytes = pdf('Support du jour')
  granted(await add(bytes, '../Support "jour".PDF', { id }))
  granted(await add(bytes, '../Support "jour".PDF', { id }))
  const answer = await downloaded(id)
  if (!(answer instanceof Response)) throw new Error('no file')
  expect(answer.headers.get('Content-Type')).toBe('application/pdf')
  expect(answer.headers.get('Content-Disposition')).toMatch(/^attachment; /)
  expect(answer.headers.get('Content-Disposition')).not.toContain('..')
  expect(new Uint8Array(await answer.arrayBuffer())).toEqual(bytes)
  expect(await listMaterials(workshopId)).toHaveLength(1)
  const other = granted(await planWorkshop({ actor: admin, ...plan() })).id
  expect(await downloaded(id, other)).toMatchObject({ status: 404 })
  expect(await downloaded(newId())).toMatchObject({ status: 404 })
})

it('a picture is re-encoded without what its camera wrote', async () => {
  const id = newId()
  const photo = await sharp({ create: { width: 60, height: 40, channels: 3, background: '#0e5a4a' } })
    .withExif({ IFD0: { Make: 'Appareil-Temoin' } })
    .jpeg()
    .toBuffer()
  expect(photo.includes('Appareil-Temoin')).toBe(true)
  granted(await add(new Uint8Array(photo), 'atelier.png', { id }))
  const file = await findMaterialFile(workshopId, id)
  expect(file).toMatchObject({ fileName: 'atelier.jpg', mimeType: 'image/jpeg' })
  const stored = Buffer.from((await readDocument(file!.storageKey, file!.sha256))!)
  expect(stored.includes('Appareil-Temoin')).toBe(false)
  expect((await sharp(stored).metadata()).format).toBe('jpeg')
})

it.each([
  ['a page named .pdf', new TextEncoder().encode('<script>alert(1)</script>'), 'document-type'],
  ['what is too heavy', new Uint8Array(MAX_ATTACHMENT_BYTES + 1), 'document-too-large'],
  ['a moving picture', new TextEncoder().encode('GIF89a, and more'), 'document-type'],
])('ASVS 5.2.1, 5.2.2: %s is refused at its field and leaves nothing', async (_name, bytes, code) => {
  const before = (await listMaterials(workshopId)).length
  expect(await add(bytes)).toMatchObject({ error: { code, field: 'file' } })
  expect(await listMaterials(workshopId)).toHaveLength(before)
})

it('is sent by the team alone, no more than a workshop may have', async () => {
  expect(await add(pdf(), 'a.pdf', { actor: agent })).toMatchObject({ error: { code: 'forbidden' } })
  const other = granted(await planWorkshop({ actor: admin, ...plan() })).id
  const send = () =>
    addMaterialFile({ actor: admin, workshopId: other, id: newId(), title: 'x', bytes: pdf(), name: 'x.pdf' })
  for (let sent = 0; sent < MAX_MATERIAL_FILES; sent++) granted(await send())
  expect(await send()).toMatchObject({ error: { code: 'workshop-files' } })
})

it('comes by the form of the page, which says what is missing, and its file goes with it', async () => {
  const post = async (fields: Record<string, string | File>) => {
    const form = new FormData()
    for (const [name, value] of Object.entries(fields)) form.set(name, value)
    const { headers, url } = await requestAs(admin, paths.workshop(workshopId))
    const request = new Request(url, { method: 'POST', headers, body: form })
    return answerOf(action(argsOf(request, { workshopId })))
  }
  const id = newId()
  const file = new File([pdf()], 'fiche.pdf', { type: 'application/pdf' })
  const empty = await post({ intent: 'add-file', id, title: 'Fiche' })
  expect(JSON.stringify(empty)).toContain('"file"')
  expect(await post({ intent: 'add-file', id, title: 'Fiche', file })).toMatchObject({ status: 302 })
  const shown = await loader(argsOf(await requestAs(null, paths.workshop(workshopId)), { workshopId }))
  expect(shown.materials.find((one) => one.id === id)).toMatchObject({ file: { name: 'fiche.pdf' } })
  const kept = (await findMaterialFile(workshopId, id))!
  granted(await removeMaterial(admin, workshopId, id))
  while (await runOnce('workshop-files'));
  expect(await readDocument(kept.storageKey, kept.sha256)).toBeNull()
})
