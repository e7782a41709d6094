import type { IsoDay } from '~/core/days'

export const AUDIENCES = ['agents', 'elected', 'both'] as const
export type Audience = (typeof AUDIENCES)[number]
export const SEAT_ROLES = ['agent', 'elected'] as const
export type SeatRole = (typeof SEAT_ROLES)[number]

export type Workshop = {
  id: string
  title: string
  audience: Audience
  onDay: IsoDay
  /** `HH:MM` in Paris. */
  fromHour: string
  untilHour: string
  place: string
  programme: string
  places: number
  taken: number
  isCancelled: boolean
  updatedAtMs: number
}

export type Seat = {
  id: string
  organisationId: string
  communeCode: string
  communeName: string
  name: string
  email: string
  role: SeatRole
  /** Null until the attendance sheet is kept. */
  attended: boolean | null
}

/** What is handed out: a title with an address, or with a file that was sent. */
export type Material = {
  id: string
  title: string
  url: string
  file: { name: string; mimeType: 'application/pdf' | 'image/jpeg'; sizeBytes: number } | null
}

/** Files of one workshop at most. */
export const MAX_MATERIAL_FILES = 20

/** Whether somebody of this role is meant. */
export function isFor(audience: Audience, role: SeatRole): boolean {
  return audience === 'both' || (audience === 'agents') === (role === 'agent')
}

/** Whether seats can still be taken and given back: until the day itself. */
export function isRegistrationOpen(
  { onDay, isCancelled }: Pick<Workshop, 'onDay' | 'isCancelled'>,
  today: IsoDay,
): boolean {
  return !isCancelled && today < onDay
}

/** Whether the attendance sheet can be kept: from the day itself. */
export function isSheetOpen(
  { onDay, isCancelled }: Pick<Workshop, 'onDay' | 'isCancelled'>,
  today: IsoDay,
): boolean {
  return !isCancelled && onDay <= today
}

/** The seats that a reader sees: those of their own organisation, or all for the team. */
export function seatsSeenBy<S extends Pick<Seat, 'organisationId'>>(
  seats: readonly S[],
  reader: { organisationId: string; isManager: boolean },
): S[] {
  return seats.filter((seat) => reader.isManager || seat.organisationId === reader.organisationId)
}
