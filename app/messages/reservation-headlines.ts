import { defineCatalogue } from './catalogue'

/** Where a reservation stands and what comes next, for each side and for who only reads. */
export const reservationHeadlines = defineCatalogue('reservation-headlines', {
  fr: {
    requested: {
      giver:
        '{{taker}} demande {{quantity}}. Répondez au plus tard le {{day}} : ensuite, la quantité redevient libre.',
      taker:
        '{{giver}} a jusqu’au {{day}} pour répondre. D’ici là, cette quantité vous est gardée : {{quantity}}.',
      reader: '{{taker}} demande {{quantity}} à {{giver}}, qui a jusqu’au {{day}} pour répondre.',
    },
    accepted: {
      giver: 'Vous avez accepté. Préparez la remise, puis signez tous les deux la masse remise.',
      taker:
        'Le cédant a accepté. Venez chercher la part réservée, puis signez tous les deux la masse remise.',
      reader: 'La demande est acceptée. Les deux parties doivent signer la masse remise.',
    },
    scheduled: {
      giver: 'Le créneau est convenu. Préparez la remise, puis signez tous les deux la masse remise.',
      taker:
        'Le créneau est convenu. Venez chercher la part réservée, puis signez tous les deux la masse remise.',
      reader: 'Le créneau est convenu. Les deux parties doivent signer la masse remise.',
    },
    disputed: {
      giver: 'Un désaccord est à régler avec {{taker}}. La quantité reste gardée : {{quantity}}.',
      taker: 'Un désaccord est à régler avec {{giver}}. La quantité reste gardée : {{quantity}}.',
      reader: '{{giver}} et {{taker}} sont en désaccord. La quantité reste gardée : {{quantity}}.',
    },
    reinstalled: {
      giver: '{{taker}} a remis en œuvre ce que vous avez cédé.',
      taker: 'Vous avez remis en œuvre ce que vous avez repris.',
      reader: 'Ce qui a été remis est remis en œuvre.',
    },
    collected: {
      giver: 'La remise est faite et comptée.',
      taker: 'La remise est faite et comptée.',
      reader: 'La remise est faite et comptée.',
    },
    refused: {
      giver: 'Vous avez refusé cette demande. La quantité est de nouveau libre.',
      taker: 'Le cédant a refusé. D’autres lots peuvent convenir.',
      reader: 'Le cédant a refusé cette demande.',
    },
    cancelled: {
      giver: 'Cette réservation a été annulée. La quantité est de nouveau libre.',
      taker: 'Cette réservation a été annulée. D’autres lots peuvent convenir.',
      reader: 'Cette réservation a été annulée.',
    },
    expired: {
      giver: 'Sans réponse à temps, la demande s’est close. La quantité est de nouveau libre.',
      taker: 'Le cédant n’a pas répondu à temps. D’autres lots peuvent convenir.',
      reader: 'Le cédant n’a pas répondu à temps.',
    },
  },
  en: {
    requested: {
      giver: '{{taker}} asks for {{quantity}}. Answer by {{day}}: after that, the quantity is free again.',
      taker:
        '{{giver}} has until {{day}} to answer. Until then, this quantity is kept for you: {{quantity}}.',
      reader: '{{taker}} asks {{giver}} for {{quantity}}; the answer is due by {{day}}.',
    },
    accepted: {
      giver: 'You have accepted. Prepare the handover, then both sign the mass handed over.',
      taker: 'The giver has accepted. Collect the reserved part, then both sign the mass handed over.',
      reader: 'The request is accepted. Both sides are to sign the mass handed over.',
    },
    scheduled: {
      giver: 'The slot is agreed. Prepare the handover, then both sign the mass handed over.',
      taker: 'The slot is agreed. Collect the reserved part, then both sign the mass handed over.',
      reader: 'The slot is agreed. Both sides are to sign the mass handed over.',
    },
    disputed: {
      giver: 'A dispute is to be settled with {{taker}}. The quantity stays held: {{quantity}}.',
      taker: 'A dispute is to be settled with {{giver}}. The quantity stays held: {{quantity}}.',
      reader: '{{giver}} and {{taker}} are in dispute. The quantity stays held: {{quantity}}.',
    },
    reinstalled: {
      giver: '{{taker}} has put back to work what you gave.',
      taker: 'You have put back to work what you took.',
      reader: 'What was handed over is back in use.',
    },
    collected: {
      giver: 'The handover is done and counted.',
      taker: 'The handover is done and counted.',
      reader: 'The handover is done and counted.',
    },
    refused: {
      giver: 'You have refused this request. The quantity is free again.',
      taker: 'The giver has refused. Other lots may do.',
      reader: 'The giver has refused this request.',
    },
    cancelled: {
      giver: 'This reservation has been cancelled. The quantity is free again.',
      taker: 'This reservation has been cancelled. Other lots may do.',
      reader: 'This reservation has been cancelled.',
    },
    expired: {
      giver: 'Without an answer in time, the request has closed. The quantity is free again.',
      taker: 'The giver has not answered in time. Other lots may do.',
      reader: 'The giver has not answered in time.',
    },
  },
})
