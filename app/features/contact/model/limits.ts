/** Messages an hour that one person may send, by address and by network; then a pause is asked for. */
export const MESSAGES_PER_HOUR = 5
export const HOUR_MS = 3_600_000
export const MAX_MESSAGE_LENGTH = 4000
