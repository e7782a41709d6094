/** What people of the demo reported, how the Métropole's team answered, and what the owner answered to that. */
export const MODERATION_WORDS = {
  doubted: [
    {
      daysAgo: 4,
      reason: 'description',
      text: 'J’ai appelé : il reste moins de la moitié de la quantité annoncée. Le reste serait déjà parti hors de la plateforme.',
      email: 'b.roche@ecole-du-bois.example',
    },
    {
      daysAgo: 2,
      reason: 'hazard',
      text: 'Le bâtiment date d’avant 1997 et rien ne dit si un repérage amiante a été fait. Pouvez-vous demander le rapport ?',
      email: 'odile.marchand@courrier.example',
    },
  ],
  wanted: {
    daysAgo: 1,
    reason: 'other',
    text: 'Le même besoin paraît deux fois, sous deux titres. Lequel est le bon ?',
    email: 'ines.caron@courrier.example',
  },
  asked: {
    report: {
      daysAgo: 9,
      reason: 'privacy',
      text: 'Sur une des photos, on lit la plaque d’une camionnette garée derrière les matériaux.',
      email: 'odile.marchand@courrier.example',
    },
    daysAgo: 7,
    ground: 'privacy',
    statement:
      'Une personne signale qu’une plaque d’immatriculation se lit sur une photo du lot. Remplacez cette photo, ou floutez la plaque avant de la publier à nouveau. Le lot reste visible.',
    appealDaysAgo: 3,
    appeal:
      'Nous avons regardé chaque photo en grand : le véhicule est le nôtre et sa plaque est dans l’ombre, illisible. Pouvez-vous nous dire de quelle photo il s’agit ?',
  },
  dismissed: {
    report: {
      daysAgo: 21,
      reason: 'fraud',
      text: 'Prix anormalement bas, je me demande si l’annonce est sérieuse.',
      email: 'ines.caron@courrier.example',
    },
    daysAgo: 20,
    ground: 'fraud',
    statement:
      'L’organisation est connue et son SIRET est vérifié. Un prix bas est permis : le réemploi évite à son propriétaire un coût d’évacuation. L’annonce ne change pas.',
  },
} as const
