import { defineCatalogue } from './catalogue'

/** E-mails about reservations. Every one ends with the page where the reader acts next. */
export const mails = defineCatalogue('mails', {
  fr: {
    requested: {
      subject: 'Demande de réservation : {{lot}} ({{reference}})',
      text: 'Bonjour,\n\n{{taker}} demande {{quantity}} de votre lot «\u00a0{{lot}}\u00a0» ({{reference}}).\n\nRépondez ici : {{link}}\n\nLa quantité demandée reste retenue sept jours, puis redevient libre.\n\nGisement',
    },
    accepted: {
      subject: 'Réservation acceptée : {{lot}} ({{reference}})',
      text: 'Bonjour,\n\n{{giver}} vous attribue {{quantity}} de «\u00a0{{lot}}\u00a0» ({{reference}}).\nMotif indiqué : {{reason}}\n\nL’adresse d’enlèvement et la suite : {{link}}\n\nGisement',
    },
    refused: {
      subject: 'Réservation non retenue : {{lot}} ({{reference}})',
      text: 'Bonjour,\n\n{{giver}} n’a pas retenu votre demande de {{quantity}} de «\u00a0{{lot}}\u00a0».\nMotif indiqué : {{reason}}\n\nVoir la demande et d’autres lots proches : {{link}}\n\nGisement',
    },
    cancelled: {
      subject: 'Réservation annulée : {{lot}} ({{reference}})',
      text: 'Bonjour,\n\nLa réservation de {{quantity}} de «\u00a0{{lot}}\u00a0» ({{giver}} → {{taker}}) est annulée.\nMotif indiqué : {{reason}}\n\nDétail : {{link}}\n\nGisement',
    },
    expired: {
      subject: 'Demande expirée : {{lot}} ({{reference}})',
      text: 'Bonjour,\n\nLa demande de {{taker}} pour {{quantity}} de «\u00a0{{lot}}\u00a0» est restée sept jours sans réponse de {{giver}}. La quantité est de nouveau libre.\n\nDétail : {{link}}\n\nGisement',
    },
    reinstalled: {
      subject: 'Remis en œuvre : {{lot}} ({{reference}})',
      text: 'Bonjour,\n\n{{taker}} a remis en œuvre {{quantity}} de «\u00a0{{lot}}\u00a0». L’histoire, de la dépose à la pose, peut devenir publique si vous en êtes d’accord tous les deux ; vos noms n’y paraissent que si vous le voulez.\n\nVoir, et donner ou non votre accord : {{link}}/remise-en-oeuvre\n\nGisement',
    },
    collected: {
      subject: 'Remise confirmée : {{lot}} ({{reference}})',
      text: 'Bonjour,\n\n{{giver}} et {{taker}} ont signé la remise de {{quantity}} de «\u00a0{{lot}}\u00a0». Elle entre dans le taux de réemploi de la commune.\n\nReçu et détail : {{link}}\n\nGisement',
    },
  },
  en: {
    requested: {
      subject: 'Reservation request: {{lot}} ({{reference}})',
      text: 'Hello,\n\n{{taker}} asks for {{quantity}} of your lot “{{lot}}” ({{reference}}).\n\nAnswer here: {{link}}\n\nThe quantity stays held for seven days, then becomes free again.\n\nGisement',
    },
    accepted: {
      subject: 'Reservation accepted: {{lot}} ({{reference}})',
      text: 'Hello,\n\n{{giver}} grants you {{quantity}} of “{{lot}}” ({{reference}}).\nReason given: {{reason}}\n\nPick-up address and next steps: {{link}}\n\nGisement',
    },
    refused: {
      subject: 'Reservation declined: {{lot}} ({{reference}})',
      text: 'Hello,\n\n{{giver}} declined your request for {{quantity}} of “{{lot}}”.\nReason given: {{reason}}\n\nSee the request and other lots nearby: {{link}}\n\nGisement',
    },
    cancelled: {
      subject: 'Reservation cancelled: {{lot}} ({{reference}})',
      text: 'Hello,\n\nThe reservation of {{quantity}} of “{{lot}}” ({{giver}} to {{taker}}) is cancelled.\nReason given: {{reason}}\n\nDetails: {{link}}\n\nGisement',
    },
    expired: {
      subject: 'Request expired: {{lot}} ({{reference}})',
      text: 'Hello,\n\nThe request of {{taker}} for {{quantity}} of “{{lot}}” had no answer from {{giver}} for seven days. The quantity is free again.\n\nDetails: {{link}}\n\nGisement',
    },
    reinstalled: {
      subject: 'Back in use: {{lot}} ({{reference}})',
      text: 'Hello,\n\n{{taker}} put {{quantity}} of “{{lot}}” back to work. The story, from removal to its new place, can become public if you both agree; your names appear only if you want them to.\n\nSee it, and agree or not: {{link}}/remise-en-oeuvre\n\nGisement',
    },
    collected: {
      subject: 'Handover confirmed: {{lot}} ({{reference}})',
      text: 'Hello,\n\n{{giver}} and {{taker}} signed the handover of {{quantity}} of “{{lot}}”. It now counts in the commune’s reuse rate.\n\nReceipt and details: {{link}}\n\nGisement',
    },
  },
})
