/**
 * The part of a client's address that one household or office shares: an IPv4 address whole, the first 64 bits of an
 * IPv6 address, an IPv4 address written as IPv6 without its prefix.
 */
export function networkOf(ip: string): string {
  return ipv4Of(ip) ?? groupsOf(ip, 4)
}

/** A client's address as records may keep it: the first 24 bits of an IPv4 address, the first 48 of an IPv6 address. */
export function truncatedAddress(ip: string): string {
  const v4 = ipv4Of(ip)
  if (v4 !== null) return v4.replace(/\.\d+$/, '.0/24')
  return `${groupsOf(ip, 3)}::/48`
}

/** An IPv4 address, also one written as IPv6; null for an IPv6 address. */
function ipv4Of(ip: string): string | null {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(ip)
  if (mapped?.[1]) return mapped[1]
  return ip.includes(':') ? null : ip
}

function groupsOf(ip: string, count: number): string {
  const [head = '', tail] = ip.toLowerCase().split('::')
  const groups = head ? head.split(':') : []
  if (tail !== undefined) {
    const after = tail ? tail.split(':') : []
    while (groups.length + after.length < 8) groups.push('0')
    groups.push(...after)
  }
  return groups
    .slice(0, count)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')
}
