import { defineCatalogue } from './catalogue'

/** «Mon organisation»: what it is, who belongs to it, who is invited. */
export const organisation = defineCatalogue('organisation', {
  fr: {
    title: 'Mon organisation',
    role: { owner: 'Responsable', member: 'Membre' },
    saved: {
      organisation: 'Organisation enregistrée.',
      invitation: 'L’invitation part par courriel. Son lien sert une fois, dans les 14 jours.',
      retrait: 'Invitation retirée. Son lien ne sert plus.',
      membre: 'Équipe mise à jour.',
      partage: 'Merci. Les photos de vos prochains lots aident à améliorer la reconnaissance.',
      'sans-partage': 'Accord retiré. Les exemples gardés jusqu’ici sont effacés.',
      analyse: 'Vos photos sont de nouveau analysées pour suggérer leur matière.',
      demande: 'Réponse enregistrée. La personne reçoit un courriel.',
      'sans-analyse':
        'Vos photos ne sont plus analysées. Les suggestions faites sur elles sont effacées ; les matières que vous avez choisies restent.',
    },
    facts: { title: 'Identité', submit: 'Enregistrer' },
    team: {
      title: 'Équipe',
      name: 'Nom',
      role: 'Rôle',
      action: 'Action',
      makeOwner: 'Nommer responsable',
      makeMember: 'Rendre simple membre',
      remove: 'Retirer',
      invited: 'Invitations en attente',
      until: 'Valable jusqu’au',
      withdraw: 'Retirer l’invitation',
    },
    invite: {
      title: 'Inviter une personne',
      email: 'Son adresse électronique',
      role: 'Son rôle',
      submit: 'Envoyer l’invitation',
    },
    photos: {
      title: 'Photos et IA',
      lead: 'Quand vous publiez un lot, une petite IA qui tourne sur ce serveur suggère la matière d’après la photo. Vous décidez toujours.',
      how: 'Comment l’IA est utilisée ici',
      refuse: 'Ne pas analyser nos photos',
      refuseHint:
        'Aucune suggestion ne sera plus faite, celles déjà faites sont effacées. Publier, chercher et réserver restent identiques.',
      submit: 'Enregistrer',
      isOn: 'Les photos de votre organisation sont analysées. Un responsable peut changer ce choix.',
      isOff: 'Les photos de votre organisation ne sont pas analysées. Un responsable peut changer ce choix.',
    },
    leave: {
      title: 'Quitter cette organisation',
      text: 'Vous ne verrez plus ses chantiers, ses lots ni ses réservations, et n’agirez plus pour {{name}}. Tout y reste pour les autres.',
      ask: 'Quitter l’organisation',
      confirmed: 'Oui, quitter {{name}}',
    },
  },
  en: {
    title: 'My organisation',
    role: { owner: 'Owner', member: 'Member' },
    saved: {
      organisation: 'Organisation saved.',
      invitation: 'The invitation is on its way by e-mail. Its link works once, within 14 days.',
      retrait: 'Invitation withdrawn. Its link no longer works.',
      membre: 'Team updated.',
      partage: 'Thank you. The photos of your next lots help to improve recognition.',
      'sans-partage': 'Consent withdrawn. The examples kept so far are erased.',
      analyse: 'Your photos are analysed again to suggest their material.',
      demande: 'Answer kept. The person gets an e-mail.',
      'sans-analyse':
        'Your photos are no longer analysed. What was suggested of them is erased; the materials you chose stay.',
    },
    facts: { title: 'Identity', submit: 'Save' },
    team: {
      title: 'Team',
      name: 'Name',
      role: 'Role',
      action: 'Action',
      makeOwner: 'Make an owner',
      makeMember: 'Make a plain member',
      remove: 'Remove',
      invited: 'Pending invitations',
      until: 'Valid until',
      withdraw: 'Withdraw the invitation',
    },
    invite: {
      title: 'Invite a person',
      email: 'Their e-mail address',
      role: 'Their role',
      submit: 'Send the invitation',
    },
    photos: {
      title: 'Photos and AI',
      lead: 'When you publish a lot, a small AI that runs on this server suggests the material from the photo. You always decide.',
      how: 'How AI is used here',
      refuse: 'Do not analyse our photos',
      refuseHint:
        'Nothing more will be suggested, and what was is erased. Publishing, searching and reserving stay the same.',
      submit: 'Save',
      isOn: 'The photos of your organisation are analysed. An owner can change this choice.',
      isOff: 'The photos of your organisation are not analysed. An owner can change this choice.',
    },
    leave: {
      title: 'Leave this organisation',
      text: 'You will no longer see its sites, lots and reservations, nor act for {{name}}. All of it stays for the others.',
      ask: 'Leave the organisation',
      confirmed: 'Yes, leave {{name}}',
    },
  },
})
