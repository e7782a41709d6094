import { defineCatalogue } from './catalogue'

/** The notification centre and the choice of e-mails. */
export const notifications = defineCatalogue('notifications', {
  fr: {
    title: 'Notifications',
    lead: 'Ce qui s’est passé pour vous, le plus récent d’abord.',
    filter: 'Notifications affichées',
    unread: 'Non lues ({{count}})',
    all: 'Toutes',
    readAll: 'Tout marquer comme lu',
    read: 'Marquer comme lue',
    open: 'Ouvrir',
    new: 'Non lue',
    choose: 'Choisir mes courriels',
    none: {
      title: 'Rien de nouveau',
      text: 'Les étapes de vos réservations et les rapprochements s’affichent ici.',
      act: 'Aller à mon tableau de bord',
    },
    kind: {
      requested: '{{taker}} demande {{quantity}} de «{{lot}}».',
      accepted: '{{giver}} vous attribue {{quantity}} de «{{lot}}».',
      refused: '{{giver}} n’a pas retenu votre demande de {{quantity}} de «{{lot}}».',
      cancelled: 'La réservation de {{quantity}} de «{{lot}}» est annulée.',
      expired: 'La demande de {{taker}} pour «{{lot}}» est restée sans réponse : la quantité est libre.',
      collected: 'La remise de {{quantity}} de «{{lot}}» est signée par les deux parties.',
      pickupProposed: 'Enlèvement de «{{lot}}» : créneau proposé le {{slot}}.',
      pickupAgreed: 'Enlèvement de «{{lot}}» convenu le {{slot}}.',
      slotsOffered: '{{giver}} vous laisse choisir un créneau pour enlever «{{lot}}».',
      disputed: 'Un désaccord est signalé pour {{quantity}} de «{{lot}}» ({{giver}}, {{taker}}).',
      settlementProposed: 'Une issue est proposée au désaccord sur «{{lot}}».',
      message: '{{who}} vous écrit au sujet de «{{lot}}» : {{text}}',
      settled: 'Le désaccord sur «{{lot}}» est réglé : la réservation continue.',
      lotChanged: '{{giver}} a modifié le lot «{{lot}}», dont vous avez réservé {{quantity}} : relisez-le.',
      reminderRequest: '{{taker}} attend votre réponse pour {{quantity}} de « {{lot}} ».',
      reminderPickup: 'Enlèvement de « {{lot}} » demain : {{slot}}.',
      reminderSign: 'La remise de « {{lot}} » n’est pas encore signée par les deux parties.',
      reminderLot_one: '« {{lot}} » part à la benne demain et n’a pas de repreneur pour tout.',
      reminderLot_other:
        '« {{lot}} » part à la benne dans {{count}} jours et n’a pas de repreneur pour tout.',
      reminderNeed_one: 'Votre besoin « {{need}} » se termine demain.',
      reminderNeed_other: 'Votre besoin « {{need}} » se termine dans {{count}} jours.',
      reminderPair_one:
        'Dernier jour pour « {{lot}} » et « {{need}} » ({{score}} sur 100) : ensuite, ce rapprochement n’est plus possible.',
      reminderPair_other:
        'Encore {{count}} jours pour « {{lot}} » et « {{need}} » ({{score}} sur 100) : ensuite, ce rapprochement n’est plus possible.',
      matchContact: '{{who}} vous écrit au sujet de « {{lot}} » pour « {{need}} » : {{text}}',
      matchLot: 'Le lot «{{lot}}» correspond à votre besoin «{{need}}» ({{score}} sur 100).',
      matchNeed: 'Le besoin «{{need}}» correspond à votre lot «{{lot}}» ({{score}} sur 100).',
    },
    csv: { at: 'Date', text: 'Notification', page: 'Page', read: 'Lue le' },
    preferences: {
      title: 'Mes courriels',
      lead: 'Dites, pour chaque sujet, quand un courriel vous arrive. Les notifications du site, elles, restent toutes.',
      pace: {
        immediate: 'Tout de suite',
        daily: 'Une fois par jour',
        weekly: 'Une fois par semaine',
        off: 'Jamais',
      },
      dailyNote:
        'Une fois par jour : un seul résumé, le lendemain matin, s’il y a du nouveau. Une fois par semaine : le lundi matin, pour la semaine passée. Les rapprochements qui finissent bientôt viennent en tête.',
      capNote:
        'Tout de suite : cinq courriels de rapprochements par jour au plus ; les suivants vont dans un résumé le lendemain. Les courriels de votre compte (mot de passe, adresse) arrivent toujours.',
      digest: { label: 'Les résumés' },
      save: 'Enregistrer',
      saved: 'Vos choix sont enregistrés.',
      reservation: {
        label: 'Les étapes des réservations',
        hint: 'Demande, réponse, annulation, expiration, lot modifié, désaccord, remise signée, message au sujet d’un rapprochement.',
      },
      pickup: {
        label: 'Les créneaux d’enlèvement',
        hint: 'Un créneau est proposé ou convenu.',
      },
      matchLot: {
        label: 'Les lots qui correspondent à mes besoins',
        hint: 'Au plus un courriel par lot, à partir de 50 points sur 100.',
      },
      matchNeed: {
        label: 'Les besoins qui correspondent à mes lots',
        hint: 'Au plus un courriel par besoin, à partir de 50 points sur 100.',
      },
      reminder: {
        label: 'Les rappels',
        hint: 'Demande sans réponse, enlèvement demain, remise à signer, lot, besoin ou rapprochement qui arrive à sa date. Une fois chacun.',
      },
    },
  },
  en: {
    title: 'Notifications',
    lead: 'What happened for you, newest first.',
    filter: 'Notifications shown',
    unread: 'Unread ({{count}})',
    all: 'All',
    readAll: 'Mark all as read',
    read: 'Mark as read',
    open: 'Open',
    new: 'Unread',
    choose: 'Choose my e-mails',
    none: {
      title: 'Nothing new',
      text: 'The steps of your reservations and your matches show here.',
      act: 'Go to my dashboard',
    },
    kind: {
      requested: '{{taker}} asks for {{quantity}} of “{{lot}}”.',
      accepted: '{{giver}} grants you {{quantity}} of “{{lot}}”.',
      refused: '{{giver}} declined your request for {{quantity}} of “{{lot}}”.',
      cancelled: 'The reservation of {{quantity}} of “{{lot}}” is cancelled.',
      expired: 'The request of {{taker}} for “{{lot}}” had no answer: the quantity is free.',
      collected: 'The handover of {{quantity}} of “{{lot}}” is signed by both sides.',
      pickupProposed: 'Pick-up of “{{lot}}”: slot proposed, {{slot}}.',
      pickupAgreed: 'Pick-up of “{{lot}}” agreed, {{slot}}.',
      slotsOffered: '{{giver}} lets you choose a slot to pick up “{{lot}}”.',
      disputed: 'A dispute is reported about {{quantity}} of “{{lot}}” ({{giver}}, {{taker}}).',
      settlementProposed: 'An outcome is proposed for the dispute about “{{lot}}”.',
      message: '{{who}} writes to you about “{{lot}}”: {{text}}',
      settled: 'The dispute about “{{lot}}” is settled: the reservation goes on.',
      lotChanged:
        '{{giver}} changed the lot “{{lot}}”, of which {{quantity}} are held for you: read it again.',
      reminderRequest: '{{taker}} waits for your answer about {{quantity}} of “{{lot}}”.',
      reminderPickup: 'Pick-up of “{{lot}}” tomorrow: {{slot}}.',
      reminderSign: 'The handover of “{{lot}}” is not signed by both sides yet.',
      reminderLot_one: '“{{lot}}” goes to the skip tomorrow and not all of it has a taker.',
      reminderLot_other: '“{{lot}}” goes to the skip in {{count}} days and not all of it has a taker.',
      reminderNeed_one: 'Your need “{{need}}” ends tomorrow.',
      reminderNeed_other: 'Your need “{{need}}” ends in {{count}} days.',
      reminderPair_one:
        'Last day for “{{lot}}” and “{{need}}” ({{score}} out of 100): after it this match is no longer possible.',
      reminderPair_other:
        '{{count}} more days for “{{lot}}” and “{{need}}” ({{score}} out of 100): after them this match is no longer possible.',
      matchContact: '{{who}} writes to you about “{{lot}}” for “{{need}}”: {{text}}',
      matchLot: 'The lot “{{lot}}” suits your need “{{need}}” ({{score}} out of 100).',
      matchNeed: 'The need “{{need}}” suits your lot “{{lot}}” ({{score}} out of 100).',
    },
    csv: { at: 'Date', text: 'Notification', page: 'Page', read: 'Read on' },
    preferences: {
      title: 'My e-mails',
      lead: 'Say, for each subject, when an e-mail comes. Notifications on the site all remain.',
      pace: { immediate: 'At once', daily: 'Once a day', weekly: 'Once a week', off: 'Never' },
      dailyNote:
        'Once a day: a single summary, the next morning, when there is news. Once a week: on Monday morning, for the week that ended. Matches about to end come first.',
      capNote:
        'At once: five e-mails of matches a day at most; the others go to a summary the next day. E-mails about your account (password, address) always come.',
      digest: { label: 'The summaries' },
      save: 'Save',
      saved: 'Your choices are saved.',
      reservation: {
        label: 'Steps of reservations',
        hint: 'Request, answer, cancellation, expiry, changed lot, dispute, signed handover, message about a match.',
      },
      pickup: { label: 'Pick-up slots', hint: 'A slot is proposed or agreed.' },
      matchLot: {
        label: 'Lots that suit my needs',
        hint: 'At most one e-mail per lot, from 50 points out of 100.',
      },
      matchNeed: {
        label: 'Needs that suit my lots',
        hint: 'At most one e-mail per need, from 50 points out of 100.',
      },
      reminder: {
        label: 'Reminders',
        hint: 'A request without answer, a pick-up tomorrow, a handover to sign, a lot, a need or a match near its date. Once each.',
      },
    },
  },
})
