/** What the two sides of a reservation write to each other, in turn; the taker begins. */
export const THREAD = [
  'Bonjour, votre monte-charge est-il encore en service ? Nous viendrons à deux avec un fourgon de 12 m³.',
  'Bonjour, oui, jusqu’à la fin du curage. Prévoyez des gants : les arêtes sont vives.',
  'Parfait. Pouvez-vous filmer les palettes la veille ? Nous apporterons les sangles.',
] as const

/** What a taker reports of a lot that is not what was described. */
export const DISPUTE_TEXT =
  'Venus voir avant de charger : un tiers des éléments est fendu, la fiche les disait en bon état.'

/** What the giver proposes then. */
export const DISPUTE_NOTE = 'D’accord pour trier ensemble sur place et reprendre avec une quantité saine.'
