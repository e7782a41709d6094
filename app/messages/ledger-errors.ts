/** Sentences of refusals about the ledger and the factors it is computed with. */
export const ledgerErrors = {
  fr: {
    'correction-same': 'C’est déjà la masse enregistrée. Indiquez une autre masse, ou ne corrigez rien.',
    'correction-open': 'Une correction de cette remise attend déjà une réponse. Répondez-y d’abord.',
    'correction-no-entry':
      'Le registre ne compte rien pour cette remise : il n’y a pas de masse à corriger. Rechargez la page.',
    'factors-meanwhile':
      'La version {{version}} des facteurs a été publiée entre-temps. Rechargez la page, puis recommencez.',
    'factors-same': 'Ces facteurs sont déjà ceux de la dernière version. Changez une valeur ou la date.',
  },
  en: {
    'correction-same': 'This is the recorded mass already. Give another mass, or correct nothing.',
    'correction-open': 'A correction of this handover is waiting for an answer already. Answer it first.',
    'correction-no-entry':
      'The ledger counts nothing for this handover: there is no mass to correct. Reload the page.',
    'factors-meanwhile':
      'Version {{version}} of the factors was published meanwhile. Reload the page, then start again.',
    'factors-same': 'These are the factors of the latest version already. Change a value or the date.',
  },
} as const
