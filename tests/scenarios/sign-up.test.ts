import { beforeAll, expect } from 'vitest'
import { newId } from '~/core/ids'
import { safeRedirect } from '~/core/paths'
import { tokenOf } from '~/features/identity/account-token.server'
import { acceptInvitation } from '~/features/identity/commands/accept-invitation.server'
import { confirmAddress } from '~/features/identity/commands/confirm-address.server'
import { inviteMember } from '~/features/identity/commands/invite-member.server'
import { joinOrganisation } from '~/features/identity/commands/join-organisation.server'
import { resumeSession } from '~/features/identity/commands/resume-session.server'
import { signIn } from '~/features/identity/commands/sign-in.server'
import { signUp } from '~/features/identity/commands/sign-up.server'
import { judgeLink } from '~/features/identity/read-link.server'
import { signUpSchema } from '~/features/identity/schema'
import { changeMember } from '~/features/organisations/commands/change-member.server'
import { leaveOrganisation } from '~/features/organisations/commands/leave-organisation.server'
import { listTeam } from '~/features/organisations/queries.server'
import { publishes, granted, opensSite } from '~tests/support/answers'
import { scenario } from '~tests/support/scenario'

const PASSWORD = 'une phrase assez longue'

scenario(
  {
    name: 'sign-up',
    title: 'A company signs up, brings in a colleague, and one of them leaves',
    purpose:
      'Nobody needs an account to read lots. A company that wants to give or take makes one, proves that its address is its own, and shares the work between people who come and go.',
    actors: {
      Noor: 'runs a strip-out company in Montreuil, has no account yet',
      Sam: 'works for another company, already signed in there',
      Visitor: 'anyone who finds an old link',
    },
  },
  ({ step, database }) => {
    let noor: string, sam: string, organisationId: string, invitation: string
    const actorOf = async (secret: string) => (await resumeSession(secret))!
    const enters = async (email: string) =>
      granted(await signIn({ email, password: PASSWORD, device: '' })).secret
    const registers = async (email: string, siret: string) => {
      const answers = {
        ...{
          id: newId(),
          name: email.split('@')[0],
          email,
          password: PASSWORD,
          organisation: 'Curage Modèle',
        },
        ...{ siret, kind: 'company', sides: ['gives'], communeCode: '93048' },
      }
      granted(await signUp({ ...signUpSchema.parse(answers), locale: 'fr' }))
    }
    /** What is in the last link that an e-mail carries. */
    const lastLink = () => {
      const sql = "select payload from outbox where topic = 'account.link' order by rowid desc limit 1"
      const { payload } = database().writer.prepare(sql).get() as { payload: string }
      return tokenOf((JSON.parse(payload) as { linkId: string }).linkId)
    }
    beforeAll(async () => {
      await registers('sam@exemple.fr', '732 829 320 00074')
      await confirmAddress(lastLink())
      sam = await enters('sam@exemple.fr')
    })

    step(
      'Noor',
      'types a SIRET with a wrong digit',
      'the form names that field, and nothing is created',
      async () => {
        await expect(registers('noor@exemple.fr', '404 833 048 00023')).rejects.toThrow('invalid_siret')
      },
    )
    step(
      'Noor',
      'signs up with her company',
      'she can look around and prepare, and publishing waits for her address',
      async () => {
        await registers('noor@exemple.fr', '404 833 048 00022')
        noor = await enters('noor@exemple.fr')
        const actor = await actorOf(noor)
        organisationId = actor.organisationId
        expect(actor).toMatchObject({ membership: 'owner', isConfirmed: false })
        await expect(publishes(actor, await opensSite(actor))).rejects.toThrow('email-unconfirmed')
      },
    )
    step('Noor', 'opens the link of the e-mail', 'her address is confirmed, and she publishes', async () => {
      granted(await confirmAddress(lastLink()))
      const actor = await actorOf(noor)
      expect(actor.isConfirmed).toBe(true)
      await publishes(actor, await opensSite(actor))
    })
    step(
      'Visitor',
      'opens that link again, and one whose end is missing',
      'the first says that it has served, the second that it is unknown',
      async () => {
        const used = lastLink()
        expect((await judgeLink(used, ['verify-email'])).fate).toBe('spent')
        expect((await judgeLink(used.slice(0, -4), ['verify-email'])).fate).toBe('unknown')
      },
    )
    step(
      'Noor',
      'tries to leave her company, being its only owner',
      'she stays: someone must answer for its lots',
      async () => {
        expect(await leaveOrganisation(await actorOf(noor))).toMatchObject({ error: { code: 'last-owner' } })
      },
    )
    step(
      'Noor',
      'opens Sam’s invitation while signed in herself',
      'it is for Sam’s address, not hers',
      async () => {
        granted(await inviteMember({ actor: await actorOf(noor), email: 'sam@exemple.fr', role: 'member' }))
        invitation = lastLink()
        const mistaken = { token: invitation, actor: await actorOf(noor), secret: noor }
        expect(await joinOrganisation(mistaken)).toMatchObject({ error: { code: 'other-account' } })
      },
    )
    step(
      'Sam',
      'opens it, signed in, and presses one button',
      'Sam acts for Noor’s company, without typing a password, and the link has served',
      async () => {
        granted(await joinOrganisation({ token: invitation, actor: await actorOf(sam), secret: sam }))
        expect(await actorOf(sam)).toMatchObject({ organisationId, membership: 'member' })
        const again = { token: invitation, password: PASSWORD, locale: 'fr', device: '' } as const
        expect(await acceptInvitation(again)).toMatchObject({ error: { code: 'link-expired' } })
      },
    )
    step('Noor', 'makes Sam an owner, then leaves', 'Sam remains, and Noor acts for nobody', async () => {
      const actor = await actorOf(noor)
      const { userId } = await actorOf(sam)
      granted(await changeMember({ actor, userId, role: 'owner' }))
      granted(await leaveOrganisation(actor))
      expect((await listTeam(organisationId)).map(({ email }) => email)).toEqual(['sam@exemple.fr'])
      expect(await resumeSession(noor)).toBeNull()
    })
    step(
      'Visitor',
      'is sent a sign-in link that leads to another site',
      'after signing in, they land in their own space',
      () => {
        for (const hostile of ['//evil.example', '/\\evil.example', 'https://evil.example']) {
          expect(safeRedirect(hostile, '/tableau-de-bord')).toBe('/tableau-de-bord')
        }
        expect(safeRedirect('/mes-lots?etat=pause', '/tableau-de-bord')).toBe('/mes-lots?etat=pause')
        return Promise.resolve()
      },
    )
  },
)
