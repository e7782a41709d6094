/** Where passkeys are good: the domain they are bound to and the origin that may ask for them. */
export type PasskeySite = { rpID: string; origin: string }

/** The site of a public address; null where browsers refuse passkeys: plain http elsewhere than here, or a bare address. */
export function passkeySiteOf(publicUrl: string): PasskeySite | null {
  const { protocol, hostname, origin } = new URL(publicUrl)
  const isLocal = hostname === 'localhost' || hostname.endsWith('.localhost')
  if (protocol !== 'https:' && !isLocal) return null
  if (/^[\d.]+$/.test(hostname) || hostname.startsWith('[')) return null
  return { rpID: hostname, origin }
}
