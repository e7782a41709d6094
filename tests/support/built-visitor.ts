import sharp from 'sharp'
import { nowMs } from '~/core/clock'
import { addDays, isoDayOf } from '~/core/days'
import { newId } from '~/core/ids'
import { paths } from '~/core/paths'

type Reply = { status: number; to: string | null; text: string }

/** Somebody at a built server, as a browser without scripts: forms, pages and their session's cookie. */
export class BuiltVisitor {
  private cookie = ''

  constructor(private origin: string) {}

  /** Goes on at another node with the same session. */
  at(origin: string): BuiltVisitor {
    const other = new BuiltVisitor(origin)
    other.cookie = this.cookie
    return other
  }

  async get(path: string): Promise<Reply> {
    return this.reply(
      await fetch(this.origin + path, { redirect: 'manual', headers: { cookie: this.cookie } }),
    )
  }

  async post(path: string, fields: Record<string, string>): Promise<Reply> {
    const sent = await fetch(this.origin + path, {
      ...{ method: 'POST', redirect: 'manual', body: new URLSearchParams(fields) },
      headers: { cookie: this.cookie, origin: this.origin },
    })
    const set = sent.headers.get('set-cookie')
    if (set) this.cookie = set.split(';')[0]!
    return this.reply(sent)
  }

  /** Sends a photo of one colour; gives its id. */
  async sendPhoto(): Promise<string> {
    const photoId = newId()
    const picture = sharp({ create: { width: 640, height: 480, channels: 3, background: '#a86' } })
    const form = new FormData()
    const bytes = new Uint8Array(await picture.jpeg().toBuffer())
    form.set('photo', new Blob([bytes], { type: 'image/jpeg' }), 'a.jpg')
    const sent = await fetch(this.origin + paths.photoUpload(photoId), {
      ...{ method: 'POST', body: form },
      headers: { cookie: this.cookie },
    })
    if (sent.status !== 201) throw new Error(`The photo was answered ${sent.status}: ${await sent.text()}`)
    return photoId
  }

  /** Opens a site in Montreuil; gives its id. */
  async openSite(): Promise<string> {
    const id = newId()
    const today = isoDayOf(nowMs())
    const days = { startsOn: addDays(today, -9), endsOn: addDays(today, 90) }
    const site = { name: 'École', kind: 'strip-out', communeCode: '93048', address: '4 rue du Préau' }
    expectSent(await this.post(paths.newSite(), { id, ...site, ...days }))
    return id
  }

  /** Publishes twelve doors with a photo; gives the lot's id. */
  async publish(siteId: string, title: string): Promise<string> {
    const id = newId()
    const today = isoDayOf(nowMs())
    const photoIds = await this.sendPhoto()
    const lot = { material: 'door', title, quantity: '12', unit: 'u', massKg: '480', condition: '4' }
    const terms = { hazards: 'none', cedingRight: 'owner', 'attributes.leafWidth': '830' }
    const days = { availableFrom: today, availableUntil: addDays(today, 30) }
    expectSent(await this.post(paths.newLot(), { id, siteId, photoIds, ...lot, ...terms, ...days }))
    return id
  }

  private async reply(sent: Response): Promise<Reply> {
    return { status: sent.status, to: sent.headers.get('location'), text: await sent.text() }
  }
}

function expectSent({ status, text }: Reply): void {
  if (status !== 302) throw new Error(`The form was answered ${status}: ${text.slice(0, 2000)}`)
}
