import { defineCatalogue } from './catalogue'

/** The accessibility statement. */
export const accessibility = defineCatalogue('accessibility', {
  fr: {
    title: 'Accessibilité : non conforme, faute d’audit',
    lead: 'Ce service vise les critères RGAA 4.1 et WCAG 2.2 niveau AA. Cette page dit ce qui est vérifié, ce qui ne l’est pas, et à qui s’adresser.',
    status: 'Non audité par un tiers',
    statusText:
      'Sans audit en cours de validité, un service public se déclare non conforme, quels que soient ses essais. Aucun taux de conformité n’est donc publié : les chiffres ci-dessous sont ceux d’essais automatiques.',
    runTitle: 'Ce que les essais automatiques disent',
    rate: 'Des 106 critères du RGAA 4.1, des essais automatiques regardent une partie. Un critère «sans défaut trouvé» n’est pas un critère conforme : ces essais n’en voient qu’un morceau. Aucun critère n’a été évalué à la main par une personne formée.',
    count: {
      passed: 'En partie regardés, sans défaut trouvé',
      failed: 'Avec un défaut trouvé',
      absent: 'Sans objet : rien de tel dans les pages',
      open: 'Non évalués',
    },
    run: {
      day: 'Date des essais',
      version: 'Version',
      pages: 'Pages parcourues',
      views: 'Vues : pages, largeurs et couleurs',
      passed: 'Règles axe sans défaut',
      failed: 'Règles axe avec un défaut',
      unsure: 'Règles axe qui laissent un doute à lever par une personne',
      unfinished: 'Essais de navigateur qui ne sont pas allés à leur terme',
    },
    testedTitle: 'Ce qui est vérifié à chaque version',
    tested: {
      axe: 'Contrôles axe (règles WCAG 2.0 à 2.2, niveaux A et AA) sur chaque page, au téléphone et à l’ordinateur, en clair, en sombre et en plein soleil. Ils ne trouvent qu’une partie des défauts.',
      keyboard:
        'Tous les formulaires fonctionnent au clavier et sans JavaScript, hors publication sans réseau.',
      contrast: 'Contrastes calculés pour les modes clair, sombre et plein soleil.',
      charts: 'Chaque graphique et chaque carte a ses chiffres en tableau et en fichier CSV.',
    },
    limitsTitle: 'Limites connues',
    limits: {
      audit: 'Aucun audit RGAA, ni par un tiers ni par nous : il reste à faire.',
      readers:
        'Aucun essai avec des personnes qui utilisent un lecteur d’écran, une commande vocale ou une loupe.',
      photos: 'Les photos des lots sont décrites par le titre du lot seulement.',
      others:
        'Les PDF que les organisations joignent et les photos qu’elles publient ne sont pas contrôlés ; ceux que le service produit sont balisés.',
    },
    criteriaTitle: 'Les 106 critères',
    criteriaText:
      'Les critères portent les numéros du RGAA 4.1 ; leurs noms sont les nôtres, plus courts. Chaque ligne dit ce qui l’a regardée.',
    table: 'Critères du RGAA 4.1, et ce que les essais automatiques en disent',
    number: 'Numéro',
    theme: 'Thème',
    criterion: 'Critère',
    state: 'État',
    stateOf: {
      passed: 'En partie, sans défaut trouvé',
      failed: 'Défaut trouvé',
      absent: 'Sans objet',
      open: 'Non évalué',
    },
    by: 'Regardé par',
    byAbsent: 'aucun élément de ce genre dans les pages parcourues',
    file: 'accessibilite',
    contactTitle: 'Signaler une difficulté',
    write: 'Écrire à l’exploitant',
    contact:
      'Écrivez à l’exploitant en donnant l’adresse de la page et ce qui vous a arrêté : il vous doit une autre voie.',
    appealTitle: 'Voies de recours',
    appeal:
      'Sans réponse satisfaisante, vous pouvez saisir le Défenseur des droits : par son formulaire, par son délégué dans votre département, ou par courrier gratuit, sans timbre, à Défenseur des droits, Libre réponse 71120, 75342 Paris CEDEX 07.',
    defender: 'Site du Défenseur des droits',
  },
  en: {
    title: 'Accessibility: not conformant, for want of an audit',
    lead: 'This service aims at RGAA 4.1 and WCAG 2.2 level AA. This page says what is checked, what is not, and whom to turn to.',
    status: 'Not audited by a third party',
    statusText:
      'Without a valid audit a public service declares itself not conformant, whatever its tests. No rate of conformance is therefore published: the figures below are those of automatic tests.',
    runTitle: 'What automatic tests say',
    rate: 'Of the 106 criteria of RGAA 4.1, automatic tests look at a part. A criterion “without a fault found” is not a criterion met: these tests see only a piece of it. No criterion was assessed by hand by a trained person.',
    count: {
      passed: 'Looked at in part, no fault found',
      failed: 'With a fault found',
      absent: 'Without object: nothing of the kind in the pages',
      open: 'Not assessed',
    },
    run: {
      day: 'Day of the tests',
      version: 'Version',
      pages: 'Pages walked',
      views: 'Views: pages, widths and colours',
      passed: 'Axe rules without a fault',
      failed: 'Axe rules with a fault',
      unsure: 'Axe rules that leave a doubt for a person to settle',
      unfinished: 'Browser tests that did not come to their end',
    },
    testedTitle: 'What is checked for each version',
    tested: {
      axe: 'Axe checks (WCAG 2.0 to 2.2 rules, levels A and AA) on every page, on phone and desktop, in light, in dark and in full sun. They find only a part of the faults.',
      keyboard:
        'Every form works with a keyboard and without JavaScript, except publishing without a network.',
      contrast: 'Contrasts computed for the light, dark and full-sun modes.',
      charts: 'Every chart and map has its figures as a table and as a CSV file.',
    },
    limitsTitle: 'Known limits',
    limits: {
      audit: 'No RGAA audit, neither by a third party nor by us: it remains to be done.',
      readers: 'No trial with people who use a screen reader, voice control or a magnifier.',
      photos: 'Photos of lots are described by the title of the lot only.',
      others:
        'PDFs that organisations attach and photos that they publish are not checked; those that the service makes are tagged.',
    },
    criteriaTitle: 'The 106 criteria',
    criteriaText:
      'The criteria bear the numbers of RGAA 4.1; their names are ours, and shorter. Each line says what looked at it.',
    table: 'Criteria of RGAA 4.1, and what automatic tests say of them',
    number: 'Number',
    theme: 'Theme',
    criterion: 'Criterion',
    state: 'State',
    stateOf: {
      passed: 'In part, no fault found',
      failed: 'Fault found',
      absent: 'Without object',
      open: 'Not assessed',
    },
    by: 'Looked at by',
    byAbsent: 'no element of the kind in the pages walked',
    file: 'accessibility',
    contactTitle: 'Report a difficulty',
    write: 'Write to the operator',
    contact:
      'Write to the operator with the address of the page and what stopped you: another way is owed to you.',
    appealTitle: 'Remedies',
    appeal:
      'Without a satisfactory answer, you may turn to the Défenseur des droits: by its form, by its delegate in your département, or by free post without a stamp to Défenseur des droits, Libre réponse 71120, 75342 Paris CEDEX 07.',
    defender: 'Site of the Défenseur des droits',
  },
})
