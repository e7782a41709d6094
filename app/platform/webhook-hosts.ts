import { isIP } from 'node:net'

/** Where webhooks may go: hosts that the operator names, and perhaps every public one. */
export type WebhookHosts = {
  isAnyPublic: boolean
  /** As `URL.host` writes them: with the port where it is not 443. */
  named: readonly string[]
}

/** How `WEBHOOK_HOSTS` is written. */
export const WEBHOOK_SYNTAX =
  'host names between commas, each with its port where it is not 443 (si.example.org, si.example.org:8443), or * for every public host'

/** Reads `WEBHOOK_HOSTS`; null when it is not written so. */
export function parseWebhookHosts(text: string): WebhookHosts | null {
  const words = text.toLowerCase().split(/[\s,;]+/)
  const named = words.filter((word) => word !== '' && word !== '*').map(hostOf)
  const isAnyPublic = words.includes('*')
  if (named.includes(null) || (named.length === 0 && !isAnyPublic)) return null
  return { isAnyPublic, named: named.filter((host) => host !== null) }
}

function hostOf(word: string): string | null {
  if (!/^[a-z0-9-]+(\.[a-z0-9-]+)*(:\d{1,5})?$/.test(word) || !URL.canParse(`https://${word}`)) return null
  const { host, hostname } = new URL(`https://${word}`)
  return isIP(hostname) === 0 ? host : null
}

/**
 * Which rule lets webhooks go to an address: its host is `named`, or any `public` one will do. Null: neither, or it is
 * not an address of webhooks at all: another scheme than https, a bare address, a name and a password in it. Ports other
 * than 443 and names of one word belong to hosts that are named.
 */
export function ruleOfAddress(url: URL, hosts: WebhookHosts): 'named' | 'public' | null {
  if (url.protocol !== 'https:' || url.username !== '' || url.password !== '') return null
  if (isIP(url.hostname.replace(/^\[(.*)\]$/, '$1')) !== 0) return null
  if (hosts.named.includes(url.host)) return 'named'
  const isOfPublicShape = url.port === '' && /[^.]\.[a-z][a-z0-9-]*$/.test(url.hostname)
  return hosts.isAnyPublic && isOfPublicShape ? 'public' : null
}
