import { programme } from '~/messages/programme'
import { Badge, type BadgeTone } from '~/ui/badge'
import { useT } from '~/ui/i18n'
import type { DossierState } from '../model/dossier'

const TONES: Record<DossierState, BadgeTone> = {
  draft: 'plain',
  submitted: 'warning',
  postponed: 'warning',
  admitted: 'success',
  running: 'info',
  reported: 'info',
  scaled: 'success',
  declined: 'danger',
  withdrawn: 'plain',
}

export function StateBadge({ state }: { state: DossierState }) {
  const t = useT(programme)
  return <Badge tone={TONES[state]}>{t(`state.${state}`)}</Badge>
}
