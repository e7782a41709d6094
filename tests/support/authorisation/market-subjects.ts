import { nowMs } from '~/core/clock'
import { newId } from '~/core/ids'
import { addAttachment } from '~/features/attachments/commands/add-attachment.server'
import { addMaterialFile } from '~/features/programme/commands/add-material-file.server'
import type { Actor } from '~/features/organisations/model/permissions'
import { renditionKey } from '~/features/photos/model/limits'
import { newStorageKey, storeFile } from '~/platform/storage.server'
import { granted, sendsPhoto } from '~tests/support/answers'
import type { Persona, Personas } from './personas'
import type { Row, TestRows } from './rows'
import type { Pair } from './pair'

/** Records of the marketplace: those of the demo's giver and taker, and those of others. */
export async function marketSubjects(rows: TestRows, personas: Personas) {
  return {
    ...lotSubjects(rows, personas),
    ...siteSubjects(rows, personas),
    ...(await fileSubjects(rows, personas)),
    ...(await dealSubjects(rows, personas)),
  }
}

/** As commands know who acts. */
export function actorOf({ userId, organisationId, roles, communeCode, isOwner }: Persona): Actor {
  const names = { name: 'Personne', email: `${userId}@personnes.example`, organisationName: 'Organisation' }
  const membership = isOwner ? 'owner' : 'member'
  return { userId, organisationId, roles, communeCode, membership, isConfirmed: true, ...names }
}

function lotSubjects({ one, again }: TestRows, { giver, taker, stranger }: Personas) {
  const of = (name: string, id: unknown, owner: string) => ({
    params: { [name]: String(id) },
    owners: [owner],
  })
  const pair = (table: string, name: string, owner: Persona, where = '1'): Pair => {
    const own = one(
      `select id from "${table}" where organisation_id = ? and ${where} order by id limit 1`,
      owner.organisationId,
    )
    const other = one(
      `select id, organisation_id as owner from "${table}"
       where organisation_id not in (?, ?) and ${where} order by id limit 1`,
      giver.organisationId,
      taker.organisationId,
    )
    return { own: of(name, own.id, owner.organisationId), other: of(name, other.id, String(other.owner)) }
  }
  const strangers = { organisation_id: stranger.organisationId }
  const copied = (table: string, name: string, owner: Persona, changes = {}): Pair => {
    const { id } = one(
      `select id from "${table}" where organisation_id = ? order by id limit 1`,
      owner.organisationId,
    )
    const copy = again(table, String(id), { ...strangers, ...changes })
    return { own: of(name, id, owner.organisationId), other: of(name, copy, stranger.organisationId) }
  }
  const byAuthor = { author_user_id: stranger.userId }
  return {
    lot: pair('lots', 'lotId', giver, "status = 'published'"),
    need: pair('needs', 'needId', taker, "status = 'open'"),
    draft: copied('lot_drafts', 'draftId', giver, byAuthor),
    basket: copied('baskets', 'basketId', taker, byAuthor),
    webhook: copied('webhooks', 'webhookId', giver, { created_by_user_id: stranger.userId }),
    search: copied('saved_searches', 'searchId', taker, { user_id: stranger.userId }),
  }
}

function siteSubjects({ one, again }: TestRows, { giver, stranger }: Personas) {
  const { organisationId } = giver
  const site = String(
    one(
      `select s.id from sites s join inventories i on i.site_id = s.id join closing_records c on c.site_id = s.id
       where s.organisation_id = ? order by s.id limit 1`,
      organisationId,
    ).id,
  )
  const { inventory, line } = one(
    `select i.id as inventory, l.id as line from inventories i join inventory_lines l on l.inventory_id = i.id
     where i.site_id = ? limit 1`,
    site,
  )
  const imported = one(
    'select id, site_id as site from imports where organisation_id = ? limit 1',
    organisationId,
  )
  const strangers = { organisation_id: stranger.organisationId }
  const otherSite = again('sites', site, { ...strangers, commune_code: stranger.communeCode })
  const otherInventory = again('inventories', String(inventory), { site_id: otherSite })
  const otherLine = again('inventory_lines', String(line), { inventory_id: otherInventory })
  const otherImport = again('imports', String(imported.id), {
    ...strangers,
    site_id: otherSite,
    author_user_id: stranger.userId,
  })
  const pair = (own: Record<string, string>, other: Record<string, string>): Pair => ({
    own: { params: own, owners: [organisationId] },
    other: { params: other, owners: [stranger.organisationId] },
  })
  return {
    site: pair({ siteId: site }, { siteId: otherSite }),
    line: pair({ siteId: site, lineId: String(line) }, { siteId: otherSite, lineId: otherLine }),
    closingRow: pair({ siteId: site, rowId: String(line) }, { siteId: otherSite, rowId: otherLine }),
    import: pair(
      { siteId: String(imported.site), importId: String(imported.id) },
      { siteId: otherSite, importId: otherImport },
    ),
  }
}

const pdf = (text: string) => new TextEncoder().encode(`%PDF-1.7\n${text}\n%%EOF\n`)

