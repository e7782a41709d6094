/** Refusals of reports and appeals; `domainErrors` holds them. */
export const moderationErrors = {
  fr: {
    'appeal-late': 'Cette décision ne peut plus être contestée.',
    'appeal-other-person':
      'Une autre personne de l’équipe doit répondre à ce recours : vous avez pris la première décision.',
  },
  en: {
    'appeal-late': 'This decision can no longer be appealed.',
    'appeal-other-person': 'Someone else of the team must answer this appeal: you took the first decision.',
  },
} as const
