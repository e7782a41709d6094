import fs from 'node:fs'
import path from 'node:path'
import { expect } from './fixtures'

function decoded(raw: string): string {
  const bytes = raw
    .replace(/=\r?\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_all, hex: string) => String.fromCharCode(parseInt(hex, 16)))
  return Buffer.from(bytes, 'latin1').toString('utf8')
}

/** The e-mails that the server kept for an address, which is in each of them once. */
function mailsTo(address: string): string[] {
  const folder = path.join(process.env.E2E_DATA_DIR ?? '', 'mail')
  const files = fs.existsSync(folder) ? fs.readdirSync(folder) : []
  return files
    .map((file) => fs.readFileSync(path.join(folder, file), 'latin1'))
    .filter((raw) => raw.includes(address))
    .map(decoded)
}

/** Waits for an e-mail to an address and gives the path of the first link of this shape in it. */
export async function linkMailedTo(address: string, shape: RegExp): Promise<string> {
  let link: string | undefined
  await expect
    .poll(() => (link = mailsTo(address).flatMap((text) => text.match(shape) ?? [])[0]), {
      message: `an e-mail to ${address}`,
    })
    .toBeTruthy()
  return link!
}
