import { CRYPTOGRAPHY_LIBRARIES, CRYPTOGRAPHY_USES } from './cryptography-uses'

/** The inventory of cryptography and the life of keys, as Markdown before prettier. */
export function cryptographyPaper(): string {
  const rows = CRYPTOGRAPHY_USES.map(
    ({ call, algorithm, about, protects, files }) =>
      `| ${algorithm} (\`${call}\`) | ${about} | ${protects} | ${files.map((file) => `\`${file}\``).join(' ')} |`,
  )
  const libraries = Object.entries(CRYPTOGRAPHY_LIBRARIES).map(
    ([name, { file, about }]) => `| \`${name}\` | ${about} | \`${file}\` |`,
  )
  return [
    '# Cryptography and keys',
    'ASVS 11.1.2: every use, key and algorithm. A test holds that the sources have no other (`scripts/security/papers/cryptography.test.ts`).',
    '## In Node’s own module',
    ['| what | for | protects | where |', '| --- | --- | --- | --- |', ...rows].join('\n'),
    '## In libraries',
    ['| package | what | where |', '| --- | --- | --- |', ...libraries].join('\n'),
    'Transport is the reverse proxy’s ([deployment](../deployment.md)). The database and files are not encrypted at rest: whoever can read the disk reads them, so the disk or its volume is what the operator encrypts. Nothing is encrypted for others, and no private key of a signature is kept.',
    KEYS,
    QUANTUM,
  ].join('\n\n')
}

const KEYS = `## The life of keys

ASVS 11.1.1, after NIST SP 800-57. Who needs a secret, and what its change costs, is in [deployment](../deployment.md).

| key | made | kept | used for | not for | replaced | ends |
| --- | --- | --- | --- | --- | --- | --- |
| \`SESSION_SECRET\` | by the operator: \`openssl rand -hex 32\`, 256 bits; one for each installation | a file that only the service reads, never in a backup of the data | signing links, hiding addresses in counts and logs, deriving the key of second factors | passwords; anything that leaves this installation | each year (\`SESSION_SECRET_FORMER\`, then \`gisement secret renew\`), and at once when it leaked | the file is deleted; links and sealed factors made with it no longer open |
| keys of purposes (HKDF) | by the server, from the one above | in memory, while they are used | one purpose each, bound to one owner | any other purpose | with \`SESSION_SECRET\` | with the process |
| secrets of sessions | by the server, at each sign-in and each proof of who one is | in the cookie; the database holds a hash | one session of one person | links, signatures | at each sign-in and proof | after 14 days without use, 60 in all, at sign-out, and when a password or factor changes |
| secrets of applications (TOTP) | by the server, 160 bits, when a person sets one up | sealed in the database | codes of that person | any other person: the seal is bound to its owner | by the person | when it is removed, or the account erased |
| passkeys | by the authenticator, which never gives the private key away | the public key, in the database | proving one person at this address | another address | by the person | when it is removed, or the account erased |
| \`PROCONNECT_CLIENT_SECRET\` | by ProConnect | a file that only the service reads | asking ProConnect for who signed in | anything here | at ProConnect’s term, and when it leaked | at ProConnect |
| keys of ProConnect | by ProConnect | fetched from its own address, an hour at most in memory | checking its signatures | signing | by ProConnect | with its metadata |
| certificate of the site | by the proxy | at the proxy | TLS | anything in the server | by the proxy, before its term | at its term |`

const QUANTUM = `## When an algorithm ages

Hashes of passwords say with which parameters they were made, and those of other parameters are still read. Sealed secrets and links are made and read in one place each, under a prefix of their purpose: a new algorithm is a new prefix. Passkeys say their algorithm themselves. What a quantum computer would break is signatures of passkeys and of ProConnect, and the key exchange of TLS: none of them protects what is kept for long here, and each is replaced where it is made.`
