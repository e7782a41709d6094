import { defineCatalogue } from './catalogue'

/** What waits for a person, each with the one button of the place where it is done. */
export const acts = defineCatalogue('acts', {
  fr: {
    title: 'Ce qui vous attend aujourd’hui',
    all: 'Tout voir ({{count}})',
    late: 'en retard, {{when}}',
    none: {
      title: 'Rien ne vous attend',
      text: 'Aucune réponse, aucun rendez-vous, aucune signature en suspens.',
    },
    next: {
      giver: 'Publier un lot',
      taker: 'Chercher un lot',
      agent: 'Ouvrir la page de la commune',
      admin: 'Comparer les communes',
    },
    csv: { due: 'Échéance', act: 'À faire', page: 'Page' },
    part: { morning: 'matin', afternoon: 'après-midi' },
    kind: {
      answer: { text: '{{who}} demande {{quantity}} de «{{name}}», {{since}}.', act: 'Répondre' },
      sign: { text: 'La remise de «{{name}}» avec {{who}} reste à signer.', act: 'Signer la remise' },
      pickup: {
        text: 'Enlèvement de «{{name}}» {{slot}}, {{commune}}, avec {{who}}.',
        act: 'Voir l’adresse',
      },
      answerSlot: { text: '{{who}} propose {{slot}} pour «{{name}}».', act: 'Confirmer le créneau' },
      chooseSlot: {
        text: '{{who}} vous laisse choisir un créneau pour {{quantity}} de «{{name}}».',
        act: 'Choisir un créneau',
      },
      settle: {
        text: 'Un désaccord avec {{who}} est à régler pour «{{name}}».',
        act: 'Régler le désaccord',
      },
      arbitrate: {
        text: '{{who}} et {{need}} sont en désaccord sur «{{name}}».',
        act: 'Voir le désaccord',
      },
      proposeSlot: {
        text: 'Convenez d’un créneau avec {{who}} pour {{quantity}} de «{{name}}».',
        act: 'Proposer un créneau',
      },
      lot: { text: '«{{name}}» part sans repreneur : {{quantity}}, {{commune}}.', act: 'Voir le lot' },
      need: {
        text: 'Votre besoin «{{name}}» prend fin, il reste {{quantity}} à trouver.',
        act: 'Voir le besoin',
      },
      matches: {
        text_one: '{{count}} nouveau rapprochement.',
        text_other: '{{count}} nouveaux rapprochements.',
        act: 'Voir les notifications',
      },
      urgentPairs: {
        text_one: '«{{name}}» et «{{need}}» se conviennent, mais plus pour longtemps.',
        text_other:
          '{{count}} rapprochements finissent sous sept jours. Le premier : «{{name}}» pour «{{need}}».',
        act: 'Voir les rapprochements',
      },
      draft: {
        text_one: '{{count}} brouillon de lot reste à publier.',
        text_other: '{{count}} brouillons de lot restent à publier.',
        act: 'Reprendre',
      },
      endingSites: {
        text_one: '{{commune}} : {{count}} chantier se termine sous 30 jours sans remise.',
        text_other: '{{commune}} : {{count}} chantiers se terminent sous 30 jours sans remise.',
        act: 'Voir les chantiers',
      },
      handovers: {
        text_one: '{{commune}} : {{count}} remise depuis sept jours, {{mass}}.',
        text_other: '{{commune}} : {{count}} remises depuis sept jours, {{mass}}.',
        act: 'Voir les remises',
      },
      messages: {
        text_one: '{{count}} message attend une réponse.',
        text_other: '{{count}} messages attendent une réponse.',
        act: 'Ouvrir les messages',
      },
      bareSites: {
        text_one: '{{commune}} : {{count}} chantier en cours sans inventaire, hors du taux.',
        text_other: '{{commune}} : {{count}} chantiers en cours sans inventaire, hors du taux.',
        act: 'Voir les chantiers',
      },
    },
  },
  en: {
    title: 'What waits for you today',
    all: 'See all ({{count}})',
    late: 'late, {{when}}',
    none: {
      title: 'Nothing waits for you',
      text: 'No answer, no appointment, no signature is pending.',
    },
    next: {
      giver: 'Publish a lot',
      taker: 'Search for a lot',
      agent: 'Open the commune’s page',
      admin: 'Compare the communes',
    },
    csv: { due: 'Due', act: 'To do', page: 'Page' },
    part: { morning: 'morning', afternoon: 'afternoon' },
    kind: {
      answer: { text: '{{who}} asks for {{quantity}} of “{{name}}”, {{since}}.', act: 'Answer' },
      sign: { text: 'The handover of “{{name}}” with {{who}} is still to sign.', act: 'Sign the handover' },
      pickup: { text: 'Pick-up of “{{name}}” {{slot}}, {{commune}}, with {{who}}.', act: 'See the address' },
      answerSlot: { text: '{{who}} proposes {{slot}} for “{{name}}”.', act: 'Confirm the slot' },
      chooseSlot: {
        text: '{{who}} lets you choose a slot for {{quantity}} of “{{name}}”.',
        act: 'Choose a slot',
      },
      settle: { text: 'A dispute with {{who}} about “{{name}}” is to be settled.', act: 'Settle it' },
      arbitrate: { text: '{{who}} and {{need}} are in dispute about “{{name}}”.', act: 'See the dispute' },
      proposeSlot: {
        text: 'Agree on a slot with {{who}} for {{quantity}} of “{{name}}”.',
        act: 'Propose a slot',
      },
      lot: { text: '“{{name}}” leaves without a taker: {{quantity}}, {{commune}}.', act: 'See the lot' },
      need: { text: 'Your need “{{name}}” ends, {{quantity}} is still to be found.', act: 'See the need' },
      matches: {
        text_one: '{{count}} new match.',
        text_other: '{{count}} new matches.',
        act: 'See the notifications',
      },
      urgentPairs: {
        text_one: '“{{name}}” and “{{need}}” suit each other, but not for long.',
        text_other: '{{count}} matches end within seven days. The first: “{{name}}” for “{{need}}”.',
        act: 'See the matches',
      },
      draft: {
        text_one: '{{count}} draft of a lot is still to publish.',
        text_other: '{{count}} drafts of lots are still to publish.',
        act: 'Resume',
      },
      endingSites: {
        text_one: '{{commune}}: {{count}} site ends within 30 days without a handover.',
        text_other: '{{commune}}: {{count}} sites end within 30 days without a handover.',
        act: 'See the sites',
      },
      handovers: {
        text_one: '{{commune}}: {{count}} handover in the last seven days, {{mass}}.',
        text_other: '{{commune}}: {{count}} handovers in the last seven days, {{mass}}.',
        act: 'See the handovers',
      },
      messages: {
        text_one: '{{count}} message waits for an answer.',
        text_other: '{{count}} messages wait for an answer.',
        act: 'Open the messages',
      },
      bareSites: {
        text_one: '{{commune}}: {{count}} running site without inventory, outside the rate.',
        text_other: '{{commune}}: {{count}} running sites without inventory, outside the rate.',
        act: 'See the sites',
      },
    },
  },
})
