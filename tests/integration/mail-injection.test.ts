import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { setClock } from '~/core/clock'
import { newId } from '~/core/ids'
import { writeToOperator } from '~/features/contact/commands/write-to-operator.server'
import { forgetPassword } from '~/features/identity/commands/forget-password.server'
import { inviteMember } from '~/features/identity/commands/invite-member.server'
import { requestReservation } from '~/features/reservations/commands/request-reservation.server'
import { runOnce } from '~/jobs/worker.server'
import { env, setEnv } from '~/platform/env.server'
import { sendMail, type Mail } from '~/platform/mail.server'
import { emailField } from '~/schema/fields'
import { makeActor, makeLot, makeSite, openTestDatabase, TODAY, type TestDatabase } from '~tests/support/deal'
import { startMailServer, type MailServer, type ReceivedMail } from '~tests/support/mail-server'

const PIRATE = 'pirate@ailleurs.example'
/** What would end a header, a mail or an address and begin another. */
const BREAKS = [
  `x\r\nBcc: ${PIRATE}`,
  `x\nTo: ${PIRATE}`,
  `x\rCc: ${PIRATE}`,
  `x\r\n\r\n<p>corps</p>`,
  `x\r\n.\r\nRCPT TO:<${PIRATE}>\r\nDATA`,
  `x%0d%0aBcc: ${PIRATE}`,
  `x\u2028Bcc: ${PIRATE}\u0085Bcc: ${PIRATE}`,
  `x\u0000\r\nBcc: ${PIRATE}`,
  `=?utf-8?q?x=0D=0ABcc:_${PIRATE}?=`,
  `", ${PIRATE}, "`,
  `<${PIRATE}>, `,
  `équipe;: ${PIRATE};`,
]

let open: TestDatabase
let server: MailServer

beforeAll(async () => {
  setClock({ now: () => Date.parse(`${TODAY}T12:00:00Z`) })
  open = await openTestDatabase()
  server = await startMailServer()
  setEnv({
    ...env(),
    smtpUrl: server.url,
    publicUrl: 'https://gisement.test',
    operatorContact: 'reemploi@metropole.example',
    operatorName: 'Équipe du réemploi',
  })
})
beforeEach(() => {
  server.received.length = 0
})
afterAll(async () => {
  setClock()
  await server.close()
  open.remove()
})

/** The headers of a mail, folded lines put together. */
function headersOf({ raw }: ReceivedMail): string[] {
  return raw
    .split('\r\n\r\n')[0]!
    .replace(/\r\n[ \t]+/g, ' ')
    .split('\r\n')
}

const EXPECTED =
  /^(From|To|Reply-To|Subject|Message-ID|Date|MIME-Version|Content-Type|Content-Transfer-Encoding|List-Unsubscribe|List-Unsubscribe-Post): /i

/** One mail to one reader, with our own headers alone, each once, and nobody else among its addresses. */
function expectOneTo(address: string): void {
  expect(server.received.map(({ to }) => to)).toEqual([[address]])
  const headers = headersOf(server.received[0]!)
  expect(headers.filter((line) => !EXPECTED.test(line))).toEqual([])
  const names = headers.map((line) => line.split(':')[0]!.toLowerCase())
  expect(names).toEqual([...new Set(names)])
  for (const name of ['to', 'from', 'reply-to']) {
    const line = headers.find((header) => header.toLowerCase().startsWith(`${name}:`)) ?? ''
    const bare = line.replace(/"(?:[^"\\]|\\.)*"/g, '').replace(/=\?[^?]*\?[^?]*\?[^?]*\?=/g, '')
    expect(bare.match(/[^\s<>,;]+@[^\s<>,;]+/g) ?? [], line).toHaveLength(line === '' ? 0 : 1)
    expect(bare, line).not.toContain(PIRATE)
  }
  expect(headers.find((line) => /^content-type:/i.test(line))).toMatch(/text\/plain/)
}

const MAIL: Mail = {
  to: { name: 'Claire', address: 'claire@exemple.fr' },
  replyTo: { name: 'Odile', address: 'odile@exemple.fr' },
  subject: 'Bonjour',
  text: 'Un texte.',
  messageId: 'm',
  unsubscribeUrl: 'https://gisement.test/desabonnement/x',
}

