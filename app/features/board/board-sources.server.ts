import { isoDayOf } from '~/core/days'
import { formatter } from '~/core/format'
import type { Locale } from '~/core/locale'
import { board as boardTexts } from '~/messages/board'
import { boardFiles } from '~/messages/board-files'
import { translator } from '~/messages/catalogue'
import type { Board } from './model/board'
import { whenOf } from './ui/board-texts'

/** Where every figure comes from, in words: terms and what they say. */
export function boardSources(board: Board, locale: Locale, hasPurchases = false): [string, string][] {
  const t = translator(locale, boardFiles)
  const format = formatter(locale)
  const { perimeter, period, view, threshold, factors, readAtMs } = board
  const explained = (['origin', 'rate', 'realisation', 'handedOver', 'incoming', 'carbon'] as const).map(
    (key): [string, string] => [t(`source.${key}`), t(`source.${key}Text`)],
  )
  return [
    [t('source.place'), perimeter.name],
    [t('source.period'), whenOf(period, translator(locale, boardTexts), format)],
    [t('source.readAt'), format.dayLong(isoDayOf(readAtMs))],
    [t('source.view'), view === 'public' ? t('source.viewPublic', { threshold }) : t('source.viewDetail')],
    ...explained,
    [t('source.factors'), `${factors.source} (${factors.year}, ${factors.licence})`],
    [t('source.median'), t('source.medianText')],
    [t('source.proximity'), t('source.proximityText')],
    ...(hasPurchases ? [[t('source.purchases'), t('source.purchasesText')] as [string, string]] : []),
  ]
}
