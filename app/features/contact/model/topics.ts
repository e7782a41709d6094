/** What a message to the operator is about. */
export const CONTACT_TOPICS = ['question', 'problem', 'accessibility', 'data', 'other'] as const
export type ContactTopic = (typeof CONTACT_TOPICS)[number]
