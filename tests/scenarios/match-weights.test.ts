import { beforeAll, expect } from 'vitest'
import { setWeights } from '~/features/matching/commands/set-weights.server'
import { proposeForLot } from '~/features/matching/commands/propose-pairs.server'
import { makeWeights, SHIPPED_WEIGHTS } from '~/features/matching/model/weights'
import { replayComputations } from '~/features/matching/queries/replay.server'
import { previewWeights } from '~/features/matching/queries/weight-examples.server'
import { listWeightVersions, weightsInForce } from '~/features/matching/queries/weights.server'
import { can, type Actor } from '~/features/organisations/model/permissions'
import { readAlgorithmRegister } from '~/http/algorithm-register.server'
import { matchPairs } from '~db/sqlite/matching'
import { createActor } from '~tests/support/actors'
import { granted, opensSite, publishes, states } from '~tests/support/answers'
import { scenario } from '~tests/support/scenario'

const QUANTITY_FIRST = { ...SHIPPED_WEIGHTS.of, distance: 0.05, cover: 0.25 }

scenario(
  {
    name: 'match-weights',
    title: 'The Métropole changes what counts, in the open, and an older proposal is still explained',
    purpose:
      'Weights are policy: those who set them see the effect before it happens, everyone can read them with their reason, and a pair proposed under the former ones is redone with the former ones.',
    actors: {
      Awa: 'member of the Métropole’s team',
      Idriss: 'member of the Métropole’s team, at the same time',
      Karim: 'site manager, gives materials',
      Claire: 'joiner, takes materials',
    },
  },
  ({ step, database }) => {
    let awa: Actor, idriss: Actor, karim: Actor, claire: Actor
    let near: string, plenty: string
    beforeAll(async () => {
      awa = await createActor('admin')
      idriss = await createActor('admin')
      karim = await createActor('giver')
      claire = await createActor('taker')
    })

    step(
      'Karim',
      'publishes a few doors next to Claire’s project, and many further away',
      'those next door come first for her',
      async () => {
        await states(claire)
        near = await publishes(karim, await opensSite(karim), { quantity: '4', massKg: '160' })
        plenty = await publishes(karim, await opensSite(karim, { communeCode: '93051' }), {
          quantity: '60',
          massKg: '2400',
        })
        await proposeForLot(near)
        await proposeForLot(plenty)
        const [example] = await previewWeights(SHIPPED_WEIGHTS, SHIPPED_WEIGHTS)
        expect(example!.before.map(({ id }) => id)).toEqual([near, plenty])
      },
    )
    step(
      'Awa',
      'looks at what more weight on quantity would change',
      'she sees the many go up to the first place, with their points before and after, and nothing is kept',
      async () => {
        const [example] = await previewWeights(SHIPPED_WEIGHTS, makeWeights('preview', QUANTITY_FIRST))
        const line = example!.after.find(({ id }) => id === plenty)!
        expect(line).toMatchObject({ before: { rank: 2 }, after: { rank: 1 } })
        expect(line.after.score).toBeGreaterThan(line.before.score)
        expect(await weightsInForce()).toEqual(SHIPPED_WEIGHTS)
      },
    )
    step('Awa', 'saves them with a reason', 'they are in force as version p1', async () => {
      const reason = 'Éviter deux trajets pour un chantier'
      granted(await setWeights({ actor: awa, seen: 'p0', of: QUANTITY_FIRST, reason }))
      expect((await weightsInForce()).version).toBe('p1')
    })
    step(
      'Idriss',
      'saves others from a page opened before',
      'he is told that p1 came into force meanwhile, and nothing changes',
      async () => {
        const late = await setWeights({
          actor: idriss,
          seen: 'p0',
          of: SHIPPED_WEIGHTS.of,
          reason: 'Autre avis',
        })
        expect(late).toMatchObject({ ok: false, error: { code: 'weights-meanwhile' } })
        expect(await listWeightVersions()).toHaveLength(2)
      },
    )
    step(
      'Claire',
      'reads the public register',
      'it shows the weights, since when and why, and names nobody',
      async () => {
        const [matching] = (await readAlgorithmRegister()).algorithms
        expect(matching.history[0]).toMatchObject({
          version: 'p1',
          reason: 'Éviter deux trajets pour un chantier',
        })
        expect(JSON.stringify(matching)).not.toContain(awa.name)
      },
    )
    step(
      'Claire',
      'replays a pair proposed before the change',
      'it comes out identical, with the weights of then',
      async () => {
        const pairs = await database().read.select().from(matchPairs)
        const pair = pairs.find(({ lotId }) => lotId === near)!
        const owners = [pair.giverOrganisationId, pair.takerOrganisationId]
        expect(can(claire, 'computation:read', { ownerOrganisationIds: owners })).toBe(true)
        expect(await replayComputations(pair.id)).toMatchObject([
          { weightsVersion: 'p0', replay: { kind: 'redone', isSame: true } },
        ])
      },
    )
  },
)
