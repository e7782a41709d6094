import { defineCatalogue } from './catalogue'

/** The administration of the ledger: corrections that wait, what is published, dated targets. */
export const ledgerAdmin = defineCatalogue('ledgerAdmin', {
  fr: {
    title: 'Le registre et ses réglages',
    lead: 'Les corrections qui attendent une réponse, ce que le public voit, et les objectifs datés.',
    waiting: 'Corrections en attente',
    none: 'Aucune correction n’attend de réponse.',
    handover: 'Remise',
    see: 'Ouvrir l’écriture',
    asked: 'Demandée le',
    by: 'Par',
    mass: 'Masse demandée',
    reason: 'Motif',
    settings: 'Réglages',
    threshold: 'Détail public à partir de (remises par commune et par an)',
    thresholdHint:
      'De 1 à 20. En dessous, les remises ne sont dans aucun chiffre public, sauf les totaux annuels de la Métropole.',
    targets: 'Objectifs de réemploi datés',
    targetsHint:
      'Une ligne par objectif : premier jour ; all, inert ou non-inert ; pour cent ; source. Par exemple : 2027-01-01 ; all ; 4 ; cahier des charges.',
    save: 'Enregistrer les réglages',
    done: 'Les réglages sont enregistrés.',
    next: 'Voir le registre public',
    csvFile: 'corrections',
  },
  en: {
    title: 'The ledger and its settings',
    lead: 'Corrections that are waiting for an answer, what the public sees, and dated targets.',
    waiting: 'Corrections waiting',
    none: 'No correction is waiting for an answer.',
    handover: 'Handover',
    see: 'Open the entry',
    asked: 'Asked on',
    by: 'By',
    mass: 'Mass asked for',
    reason: 'Reason',
    settings: 'Settings',
    threshold: 'Public detail from (handovers by commune and year)',
    thresholdHint:
      'From 1 to 20. Below it, handovers are in no public figure but yearly totals of the Métropole.',
    targets: 'Dated reuse targets',
    targetsHint:
      'One line for each target: first day ; all, inert or non-inert ; per cent ; source. For example: 2027-01-01 ; all ; 4 ; specification.',
    save: 'Save the settings',
    done: 'The settings are saved.',
    next: 'See the public ledger',
    csvFile: 'corrections',
  },
})
