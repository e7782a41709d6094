import sharp from 'sharp'
import { beforeAll, expect } from 'vitest'
import { newId } from '~/core/ids'
import { findLot } from '~/features/lots/queries.server'
import type { Actor } from '~/features/organisations/model/permissions'
import { addPhoto } from '~/features/photos/commands/add-photo.server'
import { MAX_PHOTO_BYTES } from '~/features/photos/model/limits'
import { listPhotosOfLots } from '~/features/photos/queries.server'
import { createActor } from '~tests/support/actors'
import { opensSite, publishes, sendsPhoto } from '~tests/support/answers'
import { scenario } from '~tests/support/scenario'

scenario(
  {
    name: 'refused-photo',
    title: 'A photo that cannot be used does not stop the others',
    purpose:
      'On a site, one photo in five is broken, huge or not a photo. Who posts must learn which one and why, and keep the rest.',
    actors: { Karim: 'site manager, gives materials' },
  },
  ({ step }) => {
    let karim: Actor
    let good: string[]
    const sends = (name: string, bytes: Uint8Array) =>
      addPhoto({ actor: karim, photoId: newId(), bytes, name })
    beforeAll(async () => {
      karim = await createActor('giver')
    })

    step('Karim', 'sends two good photos', 'both are stored', async () => {
      good = [await sendsPhoto(karim), await sendsPhoto(karim)]
    })
    step('Karim', 'sends a plan renamed .jpg', 'that file is named, as one that is no photo', async () => {
      expect(await sends('plan.jpg', Buffer.from('%PDF-1.7 plan'))).toMatchObject({
        error: { code: 'photo-type', params: { name: 'plan.jpg' } },
      })
    })
    step(
      'Karim',
      'sends a photo cut in the middle',
      'that photo is named, as one that cannot be read',
      async () => {
        const image = sharp({ create: { width: 900, height: 900, channels: 3, background: '#c60' } })
        const whole = await image.jpeg().toBuffer()
        expect(await sends('coupee.jpg', whole.subarray(0, whole.length / 2))).toMatchObject({
          error: { code: 'photo-unreadable', params: { name: 'coupee.jpg' } },
        })
      },
    )
    step('Karim', 'sends a photo over the limit', 'that photo is named, as too large', async () => {
      expect(await sends('enorme.jpg', new Uint8Array(MAX_PHOTO_BYTES + 1))).toMatchObject({
        error: { code: 'photo-too-large', params: { name: 'enorme.jpg' } },
      })
    })
    step('Karim', 'publishes with the photos that went through', 'the lot shows both', async () => {
      const lotId = await publishes(karim, await opensSite(karim), { photoIds: good })
      expect(await findLot(lotId)).not.toBeNull()
      expect((await listPhotosOfLots([lotId])).get(lotId)).toHaveLength(2)
    })
  },
)
