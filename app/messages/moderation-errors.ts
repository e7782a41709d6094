/** Refusals of reports and appeals; `domainErrors` holds them. */
export const moderationErrors = {
  fr: {
    'report-limit': 'Cinq signalements par heure au plus. Recommencez dans une heure.',
    'appeal-late': 'Cette décision ne peut plus être contestée.',
    'appeal-other-person':
      'Une autre personne de l’équipe doit répondre à ce recours : vous avez pris la première décision.',
  },
  en: {
    'report-limit': 'Five reports an hour at most. Try again in an hour.',
    'appeal-late': 'This decision can no longer be appealed.',
    'appeal-other-person': 'Someone else of the team must answer this appeal: you took the first decision.',
  },
} as const
