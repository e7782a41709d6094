import sharp from 'sharp'
import { beforeAll, expect } from 'vitest'
import { addDays, isoDayOf } from '~/core/days'
import { newId } from '~/core/ids'
import { nowMs } from '~/core/clock'
import { readPaper } from '~/features/documents/paper-file.server'
import type { Actor } from '~/features/organisations/model/permissions'
import { addHandoverFile } from '~/features/reservations/commands/add-handover-file.server'
import { confirmHandover } from '~/features/reservations/commands/confirm-handover.server'
import { recordHandoverCheck } from '~/features/reservations/commands/record-handover-check.server'
import { findReservationView } from '~/features/reservations/queries.server'
import { listPapersOf } from '~/features/reservations/queries/papers.server'
import { comparePaper, verifyPaper } from '~/features/reservations/verify-paper.server'
import { setStoryConsent } from '~/features/stories/commands/set-story-consent.server'
import { tellReinstallation } from '~/features/stories/commands/tell-reinstallation.server'
import { countStories, findStory, findStoryPhoto, listStories } from '~/features/stories/queries.server'
import { createActor } from '~tests/support/actors'
import { accepts, granted, opensSite, publishes, requests } from '~tests/support/answers'
import { scenario } from '~tests/support/scenario'

scenario(
  {
    name: 'signature-to-story',
    title: 'From signature to before and after',
    purpose:
      'A handover counts when both sides have signed what really left; its documents hold for years; and what became of the doors is shown only while both sides want it.',
    actors: {
      Karim: 'site manager, gives materials',
      Claire: 'joiner, takes materials',
      Inès: 'auditor, who has no account',
    },
  },
  ({ step }) => {
    let karim: Actor, claire: Actor
    let reservationId: string, storyId: string, number: string, sha256: string
    const picture = () =>
      sharp({ create: { width: 640, height: 480, channels: 3, background: '#ccd' } })
        .jpeg()
        .toBuffer()
    const sends = async (actor: Actor, kind: 'weighing-slip' | 'installed') => {
      const about = { actor, fileId: newId(), reservationId, kind, name: 'photo.jpg' }
      return granted(await addHandoverFile({ ...about, bytes: await picture() })).fileId
    }
    const consents = (actor: Actor, isPublic: boolean, isNamed = false) =>
      setStoryConsent({ actor, reservationId, isPublic, isNamed })
    const tells = async (actor: Actor, reinstalledOn: string) =>
      tellReinstallation({
        ...{ actor, id: newId(), reservationId, reinstalledOn, communeCode: '93066' },
        ...{ words: 'Portes des bureaux du rez-de-chaussée', fileId: await sends(actor, 'installed') },
      })
    beforeAll(async () => {
      karim = await createActor('giver')
      claire = await createActor('taker')
      const lotId = await publishes(karim, await opensSite(karim))
      reservationId = await requests(claire, lotId, 8)
      await accepts(karim, reservationId)
    })

    step(
      'Karim',
      'weighs the doors, photographs the slip and counts seven of the eight',
      'he must say why one is missing',
      async () => {
        const slipFileId = await sends(karim, 'weighing-slip')
        const weighing = { massG: 276_000, slipNumber: '4512', slipFileId }
        const check = {
          actor: karim,
          id: newId(),
          reservationId,
          countedMilli: 7000,
          weighing,
        }
        expect(await recordHandoverCheck({ ...check, difference: '' })).toMatchObject({
          error: { code: 'difference-required' },
        })
        granted(await recordHandoverCheck({ ...check, reason: 'broken', difference: 'Vantail fendu' }))
      },
    )
    step(
      'Claire',
      'signs on his phone, after him',
      'the handover is done, and two documents are issued',
      async () => {
        const other = { signedName: 'Claire Morel', drawing: null }
        const signed = { actor: karim, reservationId, massG: 276_000, signedName: 'Karim Benali', other }
        expect(granted(await confirmHandover(signed)).handoverId).not.toBeNull()
        const papers = await listPapersOf(reservationId)
        expect(papers.map(({ kind }) => kind)).toEqual(['receipt', 'transfer'])
        const transfer = papers.find(({ kind }) => kind === 'transfer')!
        number = transfer.number
        sha256 = (await readPaper(transfer, 'fr')).sha256
      },
    )
    step(
      'Inès',
      'types the number printed on the transfer document and holds the file she received against it',
      'it is authentic to the byte, and she learns no name',
      async () => {
        const verified = await verifyPaper(number)
        expect(verified).toMatchObject({ kind: 'known', isAuthentic: true, facts: { massG: 276_000 } })
        expect(JSON.stringify(verified)).not.toContain('Morel')
        expect(await comparePaper(number, sha256)).toMatchObject({ kind: 'same' })
      },
    )
    step(
      'Claire',
      'says where the doors serve again, with a photo',
      'the reservation ends as «back in use»; a day before the handover is refused, and so is Karim in her place',
      async () => {
        const today = isoDayOf(nowMs())
        expect(await tells(karim, today)).toMatchObject({ error: { code: 'forbidden' } })
        expect(await tells(claire, addDays(today, -1))).toMatchObject({
          error: { code: 'reinstalled-before' },
        })
        storyId = granted(await tells(claire, today)).id
        expect((await findReservationView(reservationId))?.status).toBe('reinstalled')
      },
    )
    step(
      'Claire',
      'agrees that the story is shown',
      'nothing is public yet: Karim was not asked',
      async () => {
        granted(await consents(claire, true, true))
        expect(await findStory(storyId)).toBeNull()
        expect(await findStoryPhoto(storyId)).toBeNull()
      },
    )
    step(
      'Karim',
      'agrees, without his name',
      'the before and after page is public, with Claire’s name and not his',
      async () => {
        granted(await consents(karim, true))
        expect(await findStory(storyId)).toMatchObject({
          ...{ massG: 276_000, giverName: null, takerName: claire.organisationName },
          ...{ fromCommuneCode: '93048', toCommuneCode: '93066' },
        })
        expect(await findStoryPhoto(storyId)).not.toBeNull()
        expect(await listStories({ communeCode: '93066' }, { limit: 9, offset: 0 })).toHaveLength(1)
      },
    )
    step('Claire', 'changes her mind', 'the page and its photo are gone at once', async () => {
      granted(await consents(claire, false, true))
      expect(await findStory(storyId)).toBeNull()
      expect(await findStoryPhoto(storyId)).toBeNull()
      expect(await countStories({})).toBe(0)
    })
  },
)
