import { nowMs } from '~/core/clock'
import { isoDayOf } from '~/core/days'
import { formatter } from '~/core/format'
import { paths } from '~/core/paths'
import { parsePeriod } from '~/core/period'
import { listCommunes } from '~/features/communes/queries.server'
import { boardMails } from '~/messages/board-mails'
import { translator } from '~/messages/catalogue'
import { env } from '~/platform/env.server'
import { sendMail } from '~/platform/mail.server'
import { stopMailUrl } from '../mail-link.server'
import type { Board } from '../model/board'
import { periodQuery, resolvePeriod } from '../model/board-period'
import { findPerimeter } from '../model/perimeter'
import { listMailed, type Mailed } from '../queries/mails.server'
import { readBoard } from '../read-board.server'

export type MonthlyMail = {
  userId: string
  communeCode: string
  /** The month told of, `YYYY-MM`. */
  month: string
}

/** Lines of each sort in a mail; the page has the others. */
const TOLD = 5

/** Sends an agent the month of their commune. Nothing when they are no agent of it any more, or ended the mail. */
export async function sendMonthlyMail({ userId, communeCode, month }: MonthlyMail): Promise<void> {
  const to = (await listMailed()).find((one) => one.userId === userId && one.communeCode === communeCode)
  const perimeter = findPerimeter(await listCommunes(), communeCode)
  const interval = parsePeriod(month)
  if (!to || !perimeter || !interval) return
  const today = isoDayOf(nowMs())
  const year = resolvePeriod({ annee: Number(month.slice(0, 4)) }, today, false)
  const period = { kind: 'free', interval, year: year.year, quarter: null, isFallback: false } as const
  const [board, ofYear] = await Promise.all([
    readBoard(perimeter, period, 'detail'),
    readBoard(perimeter, year, 'detail'),
  ])
  const unsubscribeUrl = stopMailUrl({ userId, communeCode })
  await sendMail({
    ...monthlyMailText(to, { board, ofYear, month, unsubscribeUrl }),
    to: { name: to.name, address: to.email },
    unsubscribeUrl,
    messageId: `board-${userId}-${communeCode}-${month}`,
  })
}

function monthlyMailText(
  { locale }: Mailed,
  told: { board: Board; ofYear: Board; month: string; unsubscribeUrl: string },
): { subject: string; text: string } {
  const { board, ofYear, unsubscribeUrl } = told
  const t = translator(locale, boardMails)
  const format = formatter(locale)
  const place = board.perimeter.name
  const month = format.monthLong(told.month)
  const slug = board.perimeter.slug
  const { publicUrl } = env()
  const text = t('text', {
    ...{ place, month },
    figures: figureLines(board, ofYear, locale).join('\n'),
    next: nextLines(board, locale).join('\n'),
    link: publicUrl + paths.board(slug, periodQuery(board.period)),
    note: publicUrl + paths.boardFile(slug, 'note.pdf', periodQuery(ofYear.period)),
  })
  const footer = t('unsubscribe', { link: unsubscribeUrl })
  return { subject: t('subject', { place, month }), text: `${text}\n\n--\u0020\n${footer}` }
}

function figureLines({ headlines }: Board, ofYear: Board, locale: Mailed['locale']): string[] {
  const t = translator(locale, boardMails)
  const format = formatter(locale)
  const { handedOver, incoming, carbon } = headlines
  const { rate } = ofYear.headlines.rate
  const range = carbon.range
  return [
    t('handedOver', { mass: format.mass(handedOver.massG ?? 0), count: handedOver.count ?? 0 }),
    t('incoming', { mass: format.mass(incoming.massG ?? 0) }),
    rate.rate === null
      ? t('rateNone')
      : t('rate', {
          rate: format.percent(rate.rate),
          numerator: format.mass(rate.numeratorG),
          denominator: format.mass(rate.denominatorG),
        }),
    ...(range
      ? [
          t('carbon', {
            net: format.co2e(range.netG / 1000),
            low: format.co2e(range.lowG / 1000),
            high: format.co2e(range.highG / 1000),
          }),
        ]
      : []),
  ]
}

function nextLines({ leaving, sites }: Board, locale: Mailed['locale']): string[] {
  const t = translator(locale, boardMails)
  const format = formatter(locale)
  const lines = [
    ...leaving.slice(0, TOLD).map((lot) =>
      t('leaving', {
        day: format.day(lot.availableUntil),
        lot: lot.title,
        reference: lot.reference,
        quantity: format.quantity(lot.availableMilli, lot.unit),
      }),
    ),
    ...sites.unsurveyedLines.slice(0, TOLD).map((site) =>
      t('unsurveyed', {
        site: site.name,
        organisation: site.organisationName,
        day: format.day(site.endsOn),
      }),
    ),
  ]
  return lines.length > 0 ? lines : [t('nothing')]
}
