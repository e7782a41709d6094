import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { setClock } from '~/core/clock'
import { newId } from '~/core/ids'
import { deleteDraft } from '~/features/lots/commands/delete-draft.server'
import { saveDraft } from '~/features/lots/commands/save-draft.server'
import { findDraftOf, listDraftsOf } from '~/features/lots/queries/drafts.server'
import type { Actor } from '~/features/organisations/model/permissions'
import { makeActor, makeLot, makeSite, openTestDatabase, TODAY, type TestDatabase } from '~tests/support/deal'

const NOW = Date.parse(`${TODAY}T12:00:00Z`)
let open: TestDatabase
let giver: Actor
let other: Actor

beforeAll(async () => {
  setClock({ now: () => NOW })
  open = await openTestDatabase()
  giver = await makeActor('giver')
  other = await makeActor('giver')
})
afterAll(() => {
  setClock()
  open.remove()
})

function save(draftId: string, title: string, takenAtMs: number, actor = giver) {
  return saveDraft({ actor, draftId, answers: { title, photoIds: ['a', 'b'] }, takenAtMs })
}

describe('a draft', () => {
  it('is kept as typed, once, for its organisation alone', async () => {
    const id = newId()
    await Promise.all([save(id, 'Porte', NOW - 5), save(id, 'Porte', NOW - 5)])
    expect(await findDraftOf(giver.organisationId, id)).toEqual({
      id,
      answers: { title: 'Porte', photoIds: ['a', 'b'] },
      updatedAtMs: NOW - 5,
    })
    expect((await listDraftsOf(giver.organisationId)).filter((draft) => draft.id === id)).toHaveLength(1)
    expect(await findDraftOf(other.organisationId, id)).toBeNull()
    expect(await save(id, 'Volée', NOW, other)).toMatchObject({ error: { code: 'not-found' } })
  })

  it('is never undone by an older writing, nor locked by a clock that is ahead', async () => {
    const id = newId()
    await save(id, 'neuf', NOW - 10)
    await save(id, 'ancien', NOW - 20)
    expect((await findDraftOf(giver.organisationId, id))?.answers.title).toBe('neuf')
    await save(id, 'du futur', NOW + 3_600_000)
    await save(id, 'dernier', NOW)
    expect((await findDraftOf(giver.organisationId, id))?.answers.title).toBe('dernier')
  })

  it('cannot come back once its lot is published', async () => {
    const lotId = await makeLot(giver, await makeSite(giver), 5)
    expect(await save(lotId, 'encore', NOW)).toMatchObject({ error: { code: 'conflict' } })
    expect(await findDraftOf(giver.organisationId, lotId)).toBeNull()
  })

  it('is deleted by its organisation only', async () => {
    const draftId = newId()
    await save(draftId, 'Porte', NOW)
    expect((await deleteDraft({ actor: other, draftId })).ok).toBe(false)
    expect((await deleteDraft({ actor: giver, draftId })).ok).toBe(true)
    expect((await deleteDraft({ actor: giver, draftId })).ok).toBe(false)
  })
})
