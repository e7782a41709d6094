/** What people of the demo write about the ledger and its factors. */
export const LEDGER_WORDS = {
  factors: 'Prudence sur les isolants : tout réemploi ne remplace pas un achat neuf',
  typing: 'Masse du lot entier saisie au lieu de la part remise.',
  weighing: 'Ticket du pont-bascule reçu après la signature.',
} as const
