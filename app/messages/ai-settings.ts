import { defineCatalogue } from './catalogue'

/** What the Métropole's team sets of the classifier: its switch and what its energy is estimated from. */
export const aiSettings = defineCatalogue('ai-settings', {
  fr: {
    title: 'Intelligence artificielle',
    lead: 'Arrêter ou reprendre l’analyse des photos, et dire avec quels chiffres son énergie est estimée.',
    saved: 'Réglages enregistrés. La page publique les montre dès maintenant.',
    envOff:
      'L’exploitant a arrêté l’analyse par la variable CLASSIFIER=off : ce réglage n’a pas d’effet tant qu’elle est là.',
    switch: 'Analyse des photos',
    on: 'En marche',
    onHint: 'Suggère une matière quand une photo arrive. La personne décide.',
    off: 'Arrêtée',
    offHint:
      'Aucune photo n’est analysée, tout de suite et pour tous. Les suggestions déjà faites sont cachées, puis reviennent à la reprise.',
    energy: 'Ce qui sert à estimer l’énergie',
    energyLead: 'Remplacez ces valeurs par celles de votre hébergeur si vous les avez.',
    watts: 'Puissance d’un serveur par fil de processeur au travail',
    pue: 'PUE du centre de données',
    grams: 'Électricité, gCO2e par kWh',
    value: 'Valeur',
    source: 'Source',
    year: 'Année de la source',
    submit: 'Enregistrer les réglages',
    see: 'Voir la page publique',
  },
  en: {
    title: 'Artificial intelligence',
    lead: 'Stop or resume the analysis of photos, and say with which figures its energy is estimated.',
    saved: 'Settings saved. The public page shows them from now on.',
    envOff:
      'The operator has switched the analysis off with the variable CLASSIFIER=off: this setting has no effect while it is there.',
    switch: 'Analysis of photos',
    on: 'On',
    onHint: 'Suggests a material when a photo comes in. The person decides.',
    off: 'Off',
    offHint:
      'No photo is analysed, at once and for everyone. What was suggested is hidden, and comes back when it is on again.',
    energy: 'What energy is estimated from',
    energyLead: 'Replace these values with those of your host, if you have them.',
    watts: 'Power of a server for each processor thread at work',
    pue: 'PUE of the data centre',
    grams: 'Electricity, gCO2e per kWh',
    value: 'Value',
    source: 'Source',
    year: 'Year of the source',
    submit: 'Save the settings',
    see: 'See the public page',
  },
})
