import { suggestions } from '~/messages/suggestions'
import { useT } from './i18n'

const SENTENCES = {
  lots: { some: 'whole', none: 'wholeNone' },
  needs: { some: 'wholeNeeds', none: 'wholeNeedsNone' },
} as const

/** How many answer all of a text, when others that answer a part complete them. */
export function WholeAnswers({
  total,
  whole,
  of = 'lots',
}: {
  total: number
  whole: number
  of?: keyof typeof SENTENCES
}) {
  const t = useT(suggestions)
  if (whole === total) return null
  return <p>{whole === 0 ? t(SENTENCES[of].none) : t(SENTENCES[of].some, { count: whole })}</p>
}
