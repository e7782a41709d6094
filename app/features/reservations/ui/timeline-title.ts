import type { Locale } from '~/core/locale'
import { translator } from '~/messages/catalogue'
import { disputes } from '~/messages/disputes'
import { handovers } from '~/messages/handovers'
import { pickups } from '~/messages/pickups'
import type { TimelineKind } from '../model/reservation-view'

const OF_DISPUTES = ['disputed', 'settlement-proposed', 'settled', 'slots-offered'] as const

function isOfDispute(kind: TimelineKind): kind is (typeof OF_DISPUTES)[number] {
  return OF_DISPUTES.some((name) => name === kind)
}

/** What happened to a reservation, in words. */
export function timelineTitle(locale: Locale, kind: TimelineKind): string {
  if (kind === 'pickup-proposed' || kind === 'pickup-agreed') {
    return translator(locale, pickups)(`timeline.${kind}`)
  }
  if (isOfDispute(kind)) return translator(locale, disputes)(`timeline.${kind}`)
  return translator(locale, handovers)(`timeline.${kind}`)
}
