import type { Translate } from '~/messages/catalogue'
import type { moderation } from '~/messages/moderation'
import type { moderationFigures } from '~/messages/moderation-figures'
import type { ModerationStatistics, StatisticTable } from '../model/statistics'

type TextsOf<C> = C extends { messages: { fr: infer M } } ? M : never
type Name = ModerationStatistics[StatisticTable]['rows'][number]['name']

/** What a line of a table of moderation is called. */
export function statisticName(
  table: StatisticTable,
  name: Name,
  t: Translate<TextsOf<typeof moderationFigures>>,
  tTerms: Translate<TextsOf<typeof moderation>>,
): string {
  const own = t as unknown as (key: string) => string
  const terms = tTerms as unknown as (key: string) => string
  switch (table) {
    case 'reasons':
    case 'grounds':
      return terms(`reason.${name}`)
    case 'kinds':
      return terms(`kind.${name}`)
    case 'acts':
      return own(`act.${name}`)
    case 'sources':
      return own(`source.${name}`)
    case 'appeals':
      return own(`appeal.${name}`)
  }
}
