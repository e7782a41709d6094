import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { env, readEnv, setEnv } from '~/platform/env.server'
import { sendMail } from '~/platform/mail.server'
import { startMailServer, type MailServer } from '~tests/support/mail-server'

let server: MailServer
const mail = {
  to: { name: 'Lou', address: 'lou@exemple.fr' },
  subject: 'Essai',
  text: 'Bonjour',
  messageId: 'essai',
}

beforeAll(() => setEnv(readEnv({ NODE_ENV: 'test' })))
afterEach(() => server.close())

async function sendBy(options: Parameters<typeof startMailServer>[0], query = '') {
  server = await startMailServer(options)
  setEnv({ ...env(), smtpUrl: server.url + query })
  return sendMail(mail)
}

describe('a mail server', () => {
  /** Of this machine, but none of the names that say so: it stands for a server elsewhere. */
  const ELSEWHERE = '127.0.0.2'

  it('ASVS 12.3.1: elsewhere without TLS is given nothing', async () => {
    await expect(sendBy({ host: ELSEWHERE })).rejects.toThrow(/STARTTLS/)
    expect(server.received).toEqual([])
  })

  it.each(['127.0.0.1', ELSEWHERE])(
    'ASVS 12.3.2: at %s whose certificate nobody vouches for is given nothing',
    async (host) => {
      await expect(sendBy({ host, hasTls: true })).rejects.toThrow(/self.signed|certificate/i)
      expect(server.received).toEqual([])
    },
  )

  it('of this machine may speak in clear, and one elsewhere where the operator’s address says so', async () => {
    await sendBy({})
    expect(server.received).toHaveLength(1)
    await server.close()
    await sendBy({ host: ELSEWHERE }, '?requireTLS=false')
    expect(server.received).toHaveLength(1)
  })
})
