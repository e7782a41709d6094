import { field } from '~/messages/field'
import { Badge } from '~/ui/badge'
import { useT } from '~/ui/i18n'
import { useOnline } from './use-online'

/** Says whether there is a network, in words, when it changes too. */
export function NetworkBadge() {
  const t = useT(field)
  const isOnline = useOnline()
  return (
    <span role="status">
      <Badge tone={isOnline ? 'success' : 'mark'}>{t(isOnline ? 'frame.online' : 'frame.offline')}</Badge>
    </span>
  )
}
