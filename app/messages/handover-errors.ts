/** Refusals in a waiting list, at a handover and of what follows it; part of `domainErrors`. */
export const handoverErrors = {
  fr: {
    'not-waiting': 'Cette quantité est libre : réservez-la tout de suite.',
    'already-waiting':
      'Votre organisation est déjà dans la liste d’attente de ce lot. Quittez-la pour changer de quantité.',
    'difference-reason': 'Choisissez la raison de l’écart entre la quantité comptée et celle réservée.',
    'slip-required': 'Ajoutez la photo du bon de pesée : elle prouve la masse lue sur la balance.',
    'count-with-slip': 'Donnez aussi la quantité comptée : le bon de pesée en dépend.',
    'items-beyond-count': 'Il y a plus de pièces cochées que de pièces comptées. Recomptez, ou décochez-en.',
    'reinstalled-before': 'Donnez le jour de la remise en œuvre : entre la remise et aujourd’hui.',
    'story-not-told': 'La remise en œuvre n’est pas encore racontée : il n’y a rien à montrer.',
  },
  en: {
    'not-waiting': 'This quantity is free: reserve it now.',
    'already-waiting':
      'Your organisation is on the waiting list of this lot already. Leave it to change the quantity.',
    'difference-reason': 'Choose the reason why the quantity counted is not the one reserved.',
    'slip-required': 'Add the picture of the weighing slip: it proves the mass that the scale showed.',
    'count-with-slip': 'Give the quantity counted as well: the weighing slip goes with it.',
    'items-beyond-count': 'More pieces are ticked than were counted. Count again, or untick some.',
    'reinstalled-before': 'Give the day it was put back to work: between the handover and today.',
    'story-not-told': 'Nothing is told yet of how it was put back to work: there is nothing to show.',
  },
} as const