/** A mail with a text in one of its parts. */
const PARTS: Readonly<Record<string, (text: string) => Partial<Mail>>> = {
  'the name of its reader': (name) => ({ to: { ...MAIL.to, name } }),
  'the name of who is answered': (name) => ({ replyTo: { ...MAIL.replyTo!, name } }),
  'its subject': (subject) => ({ subject }),
  'its text': (text) => ({ text }),
}

describe('a mail of which people wrote a part', () => {
  it.each(Object.entries(PARTS))('ASVS 1.3.11: stays one mail to one reader: %s', async (_, part) => {
    for (const text of BREAKS) {
      server.received.length = 0
      await sendMail({ ...MAIL, messageId: newId(), ...part(text) })
      expectOneTo(MAIL.to.address)
    }
  })

  it.each(['to', 'replyTo'] as const)(
    'ASVS 1.3.11: is not sent to what is no single address (%s), and such a one is refused where it is typed',
    async (side) => {
      const addresses = [
        ...BREAKS,
        `claire@exemple.fr, ${PIRATE}`,
        `claire@exemple.fr;${PIRATE}`,
        `claire@exemple.fr\r\nBcc: ${PIRATE}`,
        `claire@exemple.fr> RCPT TO:<${PIRATE}`,
        `"claire@exemple.fr ${PIRATE}"@exemple.fr`,
        `groupe: claire@exemple.fr, ${PIRATE};`,
        `claire@exemple.fr ORCPT=rfc822;${PIRATE}`,
        '',
      ]
      for (const address of addresses) {
        expect(emailField.safeParse(address).success, address).toBe(false)
        const sent = sendMail({ ...MAIL, messageId: newId(), [side]: { name: 'Claire', address } })
        await expect(sent, address).rejects.toThrow('address')
      }
      expect(server.received).toEqual([])
    },
  )
})

describe('what people write travels to a mail as text', () => {
  const ACTS: Readonly<Record<string, (text: string) => Promise<string>>> = {
    'a message to the operator': async (text) => {
      const message = {
        id: newId(),
        name: text,
        email: `${newId()}@exemple.fr`,
        topic: 'other' as const,
        text,
      }
      await writeToOperator({ ...message, page: text, website: '', userId: null, clientIp: randomIp() })
      return 'reemploi@metropole.example'
    },
    'an invitation by an organisation of this name': async (text) => {
      const actor = await makeActor('giver')
      open.writer.prepare('update organisations set name = ? where id = ?').run(text, actor.organisationId)
      open.writer.prepare('update users set name = ? where id = ?').run(text, actor.userId)
      const email = `${newId()}@exemple.fr`
      await inviteMember({ actor, email, role: 'member' })
      return email
    },
    'a forgotten password of a person of this name': async (text) => {
      const actor = await makeActor('giver')
      open.writer.prepare('update users set name = ? where id = ?').run(text, actor.userId)
      await forgetPassword(actor.email)
      return actor.email
    },
    'a request for a lot of this title with this message': async (text) => {
      const [giver, taker] = [await makeActor('giver'), await makeActor('taker')]
      const lotId = await makeLot(giver, await makeSite(giver), 5)
      open.writer.prepare('update lots set title = ? where id = ?').run(text, lotId)
      open.writer.prepare('update organisations set name = ? where id = ?').run(text, taker.organisationId)
      const asked = await requestReservation({
        actor: taker,
        lotId,
        id: newId(),
        quantity: 1000,
        message: text,
      })
      expect(asked.ok).toBe(true)
      return giver.email
    },
  }

  it.each(Object.entries(ACTS))('ASVS 1.3.11: %s', async (_, act) => {
    for (const text of BREAKS.filter((_text, at) => at % 3 === 0)) {
      server.received.length = 0
      const reader = await act(text)
      while (await runOnce('injection-test'));
      expectOneTo(reader)
    }
  })
})

let last = 0
const randomIp = () => `203.0.113.${++last}`
