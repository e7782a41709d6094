import { formatter } from '~/core/format'
import type { Locale } from '~/core/locale'
import { paths } from '~/core/paths'
import type { CorrectionView } from '~/features/accounting/model/correction'
import {
  findCorrection,
  findHandoverParties,
  listRowsOfHandover,
} from '~/features/accounting/queries/corrections.server'
import { listMembers } from '~/features/organisations/queries.server'
import type { ReservationView } from '~/features/reservations/model/reservation-view'
import { findReservationView } from '~/features/reservations/queries.server'
import { translator } from '~/messages/catalogue'
import { correctionMails } from '~/messages/correction-mails'
import { ledger } from '~/messages/ledger'
import { env } from '~/platform/env.server'
import { sidesOfCorrection, type CorrectionNews } from '../model/kinds'
import { tellPerson } from './tell-person.server'

/**
 * Tells the parties of a handover what is asked, decided or taken back about its mass; whoever acted is not told, whoever
 * asked gets the answer.
 */
export async function tellOfCorrection(news: {
  messageId: string
  topic: CorrectionNews
  correctionId: string
  actorUserId: string | null
}): Promise<void> {
  const correction = await findCorrection(news.correctionId)
  const parties = correction && (await findHandoverParties(correction.handoverId))
  const reservation = parties && (await findReservationView(parties.reservationId))
  if (!correction || !reservation) return
  // Asking someone to answer what was answered or taken back meanwhile would send them to nothing.
  if (news.topic === 'ledger.correction-asked' && correction.state !== 'asked') return
  const rows = await listRowsOfHandover(correction.handoverId)
  const fromG = rows.find(({ seq }) => seq === correction.correctsSeq)?.massG ?? 0
  const organisations = {
    giver: reservation.giverOrganisationId,
    taker: reservation.takerOrganisationId,
  }
  const path = paths.ledgerEntry(correction.handoverId)
  for (const side of sidesOfCorrection(news.topic, correction.askedBy)) {
    for (const member of await listMembers(organisations[side])) {
      if (member.userId === news.actorUserId) continue
      const params = paramsOf({ correction, reservation, fromG }, member.locale)
      const t = translator(member.locale, correctionMails)
      const key = MAILS[news.topic]
      const words = wordsOf(correction, news.topic, member.locale)
      await tellPerson(member, {
        kind: news.topic,
        params: { ...params, answer: correction.answer },
        path,
        dedupeKey: news.messageId,
        mail: {
          subject: t(`${key}.subject`, params),
          text: t(`${key}.text`, { ...params, words, link: env().publicUrl + path }),
        },
      })
    }
  }
}

const MAILS = {
  'ledger.correction-asked': 'asked',
  'ledger.corrected': 'entered',
  'ledger.correction-declined': 'declined',
  'ledger.correction-withdrawn': 'withdrawn',
} as const satisfies Record<CorrectionNews, string>

function paramsOf(
  about: { correction: CorrectionView; reservation: ReservationView; fromG: number },
  locale: Locale,
) {
  const { correction, reservation, fromG } = about
  const t = translator(locale, correctionMails)
  const format = formatter(locale)
  const names = { giver: reservation.giverName, taker: reservation.takerName, team: t('team') }
  return {
    lot: reservation.lotTitle,
    reference: reservation.lotReference,
    who: names[correction.askedBy],
    from: format.mass(fromG),
    to: correction.massG === 0 ? t('nothing') : format.mass(correction.massG),
    reason: translator(locale, ledger)(`reason.${correction.reason}`),
  }
}

/** What the people wrote, each on a line of its own; nothing where they wrote nothing. */
function wordsOf({ note, answer }: CorrectionView, topic: CorrectionNews, locale: Locale): string {
  const t = translator(locale, correctionMails)
  const isDecided = topic === 'ledger.corrected' || topic === 'ledger.correction-declined'
  return [
    ...(note === '' ? [] : [t('note', { text: note })]),
    ...(isDecided && answer !== '' ? [t('answer', { text: answer })] : []),
  ]
    .map((line) => `${line}\n`)
    .join('')
}
