import { describe, expect, it } from 'vitest'
import { parseWebhookHosts, ruleOfAddress } from './webhook-hosts'

describe('the hosts that webhooks may go to', () => {
  it('are names, with their port where it is not 443, or every public one', () => {
    expect(parseWebhookHosts(' SI.example.org, hub.example.org:8443;x.fr:443 ')).toEqual({
      isAnyPublic: false,
      named: ['si.example.org', 'hub.example.org:8443', 'x.fr'],
    })
    expect(parseWebhookHosts('*, intern')).toEqual({ isAnyPublic: true, named: ['intern'] })
    const WRONG = [
      '',
      ' , ',
      'https://x.fr',
      'x.fr/path',
      '*.x.fr',
      '10.0.0.1',
      '2130706433',
      '[::1]',
      'x.fr:99999',
    ]
    for (const text of WRONG) expect(parseWebhookHosts(text), text).toBeNull()
  })

  const hosts = { isAnyPublic: true, named: ['intern', 'si.example.org:8443'] }
  it.each([
    ['https://recepteur.example.fr/crochet?cle=1', 'public'],
    ['https://RECEPTEUR.example.fr:443/', 'public'],
    ['https://intern/', 'named'],
    ['https://si.example.org:8443/', 'named'],
    ['https://si.example.org:8444/', null],
    ['https://other/', null],
    ['https://localhost/', null],
    ['https://localhost./', null],
    ['http://recepteur.example.fr/', null],
    ['ftp://recepteur.example.fr/', null],
    ['https://moi:mot@recepteur.example.fr/', null],
    ['https://moi@intern/', null],
    ['https://127.0.0.1/', null],
    ['https://2130706433/', null],
    ['https://0x7f.1/', null],
    ['https://93.184.215.14/', null],
    ['https://[::1]/', null],
    ['https://[::ffff:127.0.0.1]/', null],
    ['https://recepteur.example.fr./', null],
  ])('ASVS 1.3.6, 13.2.4: %s goes by the rule %s', (address, rule) => {
    expect(ruleOfAddress(new URL(address), hosts)).toBe(rule)
  })

  it('are those that are named alone without the star', () => {
    const named = { ...hosts, isAnyPublic: false }
    expect(ruleOfAddress(new URL('https://recepteur.example.fr/'), named)).toBeNull()
    expect(ruleOfAddress(new URL('https://intern/'), named)).toBe('named')
  })
})
