import { defineCatalogue } from './catalogue'

/** E-mails to the parties of a handover whose mass is corrected, or is asked to be. */
export const correctionMails = defineCatalogue('correction-mails', {
  fr: {
    team: 'L’équipe de la Métropole',
    nothing: 'rien',
    asked: {
      subject: 'Correction demandée : {{lot}} ({{reference}})',
      text: 'Bonjour,\n\n{{who}} demande de corriger la remise de «\u00a0{{lot}}\u00a0» : {{to}} au lieu de {{from}}. Motif : {{reason}}.\n{{words}}\nRien ne change sans votre accord ou celui de la Métropole.\n\nAccepter ou refuser : {{link}}\n\nGisement',
    },
    entered: {
      subject: 'Remise corrigée : {{lot}} ({{reference}})',
      text: 'Bonjour,\n\nLa remise de «\u00a0{{lot}}\u00a0» compte désormais {{to}} au lieu de {{from}}. Demande : {{who}}. Motif : {{reason}}.\n{{words}}\nLe registre garde l’ancienne ligne et celle qui la remplace ; les taux et les émissions suivent.\n\nVoir la remise et ses lignes : {{link}}\n\nGisement',
    },
    declined: {
      subject: 'Correction refusée : {{lot}} ({{reference}})',
      text: 'Bonjour,\n\nLa correction demandée par {{who}} pour la remise de «\u00a0{{lot}}\u00a0» est refusée : elle compte toujours {{from}}.\n{{words}}\nVoir la remise, ou demander une autre correction : {{link}}\n\nGisement',
    },
    withdrawn: {
      subject: 'Demande de correction retirée : {{lot}} ({{reference}})',
      text: 'Bonjour,\n\n{{who}} retire sa demande de correction pour la remise de «\u00a0{{lot}}\u00a0» : elle compte toujours {{from}}. Vous n’avez rien à faire.\n\nVoir la remise : {{link}}\n\nGisement',
    },
    note: 'Précision : {{text}}',
    answer: 'Réponse : {{text}}',
  },
  en: {
    team: 'The team of the Métropole',
    nothing: 'nothing',
    asked: {
      subject: 'Correction asked for: {{lot}} ({{reference}})',
      text: 'Hello,\n\n{{who}} asks to correct the handover of “{{lot}}”: {{to}} instead of {{from}}. Reason: {{reason}}.\n{{words}}\nNothing changes unless you or the Métropole agree.\n\nAgree or decline: {{link}}\n\nGisement',
    },
    entered: {
      subject: 'Handover corrected: {{lot}} ({{reference}})',
      text: 'Hello,\n\nThe handover of “{{lot}}” now counts {{to}} instead of {{from}}. Asked by: {{who}}. Reason: {{reason}}.\n{{words}}\nThe ledger keeps the former line and the one that stands for it; rates and emissions follow.\n\nSee the handover and its lines: {{link}}\n\nGisement',
    },
    declined: {
      subject: 'Correction declined: {{lot}} ({{reference}})',
      text: 'Hello,\n\nThe correction that {{who}} asked for of the handover of “{{lot}}” is declined: it still counts {{from}}.\n{{words}}\nSee the handover, or ask for another correction: {{link}}\n\nGisement',
    },
    withdrawn: {
      subject: 'Request of correction taken back: {{lot}} ({{reference}})',
      text: 'Hello,\n\n{{who}} takes back the correction asked for of the handover of “{{lot}}”: it still counts {{from}}. There is nothing for you to do.\n\nSee the handover: {{link}}\n\nGisement',
    },
    note: 'Note: {{text}}',
    answer: 'Answer: {{text}}',
  },
})
