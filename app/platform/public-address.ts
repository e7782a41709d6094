import { BlockList, isIPv4, isIPv6 } from 'node:net'

/** Networks of IPv4 that are not the public's (IANA, IPv4 Special-Purpose Address Registry). */
const INNER_4 = [
  ...['0.0.0.0/8', '10.0.0.0/8', '100.64.0.0/10', '127.0.0.0/8', '169.254.0.0/16', '172.16.0.0/12'],
  ...['192.0.0.0/24', '192.0.2.0/24', '192.88.99.0/24', '192.168.0.0/16', '198.18.0.0/15'],
  ...['198.51.100.0/24', '203.0.113.0/24', '224.0.0.0/4', '240.0.0.0/4'],
]
/** Of IPv6 only this is public, but for what is inside of it: addresses that stand for others, and examples. */
const PUBLIC_6 = ['2000::/3']
const INNER_6 = ['2001::/23', '2001:db8::/32', '2002::/16', '3fff::/20']
/** Networks where nothing is that an operator would configure: this host unnamed, the link, where clouds tell secrets. */
const NEVER = [
  '0.0.0.0/8',
  '169.254.0.0/16',
  '224.0.0.0/4',
  '240.0.0.0/4',
  '::/128',
  'fe80::/10',
  'ff00::/8',
  'fd00:ec2::254/128',
]

function listOf(networks: readonly string[]): BlockList {
  const list = new BlockList()
  for (const network of networks) {
    const [address = '', prefix] = network.split('/')
    list.addSubnet(address, Number(prefix), isIPv4(address) ? 'ipv4' : 'ipv6')
  }
  return list
}

const inner4 = listOf(INNER_4)
const public6 = listOf(PUBLIC_6)
const inner6 = listOf(INNER_6)
const never = listOf(NEVER)

/** Whether an address is one of the public network: not of this machine, an inner network, a link or a special use. */
export function isPublicAddress(address: string): boolean {
  if (isIPv4(address)) return !inner4.check(address)
  return isIPv6(address) && public6.check(address, 'ipv6') && !inner6.check(address, 'ipv6')
}

/** Whether an address may be that of a service of one's own network; one that stands for an IPv4 address is judged as that. */
export function isInnerAddress(address: string): boolean {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1]
  if (mapped !== undefined) return isInnerAddress(mapped)
  if (isIPv4(address)) return !never.check(address)
  return isIPv6(address) && !never.check(address, 'ipv6') && !isMapped(address)
}

/** IPv4 inside of IPv6 in hexadecimal, as an address of a URL writes it. */
function isMapped(address: string): boolean {
  return mapped6.check(address, 'ipv6')
}
const mapped6 = listOf(['::ffff:0:0/96', '64:ff9b::/96'])
