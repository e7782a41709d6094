import { defineCatalogue } from './catalogue'

/** How every figure of the accounts is computed, with its formula, its source and its range. */
export const method = defineCatalogue('method', {
  fr: {
    title: 'Comment les chiffres sont calculés',
    lead: 'Chaque indicateur avec sa formule, ses sources et sa valeur pour la Métropole. Seules comptent les remises signées par les deux parties, pesées en kilogrammes.',
    year: 'Les indicateurs de la Métropole en {{year}}',
    indicator: 'Indicateur',
    formula: 'Formule',
    value: 'Valeur',
    range: 'Fourchette',
    source: 'Source',
    exact: 'sans fourchette : somme de masses signées',
    atLeast: 'au moins : sans les remises des communes qui en ont trop peu',
    ofTold: 'sur les seules remises publiées, sans celles des communes qui en ont trop peu',
    partial:
      'Des remises manquent à ces indicateurs : celles des communes qui en comptent moins de {{threshold}} dans l’année, pour que personne n’y soit reconnu. La fourchette de chaque ligne le dit : les taux et les masses concernés sont des minimums.',
    none: 'sans dénominateur',
    ofMasses: '{{rate}} ({{numerator}} sur {{denominator}})',
    local: {
      name: 'Taux de réemploi local',
      formula:
        'kg remis par les chantiers inventoriés dont les travaux finissent dans la période ÷ kg inventoriés sur ces chantiers, ceux sans remise compris',
      source:
        'Registre des remises et diagnostics PEMD (CCH, L.126-34). Indicateur local : aucun taux communal n’existe dans la loi.',
    },
    realisation: {
      name: 'Taux de réalisation',
      formula: 'même numérateur ÷ kg que les diagnostics disent réemployables',
      source: 'Registre et diagnostics PEMD',
    },
    declared: {
      name: 'Réemploi déclaré',
      formula:
        'kg réemployés sur place ou hors de la plateforme, selon les récolements ; jamais dans un taux',
      source: 'Récolements (CERFA 16288)',
      value: '{{inPlace}} sur place, {{elsewhere}} ailleurs, dont {{without}} sans pièce justificative',
    },
    incoming: {
      name: 'Réemploi entrant',
      formula: 'kg repris dans la période par des projets du territoire, d’où qu’ils viennent',
      source: 'Registre des remises',
    },
    proximity: {
      name: 'Réemploi de proximité',
      formula:
        'part des kg remis restés dans la commune, à moins de 10 km, dans la Métropole ; une destination inconnue n’est pas proche',
      source: 'Registre ; distance à vol d’oiseau entre points des communes (GeoNames, CC BY 4.0)',
      value: '{{commune}} dans la commune, {{near}} à moins de 10 km, {{metropole}} dans la Métropole',
    },
    rep: {
      inert: 'Taux de type REP, produits inertes',
      nonInert: 'Taux de type REP, produits non inertes',
      formula: 'kg remis ÷ kg inventoriés de cette catégorie, sur les mêmes chantiers',
      target: 'Objectif depuis le {{day}} : {{percent}} ({{source}})',
      noTarget: 'Aucun objectif en vigueur à la fin de la période.',
    },
    net: {
      name: 'Émissions évitées nettes',
      formula:
        'substitution × kg × facteur − kg × remise en état − transport, remise par remise ; peut être négatif',
      value: '{{net}} pour {{claims}} remises sur {{total}}',
      range: 'de {{low}} à {{high}} : détour routier de 1,2 à 1,45 et fourchette des facteurs',
      none: 'Aucune remise n’a de facteur publié.',
    },
    funnel: {
      name: 'De l’inventaire à la remise',
      formula: 'kg inventoriés, déposés, publiés, réservés, remis, sur les chantiers du taux',
      source: 'Diagnostics, lots et réservations de cette installation',
      value: '{{inventoried}} inventoriés, {{published}} publiés, {{handedOver}} remis',
    },
    factors: {
      title: 'Les facteurs d’émission',
      lead: 'Version {{version}}, pour les remises depuis le {{day}}. Une matière sans facteur publié ne donne aucun chiffre.',
      material: 'Matière',
      value: 'Production (kgCO2e/kg)',
      range: 'Fourchette',
      reconditioning: 'Remise en état (kgCO2e/kg)',
      substitution: 'Substitution',
      source: 'Source, année, licence',
      noRange: 'non publiée par la source',
      versions:
        'Une nouvelle version ne change aucune ligne du registre : chacune garde celle de son calcul.',
    },
    transport: {
      title: 'Le transport',
      lead: 'Par voyage de m kg sur d km : d × (e0 + (e1 − e0) × m ÷ charge utile) + r × d × e0. Au-delà de la charge utile, plusieurs voyages. r compte le retour à vide : 1 pour un voyage dédié. La distance est 1,34 fois le vol d’oiseau, au moins 1 km. La classe est celle que les parties indiquent, ou celle qui émet le moins pour la masse.',
      truck: 'Véhicule',
      empty: 'À vide (e0, kgCO2e/km)',
      full: 'Plein (e1, kgCO2e/km)',
      payload: 'Charge utile',
      source:
        'DESNZ, UK Government GHG Conversion Factors 2025, du puits à la roue, Open Government Licence v3.0 ; détour moyen de 300 villes européennes.',
    },
    publication: {
      title: 'Ce qui n’est pas publié',
      text: 'Les remises d’une commune qui en compte moins de {{threshold}} dans l’année ne sont dans aucun chiffre public : ni détail, ni somme, pour qu’aucune soustraction ne les rende. Seuls les totaux d’une année entière de la Métropole les comptent, si elles y sont au moins {{threshold}} ensemble. Le public ne voit jamais ni lot, ni chantier, ni partie d’une remise.',
    },
    next: 'Voir les chiffres des communes',
    ledger: 'Vérifier le registre',
    file: 'indicateurs',
  },
  en: {
    title: 'How the figures are computed',
    lead: 'Each indicator with its formula, its sources and its value for the Métropole. Only handovers signed by both parties count, weighed in kilograms.',
    year: 'The indicators of the Métropole in {{year}}',
    indicator: 'Indicator',
    formula: 'Formula',
    value: 'Value',
    range: 'Range',
    source: 'Source',
    exact: 'no range: a sum of signed masses',
    atLeast: 'at least: without the handovers of communes that have too few',
    ofTold: 'over the published handovers alone, without those of communes that have too few',
    partial:
      'Handovers are missing from these indicators: those of communes that have fewer than {{threshold}} in the year, so that nobody is recognised. The range of each line says so: the rates and masses concerned are minimums.',
    none: 'no denominator',
    ofMasses: '{{rate}} ({{numerator}} out of {{denominator}})',
    local: {
      name: 'Local reuse rate',
      formula:
        'kg handed over by surveyed sites whose works end in the period ÷ kg inventoried at those sites, those without any handover included',
      source:
        'Ledger of handovers and surveys before works (CCH, L.126-34). A local indicator: the law has no rate for a commune.',
    },
    realisation: {
      name: 'Realisation rate',
      formula: 'same numerator ÷ kg that the surveys call reusable',
      source: 'Ledger and surveys before works',
    },
    declared: {
      name: 'Declared reuse',
      formula: 'kg reused in place or outside the platform, as closing records say; never in a rate',
      source: 'Closing records (CERFA 16288)',
      value: '{{inPlace}} in place, {{elsewhere}} elsewhere, of which {{without}} without evidence',
    },
    incoming: {
      name: 'Incoming reuse',
      formula: 'kg taken in during the period by projects of the territory, wherever they come from',
      source: 'Ledger of handovers',
    },
    proximity: {
      name: 'Reuse nearby',
      formula:
        'share of handed-over kg that stayed in the commune, within 10 km, in the Métropole; an unknown destination is not near',
      source: 'Ledger; great circle between the communes’ points (GeoNames, CC BY 4.0)',
      value: '{{commune}} in the commune, {{near}} within 10 km, {{metropole}} in the Métropole',
    },
    rep: {
      inert: 'REP-type rate, inert products',
      nonInert: 'REP-type rate, products that are not inert',
      formula: 'kg handed over ÷ kg inventoried of this category, at the same sites',
      target: 'Target since {{day}}: {{percent}} ({{source}})',
      noTarget: 'No target in force at the end of the period.',
    },
    net: {
      name: 'Net avoided emissions',
      formula:
        'substitution × kg × factor − kg × reconditioning − transport, handover by handover; may be negative',
      value: '{{net}} for {{claims}} handovers out of {{total}}',
      range: 'from {{low}} to {{high}}: road detour of 1.2 to 1.45 and range of the factors',
      none: 'No handover has a published factor.',
    },
    funnel: {
      name: 'From inventory to handover',
      formula: 'kg inventoried, removed, published, reserved, handed over, at the sites of the rate',
      source: 'Surveys, lots and reservations of this installation',
      value: '{{inventoried}} inventoried, {{published}} published, {{handedOver}} handed over',
    },
    factors: {
      title: 'Emission factors',
      lead: 'Version {{version}}, for handovers since {{day}}. A material without a published factor gives no figure.',
      material: 'Material',
      value: 'Production (kgCO2e/kg)',
      range: 'Range',
      reconditioning: 'Reconditioning (kgCO2e/kg)',
      substitution: 'Substitution',
      source: 'Source, year, licence',
      noRange: 'not published by the source',
      versions: 'A new version changes no row of the ledger: each keeps the one it was computed with.',
    },
    transport: {
      title: 'Transport',
      lead: 'For a trip of m kg over d km: d × (e0 + (e1 − e0) × m ÷ payload) + r × d × e0. Beyond the payload, several trips. r counts the empty return: 1 for a dedicated trip. The distance is 1.34 times the great circle, at least 1 km. The class is the one that the parties name, or the one that emits least for the mass.',
      truck: 'Vehicle',
      empty: 'Empty (e0, kgCO2e/km)',
      full: 'Full (e1, kgCO2e/km)',
      payload: 'Payload',
      source:
        'DESNZ, UK Government GHG Conversion Factors 2025, well to wheel, Open Government Licence v3.0; mean detour of 300 European cities.',
    },
    publication: {
      title: 'What is not published',
      text: 'The handovers of a commune that has fewer than {{threshold}} in the year are in no public figure, neither one by one nor in a sum, so that no subtraction gives them back. Totals of a whole year of the Métropole alone count them, where they are at least {{threshold}} together. The public never sees the lot, the site or a party of a handover.',
    },
    next: 'See the figures of the communes',
    ledger: 'Verify the ledger',
    file: 'indicators',
  },
})
