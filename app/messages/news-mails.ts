import { defineCatalogue } from './catalogue'

/** E-mails about matches and pickups, and the footer of every e-mail. */
export const newsMails = defineCatalogue('news-mails', {
  fr: {
    'match-lot': {
      subject: 'Un lot correspond à votre besoin : {{lot}}',
      text: 'Bonjour,\n\nLe lot «\u00a0{{lot}}\u00a0» correspond à votre besoin «\u00a0{{need}}\u00a0» : {{score}} points sur 100.\n\nPourquoi :\n{{reasons}}\n\nC’est une proposition calculée : vous décidez, et le cédant attribue. Voir le lot et le réserver : {{link}}\n\nÉcrire au cédant, ou écarter ce rapprochement : {{board}}\n\nGisement',
    },
    'match-need': {
      subject: 'Un besoin correspond à votre lot : {{need}}',
      text: 'Bonjour,\n\nLe besoin «\u00a0{{need}}\u00a0» correspond à votre lot «\u00a0{{lot}}\u00a0» : {{score}} points sur 100.\n\nPourquoi :\n{{reasons}}\n\nC’est une proposition calculée : le repreneur reste libre de demander ce lot. Voir le besoin : {{link}}\n\nProposer votre lot à son auteur, ou écarter ce rapprochement : {{board}}\n\nGisement',
    },
    'slots-offered': {
      subject: 'Choisissez un créneau d’enlèvement : {{lot}} ({{reference}})',
      text: 'Bonjour,\n\n{{giver}} vous propose plusieurs créneaux pour enlever {{quantity}} de «\u00a0{{lot}}\u00a0».\n\nChoisissez-en un, ou proposez-en un autre : {{link}}\n\nGisement',
    },
    disputed: {
      subject: 'Désaccord signalé : {{lot}} ({{reference}})',
      text: 'Bonjour,\n\nUn désaccord est signalé sur la réservation de {{quantity}} de «\u00a0{{lot}}\u00a0» ({{giver}}, {{taker}}). La quantité reste gardée et rien ne se signe tant qu’il dure.\n\nLire, et proposer une issue : {{link}}\n\nGisement',
    },
    'settlement-proposed': {
      subject: 'Désaccord, une issue proposée : {{lot}} ({{reference}})',
      text: 'Bonjour,\n\nUne issue est proposée au désaccord sur {{quantity}} de «\u00a0{{lot}}\u00a0» ({{giver}}, {{taker}}).\n\nL’accepter, ou proposer le contraire : {{link}}\n\nGisement',
    },
    settled: {
      subject: 'Désaccord réglé : {{lot}} ({{reference}})',
      text: 'Bonjour,\n\nLe désaccord sur {{quantity}} de «\u00a0{{lot}}\u00a0» ({{giver}}, {{taker}}) est réglé : la réservation continue.\n\nConvenir du créneau et signer la masse : {{link}}\n\nGisement',
    },
    message: {
      subject: '{{who}} vous écrit : {{lot}} ({{reference}})',
      text: 'Bonjour,\n\n{{who}} vous écrit au sujet de {{quantity}} de «\u00a0{{lot}}\u00a0» ({{reference}}) :\n\n{{text}}\n\nRépondre, et voir les photos : {{link}}\n\nGisement',
    },
    'pickup-proposed': {
      subject: 'Créneau d’enlèvement proposé : {{lot}} ({{reference}})',
      text: 'Bonjour,\n\nUn créneau est proposé pour l’enlèvement de {{quantity}} de «\u00a0{{lot}}\u00a0» ({{giver}}, {{taker}}) : {{slot}}.\n\nConfirmez-le ou proposez-en un autre : {{link}}\n\nGisement',
    },
    'pickup-agreed': {
      subject: 'Enlèvement convenu : {{lot}} ({{reference}})',
      text: 'Bonjour,\n\nL’enlèvement de {{quantity}} de «\u00a0{{lot}}\u00a0» ({{giver}}, {{taker}}) est convenu : {{slot}}.\n\nAdresse, contact et agenda : {{link}}\n\nGisement',
    },
    digest: {
      subject: 'Vos nouvelles du {{day}}',
      text: 'Bonjour,\n\nCe qui s’est passé pour vous le {{day}} :\n\n{{news}}\n\nGisement',
    },
    weekly: {
      subject: 'Votre semaine du {{day}}',
      text: 'Bonjour,\n\nCe qui s’est passé pour vous la semaine du {{day}} :\n\n{{news}}\n\nGisement',
    },
    more_one: 'Et {{count}} autre nouvelle : {{link}}',
    more_other: 'Et {{count}} autres nouvelles : {{link}}',
    countdown_one: 'Dernier jour : plus possible à partir du {{day}}.',
    countdown_other: 'Encore {{count}} jours : plus possible à partir du {{day}}.',
    'lot-changed': {
      subject: 'Lot modifié : {{lot}} ({{reference}})',
      text: 'Bonjour,\n\n{{giver}} a modifié le lot «\u00a0{{lot}}\u00a0» ({{reference}}), dont vous avez réservé {{quantity}}. Son état, ses dangers, ses dimensions, ses dates ou son accès ont pu changer.\n\nRelisez-le avant de venir ; vous pouvez annuler si cela ne convient plus : {{link}}\n\nGisement',
    },
    unsubscribe: 'Ne plus recevoir ces courriels : {{link}}',
    preferences: 'Choisir les courriels que vous recevez : {{link}}',
  },
  en: {
    'match-lot': {
      subject: 'A lot suits your need: {{lot}}',
      text: 'Hello,\n\nThe lot “{{lot}}” suits your need “{{need}}”: {{score}} points out of 100.\n\nWhy:\n{{reasons}}\n\nThis is a computed proposal: you decide, and the giver grants. See the lot and reserve it: {{link}}\n\nWrite to the giver, or set this match aside: {{board}}\n\nGisement',
    },
    'match-need': {
      subject: 'A need suits your lot: {{need}}',
      text: 'Hello,\n\nThe need “{{need}}” suits your lot “{{lot}}”: {{score}} points out of 100.\n\nWhy:\n{{reasons}}\n\nThis is a computed proposal: the taker remains free to ask for this lot. See the need: {{link}}\n\nPropose your lot to its author, or set this match aside: {{board}}\n\nGisement',
    },
    'slots-offered': {
      subject: 'Choose a pick-up slot: {{lot}} ({{reference}})',
      text: 'Hello,\n\n{{giver}} offers several slots to pick up {{quantity}} of “{{lot}}”.\n\nChoose one, or propose another: {{link}}\n\nGisement',
    },
    disputed: {
      subject: 'Dispute reported: {{lot}} ({{reference}})',
      text: 'Hello,\n\nA dispute is reported about the reservation of {{quantity}} of “{{lot}}” ({{giver}}, {{taker}}). The quantity stays held and nothing is signed while it lasts.\n\nRead it, and propose an outcome: {{link}}\n\nGisement',
    },
    'settlement-proposed': {
      subject: 'Dispute, an outcome proposed: {{lot}} ({{reference}})',
      text: 'Hello,\n\nAn outcome is proposed for the dispute about {{quantity}} of “{{lot}}” ({{giver}}, {{taker}}).\n\nAgree to it, or propose the contrary: {{link}}\n\nGisement',
    },
    settled: {
      subject: 'Dispute settled: {{lot}} ({{reference}})',
      text: 'Hello,\n\nThe dispute about {{quantity}} of “{{lot}}” ({{giver}}, {{taker}}) is settled: the reservation goes on.\n\nAgree on a slot and sign the mass: {{link}}\n\nGisement',
    },
    message: {
      subject: '{{who}} writes to you: {{lot}} ({{reference}})',
      text: 'Hello,\n\n{{who}} writes to you about {{quantity}} of “{{lot}}” ({{reference}}):\n\n{{text}}\n\nAnswer, and see the photos: {{link}}\n\nGisement',
    },
    'pickup-proposed': {
      subject: 'Pick-up slot proposed: {{lot}} ({{reference}})',
      text: 'Hello,\n\nA slot is proposed to pick up {{quantity}} of “{{lot}}” ({{giver}}, {{taker}}): {{slot}}.\n\nConfirm it or propose another: {{link}}\n\nGisement',
    },
    'pickup-agreed': {
      subject: 'Pick-up agreed: {{lot}} ({{reference}})',
      text: 'Hello,\n\nThe pick-up of {{quantity}} of “{{lot}}” ({{giver}}, {{taker}}) is agreed: {{slot}}.\n\nAddress, contact and calendar: {{link}}\n\nGisement',
    },
    digest: {
      subject: 'Your news of {{day}}',
      text: 'Hello,\n\nWhat happened for you on {{day}}:\n\n{{news}}\n\nGisement',
    },
    weekly: {
      subject: 'Your week of {{day}}',
      text: 'Hello,\n\nWhat happened for you in the week of {{day}}:\n\n{{news}}\n\nGisement',
    },
    more_one: 'And {{count}} more: {{link}}',
    more_other: 'And {{count}} more: {{link}}',
    countdown_one: 'Last day: no longer possible from {{day}}.',
    countdown_other: '{{count}} days left: no longer possible from {{day}}.',
    'lot-changed': {
      subject: 'Lot changed: {{lot}} ({{reference}})',
      text: 'Hello,\n\n{{giver}} changed the lot “{{lot}}” ({{reference}}), of which {{quantity}} are held for you. Its condition, hazards, dimensions, dates or access may have changed.\n\nRead it again before you come; you can cancel if it no longer suits: {{link}}\n\nGisement',
    },
    unsubscribe: 'Get no more of these e-mails: {{link}}',
    preferences: 'Choose which e-mails you get: {{link}}',
  },
})
