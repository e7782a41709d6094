import { defineCatalogue } from './catalogue'

/** E-mails that call something to mind before its date, or after it. */
export const reminderMails = defineCatalogue('reminder-mails', {
  fr: {
    request: {
      subject: 'Une demande attend votre réponse : {{lot}} ({{reference}})',
      text: 'Bonjour,\n\n{{taker}} demande {{quantity}} de «\u00a0{{lot}}\u00a0» et attend votre réponse. Sans elle, la quantité redevient libre.\n\nAccepter ou refuser : {{link}}\n\nGisement',
    },
    pickup: {
      subject: 'Demain : enlèvement de {{lot}} ({{reference}})',
      text: 'Bonjour,\n\nL’enlèvement de {{quantity}} de «\u00a0{{lot}}\u00a0» ({{giver}}, {{taker}}) est prévu demain : {{slot}}.\n\nAdresse, contact et agenda : {{link}}\n\nGisement',
    },
    sign: {
      subject: 'La remise est-elle faite ? {{lot}} ({{reference}})',
      text: 'Bonjour,\n\nL’enlèvement de {{quantity}} de «\u00a0{{lot}}\u00a0» ({{giver}}, {{taker}}) était prévu : {{slot}}. La remise n’est pas encore signée par les deux parties : elle ne compte pas dans le taux de réemploi.\n\nSigner la masse, convenir d’un autre créneau ou libérer la quantité : {{link}}\n\nGisement',
    },
    reinstall: {
      subject: 'Que devient {{lot}} ({{reference}}) ?',
      text: 'Bonjour,\n\nVous avez repris {{quantity}} de «\u00a0{{lot}}\u00a0» il y a quelques semaines. Une fois en place, dites où et quand, avec une photo : le réemploi se voit jusqu’au bout, et {{giver}} saura ce que son matériau est devenu.\n\nDire la remise en œuvre : {{link}}/remise-en-oeuvre\n\nGisement',
    },
    lot: {
      subject: 'Bientôt à la benne : {{lot}} ({{reference}})',
      text: 'Bonjour,\n\nLe lot «\u00a0{{lot}}\u00a0» part à la benne le {{day}}, et il en reste {{quantity}} sans repreneur.\n\nVoir à qui il conviendrait, prolonger la date ou baisser le prix : {{link}}\n\nGisement',
    },
    need: {
      subject: 'Votre besoin se termine : {{need}}',
      text: 'Bonjour,\n\nVotre besoin «\u00a0{{need}}\u00a0» se termine le {{day}}, et il en manque {{quantity}}.\n\nVoir les lots qui conviennent, élargir la distance ou repousser la date : {{link}}\n\nGisement',
    },
    pair: {
      subject: 'Bientôt trop tard : {{lot}} pour {{need}}',
      text: 'Bonjour,\n\nLe lot «\u00a0{{lot}}\u00a0» et le besoin «\u00a0{{need}}\u00a0» se conviennent ({{score}} points sur 100), mais ce rapprochement n’est plus possible à partir du {{day}}.\n\nRéserver, écrire à l’autre partie ou écarter : {{link}}\n\nGisement',
    },
  },
  en: {
    request: {
      subject: 'A request waits for your answer: {{lot}} ({{reference}})',
      text: 'Hello,\n\n{{taker}} asks for {{quantity}} of “{{lot}}” and waits for your answer. Without it the quantity becomes free again.\n\nAccept or refuse: {{link}}\n\nGisement',
    },
    pickup: {
      subject: 'Tomorrow: pick-up of {{lot}} ({{reference}})',
      text: 'Hello,\n\nThe pick-up of {{quantity}} of “{{lot}}” ({{giver}}, {{taker}}) is due tomorrow: {{slot}}.\n\nAddress, contact and calendar: {{link}}\n\nGisement',
    },
    sign: {
      subject: 'Has the handover been made? {{lot}} ({{reference}})',
      text: 'Hello,\n\nThe pick-up of {{quantity}} of “{{lot}}” ({{giver}}, {{taker}}) was due: {{slot}}. The handover is not signed by both sides yet: it does not count in the reuse rate.\n\nSign the mass, agree on another slot or free the quantity: {{link}}\n\nGisement',
    },
    reinstall: {
      subject: 'What became of {{lot}} ({{reference}})?',
      text: 'Hello,\n\nYou took {{quantity}} of “{{lot}}” some weeks ago. Once it is in place, say where and when, with a photo: reuse is then seen to its end, and {{giver}} will know what became of the material.\n\nSay how it was put back to work: {{link}}/remise-en-oeuvre\n\nGisement',
    },
    lot: {
      subject: 'Soon to the skip: {{lot}} ({{reference}})',
      text: 'Hello,\n\nThe lot “{{lot}}” goes to the skip on {{day}}, and {{quantity}} of it has no taker.\n\nSee whom it would suit, move the date or lower the price: {{link}}\n\nGisement',
    },
    need: {
      subject: 'Your need ends soon: {{need}}',
      text: 'Hello,\n\nYour need “{{need}}” ends on {{day}}, and {{quantity}} is still missing.\n\nSee the lots that fit, widen the distance or move the date: {{link}}\n\nGisement',
    },
    pair: {
      subject: 'Soon too late: {{lot}} for {{need}}',
      text: 'Hello,\n\nThe lot “{{lot}}” and the need “{{need}}” suit each other ({{score}} points out of 100), but this match is no longer possible from {{day}}.\n\nReserve, write to the other side or set it aside: {{link}}\n\nGisement',
    },
  },
})
