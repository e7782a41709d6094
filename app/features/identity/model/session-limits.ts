/** A session unused for this long ends. */
export const SESSION_IDLE_MS = 14 * 86_400_000
/** A session ends this long after sign-in, however much it is used. */
export const SESSION_ABSOLUTE_MS = 60 * 86_400_000
/** The idle deadline moves at most this often, so that reading pages does not write. */
export const SESSION_TOUCH_MS = 3_600_000
