import { defineCatalogue } from './catalogue'

/** Writing to the operator, and what the operator receives. */
export const contact = defineCatalogue('contact', {
  fr: {
    title: 'Nous écrire',
    lead: 'Une question, une difficulté, vos données : l’équipe qui exploite ce service vous répond par courriel.',
    name: 'Vos prénom et nom',
    email: 'Votre adresse électronique',
    emailHint: 'Pour vous répondre, rien d’autre.',
    topicLabel: 'À propos de',
    topic: {
      question: 'Une question sur le service',
      problem: 'Un problème sur une page',
      accessibility: 'Une difficulté d’accessibilité',
      data: 'Mes données personnelles',
      other: 'Autre chose',
    },
    text: 'Votre message',
    textHint: 'Ce que vous vouliez faire, ce qui s’est passé. Dix caractères au moins.',
    website: 'Laissez ce champ vide',
    aboutPage: 'Votre message mentionnera cette page : {{page}}',
    aboutLot: 'Votre message mentionnera ce lot : {{title}} ({{reference}})',
    submit: 'Envoyer le message',
    sent: 'Votre message est enregistré',
    sentText: 'L’équipe le lit et vous répond par courriel. Inutile de l’envoyer deux fois.',
    direct: 'Vous préférez écrire vous-même ou téléphoner ? Exploitant : {{contact}}',
    next: 'Chercher un lot',
    another: 'Écrire un autre message',
    privacy:
      'Nom, adresse et message sont gardés le temps de la réponse, lus par l’équipe de la Métropole seulement.',
    mail: {
      subject: 'Message de {{name}} : {{topic}}',
      text: '{{name}} ({{email}}) écrit à propos de « {{topic}} ».\n\n{{text}}\n\nPage : {{page}}\n\nRépondre à ce courriel écrit à cette personne.',
      noPage: 'non précisée',
    },
    answerMail: {
      subject: 'Réponse à votre message : {{topic}}',
      text: 'Bonjour,\n\n{{answer}}\n\nL’équipe de Gisement\n\nVous aviez écrit :\n{{text}}',
    },
  },
  en: {
    title: 'Write to us',
    lead: 'A question, a difficulty, your data: the team that runs this service answers by e-mail.',
    name: 'Your name',
    email: 'Your e-mail address',
    emailHint: 'To answer you, for nothing else.',
    topicLabel: 'About',
    topic: {
      question: 'A question about the service',
      problem: 'A problem on a page',
      accessibility: 'An accessibility difficulty',
      data: 'My personal data',
      other: 'Something else',
    },
    text: 'Your message',
    textHint: 'What you wanted to do, what happened. Ten characters at least.',
    website: 'Leave this field empty',
    aboutPage: 'Your message will name this page: {{page}}',
    aboutLot: 'Your message will name this lot: {{title}} ({{reference}})',
    submit: 'Send the message',
    sent: 'Your message is kept',
    sentText: 'The team reads it and answers by e-mail. No need to send it twice.',
    direct: 'Would you rather write yourself or call? Operator: {{contact}}',
    next: 'Find a lot',
    another: 'Write another message',
    privacy:
      'Name, address and message are kept until you are answered, read by the team of the Métropole only.',
    mail: {
      subject: 'Message from {{name}}: {{topic}}',
      text: '{{name}} ({{email}}) writes about “{{topic}}”.\n\n{{text}}\n\nPage: {{page}}\n\nAnswering this e-mail writes to that person.',
      noPage: 'not said',
    },
    answerMail: {
      subject: 'Answer to your message: {{topic}}',
      text: 'Hello,\n\n{{answer}}\n\nThe team of Gisement\n\nYou had written:\n{{text}}',
    },
  },
})
