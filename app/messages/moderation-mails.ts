import { defineCatalogue } from './catalogue'

/** E-mails about reports, decisions and appeals. */
export const moderationMails = defineCatalogue('moderation-mails', {
  fr: {
    confirm: {
      subject: 'Confirmez votre signalement',
      text: 'Bonjour,\n\nQuelqu’un a signalé «{{title}}» avec votre adresse. Si c’est vous, confirmez-le ici :\n{{link}}\n\nSinon, ne faites rien : le signalement ne sera pas lu.\n\nGisement',
    },
    owner: {
      subject: 'Votre publication «{{title}}» est {{act}}',
      text: 'Bonjour,\n\nL’équipe de la Métropole a examiné votre publication «{{title}}». Elle est désormais {{act}}.\n\nMotif : {{ground}}.\n{{statement}}\n\nCette décision a été prise par une personne, sans moyen automatique. Vous pouvez la lire et la contester une fois, pendant six mois, ici :\n{{link}}\nVous pouvez aussi saisir le juge.\n\nGisement',
    },
    reporter: {
      subject: 'Votre signalement de «{{title}}»',
      text: 'Bonjour,\n\nL’équipe de la Métropole a examiné la publication «{{title}}» que vous aviez signalée. Elle est {{act}}.\n\nCette décision a été prise par une personne. Si vous n’êtes pas d’accord, répondez par la page de contact du service ; vous pouvez aussi saisir le juge.\n\nGisement',
    },
    holder: {
      subject: 'Votre réservation de «{{title}}» est gardée',
      text: 'Bonjour,\n\nL’équipe de la Métropole a masqué la publication «{{title}}» ({{ground}}). Votre réservation est gardée. Lisez le motif avant d’enlever le matériau :\n{{statement}}\n\nVos réservations :\n{{link}}\n\nGisement',
    },
    appeal: {
      subject: 'Réponse à votre recours sur «{{title}}»',
      text: 'Bonjour,\n\n{{outcome}}.\n\n{{answer}}\n\nLa décision et la réponse :\n{{link}}\nVous pouvez aussi saisir le juge.\n\nGisement',
    },
    appealReporter: {
      subject: 'Suite de votre signalement de «{{title}}»',
      text: 'Bonjour,\n\nLa décision sur la publication «{{title}}», que vous aviez signalée, a été contestée et revue. {{outcome}}.\n\nGisement',
    },
  },
  en: {
    confirm: {
      subject: 'Confirm your report',
      text: 'Hello,\n\nSomeone reported “{{title}}” with your address. If it was you, confirm it here:\n{{link}}\n\nIf not, do nothing: the report will not be read.\n\nGisement',
    },
    owner: {
      subject: 'Your publication “{{title}}” is {{act}}',
      text: 'Hello,\n\nThe Métropole’s team looked at your publication “{{title}}”. It is now {{act}}.\n\nGround: {{ground}}.\n{{statement}}\n\nThis decision was taken by a person, without automated means. You can read it and appeal once, for six months, here:\n{{link}}\nYou may also go to court.\n\nGisement',
    },
    reporter: {
      subject: 'Your report of “{{title}}”',
      text: 'Hello,\n\nThe Métropole’s team looked at the publication “{{title}}” that you reported. It is {{act}}.\n\nThis decision was taken by a person. If you disagree, answer through the contact page of the service; you may also go to court.\n\nGisement',
    },
    holder: {
      subject: 'Your reservation of “{{title}}” is kept',
      text: 'Hello,\n\nThe Métropole’s team has hidden the publication “{{title}}” ({{ground}}). Your reservation is kept. Read the reason before you take the material away:\n{{statement}}\n\nYour reservations:\n{{link}}\n\nGisement',
    },
    appeal: {
      subject: 'Answer to your appeal about “{{title}}”',
      text: 'Hello,\n\n{{outcome}}.\n\n{{answer}}\n\nThe decision and the answer:\n{{link}}\nYou may also go to court.\n\nGisement',
    },
    appealReporter: {
      subject: 'What became of your report of “{{title}}”',
      text: 'Hello,\n\nThe decision about the publication “{{title}}”, which you reported, was appealed and looked at again. {{outcome}}.\n\nGisement',
    },
  },
})
