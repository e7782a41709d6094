import { defineCatalogue } from './catalogue'

/** E-mails about an account. Each says what to do when the reader has asked for nothing. */
export const accountMails = defineCatalogue('account-mails', {
  fr: {
    'verify-email': {
      subject: 'Gisement : confirmez votre adresse',
      text: 'Bonjour,\n\nVotre compte est créé. Confirmez que cette adresse est la vôtre pour publier et réserver :\n{{link}}\n\nCe lien sert une fois, dans les 48 heures. Si vous n’avez pas créé de compte, ignorez ce message.\n\nGisement',
    },
    'change-email': {
      subject: 'Gisement : confirmez votre nouvelle adresse',
      text: 'Bonjour,\n\nConfirmez que cette adresse devient celle de votre compte :\n{{link}}\n\nCe lien sert une fois, dans les 48 heures. Si vous n’avez rien demandé, ignorez ce message : rien ne change.\n\nGisement',
    },
    'reset-password': {
      subject: 'Gisement : choisissez un nouveau mot de passe',
      text: 'Bonjour,\n\nChoisissez un nouveau mot de passe ici :\n{{link}}\n\nCe lien sert une fois, dans l’heure. Si vous n’avez rien demandé, ignorez ce message : votre mot de passe reste le même.\n\nGisement',
    },
    invitation: {
      subject: 'Gisement : {{organisation}} vous invite',
      text: 'Bonjour,\n\n{{sender}} vous invite à rejoindre {{organisation}} sur Gisement, la place de marché des matériaux de réemploi de la Métropole du Grand Paris.\n\nAcceptez l’invitation ici :\n{{link}}\n\nCe lien sert une fois, dans les 14 jours. Si vous ne connaissez pas cette organisation, ignorez ce message.\n\nGisement',
    },
    'invitation-agent': {
      subject: 'Gisement : suivez le réemploi à {{commune}}',
      text: 'Bonjour,\n\n{{sender}}, pour la Métropole du Grand Paris, vous invite sur Gisement au nom de {{organisation}}. Vous y suivrez le réemploi des matériaux de {{commune}} : les chantiers, les lots, le taux et chaque remise qui le compose.\n\nAcceptez l’invitation ici :\n{{link}}\n\nCe lien sert une fois, dans les 14 jours. Si cette invitation ne vous concerne pas, ignorez ce message.\n\nGisement',
    },
    'invitation-admin': {
      subject: 'Gisement : rejoignez l’équipe de la Métropole',
      text: 'Bonjour,\n\n{{sender}} vous invite à administrer Gisement avec {{organisation}}. Vous pourrez inviter des agents, répondre aux messages, suspendre et rétablir des comptes.\n\nAcceptez l’invitation ici :\n{{link}}\n\nCe lien sert une fois, dans les 14 jours. Si cette invitation ne vous concerne pas, ignorez ce message.\n\nGisement',
    },
    suspended: {
      subject: 'Gisement : votre compte est suspendu',
      text: 'Bonjour,\n\nL’équipe de la Métropole a suspendu votre compte. Vos sessions sont fermées et vous ne pouvez plus vous connecter.\n\nMotif indiqué : {{reason}}\n\nPour en parler, écrivez à l’équipe qui gère ce service : {{link}}\n\nGisement',
    },
    restored: {
      subject: 'Gisement : votre compte est rétabli',
      text: 'Bonjour,\n\nL’équipe de la Métropole a rétabli votre compte. Vous pouvez vous connecter de nouveau.\n\nMotif indiqué : {{reason}}\n\nSe connecter : {{link}}\n\nGisement',
    },
    'organisation-suspended': {
      subject: 'Gisement : {{organisation}} est suspendue',
      text: 'Bonjour,\n\nL’équipe de la Métropole a suspendu {{organisation}}. Ses lots et ses besoins ne sont plus proposés, et personne n’agit plus pour elle.\n\nMotif indiqué : {{reason}}\n\nPour en parler, écrivez à l’équipe qui gère ce service : {{link}}\n\nGisement',
    },
    'organisation-restored': {
      subject: 'Gisement : {{organisation}} est rétablie',
      text: 'Bonjour,\n\nL’équipe de la Métropole a rétabli {{organisation}}. Ses lots et ses besoins sont de nouveau proposés.\n\nMotif indiqué : {{reason}}\n\nSe connecter : {{link}}\n\nGisement',
    },
    'member-asked': {
      subject: 'Gisement : quelqu’un demande à rejoindre {{organisation}}',
      text: 'Bonjour,\n\nUne personne que ProConnect rattache au SIRET de {{organisation}} demande à en être membre sur Gisement. Vérifiez que vous la connaissez, puis acceptez ou refusez ici : {{link}}\n\nSans réponse, elle n’entre pas.\n\nGisement',
    },
    'member-accepted': {
      subject: 'Gisement : vous êtes membre de {{organisation}}',
      text: 'Bonjour,\n\nVotre demande est acceptée : vous êtes membre de {{organisation}}. Connectez-vous avec ProConnect ici : {{link}}\n\nGisement',
    },
    'member-refused': {
      subject: 'Gisement : votre demande pour {{organisation}}',
      text: 'Bonjour,\n\nVotre demande pour rejoindre {{organisation}} n’est pas acceptée. Parlez-en avec les responsables de cette organisation, ou écrivez à l’équipe qui gère ce service : {{link}}\n\nGisement',
    },
    'proconnect-linked': {
      subject: 'Gisement : ProConnect est associé à votre compte',
      text: 'Bonjour,\n\nVotre compte peut maintenant être ouvert avec ProConnect.\n\nSi ce n’était pas vous, écrivez sans attendre à l’équipe qui gère ce service : {{link}}\n\nGisement',
    },
    'proconnect-unlinked': {
      subject: 'Gisement : ProConnect n’est plus associé à votre compte',
      text: 'Bonjour,\n\nVotre compte ne s’ouvre plus avec ProConnect, mais avec votre mot de passe.\n\nSi ce n’était pas vous, écrivez sans attendre à l’équipe qui gère ce service : {{link}}\n\nGisement',
    },
    exists: {
      subject: 'Gisement : vous avez déjà un compte',
      text: 'Bonjour,\n\nQuelqu’un, peut-être vous, a voulu créer un compte avec cette adresse. Elle en a déjà un : rien n’a changé.\n\nSi vous avez oublié votre mot de passe, choisissez-en un nouveau : {{link}}\n\nSi ce n’était pas vous, ignorez ce message.\n\nGisement',
    },
    'email-changed': {
      subject: 'Gisement : l’adresse de votre compte a changé',
      text: 'Bonjour,\n\nVotre compte a maintenant une autre adresse électronique. Celle-ci ne permet plus de s’y connecter.\n\nSi ce n’était pas vous, écrivez sans attendre à l’équipe qui gère ce service : {{link}}\n\nGisement',
    },
    'password-changed': {
      subject: 'Gisement : votre mot de passe a changé',
      text: 'Bonjour,\n\nLe mot de passe de votre compte vient d’être changé, et les autres sessions sont fermées.\n\nSi ce n’était pas vous, choisissez-en un nouveau sans attendre : {{link}}\n\nGisement',
    },
    'data-exported': {
      subject: 'Gisement : vos données ont été demandées',
      text: 'Bonjour,\n\nQuelqu’un a demandé l’archive de vos données, après avoir prouvé que ce compte est le sien. Elle se télécharge pendant un quart d’heure, depuis une session ouverte de votre compte.\n\nSi ce n’était pas vous, choisissez un nouveau mot de passe sans attendre : {{link}}\n\nGisement',
    },
    'factor-added': {
      subject: 'Gisement : une seconde preuve est ajoutée à votre compte',
      text: 'Bonjour,\n\nUne application ou une clé d’accès vient d’être ajoutée à votre compte. Vos autres sessions sont fermées.\n\nSi ce n’était pas vous, changez de mot de passe sans attendre, puis retirez-la ici : {{link}}\n\nGisement',
    },
    'factor-removed': {
      subject: 'Gisement : une seconde preuve est retirée de votre compte',
      text: 'Bonjour,\n\nUne application ou une clé d’accès vient d’être retirée de votre compte. Vos autres sessions sont fermées.\n\nSi ce n’était pas vous, changez de mot de passe sans attendre et voyez ce qui reste : {{link}}\n\nGisement',
    },
    'factors-reset': {
      subject: 'Gisement : vos secondes preuves sont remises à zéro',
      text: 'Bonjour,\n\nL’équipe de la Métropole a retiré de votre compte l’application, les clés d’accès et les codes de secours. Vos sessions sont fermées. Connectez-vous avec votre mot de passe pour en régler de nouvelles.\n\nMotif indiqué : {{reason}}\n\nSi vous n’avez rien demandé, écrivez sans attendre à l’équipe qui gère ce service : {{link}}\n\nGisement',
    },
    'codes-renewed': {
      subject: 'Gisement : vos codes de secours sont renouvelés',
      text: 'Bonjour,\n\nDix nouveaux codes de secours viennent d’être créés pour votre compte. Les précédents ne servent plus.\n\nSi ce n’était pas vous, changez de mot de passe sans attendre et voyez votre compte : {{link}}\n\nGisement',
    },
    'codes-locked': {
      subject: 'Gisement : plusieurs codes faux pour votre compte',
      text: 'Bonjour,\n\nQuelqu’un, peut-être vous, a saisi plusieurs codes faux pour votre compte. Les codes sont refusés pendant un moment ; une clé d’accès reste acceptée.\n\nSi ce n’était pas vous, votre mot de passe est connu de quelqu’un d’autre. Choisissez-en un nouveau sans attendre : {{link}}\n\nGisement',
    },
    'recovery-code-used': {
      subject: 'Gisement : un code de secours a servi',
      text: 'Bonjour,\n\nUn de vos codes de secours vient de servir. Il ne servira plus.\n\nVoyez combien il en reste, ou créez-en de nouveaux : {{link}}\n\nSi ce n’était pas vous, changez de mot de passe sans attendre.\n\nGisement',
    },
  },
  en: {
    'verify-email': {
      subject: 'Gisement: confirm your address',
      text: 'Hello,\n\nYour account is created. Confirm that this address is yours to publish and reserve:\n{{link}}\n\nThis link works once, within 48 hours. If you did not create an account, ignore this message.\n\nGisement',
    },
    'change-email': {
      subject: 'Gisement: confirm your new address',
      text: 'Hello,\n\nConfirm that this address becomes that of your account:\n{{link}}\n\nThis link works once, within 48 hours. If you asked for nothing, ignore this message: nothing changes.\n\nGisement',
    },
    'reset-password': {
      subject: 'Gisement: choose a new password',
      text: 'Hello,\n\nChoose a new password here:\n{{link}}\n\nThis link works once, within the hour. If you asked for nothing, ignore this message: your password stays the same.\n\nGisement',
    },
    invitation: {
      subject: 'Gisement: {{organisation}} invites you',
      text: 'Hello,\n\n{{sender}} invites you to join {{organisation}} on Gisement, the marketplace for reclaimed materials of the Métropole du Grand Paris.\n\nAccept the invitation here:\n{{link}}\n\nThis link works once, within 14 days. If you do not know this organisation, ignore this message.\n\nGisement',
    },
    'invitation-agent': {
      subject: 'Gisement: follow reuse in {{commune}}',
      text: 'Hello,\n\n{{sender}}, for the Métropole du Grand Paris, invites you to Gisement on behalf of {{organisation}}. You will follow the reuse of materials in {{commune}}: sites, lots, the rate and each handover that makes it.\n\nAccept the invitation here:\n{{link}}\n\nThis link works once, within 14 days. If this invitation is not for you, ignore this message.\n\nGisement',
    },
    'invitation-admin': {
      subject: 'Gisement: join the team of the Métropole',
      text: 'Hello,\n\n{{sender}} invites you to administer Gisement with {{organisation}}. You will be able to invite officers, answer messages, suspend and restore accounts.\n\nAccept the invitation here:\n{{link}}\n\nThis link works once, within 14 days. If this invitation is not for you, ignore this message.\n\nGisement',
    },
    suspended: {
      subject: 'Gisement: your account is suspended',
      text: 'Hello,\n\nThe team of the Métropole has suspended your account. Your sessions are closed and you can no longer sign in.\n\nReason given: {{reason}}\n\nTo discuss it, write to the team that runs this service: {{link}}\n\nGisement',
    },
    restored: {
      subject: 'Gisement: your account is restored',
      text: 'Hello,\n\nThe team of the Métropole has restored your account. You can sign in again.\n\nReason given: {{reason}}\n\nSign in: {{link}}\n\nGisement',
    },
    'organisation-suspended': {
      subject: 'Gisement: {{organisation}} is suspended',
      text: 'Hello,\n\nThe team of the Métropole has suspended {{organisation}}. Its lots and needs are no longer offered, and nobody acts for it any more.\n\nReason given: {{reason}}\n\nTo discuss it, write to the team that runs this service: {{link}}\n\nGisement',
    },
    'organisation-restored': {
      subject: 'Gisement: {{organisation}} is restored',
      text: 'Hello,\n\nThe team of the Métropole has restored {{organisation}}. Its lots and needs are offered again.\n\nReason given: {{reason}}\n\nSign in: {{link}}\n\nGisement',
    },
    'member-asked': {
      subject: 'Gisement: somebody asks to join {{organisation}}',
      text: 'Hello,\n\nA person to whom ProConnect gives the SIRET of {{organisation}} asks to be its member on Gisement. Make sure that you know them, then accept or refuse here: {{link}}\n\nWithout an answer they do not come in.\n\nGisement',
    },
    'member-accepted': {
      subject: 'Gisement: you are a member of {{organisation}}',
      text: 'Hello,\n\nYour request is accepted: you are a member of {{organisation}}. Sign in with ProConnect here: {{link}}\n\nGisement',
    },
    'member-refused': {
      subject: 'Gisement: your request for {{organisation}}',
      text: 'Hello,\n\nYour request to join {{organisation}} is not accepted. Talk to the owners of that organisation, or write to the team that runs this service: {{link}}\n\nGisement',
    },
    'proconnect-linked': {
      subject: 'Gisement: ProConnect is tied to your account',
      text: 'Hello,\n\nYour account can now be opened with ProConnect.\n\nIf it was not you, write to the team that runs this service without delay: {{link}}\n\nGisement',
    },
    'proconnect-unlinked': {
      subject: 'Gisement: ProConnect is no longer tied to your account',
      text: 'Hello,\n\nYour account no longer opens with ProConnect, but with your password.\n\nIf it was not you, write to the team that runs this service without delay: {{link}}\n\nGisement',
    },
    exists: {
      subject: 'Gisement: you already have an account',
      text: 'Hello,\n\nSomeone, perhaps you, tried to create an account with this address. It has one already: nothing has changed.\n\nIf you have forgotten your password, choose a new one: {{link}}\n\nIf it was not you, ignore this message.\n\nGisement',
    },
    'email-changed': {
      subject: 'Gisement: the address of your account has changed',
      text: 'Hello,\n\nYour account now has another e-mail address. This one no longer signs in to it.\n\nIf it was not you, write to the team that runs this service without delay: {{link}}\n\nGisement',
    },
    'password-changed': {
      subject: 'Gisement: your password has changed',
      text: 'Hello,\n\nThe password of your account has just been changed, and the other sessions are closed.\n\nIf it was not you, choose a new one without delay: {{link}}\n\nGisement',
    },
    'data-exported': {
      subject: 'Gisement: your data was asked for',
      text: 'Hello,\n\nSomebody who proved that this account is theirs asked for the archive of your data. It can be downloaded for a quarter of an hour, from an open session of your account.\n\nIf it was not you, choose a new password without delay: {{link}}\n\nGisement',
    },
    'factor-added': {
      subject: 'Gisement: a second proof was added to your account',
      text: 'Hello,\n\nAn application or a passkey has just been added to your account. Your other sessions are closed.\n\nIf it was not you, change your password without delay, then remove it here: {{link}}\n\nGisement',
    },
    'factor-removed': {
      subject: 'Gisement: a second proof was removed from your account',
      text: 'Hello,\n\nAn application or a passkey has just been removed from your account. Your other sessions are closed.\n\nIf it was not you, change your password without delay and see what is left: {{link}}\n\nGisement',
    },
    'factors-reset': {
      subject: 'Gisement: your second proofs were reset',
      text: 'Hello,\n\nThe team of the Métropole has removed the application, the passkeys and the recovery codes from your account. Your sessions are closed. Sign in with your password to set up new ones.\n\nReason given: {{reason}}\n\nIf you asked for nothing, write to the team that runs this service without delay: {{link}}\n\nGisement',
    },
    'codes-renewed': {
      subject: 'Gisement: your recovery codes were renewed',
      text: 'Hello,\n\nTen new recovery codes have just been made for your account. The former ones no longer work.\n\nIf it was not you, change your password without delay and look at your account: {{link}}\n\nGisement',
    },
    'codes-locked': {
      subject: 'Gisement: several wrong codes for your account',
      text: 'Hello,\n\nSomeone, perhaps you, typed several wrong codes for your account. Codes are refused for a while; a passkey is still accepted.\n\nIf it was not you, someone else knows your password. Choose a new one without delay: {{link}}\n\nGisement',
    },
    'recovery-code-used': {
      subject: 'Gisement: a recovery code was used',
      text: 'Hello,\n\nOne of your recovery codes has just been used. It will not work again.\n\nSee how many are left, or make new ones: {{link}}\n\nIf it was not you, change your password without delay.\n\nGisement',
    },
  },
})
