import { beforeAll, expect } from 'vitest'
import { addDays } from '~/core/days'
import { listViewers } from '~/features/lots/queries.server'
import { VISITOR } from '~/features/lots/model/visibility'
import { findLotsForNeed, findNearLotsForNeed, findNearNeedsForLot } from '~/features/matching/queries.server'
import { changeNeed } from '~/features/needs/commands/change-need.server'
import { findLot } from '~/features/lots/queries.server'
import { findNeed } from '~/features/needs/queries.server'
import type { Actor } from '~/features/organisations/model/permissions'
import { createActor } from '~tests/support/actors'
import { granted, opensSite, publishes, states } from '~tests/support/answers'
import { TODAY } from '~tests/support/deal'
import { scenario } from '~tests/support/scenario'

scenario(
  {
    name: 'near-miss',
    title: 'Doors that nearly fit',
    purpose:
      'A need that nothing fits must not look like a need that nobody can serve. What one criterion alone rules out is told apart, with that criterion, so that a person can decide what gives.',
    actors: {
      Claire: 'joiner in Montreuil, takes materials',
      Karim: 'site manager in Montreuil, gives materials',
      Visitor: 'anyone, without an account',
    },
  },
  ({ step }) => {
    let claire: Actor, karim: Actor
    let needId: string, narrow: string, late: string
    const near = async () => {
      const viewer = (await listViewers([claire.organisationId])).get(claire.organisationId)!
      return findNearLotsForNeed((await findNeed(needId))!, viewer)
    }
    beforeAll(async () => {
      claire = await createActor('taker')
      karim = await createActor('giver')
    })

    step(
      'Karim',
      'publishes doors of 730 mm, doors that come after a month and a half, doors both narrow and worn, and doors for later',
      'all are his',
      async () => {
        const siteId = await opensSite(karim)
        narrow = await publishes(karim, siteId, { attributes: { leafWidth: '730' } })
        const dates = { availableFrom: addDays(TODAY, 45), availableUntil: addDays(TODAY, 80) }
        late = await publishes(karim, siteId, dates)
        await publishes(karim, siteId, { attributes: { leafWidth: '730' }, condition: '2' })
        const hidden = { visibility: 'staged', publicFrom: addDays(TODAY, 5) }
        await publishes(karim, siteId, { attributes: { leafWidth: '730' }, ...hidden })
      },
    )
    step(
      'Claire',
      'states a need of doors of 830 mm, give or take 5 mm, within forty days',
      'nothing fits',
      async () => {
        needId = await states(claire, { attributes: { leafWidth: { value: '830', tolerance: '5' } } })
        expect(await findLotsForNeed((await findNeed(needId))!, 10)).toEqual([])
      },
    )
    step(
      'Claire',
      'reads what nearly fits',
      'the narrow doors and the late ones are told with their reason; those that fail twice or are not shown yet are not',
      async () => {
        const found = await near()
        expect(found.map(({ item, miss }) => [item.id, miss.reason])).toEqual([
          [late, { kind: 'too-late', days: 6 }],
          [
            narrow,
            {
              kind: 'attribute',
              attribute: 'leafWidth',
              offered: 730,
              wanted: { kind: 'number', value: 830, tolerance: 5 },
            },
          ],
        ])
        const own = await findNeed(needId)
        expect(await findNearLotsForNeed(own!, VISITOR)).toHaveLength(2)
      },
    )
    step('Karim', 'opens his narrow doors', 'he reads that one need is a width away', async () => {
      const found = await findNearNeedsForLot((await findLot(narrow))!, null)
      expect(found.map(({ item, miss }) => [item.id, miss.reason.kind])).toEqual([[needId, 'attribute']])
    })
    step('Claire', 'takes doors of 730 mm after all', 'they are a match and no near miss', async () => {
      const need = (await findNeed(needId))!
      const { title, description, unit, communeCode, neededFrom, neededUntil, radiusKm, minCondition } = need
      const kept = { title, description, unit, communeCode, neededFrom, neededUntil, radiusKm, minCondition }
      const attributes = { leafWidth: { kind: 'number', value: 730, tolerance: 5 } } as const
      const change = { ...kept, material: need.material, quantity: need.quantityMilli, attributes }
      granted(await changeNeed({ actor: claire, needId, ...change }))
      const best = await findLotsForNeed((await findNeed(needId))!, 10)
      expect(best.map(({ item }) => item.id)).toEqual([narrow])
      expect((await near()).map(({ item }) => item.id)).not.toContain(narrow)
    })
  },
)
