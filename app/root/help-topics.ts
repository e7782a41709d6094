/** The anchor of each topic, in the order of the page. */
export const HELP_ANCHORS = {
  post: 'publier',
  find: 'trouver',
  need: 'besoin',
  reserve: 'reserver',
  attribute: 'attribuer',
  handover: 'remettre',
  commune: 'commune',
  figures: 'chiffres',
  ai: 'ia',
  mails: 'courriels',
  security: 'securite',
} as const

export type HelpTopic = keyof typeof HELP_ANCHORS
