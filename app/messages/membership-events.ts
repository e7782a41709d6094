/** What happened to the members of an organisation, as its timeline tells it. */
export const membershipEvents = {
  fr: {
    'member-joined': 'Membre arrivé',
    'member-appointed': 'Membre nommé par l’exploitant',
    'member-asked': 'Demande pour rejoindre l’organisation',
    'member-accepted': 'Demande acceptée',
    'member-refused': 'Demande refusée',
    'member-left': 'Membre parti',
    'member-removed': 'Membre retiré',
  },
  en: {
    'member-joined': 'Member joined',
    'member-appointed': 'Member appointed by the operator',
    'member-asked': 'Request to join the organisation',
    'member-accepted': 'Request accepted',
    'member-refused': 'Request refused',
    'member-left': 'Member left',
    'member-removed': 'Member removed',
  },
} as const
