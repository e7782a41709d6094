import { defineCatalogue } from './catalogue'

/** The line of a lot: joining it, one's place in it, what its giver sees, what is told. */
export const waiting = defineCatalogue('waiting', {
  fr: {
    title: 'Liste d’attente',
    back: 'Revenir au lot',
    lead: 'Quand une quantité se libère, elle est proposée au premier à qui elle convient, et gardée {{hours}} heures pour lui.',
    join: {
      title: 'Rejoindre la liste',
      free: 'Il reste {{left}} de libre. Si cela suffit, réservez tout de suite.',
      quantity: 'Quantité attendue',
      hint: 'Ce lot compte {{total}} en tout. Vous êtes prévenu quand cette quantité est libre.',
      hintWhole: 'Ce lot part en une seule fois : vous attendez le tout, soit {{total}}.',
      submit: 'Rejoindre la liste d’attente',
      reserve: 'Réserver maintenant',
      closed: 'Ce lot n’est plus à réserver : sa liste d’attente est close.',
    },
    place: {
      title: 'Votre place',
      waiting: 'Vous êtes en position {{position}} sur {{length}}, pour {{quantity}}.',
      offered: '{{quantity}} vous sont gardés jusqu’au {{until}}.',
      offeredText: 'Passé ce délai, la quantité est proposée à la personne suivante.',
      reserve: 'Réserver cette quantité',
      leave: 'Quitter la liste',
      leaveText: 'Vous perdez votre place. Vous pourrez revenir, en fin de liste.',
    },
    done: {
      joined: 'Vous êtes dans la liste d’attente.',
      left: 'Vous avez quitté la liste d’attente.',
    },
    line: {
      title: 'Qui attend',
      none: 'Personne n’attend de part de ce lot.',
      position: 'Position',
      who: 'Repreneur',
      quantity: 'Quantité',
      since: 'Depuis le',
      state: 'État',
      waiting: 'attend',
      offered: 'gardé jusqu’au {{until}}',
    },
    csv: { reference: 'Référence', length: 'Longueur de la liste', unit: 'Unité', until: 'Gardé jusqu’au' },
    link: {
      join: 'Rejoindre la liste d’attente',
      more: 'Il n’y en a pas assez pour vous ? Rejoindre la liste d’attente',
      mine: 'Voir votre place dans la liste d’attente',
      owner_one: '{{count}} repreneur en liste d’attente',
      owner_other: '{{count}} repreneurs en liste d’attente',
    },
    mine: {
      title: 'Listes d’attente',
      lot: 'Lot',
      place: 'Place',
      placeOf: '{{position}} sur {{length}}',
    },
    mail: {
      offered: {
        subject: 'Une quantité vous est gardée : {{lot}} ({{reference}})',
        text: 'Bonjour,\n\n{{quantity}} de «\u00a0{{lot}}\u00a0» se sont libérés. Vous êtes en tête de la liste d’attente : cette quantité vous est gardée jusqu’au {{until}}.\n\nLa réserver, ou quitter la liste : {{link}}\n\nGisement',
      },
      lapsed: {
        subject: 'Votre priorité est passée : {{lot}} ({{reference}})',
        text: 'Bonjour,\n\n{{quantity}} de «\u00a0{{lot}}\u00a0» vous étaient gardés et n’ont pas été réservés à temps. La quantité est proposée à la personne suivante, ou libre.\n\nVoir le lot : {{link}}\n\nGisement',
      },
      closed: {
        subject: 'Lot retiré : {{lot}} ({{reference}})',
        text: 'Bonjour,\n\nLe lot «\u00a0{{lot}}\u00a0», dont vous attendiez {{quantity}}, a été retiré par son cédant. Sa liste d’attente est close.\n\nVoir le lot et chercher des lots semblables : {{link}}\n\nGisement',
      },
    },
  },
  en: {
    title: 'Waiting list',
    back: 'Back to the lot',
    lead: 'When a quantity becomes free, it is offered to the first whom it suits, and kept {{hours}} hours for them.',
    join: {
      title: 'Join the list',
      free: '{{left}} are free. If that is enough, reserve at once.',
      quantity: 'Quantity awaited',
      hint: 'This lot has {{total}} in all. You are told when this quantity is free.',
      hintWhole: 'This lot goes in one piece: you wait for all of it, {{total}}.',
      submit: 'Join the waiting list',
      reserve: 'Reserve now',
      closed: 'This lot can no longer be reserved: its waiting list is closed.',
    },
    place: {
      title: 'Your place',
      waiting: 'You are in position {{position}} of {{length}}, for {{quantity}}.',
      offered: '{{quantity}} are kept for you until {{until}}.',
      offeredText: 'After that, the quantity is offered to whoever comes next.',
      reserve: 'Reserve this quantity',
      leave: 'Leave the list',
      leaveText: 'You lose your place. You may come back, at the end of the list.',
    },
    done: {
      joined: 'You are on the waiting list.',
      left: 'You have left the waiting list.',
    },
    line: {
      title: 'Who waits',
      none: 'Nobody waits for a part of this lot.',
      position: 'Position',
      who: 'Taker',
      quantity: 'Quantity',
      since: 'Since',
      state: 'State',
      waiting: 'waits',
      offered: 'kept until {{until}}',
    },
    csv: { reference: 'Reference', length: 'Length of the list', unit: 'Unit', until: 'Kept until' },
    link: {
      join: 'Join the waiting list',
      more: 'Not enough for you? Join the waiting list',
      mine: 'See your place on the waiting list',
      owner_one: '{{count}} taker on the waiting list',
      owner_other: '{{count}} takers on the waiting list',
    },
    mine: {
      title: 'Waiting lists',
      lot: 'Lot',
      place: 'Place',
      placeOf: '{{position}} of {{length}}',
    },
    mail: {
      offered: {
        subject: 'A quantity is kept for you: {{lot}} ({{reference}})',
        text: 'Hello,\n\n{{quantity}} of “{{lot}}” have become free. You are at the head of the waiting list: this quantity is kept for you until {{until}}.\n\nReserve it, or leave the list: {{link}}\n\nGisement',
      },
      lapsed: {
        subject: 'Your priority has ended: {{lot}} ({{reference}})',
        text: 'Hello,\n\n{{quantity}} of “{{lot}}” were kept for you and were not reserved in time. The quantity is offered to whoever comes next, or free.\n\nSee the lot: {{link}}\n\nGisement',
      },
      closed: {
        subject: 'Lot withdrawn: {{lot}} ({{reference}})',
        text: 'Hello,\n\nThe lot “{{lot}}”, of which you awaited {{quantity}}, has been withdrawn by its giver. Its waiting list is closed.\n\nSee the lot and look for similar ones: {{link}}\n\nGisement',
      },
    },
  },
})
