import { defineCatalogue } from './catalogue'

/** What is told of a database out of reach. The server alone knows which is true, and sends the sentences: no page carries them. */
export const lostDatabase = defineCatalogue('lost-database', {
  fr: {
    database: {
      title: 'La base de données ne répond pas en ce moment',
      text: 'Rien n’a été perdu, et l’exploitant en est averti : rechargez la page dans une minute. Vos brouillons restent là où ils sont gardés, et ce que vous avez saisi sur le chantier reste dans votre appareil.',
    },
    databaseForm: {
      title: 'Votre envoi n’a pas été enregistré',
      text: 'La base de données ne répond pas en ce moment : rien de cet envoi n’est enregistré, et rien de ce qui l’était n’a été perdu. Dans une minute, rouvrez le formulaire et envoyez-le de nouveau. Un brouillon a gardé ses dernières réponses enregistrées, et ce que vous avez saisi sur le chantier reste dans votre appareil ; ailleurs, il peut falloir le saisir à nouveau.',
    },
    databaseUnsure: {
      title: 'Votre envoi est peut-être enregistré',
      text: 'La base de données a cessé de répondre pendant l’enregistrement : nous ne savons pas si votre envoi y est. Rien de ce qui était enregistré avant n’a été perdu. Dans une minute, regardez d’abord s’il y figure ; ne l’envoyez de nouveau que s’il n’y est pas.',
    },
  },
  en: {
    database: {
      title: 'The database is not answering just now',
      text: 'Nothing was lost, and the operator is told: reload the page in a minute. Your drafts stay where they are kept, and what you entered on site stays on your device.',
    },
    databaseForm: {
      title: 'What you sent was not saved',
      text: 'The database is not answering just now: nothing of what you sent is saved, and nothing saved before was lost. In a minute, open the form again and send it once more. A draft has kept the last answers that it had saved, and what you entered on site stays on your device; elsewhere, you may have to enter it again.',
    },
    databaseUnsure: {
      title: 'What you sent may have been saved',
      text: 'The database stopped answering while it was saving: we do not know whether what you sent is there. Nothing saved before was lost. In a minute, look whether it is there first; send it again only if it is not.',
    },
  },
})
