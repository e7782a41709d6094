/** What an organisation does on the marketplace; it may do both. */
export const SIDES = ['gives', 'takes'] as const
