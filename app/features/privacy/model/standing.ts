/** An organisation of a person, and what erasing the account does to it. */
export type Standing = {
  id: string
  name: string
  /** `leave`: it goes on as it is; `hand-over`: it needs another owner; `close`: nobody is left. */
  outcome: 'leave' | 'hand-over' | 'close'
  /** Who could own it. */
  others: { userId: string; name: string }[]
}

/** A reservation under way that ends with the account. */
export type OpenReservation = {
  id: string
  status: 'requested' | 'accepted' | 'scheduled' | 'disputed'
  side: 'giver' | 'taker'
  organisationId: string
  title: string
}
