import { defineCatalogue } from './catalogue'

/** What whoever proposed an entry of the directory is told by e-mail. */
export const directoryMails = defineCatalogue('directory-mails', {
  fr: {
    publish: {
      subject: 'Annuaire : «{{place}}» est publiée',
      text: 'Bonjour {{name}},\n\nLa Métropole a vérifié la fiche «{{place}}» que vous avez proposée. Elle est publiée :\n{{page}}\n\nPour la corriger, écrivez à la Métropole par la page Contact.',
    },
    refuse: {
      subject: 'Annuaire : «{{place}}» n’est pas publiée',
      text: 'Bonjour {{name}},\n\nLa Métropole n’a pas publié la fiche «{{place}}» que vous avez proposée. Son motif :\n\n{{reason}}\n\nVous pouvez la corriger et l’envoyer à nouveau :\n{{page}}',
    },
    withdraw: {
      subject: 'Annuaire : «{{place}}» est retirée',
      text: 'Bonjour {{name}},\n\nLa Métropole a retiré de l’annuaire la fiche «{{place}}» que vous aviez proposée. Son motif :\n\n{{reason}}\n\nLa fiche : {{page}}',
    },
  },
  en: {
    publish: {
      subject: 'Directory: “{{place}}” is published',
      text: 'Hello {{name}},\n\nThe Métropole has checked the entry “{{place}}” that you proposed. It is published:\n{{page}}\n\nTo correct it, write to the Métropole through the Contact page.',
    },
    refuse: {
      subject: 'Directory: “{{place}}” is not published',
      text: 'Hello {{name}},\n\nThe Métropole has not published the entry “{{place}}” that you proposed. Its reason:\n\n{{reason}}\n\nYou can correct it and send it again:\n{{page}}',
    },
    withdraw: {
      subject: 'Directory: “{{place}}” is withdrawn',
      text: 'Hello {{name}},\n\nThe Métropole has taken the entry “{{place}}” that you had proposed out of the directory. Its reason:\n\n{{reason}}\n\nThe entry: {{page}}',
    },
  },
})
