import { defineCatalogue } from './catalogue'

/** The page that a link of an e-mail opens to get no more of its kind. */
export const unsubscribe = defineCatalogue('unsubscribe', {
  fr: {
    title: 'Ne plus recevoir ces courriels',
    lead: 'Courriels concernés : {{kind}}. Les notifications du site restent.',
    submit: 'Ne plus les recevoir',
    done: 'C’est fait : vous ne recevrez plus ces courriels',
    doneText: 'Courriels concernés : {{kind}}. Un courriel déjà en route peut encore arriver.',
    resume: 'Les recevoir de nouveau',
    resumed: 'C’est fait : vous recevrez de nouveau ces courriels',
    resumedText: 'Courriels concernés : {{kind}}.',
    choose: 'Choisir tous mes courriels',
    home: 'Aller à l’accueil',
  },
  en: {
    title: 'Get no more of these e-mails',
    lead: 'E-mails concerned: {{kind}}. Notifications on the site remain.',
    submit: 'Get no more of them',
    done: 'Done: you will get no more of these e-mails',
    doneText: 'E-mails concerned: {{kind}}. One that is on its way may still arrive.',
    resume: 'Get them again',
    resumed: 'Done: you will get these e-mails again',
    resumedText: 'E-mails concerned: {{kind}}.',
    choose: 'Choose all my e-mails',
    home: 'Go to the home page',
  },
})
