import { defineCatalogue } from './catalogue'

/** What communes, reviewers and the Métropole's team are told by e-mail about the programme. */
export const programmeMails = defineCatalogue('programme-mails', {
  fr: {
    received: {
      subject: 'Programme réemploi : le dossier de {{commune}} est déposé',
      text: 'Bonjour {{name}},\n\nLe dossier de {{commune}} est déposé. Un comité le notera selon les critères publiés, puis une personne de la Métropole vous répondra avec son motif.\n\nLe dossier : {{page}}',
    },
    review: {
      subject: 'Programme réemploi : un dossier à examiner, {{commune}}',
      text: 'Bonjour {{name}},\n\n{{commune}} a déposé son dossier. Il attend d’être noté selon les critères publiés :\n{{page}}',
    },
    admit: {
      subject: 'Programme réemploi : {{commune}} est admise',
      text: 'Bonjour {{name}},\n\nLa Métropole admet {{commune}} dans le parcours réemploi, avec une aide de {{granted}}. Son motif :\n\n{{reason}}\n\nLa suite : {{page}}',
    },
    postpone: {
      subject: 'Programme réemploi : dossier de {{commune}} à représenter',
      text: 'Bonjour {{name}},\n\nLa Métropole propose de représenter plus tard le dossier de {{commune}}. Son motif :\n\n{{reason}}\n\nLe dossier peut être complété et déposé à nouveau : {{page}}',
    },
    decline: {
      subject: 'Programme réemploi : dossier de {{commune}} non retenu',
      text: 'Bonjour {{name}},\n\nLa Métropole n’a pas retenu le dossier de {{commune}}. Son motif :\n\n{{reason}}\n\nLe dossier : {{page}}\nLa commune peut en déposer un autre.',
    },
    reported: {
      subject: 'Programme réemploi : bilan de {{commune}}',
      text: 'Bonjour {{name}},\n\n{{commune}} a envoyé le bilan de son expérimentation :\n{{page}}',
    },
    reminder: {
      subject: 'Atelier réemploi le {{day}} : {{title}}',
      text: 'Bonjour {{name}},\n\nVous êtes inscrit à l’atelier «{{title}}», le {{day}} de {{from}} à {{until}}.\n\nLieu : {{place}}\n\nLa page de l’atelier : {{page}}',
    },
    moved: {
      subject: 'Atelier réemploi «{{title}}» : nouvelles informations',
      text: 'Bonjour {{name}},\n\nL’atelier «{{title}}» auquel vous êtes inscrit change. Il se tient désormais le {{day}}, de {{from}} à {{until}}.\n\nLieu : {{place}}\n\nLa page de l’atelier : {{page}}\n\nSi vous ne pouvez plus venir, demandez à votre commune de rendre la place.',
    },
    cancelled: {
      subject: 'Atelier réemploi «{{title}}» annulé',
      text: 'Bonjour {{name}},\n\nL’atelier «{{title}}» du {{day}}, auquel vous êtes inscrit, est annulé.\n\nLes autres ateliers : {{workshops}}',
    },
    fiche: {
      publish: {
        subject: 'Programme réemploi : votre fiche est publiée',
        text: 'Bonjour {{name}},\n\nLa fiche «{{title}}» est publiée dans les ressources du programme :\n{{page}}',
      },
      refuse: {
        subject: 'Programme réemploi : votre fiche est à revoir',
        text: 'Bonjour {{name}},\n\nLa fiche «{{title}}» n’est pas publiée. Le motif de la Métropole :\n\n{{reason}}\n\nVous pouvez la modifier, elle sera relue : {{page}}',
      },
      hide: {
        subject: 'Programme réemploi : votre fiche est masquée',
        text: 'Bonjour {{name}},\n\nLa fiche «{{title}}» n’est plus montrée. Le motif de la Métropole :\n\n{{reason}}\n\nVous pouvez la modifier, elle sera relue : {{page}}',
      },
    },
    answered: {
      subject: 'Club du réemploi : {{who}} vous répond',
      text: 'Bonjour {{name}},\n\n{{who}} répond à votre message :\n\n{{text}}\n\nLa conversation : {{page}}',
    },
  },
  en: {
    received: {
      subject: 'Reuse programme: the dossier of {{commune}} is submitted',
      text: 'Hello {{name}},\n\nThe dossier of {{commune}} is submitted. A committee will score it by the published criteria, then a person of the Métropole will answer you with the reason.\n\nThe dossier: {{page}}',
    },
    review: {
      subject: 'Reuse programme: a dossier to examine, {{commune}}',
      text: 'Hello {{name}},\n\n{{commune}} has submitted its dossier. It waits to be scored by the published criteria:\n{{page}}',
    },
    admit: {
      subject: 'Reuse programme: {{commune}} is admitted',
      text: 'Hello {{name}},\n\nThe Métropole admits {{commune}} to the reuse track, with a grant of {{granted}}. The reason:\n\n{{reason}}\n\nWhat follows: {{page}}',
    },
    postpone: {
      subject: 'Reuse programme: dossier of {{commune}} to be submitted again',
      text: 'Hello {{name}},\n\nThe Métropole suggests that {{commune}} submits its dossier again later. The reason:\n\n{{reason}}\n\nThe dossier can be completed and submitted again: {{page}}',
    },
    decline: {
      subject: 'Reuse programme: dossier of {{commune}} declined',
      text: 'Hello {{name}},\n\nThe Métropole has declined the dossier of {{commune}}. The reason:\n\n{{reason}}\n\nThe dossier: {{page}}\nThe commune may submit another.',
    },
    reported: {
      subject: 'Reuse programme: end report of {{commune}}',
      text: 'Hello {{name}},\n\n{{commune}} has sent the end report of its experiment:\n{{page}}',
    },
    reminder: {
      subject: 'Reuse workshop on {{day}}: {{title}}',
      text: 'Hello {{name}},\n\nYou are registered for the workshop “{{title}}”, on {{day}} from {{from}} to {{until}}.\n\nPlace: {{place}}\n\nThe page of the workshop: {{page}}',
    },
    moved: {
      subject: 'Reuse workshop “{{title}}”: what changes',
      text: 'Hello {{name}},\n\nThe workshop “{{title}}” for which you are registered changes. It is now on {{day}}, from {{from}} to {{until}}.\n\nPlace: {{place}}\n\nThe page of the workshop: {{page}}\n\nIf you can no longer come, ask your commune to give the seat back.',
    },
    cancelled: {
      subject: 'Reuse workshop “{{title}}” cancelled',
      text: 'Hello {{name}},\n\nThe workshop “{{title}}” of {{day}}, for which you are registered, is cancelled.\n\nThe other workshops: {{workshops}}',
    },
    fiche: {
      publish: {
        subject: 'Reuse programme: your fiche is published',
        text: 'Hello {{name}},\n\nThe fiche “{{title}}” is published in the library of the programme:\n{{page}}',
      },
      refuse: {
        subject: 'Reuse programme: your fiche needs work',
        text: 'Hello {{name}},\n\nThe fiche “{{title}}” is not published. The reason of the Métropole:\n\n{{reason}}\n\nYou may change it, it will be read again: {{page}}',
      },
      hide: {
        subject: 'Reuse programme: your fiche is hidden',
        text: 'Hello {{name}},\n\nThe fiche “{{title}}” is no longer shown. The reason of the Métropole:\n\n{{reason}}\n\nYou may change it, it will be read again: {{page}}',
      },
    },
    answered: {
      subject: 'Reuse club: {{who}} answers you',
      text: 'Hello {{name}},\n\n{{who}} answers your post:\n\n{{text}}\n\nThe conversation: {{page}}',
    },
  },
})