async function fileSubjects({ one, run }: TestRows, { giver, stranger, admin }: Personas) {
  const photoOf = async (persona: Persona) => {
    const photoId = await sendsPhoto(actorOf(persona))
    return { params: { photoId }, owners: [persona.organisationId] }
  }
  const documentOf = async (persona: Persona) => {
    const attachmentId = newId()
    const sent = { attachmentId, bytes: pdf(attachmentId), name: 'fiche.pdf' }
    granted(await addAttachment({ actor: actorOf(persona), kind: 'technical-sheet', ...sent }))
    return { params: { attachmentId }, owners: [persona.organisationId] }
  }
  const photo = { own: await photoOf(giver), other: await photoOf(stranger) }
  const document = { own: await documentOf(giver), other: await documentOf(stranger) }
  const lotDocument = { own: await documentOf(giver), other: null }
  const lot = one(
    "select id from lots where organisation_id = ? and status = 'published' order by id limit 1",
    giver.organisationId,
  )
  run(
    'update lot_attachments set lot_id = ? where id = ?',
    lot.id as string,
    lotDocument.own.params.attachmentId,
  )
  const workshopId = String(one('select id from programme_workshops limit 1').id)
  const materialId = newId()
  const handedOut = {
    workshopId,
    id: materialId,
    title: 'Support',
    bytes: pdf('Support'),
    name: 'support.pdf',
  }
  granted(await addMaterialFile({ actor: actorOf(admin), ...handedOut }))
  const material: Pair = { own: { params: { workshopId, materialId } }, other: null }
  const { key } = one('select storage_key as key from photos where id = ?', photo.own.params.photoId)
  const [folder = '', file = ''] = renditionKey(String(key), 320, 'webp').split('/')
  return {
    material,
    photo,
    document,
    lotDocument,
    photoFile: { own: { params: { folder, file } }, other: null },
  }
}

async function dealSubjects(rows: TestRows, { giver, taker, stranger }: Personas) {
  const { one, add, run, again } = rows
  const mine = [giver.organisationId, taker.organisationId] as const
  const parties = (row: Row) => [String(row.giver), String(row.taker)]
  const columns = 'giver_organisation_id as giver, taker_organisation_id as taker'
  const both = 'giver_organisation_id = ? and taker_organisation_id = ?'
  const neither = 'giver_organisation_id not in (?, ?) and taker_organisation_id not in (?, ?)'
  const signed = `select r.id, h.id as handover, r.${columns.replace(', ', ', r.')} from reservations r
    join handovers h on h.reservation_id = r.id join ledger_rows l on l.handover_id = h.id where`
  const own = one(
    `${signed} r.${both.replace('and ', 'and r.')} and l.from_commune_code = '93048' limit 1`,
    ...mine,
  )
  const other = one(
    `${signed} r.${neither.replace('and ', 'and r.')} and l.from_commune_code not in ('93048', ?) limit 1`,
    ...mine,
    ...mine,
    stranger.communeCode,
  )
  const deal = (row: Row, params: Record<string, string>) => ({ params, owners: parties(row) })
  const reservation = {
    own: deal(own, { reservationId: String(own.id) }),
    other: deal(other, { reservationId: String(other.id) }),
  }
  const fileOf = async (row: Row, userId: string) => {
    const [id, key] = [newId(), `${newStorageKey()}-960.jpg`]
    await storeFile('documents', key, new Uint8Array([0xff, 0xd8, 0xff, 0xd9]))
    const facts = { side: 'giver', kind: 'weighing-slip', storage_key: key, sha256: '0'.repeat(64) }
    const stored = { id, reservation_id: row.id!, is_synthetic: 0, user_id: userId, created_at_ms: nowMs() }
    add('handover_files', { ...stored, ...facts })
    return { ...deal(row, { reservationId: String(row.id), fileId: id }) }
  }
  const pictureOf = async (row: Row, persona: Persona) => {
    const photoId = await sendsPhoto(actorOf(persona))
    const messageId = newId()
    const said = { side: 'giver', user_id: persona.userId, text: 'Voici.', sent_at_ms: nowMs() }
    add('reservation_messages', { id: messageId, reservation_id: row.id!, ...said })
    run('update photos set message_id = ? where id = ?', messageId, photoId)
    return deal(row, { reservationId: String(row.id), file: `${photoId}-320.webp` })
  }
  const otherFile = await fileOf(other, stranger.userId)
  const told = { words: 'Posées dans une école.', reinstalled_on: '2026-11-01', commune_code: '93066' }
  const storyId = newId()
  const byTaker = { user_id: stranger.userId, reservation_id: other.id! }
  const fileId = otherFile.params.fileId!
  add('reinstallations', { id: storyId, file_id: fileId, created_at_ms: nowMs(), ...byTaker, ...told })
  for (const side of ['giver', 'taker']) {
    add('story_consents', { side, is_public: 1, is_named: 0, at_ms: nowMs(), ...byTaker })
  }
  const handover = (row: Row, code: string) => ({
    ...deal(row, { handoverId: String(row.handover) }),
    communes: [code],
  })
  const ownPair = one(
    `select id, ${columns} from match_pairs where giver_organisation_id = ? limit 1`,
    mine[0],
  )
  const otherPair = one(`select id, ${columns} from match_pairs where ${neither} limit 1`, ...mine, ...mine)
  const place = one("select id from directory_places where state = 'published' limit 1")
  const proposedBy = ({ organisationId, userId }: Persona) => ({
    params: {
      placeId: again('directory_places', String(place.id), {
        state: 'proposed',
        proposed_by_organisation_id: organisationId,
        proposed_by_user_id: userId,
      }),
    },
    owners: [organisationId],
  })
  return {
    reservation,
    deal: reservation,
    dealFile: { own: await fileOf(own, giver.userId), other: otherFile },
    dealPicture: { own: await pictureOf(own, giver), other: await pictureOf(other, stranger) },
    handover: { own: handover(own, '93048'), other: handover(other, '00000') },
    pair: {
      own: deal(ownPair, { pairId: String(ownPair.id) }),
      other: deal(otherPair, { pairId: String(otherPair.id) }),
    },
    story: { own: { params: { storyId } }, other: null },
    proposedPlace: { own: proposedBy(giver), other: proposedBy(stranger) },
  }
}
