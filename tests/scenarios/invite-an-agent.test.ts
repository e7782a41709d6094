import { beforeAll, expect } from 'vitest'
import { tokenOf } from '~/features/identity/account-token.server'
import { acceptInvitation } from '~/features/identity/commands/accept-invitation.server'
import { inviteOfficial, withdrawOfficial } from '~/features/identity/commands/invite-official.server'
import { resumeSession } from '~/features/identity/commands/resume-session.server'
import { listAgents, listOfficialInvitations } from '~/features/administration/queries/agents.server'
import { nowMs } from '~/core/clock'
import { can, type Actor } from '~/features/organisations/model/permissions'
import { readSession } from '~/features/identity/read-session.server'
import { createActor } from '~tests/support/actors'
import { granted } from '~tests/support/answers'
import { scenario } from '~tests/support/scenario'
import { setUpTotp } from '~tests/support/sign-in'

scenario(
  {
    name: 'invite-an-agent',
    title: 'The Métropole appoints the agent of a commune',
    purpose:
      'Nobody declares themselves the voice of a commune: the Métropole’s team invites an address, the commune is registered by that invitation, and the link alone makes its agent.',
    actors: {
      Awa: 'member of the Métropole’s team',
      Samira: 'agent of Le Bourget, without an account',
      Karim: 'site manager, gives materials',
    },
  },
  ({ step, database }) => {
    let awa: Actor, karim: Actor, samira: Actor
    let organisationId: string, half: string
    const commune = { code: '93013', name: 'Le Bourget' }
    beforeAll(async () => {
      awa = await createActor('admin')
      karim = await createActor('giver')
    })

    /** What the link of the last invitation holds. */
    function lastToken(): string {
      const sql = "select payload from outbox where topic = 'account.link' order by rowid desc limit 1"
      const payload = database().writer.prepare(sql).pluck().get() as string
      return tokenOf((JSON.parse(payload) as { linkId: string }).linkId)
    }
    const newcomer = { name: 'Samira Lefort', password: 'une phrase assez longue', locale: 'fr' } as const
    const accept = (token: string) => acceptInvitation({ ...newcomer, token, device: '' })

    step('Karim', 'tries to invite himself as an agent', 'he is refused', async () => {
      const own = { email: karim.email, role: 'owner', commune } as const
      expect(await inviteOfficial({ actor: karim, ...own })).toMatchObject({ error: { code: 'forbidden' } })
    })
    step(
      'Awa',
      'invites an address with a typing error, sees it among the pending invitations and withdraws it',
      'its link no longer works',
      async () => {
        const email = 'samria@le-bourget.example'
        const invited = await inviteOfficial({ actor: awa, email, role: 'owner', commune })
        organisationId = granted(invited).organisationId
        expect((await listOfficialInvitations(nowMs())).map((one) => one.email)).toEqual([email])
        granted(await withdrawOfficial({ actor: awa, organisationId, email }))
        expect(await listOfficialInvitations(nowMs())).toEqual([])
        expect(await accept(lastToken())).toMatchObject({ error: { code: 'link-expired' } })
      },
    )
    step(
      'Awa',
      'invites the right address',
      'the commune is registered once, as «Ville du Bourget», and an e-mail leaves',
      async () => {
        const email = 'samira@le-bourget.example'
        const again = granted(await inviteOfficial({ actor: awa, email, role: 'owner', commune }))
        expect(again.organisationId).toBe(organisationId)
        const [pending] = await listOfficialInvitations(nowMs())
        expect(pending).toMatchObject({ email, organisationName: 'Ville du Bourget', communeCode: '93013' })
      },
    )
    step(
      'Samira',
      'opens the link, chooses her name and a password',
      'nothing opens yet: her role asks for a second proof first',
      async () => {
        half = granted(await accept(lastToken())).secret
        expect(await resumeSession(half)).toBeNull()
        expect((await readSession(half))?.stage).toBe('enrol')
      },
    )
    step(
      'Samira',
      'scans the code with an application on her phone and types the six digits that it shows',
      'she has ten recovery codes, is an agent of Le Bourget, and may invite her colleagues',
      async () => {
        const { secret, codes } = await setUpTotp(half)
        expect(codes).toHaveLength(10)
        samira = (await resumeSession(secret))!
        expect(samira).toMatchObject({ roles: ['commune-agent'], communeCode: '93013', isConfirmed: true })
        expect(can(samira, 'organisation:manage', { ownerOrganisationIds: [organisationId] })).toBe(true)
      },
    )
    step('Samira', 'opens the link again', 'it has been used', async () => {
      expect(await accept(lastToken())).toMatchObject({ error: { code: 'link-expired' } })
    })
    step('Awa', 'looks at the agents', 'Samira is in the list, under her commune', async () => {
      const agents = (await listAgents()).filter(({ communeCode }) => communeCode === '93013')
      expect(agents.map(({ name, role }) => [name, role])).toEqual([['Samira Lefort', 'owner']])
    })
  },
)
