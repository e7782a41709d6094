import { defineCatalogue } from './catalogue'

/** What the rules for public givers found, what to do, and the forms that answer them. */
export const publicCessions = defineCatalogue('public-cessions', {
  fr: {
    panel: {
      title: 'Règles des cessions publiques',
      cleared: 'Chaque règle est remplie : la demande peut être acceptée.',
      left_one: 'Il reste {{count}} point à régler avant d’accepter.',
      left_other: 'Il reste {{count}} points à régler avant d’accepter.',
      forTaker: 'Le cédant est une personne publique : voici ce que la loi demande avant qu’il accepte.',
      met: 'Rempli',
      missing: 'À faire',
      source: 'Texte : {{source}}',
      version: 'Règles en version {{version}}.',
      table: 'Contrôles faits avant la réponse',
    },
    rule: {
      sale: 'Qui peut vendre',
      market: 'Prix et valeur',
      kinds: 'Qui peut recevoir gratuitement',
      ceiling: 'Valeur d’un article donné',
      resale: 'Non-revente',
    },
    finding: {
      'sale-delegated':
        'Vente de {{amount}}, dans la limite de {{limit}} : le maire décide, par la délégation {{act}}.',
      'sale-deliberated': 'Vente de {{amount}} décidée par la délibération {{act}}.',
      'sale-undelegated':
        'Vente de {{amount}}, dans la limite de {{limit}}, mais aucune délégation n’est enregistrée. Saisissez la délégation donnée au maire, ou la délibération qui autorise cette vente.',
      'sale-over':
        'Vente de {{amount}}, au-delà de {{limit}} : l’assemblée doit délibérer. Saisissez la référence et la date de la délibération.',
      'market-fair': 'Le prix de {{amount}} par unité atteint la valeur estimée de {{limit}}.',
      'market-justified':
        'Prix de {{amount}} par unité sous la valeur estimée de {{limit}}, justifié : «{{reason}}»',
      'market-unknown':
        'La valeur estimée d’une unité n’est pas indiquée. Saisissez-la, pour la comparer au prix de {{amount}}.',
      'market-unjustified':
        'Prix de {{amount}} par unité sous la valeur estimée de {{limit}}. Écrivez le motif d’intérêt général et les contreparties, ou relevez le prix.',
      'kinds-listed': 'Le demandeur se déclare d’une catégorie qui peut recevoir gratuitement.',
      'kinds-deliberated': 'Le demandeur n’est pas dans la liste ; la délibération {{act}} autorise ce don.',
      'kinds-unlisted':
        'Le demandeur n’est pas d’une catégorie qui peut recevoir gratuitement. Trois issues : fixez un prix au lot et vendez-le, saisissez une délibération qui motive l’intérêt général, ou refusez en disant pourquoi.',
      'kinds-closed':
        'Le demandeur n’est pas d’une catégorie qui peut recevoir gratuitement. Deux issues : fixez un prix au lot et vendez-le, ou refusez en disant pourquoi.',
      'ceiling-under': 'Un article vaut {{amount}}, dans la limite de {{limit}}.',
      'ceiling-deliberated':
        'Un article vaut {{amount}}, au-delà de {{limit}} ; la délibération {{act}} autorise ce don.',
      'ceiling-unknown':
        'La valeur estimée d’un article n’est pas indiquée. Saisissez-la : la limite d’un don est de {{limit}}.',
      'ceiling-over':
        'Un article vaut {{amount}}, au-delà de {{limit}}. Fixez un prix au lot et vendez-le, ou saisissez la délibération qui autorise ce don.',
      'ceiling-closed':
        'Un article vaut {{amount}}, au-delà de {{limit}}. Fixez un prix au lot et vendez-le, ou refusez en disant pourquoi.',
      'resale-undertaken': 'Le demandeur s’est engagé à ne pas revendre.',
      'resale-missing':
        'Le demandeur ne s’est pas encore engagé à ne pas revendre. Il peut le faire sur cette page : demandez-le-lui.',
    },
    taker: {
      sale: 'De votre côté : rien à faire. Le cédant complète cette règle avant de répondre.',
      market:
        'De votre côté : dites dans un message ce que vous prenez à votre charge (dépose, transport), le cédant peut s’y référer.',
      kinds:
        'De votre côté : écrivez au cédant que vous achèteriez ce lot, ou demandez-lui une délibération si votre projet sert l’intérêt général. Si votre organisation est mal décrite, corrigez son type dans «Mon organisation».',
      ceiling: 'De votre côté : rien à faire. Le cédant estime l’article, ou fixe un prix.',
      resale: 'De votre côté : prenez l’engagement plus bas sur cette page.',
    },
    act: '{{reference}} du {{on}}',
    do: {
      terms: 'Estimation, motif, délibération',
      delegation: 'Délégation du maire',
      price: 'Fixer un prix',
    },
    terms: {
      title: 'Ce que demandent les règles publiques',
      lead: 'Vous cédez des biens publics : ces réponses sont gardées avec chaque attribution et montrées au demandeur.',
      market: 'Valeur estimée d’une unité',
      marketHint:
        'Par {{unit}}, sur le marché de l’occasion. L’estimation vaut par article si le lot se compte en pièces.',
      reason: 'Pourquoi un prix sous cette valeur',
      reasonHint:
        'Motif d’intérêt général et contreparties. Inutile si le prix atteint la valeur, ou pour un don.',
      actReference: 'Délibération : référence',
      actReferenceHint:
        'Nécessaire au-delà de {{threshold}}, sans délégation, ou pour un don hors liste ou au-delà de la limite.',
      actOn: 'Délibération : date',
      attach: 'Joindre la délibération aux documents du lot',
      submit: 'Enregistrer',
    },
    delegation: {
      title: 'Délégation du maire',
      lead: 'Sans délégation de l’assemblée, chaque vente demande une délibération. Avec elle, le maire décide seul jusqu’à {{threshold}} ({{source}}).',
      reference: 'Référence de la délibération qui délègue',
      referenceHint: 'Par exemple «DEL-2026-041». Videz les deux champs si l’assemblée n’a rien délégué.',
      on: 'Date',
      submit: 'Enregistrer la délégation',
      kept: 'Délégation enregistrée : {{act}}.',
      none: 'Aucune délégation n’est enregistrée.',
    },
    sides: {
      title: 'Céder ou reprendre des matériaux',
      lead: 'Une commune suit son territoire ; elle peut aussi publier ses propres lots, ou en demander.',
      label: 'Votre commune…',
      gives: 'cède des matériaux',
      takes: 'reprend des matériaux',
      submit: 'Enregistrer',
    },
  },
  en: {
    panel: {
      title: 'Rules for public cessions',
      cleared: 'Every rule is met: the request can be accepted.',
      left_one: '{{count}} point is left to settle before accepting.',
      left_other: '{{count}} points are left to settle before accepting.',
      forTaker: 'The giver is a public body: here is what the law asks before it accepts.',
      met: 'Met',
      missing: 'To do',
      source: 'Law: {{source}}',
      version: 'Rules in version {{version}}.',
      table: 'Checks made before the answer',
    },
    rule: {
      sale: 'Who may sell',
      market: 'Price and value',
      kinds: 'Who may receive for free',
      ceiling: 'Value of one item given',
      resale: 'No resale',
    },
    finding: {
      'sale-delegated': 'A sale of {{amount}}, within {{limit}}: the mayor decides, by delegation {{act}}.',
      'sale-deliberated': 'A sale of {{amount}} decided by deliberation {{act}}.',
      'sale-undelegated':
        'A sale of {{amount}}, within {{limit}}, but no delegation is recorded. Record the delegation given to the mayor, or the deliberation that allows this sale.',
      'sale-over':
        'A sale of {{amount}}, above {{limit}}: the council has to deliberate. Type the reference and the date of the deliberation.',
      'market-fair': 'The price of {{amount}} a unit reaches the estimated value of {{limit}}.',
      'market-justified':
        'A price of {{amount}} a unit under the estimated value of {{limit}}, justified: “{{reason}}”',
      'market-unknown':
        'The estimated value of a unit is not given. Type it, so that the price of {{amount}} can be held against it.',
      'market-unjustified':
        'A price of {{amount}} a unit under the estimated value of {{limit}}. Write the reason of public interest and what is given in return, or raise the price.',
      'kinds-listed': 'The taker says it is of a kind that may receive for free.',
      'kinds-deliberated': 'The taker is not in the list; deliberation {{act}} allows this gift.',
      'kinds-unlisted':
        'The taker is not of a kind that may receive for free. Three ways: set a price and sell the lot, type a deliberation that states the public interest, or refuse and say why.',
      'kinds-closed':
        'The taker is not of a kind that may receive for free. Two ways: set a price and sell the lot, or refuse and say why.',
      'ceiling-under': 'One item is worth {{amount}}, within {{limit}}.',
      'ceiling-deliberated':
        'One item is worth {{amount}}, above {{limit}}; deliberation {{act}} allows this gift.',
      'ceiling-unknown':
        'The estimated value of one item is not given. Type it: the limit for a gift is {{limit}}.',
      'ceiling-over':
        'One item is worth {{amount}}, above {{limit}}. Set a price and sell the lot, or type the deliberation that allows this gift.',
      'ceiling-closed':
        'One item is worth {{amount}}, above {{limit}}. Set a price and sell the lot, or refuse and say why.',
      'resale-undertaken': 'The taker has undertaken not to sell again.',
      'resale-missing':
        'The taker has not undertaken yet not to sell again. They can do so on this page: ask them to.',
    },
    taker: {
      sale: 'On your side: nothing to do. The giver completes this rule before answering.',
      market:
        'On your side: say in a message what you take charge of (removal, transport); the giver can refer to it.',
      kinds:
        'On your side: write to the giver that you would buy this lot, or ask for a deliberation if your project serves the public interest. If your organisation is described wrongly, correct its kind in “My organisation”.',
      ceiling: 'On your side: nothing to do. The giver estimates the item, or sets a price.',
      resale: 'On your side: give the undertaking further down this page.',
    },
    act: '{{reference}} of {{on}}',
    do: {
      terms: 'Estimate, reason, deliberation',
      delegation: 'Delegation of the mayor',
      price: 'Set a price',
    },
    terms: {
      title: 'What the rules for public bodies ask',
      lead: 'You cede public goods: these answers are kept with each attribution and shown to whoever asked.',
      market: 'Estimated value of a unit',
      marketHint:
        'Per {{unit}}, on the second-hand market. It is the value of one item where the lot is counted in pieces.',
      reason: 'Why a price under that value',
      reasonHint:
        'Reason of public interest and what is given in return. Not needed if the price reaches the value, or for a gift.',
      actReference: 'Deliberation: reference',
      actReferenceHint:
        'Needed above {{threshold}}, without a delegation, or for a gift beyond the list or the limit.',
      actOn: 'Deliberation: date',
      attach: 'Attach the deliberation to the documents of the lot',
      submit: 'Save',
    },
    delegation: {
      title: 'Delegation of the mayor',
      lead: 'Without a delegation of the council, each sale needs a deliberation. With one, the mayor decides alone up to {{threshold}} ({{source}}).',
      reference: 'Reference of the deliberation that delegates',
      referenceHint: 'For example “DEL-2026-041”. Empty both fields if the council delegated nothing.',
      on: 'Date',
      submit: 'Save the delegation',
      kept: 'Delegation recorded: {{act}}.',
      none: 'No delegation is recorded.',
    },
    sides: {
      title: 'Giving or taking materials',
      lead: 'A commune follows its territory; it can also publish lots of its own, or ask for some.',
      label: 'Your commune…',
      gives: 'gives materials away',
      takes: 'takes materials over',
      submit: 'Save',
    },
  },
})
