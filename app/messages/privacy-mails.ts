import { defineCatalogue } from './catalogue'

/** The last e-mail of an account. */
export const privacyMails = defineCatalogue('privacy-mails', {
  fr: {
    erased: {
      subject: 'Gisement : votre compte est supprimé',
      text: 'Bonjour,\n\nVotre compte et ce qu’il disait de vous sont effacés. Cette adresse n’est plus connue de Gisement : ce message est le dernier.\n\nCe que les remises que vous avez signées doivent garder reste dans leurs documents, pour la durée écrite au registre des traitements. Les sauvegardes de l’exploitant qui datent d’avant sont remplacées à leur terme, et rien n’en est remis en ligne sans que l’effacement soit refait.\n\nGisement',
    },
  },
  en: {
    erased: {
      subject: 'Gisement: your account is erased',
      text: 'Hello,\n\nYour account and what it said of you are erased. Gisement no longer knows this address: this message is the last one.\n\nWhat the handovers that you signed must keep stays in their documents, for the time written in the register of processing. The operator’s backups of before are replaced at their term, and nothing of them comes back without the erasure being done again.\n\nGisement',
    },
  },
})
