/** Refusals of what an organisation shows or tells outside of its account; `domainErrors` holds them. */
export const sharingErrors = {
  fr: {
    'share-limit': '{{most}} liens par heure au plus. Reprenez un lien déjà créé, ou attendez une heure.',
    'share-withdrawn': 'Ce lot est retiré : il ne se partage plus. Publiez-en une copie pour la partager.',
    'webhooks-closed': 'L’exploitant de ce service n’a pas ouvert les webhooks. Demandez-les-lui.',
    'webhook-host':
      'L’exploitant n’autorise pas cet hôte. Indiquez l’un de ceux que la page nomme, en https, sans identifiant dans l’adresse.',
    'webhook-limit': '{{most}} webhooks au plus par organisation. Supprimez-en un d’abord.',
    'webhook-paused': 'Ce webhook est en pause. Reprenez-le d’abord.',
  },
  en: {
    'share-limit': '{{most}} links an hour at most. Use a link already made, or wait an hour.',
    'share-withdrawn':
      'This lot is withdrawn: it can no longer be shared. Publish a copy of it to share that.',
    'webhooks-closed': 'The operator of this service has not opened webhooks. Ask them to.',
    'webhook-host':
      'The operator does not allow this host. Give one of those that the page names, with https, without a name or password in the address.',
    'webhook-limit': '{{most}} webhooks at most for an organisation. Remove one first.',
    'webhook-paused': 'This webhook is paused. Resume it first.',
  },
} as const
