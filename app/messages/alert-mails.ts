import { defineCatalogue } from './catalogue'

/** E-mails of saved searches: what they found, and the question whether to look at all. */
export const alertMails = defineCatalogue('alert-mails', {
  fr: {
    hello: 'Bonjour,',
    lead: 'Voici ce que vos recherches ont trouvé.',
    subjectOne: { lots: 'Nouveau lot : {{title}}', needs: 'Nouveau besoin : {{title}}' },
    subject_one: '{{count}} nouveauté pour vos recherches',
    subject_other: '{{count}} nouveautés pour vos recherches',
    search: 'Recherche «\u00a0{{name}}\u00a0»',
    facts: '{{title}} : {{quantity}} à {{commune}}, jusqu’au {{day}}',
    gift: 'à titre gratuit',
    price: '{{price}} / {{unit}}',
    more_one: 'Et {{count}} autre : {{link}}',
    more_other: 'Et {{count}} autres : {{link}}',
    stop: 'Ne plus suivre cette recherche : {{link}}',
    manage: 'Voir et régler toutes vos alertes : {{link}}',
    stopAll: 'Ne plus recevoir aucune alerte : {{link}}',
    confirm: {
      subject: 'Confirmez votre alerte sur Gisement',
      lots: 'lots de matériaux',
      needs: 'besoins de matériaux',
      text: 'Bonjour,\n\nQuelqu’un, vous sans doute, demande que Gisement écrive à cette adresse quand une recherche trouve du nouveau : {{what}}.\n\nOuvrez ce lien pour voir toute la recherche, puis confirmez : {{link}}\n\nSi la demande ne vient pas de vous, ne faites rien : rien ne vous sera envoyé, et cette adresse sera effacée dans {{count}} jours.\n\nGisement',
    },
    known: {
      subject: 'Vous suivez déjà cette recherche sur Gisement',
      text: 'Bonjour,\n\nQuelqu’un, vous sans doute, demande une alerte que cette adresse reçoit déjà. Rien n’a changé.\n\nVoir, régler ou effacer vos alertes : {{link}}\n\nGisement',
    },
  },
  en: {
    hello: 'Hello,',
    lead: 'Here is what your searches found.',
    subjectOne: { lots: 'New lot: {{title}}', needs: 'New need: {{title}}' },
    subject_one: '{{count}} new item for your searches',
    subject_other: '{{count}} new items for your searches',
    search: 'Search “{{name}}”',
    facts: '{{title}}: {{quantity}} in {{commune}}, until {{day}}',
    gift: 'free of charge',
    price: '{{price}} / {{unit}}',
    more_one: 'And {{count}} more: {{link}}',
    more_other: 'And {{count}} more: {{link}}',
    stop: 'Stop following this search: {{link}}',
    manage: 'See and set all your alerts: {{link}}',
    stopAll: 'Get no alerts any more: {{link}}',
    confirm: {
      subject: 'Confirm your alert on Gisement',
      lots: 'lots of materials',
      needs: 'needs of materials',
      text: 'Hello,\n\nSomeone, probably you, asks that Gisement write to this address when a search finds something new: {{what}}.\n\nOpen this link to see the whole search, then confirm: {{link}}\n\nIf you did not ask for it, do nothing: nothing will be sent to you, and this address will be erased in {{count}} days.\n\nGisement',
    },
    known: {
      subject: 'You already follow this search on Gisement',
      text: 'Hello,\n\nSomeone, probably you, asks for an alert that this address already gets. Nothing has changed.\n\nSee, set or erase your alerts: {{link}}\n\nGisement',
    },
  },
})
