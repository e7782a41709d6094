import { photos } from '~/messages/photos'
import { useT } from '~/ui/i18n'
import { EntryButton } from './entry-button'
import { moveIntent, type PhotoMove } from '../model/photo-order'

/** «Mettre en premier» and «Avancer» for the photo at `at`; without JavaScript they send the form and bring it back. */
export function PhotoOrderButtons({
  id,
  name,
  at,
  onMove,
}: {
  id: string
  name: string
  at: number
  /** Null without JavaScript. */
  onMove: ((move: PhotoMove) => void) | null
}) {
  const t = useT(photos)
  // For the second photo, one place forward is the front.
  const moves: PhotoMove[] = at === 0 ? [] : at === 1 ? ['first'] : ['first', 'up']
  return moves.map((move) => (
    <EntryButton
      key={move}
      label={t(`order.${move}Of`, { name })}
      text={t(`order.${move}`)}
      intent={onMove ? null : moveIntent(move, id)}
      onClick={onMove ? () => onMove(move) : undefined}
    />
  ))
}
