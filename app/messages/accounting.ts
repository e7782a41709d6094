import { defineCatalogue } from './catalogue'

/** The reuse accounts: rates with both their masses, effects of handovers, net emissions. */
export const accounting = defineCatalogue('accounting', {
  fr: {
    rate: {
      local: 'Taux de réemploi local',
      localDefinition:
        'Masse remise pour réemploi par les chantiers dont les travaux finissent dans l’année ÷ masse inventoriée sur ces chantiers, ceux sans remise compris. Indicateur local : la loi ne définit pas de taux communal.',
      realisation: 'Taux de réalisation',
      realisationDefinition: 'Masse remise ÷ masse que les diagnostics de ces chantiers disent réemployable.',
      none: 'sans dénominateur',
      few: 'trop peu de remises',
      noneText: 'Aucun chantier inventorié ne finit dans l’année.',
      over: 'La masse remise dépasse la masse inventoriée : l’inventaire est à compléter.',
      ofMasses: '{{numerator}} remis sur {{denominator}} inventoriés',
    },
    effect: {
      title: 'Effet sur le taux de réemploi de {{commune}}',
      moved: 'Cette remise de {{mass}} fait passer le taux local {{year}} de {{before}} à {{after}}.',
      before: 'Avant',
      after: 'Après',
      none: 'Ce chantier n’a pas d’inventaire : ses {{mass}} figurent à côté du taux de {{commune}}, pas dedans.',
      pending: 'La comptabilité enregistre cette remise. Rechargez la page dans un instant.',
      seeCommune: 'Voir les chiffres de {{commune}}',
      ofMasses: '{{numerator}} sur {{denominator}}',
      to: 'puis',
    },
    carbon: {
      label: 'Émissions évitées nettes',
      claims_one: '{{count}} remise sur {{total}} a un facteur publié',
      claims_other: '{{count}} remises sur {{total}} ont un facteur publié',
      none: 'pas de chiffre',
      noneText: 'Aucune remise de l’année n’a de facteur publié.',
      source: 'Facteurs : {{source}}, transport déduit (×1,34 du vol d’oiseau). Peut être négatif.',
    },
  },
  en: {
    rate: {
      local: 'Local reuse rate',
      localDefinition:
        'Mass handed over for reuse by the sites whose works end in the year ÷ mass inventoried at those sites, those without any handover included. A local indicator: the law defines no rate for a commune.',
      realisation: 'Realisation rate',
      realisationDefinition: 'Mass handed over ÷ mass that the surveys of those sites call reusable.',
      none: 'no denominator',
      few: 'too few handovers',
      noneText: 'No surveyed site ends in the year.',
      over: 'The mass handed over exceeds the mass inventoried: the inventory is to be completed.',
      ofMasses: '{{numerator}} handed over out of {{denominator}} inventoried',
    },
    effect: {
      title: 'Effect on the reuse rate of {{commune}}',
      moved: 'This handover of {{mass}} moves the local rate {{year}} from {{before}} to {{after}}.',
      before: 'Before',
      after: 'After',
      none: 'This site has no inventory: its {{mass}} stand beside the rate of {{commune}}, not in it.',
      pending: 'The accounts are recording this handover. Reload the page in a moment.',
      seeCommune: 'See the figures of {{commune}}',
      ofMasses: '{{numerator}} out of {{denominator}}',
      to: 'then',
    },
    carbon: {
      label: 'Net avoided emissions',
      claims_one: '{{count}} handover of {{total}} has a published factor',
      claims_other: '{{count}} handovers of {{total}} have a published factor',
      none: 'no figure',
      noneText: 'No handover of the year has a published factor.',
      source: 'Factors: {{source}}, transport deducted (1.34 × great circle). May be negative.',
    },
  },
})
