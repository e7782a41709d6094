/** What a person may have just done to a reservation, as the page's address says after it. */
export const DONE = [
  'requested',
  'accepted',
  'refused',
  'cancelled',
  'proposed',
  'agreed',
  'offered',
  'disputed',
  'settling',
  'settled',
  'signed',
  'collected',
  'undertaken',
] as const
export type Done = (typeof DONE)[number]
