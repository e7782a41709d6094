import { defineCatalogue } from './catalogue'

/** E-mails in which one side of a pair writes to the other. */
export const pairMails = defineCatalogue('pair-mails', {
  fr: {
    contact: {
      subject: '{{who}} vous écrit au sujet de {{lot}}',
      text: 'Bonjour,\n\n{{person}} ({{who}}) vous écrit au sujet du lot «\u00a0{{lot}}\u00a0» et du besoin «\u00a0{{need}}\u00a0» :\n\n{{text}}\n\n{{answer}}\n\nGisement',
    },
    answerByMail: 'Répondez à ce courriel, ou depuis la page du rapprochement : {{link}}',
    answerOnPage: 'Répondez depuis la page du rapprochement : {{link}}',
  },
  en: {
    contact: {
      subject: '{{who}} writes to you about {{lot}}',
      text: 'Hello,\n\n{{person}} ({{who}}) writes to you about the lot “{{lot}}” and the need “{{need}}”:\n\n{{text}}\n\n{{answer}}\n\nGisement',
    },
    answerByMail: 'Answer this e-mail, or from the page of the match: {{link}}',
    answerOnPage: 'Answer from the page of the match: {{link}}',
  },
})
