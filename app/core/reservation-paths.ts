/** The URLs of reservations, from the request to what became of the material; part of `paths`. */
export const reservationPaths = {
  newReservation: (lotId: string, needId?: string) =>
    `/lots/${lotId}/reserver${needId ? `?besoin=${needId}` : ''}`,
  /** A reservation that begins from a quantity, in the lot's unit as people type it. */
  reserveQuantity: (lotId: string, quantity: string) =>
    `/lots/${lotId}/reserver?quantite=${encodeURIComponent(quantity)}`,
  /** The line of those who wait for a part of a lot. */
  lotWaiting: (lotId: string) => `/lots/${lotId}/attente`,
  myWaitingCsv: () => '/reservations/attente.csv',
  lotWaitingCsv: (lotId: string) => `/lots/${lotId}/attente.csv`,
  reservations: () => '/reservations',
  reservationsCsv: () => '/reservations.csv',
  reservation: (id: string) => `/reservations/${id}`,
  /** The two documents of a signed handover, as PDF. */
  handoverPaper: (id: string, kind: 'transfer' | 'receipt', query = '') =>
    `/reservations/${id}/${kind === 'transfer' ? 'bordereau-de-cession' : 'bon-enlevement'}.pdf${query}`,
  /** A picture that proves a handover, for its parties. */
  handoverFile: (id: string, fileId: string) => `/reservations/${id}/pieces/${fileId}`,
  reinstall: (id: string, query = '') => `/reservations/${id}/remise-en-oeuvre${query}`,
  /** Where anyone checks a document of a handover: what its QR code opens. */
  verifyPapers: () => '/v',
  verifyPaper: (number: string) => `/v/${number}`,
  stories: (query = '') => `/histoires${query}`,
  storiesCsv: (query = '') => `/histoires.csv${query}`,
  story: (id: string) => `/histoires/${id}`,
  storyPhoto: (id: string) => `/histoires/${id}/photo.jpg`,
  /** Confirms an act on a reservation from a link of an e-mail, without a session. */
  reservationAct: (token: string) => `/reservations/agir/${token}`,
  /** What the two sides write to each other. */
  reservationHistoryCsv: (id: string) => `/reservations/${id}/historique.csv`,
  reservationMessages: (id: string) => `/reservations/${id}/messages`,
  reservationMessagesCsv: (id: string) => `/reservations/${id}/messages.csv`,
  /** A rendition of a photo that came with a message, for the two sides. */
  messagePhoto: (id: string, file: string) => `/reservations/${id}/photos/${file}`,
  handoverChecksCsv: (id: string) => `/reservations/${id}/comptages.csv`,
  pickupIcs: (id: string) => `/reservations/${id}/enlevement.ics`,
  handoverHaul: (reservationId: string) => `/reservations/${reservationId}/vehicule`,
}
