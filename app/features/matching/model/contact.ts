/** Messages a day that one person may send about pairs, and about one pair: enough to agree, too few to canvass. */
export const MESSAGES_A_DAY = 20
export const MESSAGES_A_DAY_ON_PAIR = 3
export const MAX_MESSAGE_LENGTH = 600

export type PairMessage = {
  atMs: number
  organisationId: string
  text: string
}
