import { beforeAll, expect } from 'vitest'
import { newId } from '~/core/ids'
import { suspendAccount } from '~/features/identity/commands/suspend-account.server'
import { listEventsOf } from '~/features/administration/queries/timeline.server'
import {
  restoreOrganisation,
  suspendOrganisation,
} from '~/features/organisations/commands/suspend-organisation.server'
import type { Actor } from '~/features/organisations/model/permissions'
import { requestReservation } from '~/features/reservations/commands/request-reservation.server'
import { createActor } from '~tests/support/actors'
import { finds, granted, opensSite, publishes } from '~tests/support/answers'
import { scenario } from '~tests/support/scenario'

const WHY = 'Trois repreneurs se sont déplacés pour des lots qui n’existent pas.'

scenario(
  {
    name: 'suspension',
    title: 'The Métropole suspends an organisation, and restores it',
    purpose:
      'An offer that is not real costs others a journey. The Métropole’s team can take an organisation out of the marketplace at once, says why, and brings it back as it was.',
    actors: {
      Awa: 'member of the Métropole’s team',
      Hugo: 'the other member of that team',
      Karim: 'site manager, gives materials',
      Claire: 'joiner, takes materials',
    },
  },
  ({ step, database }) => {
    let awa: Actor, hugo: Actor, karim: Actor, claire: Actor
    let lotId: string
    beforeAll(async () => {
      awa = await createActor('admin')
      hugo = await createActor('admin')
      karim = await createActor('giver')
      claire = await createActor('taker')
    })
    const asks = () => requestReservation({ actor: claire, lotId, id: newId(), quantity: 2000, message: '' })

    step('Karim', 'publishes twelve doors', 'Claire finds them', async () => {
      lotId = await publishes(karim, await opensSite(karim))
      expect(await finds('portes', claire)).toEqual([lotId])
    })
    step(
      'Awa',
      'suspends Karim’s organisation with a reason',
      'Claire no longer finds the doors and cannot reserve them',
      async () => {
        const { organisationId } = karim
        granted(await suspendOrganisation({ actor: awa, organisationId, reason: WHY }))
        expect(await finds('portes', claire)).toEqual([])
        expect(await asks()).toMatchObject({ ok: false })
      },
    )
    step('Karim', 'opens his e-mails', 'one tells him so, with the reason', () => {
      const sql = "select payload from outbox where topic = 'account.notice' order by rowid desc limit 1"
      const payload = JSON.parse(database().writer.prepare(sql).pluck().get() as string) as object
      const told = { notice: 'organisation-suspended', userId: karim.userId, reason: WHY }
      expect(payload).toMatchObject(told)
      return Promise.resolve()
    })
    step(
      'Awa',
      'restores it once the matter is cleared',
      'the doors are found and reserved again, and the history keeps both acts with their reasons',
      async () => {
        const { organisationId } = karim
        granted(await restoreOrganisation({ actor: awa, organisationId, reason: 'Lots vérifiés sur place' }))
        expect(await finds('portes', claire)).toEqual([lotId])
        granted(await asks())
        const kept = (await listEventsOf('organisation', organisationId)).map(({ kind, note }) => [
          kind,
          note,
        ])
        expect(kept).toEqual(
          expect.arrayContaining([
            ['restored', 'Lots vérifiés sur place'],
            ['suspended', WHY],
          ]),
        )
      },
    )
    step('Awa', 'tries to suspend her own account', 'she is sent to another administrator', async () => {
      const own = await suspendAccount({ actor: awa, userId: awa.userId, reason: WHY })
      expect(own).toMatchObject({ error: { code: 'own-account' } })
    })
    step(
      'Hugo',
      'and Awa suspend each other in the same moment',
      'one of them goes through, and the team keeps an administrator',
      async () => {
        const answers = await Promise.all([
          suspendAccount({ actor: hugo, userId: awa.userId, reason: WHY }),
          suspendAccount({ actor: awa, userId: hugo.userId, reason: WHY }),
        ])
        expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
      },
    )
  },
)
