import { defineCatalogue } from './catalogue'

/** What those who manage an organisation are told when a webhook of theirs is paused. */
export const webhookMails = defineCatalogue('webhook-mails', {
  fr: {
    subject: 'Webhook en pause : {{host}}',
    text: 'Bonjour {{name}},\n\nGisement n’envoie plus rien à {{host}}. {{reason}}\n\nCe qui attendait encore est gardé trente jours. Une fois le récepteur rétabli, reprenez les envois ici :\n{{page}}',
    reason: {
      gone: 'Ce récepteur a répondu (code 410) qu’il ne voulait plus rien recevoir.',
      failing: 'Depuis trois jours, il n’a accepté aucun envoi.',
      backlog: 'Mille envois attendaient déjà pour lui.',
      secret: 'Son secret ne peut plus être lu : créez-en un nouveau avant de reprendre.',
    },
  },
  en: {
    subject: 'Webhook paused: {{host}}',
    text: 'Hello {{name}},\n\nGisement sends nothing to {{host}} any more. {{reason}}\n\nWhat still waited is kept for thirty days. Once the receiver works again, resume here:\n{{page}}',
    reason: {
      gone: 'This receiver answered (code 410) that it wants to hear nothing any more.',
      failing: 'For three days it has taken nothing that was sent.',
      backlog: 'A thousand deliveries already waited for it.',
      secret: 'Its secret cannot be read any more: make a new one before you resume.',
    },
  },
})
