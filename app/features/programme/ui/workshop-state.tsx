import type { IsoDay } from '~/core/days'
import { programmeWorkshops } from '~/messages/programme-workshops'
import { Badge, type BadgeTone } from '~/ui/badge'
import { useT } from '~/ui/i18n'
import { isRegistrationOpen, type Workshop } from '../model/workshop'

type State = 'cancelled' | 'past' | 'full' | 'open'
const TONES: Record<State, BadgeTone> = {
  cancelled: 'danger',
  past: 'plain',
  full: 'warning',
  open: 'success',
}

/** Whether people can still register, in a word. */
export function WorkshopState({ workshop, today }: { workshop: Workshop; today: IsoDay }) {
  const t = useT(programmeWorkshops)
  const state: State = workshop.isCancelled
    ? 'cancelled'
    : !isRegistrationOpen(workshop, today)
      ? 'past'
      : workshop.taken >= workshop.places
        ? 'full'
        : 'open'
  return <Badge tone={TONES[state]}>{t(state)}</Badge>
}
