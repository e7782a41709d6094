import { defineCatalogue } from './catalogue'

/** Acting on a reservation from the link of an e-mail, without signing in. */
export const actLinks = defineCatalogue('act-links', {
  fr: {
    mail: {
      accept: 'Accepter sans vous connecter : {{link}}',
      refuse: 'Refuser sans vous connecter : {{link}}',
      'confirm-slot': 'Confirmer ce créneau sans vous connecter : {{link}}',
      'choose-slot': 'Choisir {{slot}}, sans vous connecter : {{link}}',
      note: 'Chaque lien sert une fois et ouvre une page où vous confirmez. Il est à vous : ne le transférez pas.',
    },
    title: {
      accept: 'Accepter la demande',
      refuse: 'Refuser la demande',
      'confirm-slot': 'Confirmer le créneau',
      'choose-slot': 'Choisir ce créneau',
    },
    lead: {
      answer:
        '{{taker}} demande {{quantity}} de «{{lot}}». Rien n’est fait tant que vous n’avez pas confirmé.',
      slot: 'Enlèvement de {{quantity}} de «{{lot}}» ({{giver}}, {{taker}}) : {{slot}}. Rien n’est fait tant que vous n’avez pas confirmé.',
    },
    confirm: { 'confirm-slot': 'Confirmer ce créneau', 'choose-slot': 'Choisir ce créneau' },
    used: {
      title: 'C’est fait',
      accept: 'La demande de {{taker}} pour {{quantity}} de «{{lot}}» est acceptée.',
      refuse: 'La demande de {{taker}} pour {{quantity}} de «{{lot}}» est refusée.',
      'confirm-slot': 'Le créneau d’enlèvement de {{quantity}} de «{{lot}}» est confirmé.',
      'choose-slot': 'Le créneau d’enlèvement de {{quantity}} de «{{lot}}» est convenu.',
      by: 'Par ce lien, au nom de {{who}}, le {{at}}. Il ne sert plus.',
    },
    moved: {
      title: 'Ce n’est plus à faire',
      text: 'La réservation de {{quantity}} de «{{lot}}» a avancé depuis ce courriel. Son état : {{status}}.',
    },
    expired: {
      title: 'Ce lien n’est plus valable',
      text: 'Il avait une durée limitée, ou vous ne représentez plus cette organisation. Connectez-vous pour voir la réservation.',
    },
    open: 'Ouvrir la réservation',
    home: 'Aller à l’accueil',
  },
  en: {
    mail: {
      accept: 'Accept without signing in: {{link}}',
      refuse: 'Refuse without signing in: {{link}}',
      'confirm-slot': 'Confirm this slot without signing in: {{link}}',
      'choose-slot': 'Choose {{slot}}, without signing in: {{link}}',
      note: 'Each link serves once and opens a page where you confirm. It is yours: do not forward it.',
    },
    title: {
      accept: 'Accept the request',
      refuse: 'Refuse the request',
      'confirm-slot': 'Confirm the slot',
      'choose-slot': 'Choose this slot',
    },
    lead: {
      answer: '{{taker}} asks for {{quantity}} of “{{lot}}”. Nothing is done until you confirm.',
      slot: 'Pick-up of {{quantity}} of “{{lot}}” ({{giver}}, {{taker}}): {{slot}}. Nothing is done until you confirm.',
    },
    confirm: { 'confirm-slot': 'Confirm this slot', 'choose-slot': 'Choose this slot' },
    used: {
      title: 'It is done',
      accept: 'The request of {{taker}} for {{quantity}} of “{{lot}}” is accepted.',
      refuse: 'The request of {{taker}} for {{quantity}} of “{{lot}}” is refused.',
      'confirm-slot': 'The pick-up slot of {{quantity}} of “{{lot}}” is confirmed.',
      'choose-slot': 'The pick-up slot of {{quantity}} of “{{lot}}” is agreed.',
      by: 'By this link, in the name of {{who}}, on {{at}}. It no longer serves.',
    },
    moved: {
      title: 'This is no longer to be done',
      text: 'The reservation of {{quantity}} of “{{lot}}” has moved on since that e-mail. Its state: {{status}}.',
    },
    expired: {
      title: 'This link is no longer valid',
      text: 'It had a limited time, or you no longer act for this organisation. Sign in to see the reservation.',
    },
    open: 'Open the reservation',
    home: 'Go to the home page',
  },
})
