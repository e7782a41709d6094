/** Proposals of one organisation that may wait for the Métropole at once. */
export const MOST_WAITING = 10

/** How far from a lot's commune somebody who stores or carries is named, in great-circle km, and how many of each. */
export const HANDLING_KM = 15
export const MOST_HANDLING = 3
