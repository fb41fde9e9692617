import type { LawTexts } from '.';

export const fr: LawTexts = {
  heading: 'Vos droits selon la loi',
  heading_in: 'Vos droits selon la loi : {country}',
  intro: 'Si vous achetez en tant que consommateur, ces droits sont les vôtres quoi que dise le reste de cette page.',
  unknown:
    'La loi de ce pays n’est pas exposée ici : {country}. Cette page ne vous retire aucun des droits qu’elle vous donne.',
  within_days: '{count, plural, one {# jour} other {# jours}}',
  within_business_days: '{count, plural, one {# jour ouvré} other {# jours ouvrés}}',
  within_months: '{count, plural, one {# mois} other {# mois}}',
  within_years: '{count, plural, one {# an} other {# ans}}',

  withdrawal_heading: 'Rétractation',
  withdrawal: 'Vous pouvez vous rétracter d’un achat à distance dans un délai de {period}, sans donner de motif.',
  withdrawal_away:
    'Ce que vous avez acheté à domicile ou ailleurs hors d’une boutique pour {amount} ou plus peut être annulé dans un délai de {period}.',
  from_delivery:
    'Le délai commence le lendemain du jour où vous recevez le dernier article de votre commande, pour les livraisons régulières le premier.',
  from_contract: 'Le délai commence le lendemain de l’achat.',
  rolls:
    'Si le dernier jour est un samedi, un dimanche ou un jour férié, le délai se termine le jour ouvrable suivant.',
  sent_in_time: 'Vous êtes dans les temps si vous envoyez votre déclaration avant la fin du délai.',
  missing_information:
    'Si nous ne vous avons pas indiqué ce droit, vous pouvez encore vous rétracter pendant les {period} qui suivent.',
  no_waiver: 'Aucune clause ne retire ce droit, comme « vente définitive » ou « emballage d’origine exigé ».',
  exceptions: 'Il n’y a pas de droit de rétractation pour :',
  send_back: 'Merci de renvoyer les articles dans un délai de {period} après votre déclaration.',
  return_cost: 'Vous ne supportez les frais directs de renvoi que si nous vous l’avons indiqué avant votre commande.',
  no_other_charge: 'Une rétractation ne vous coûte rien d’autre : pas de frais de remise en stock ou de traitement.',
  refund_informed:
    'Nous remboursons dans un délai de {period} après avoir appris votre rétractation. Nous pouvons attendre d’avoir reçu les articles ou la preuve que vous les avez envoyés.',
  refund_goods_or_proof:
    'Nous remboursons dans un délai de {period} après avoir reçu les articles ou la preuve que vous les avez envoyés, selon ce qui arrive en premier.',
  same_means: 'Nous remboursons comme vous avez payé, sauf si vous acceptez expressément un autre moyen.',
  outbound_delivery:
    'Si vous vous rétractez de toute la commande, nous remboursons aussi sa livraison, jusqu’au prix de la livraison standard la moins chère que nous proposions.',
  deduction:
    'Si des articles ont perdu de la valeur parce qu’ils ont été manipulés plus qu’il ne faut pour voir ce qu’ils sont et s’ils fonctionnent, nous pouvons déduire cette perte, à condition de vous avoir indiqué votre droit.',
  late_withdrawal: 'Si nous remboursons en retard après une rétractation, il vous est dû davantage : {steps}.',
  late_undelivered:
    'Si le contrat a pris fin parce que rien n’a été livré et que nous remboursons en retard, il vous est dû davantage : {steps}.',
  step_break: ' ; ',
  step_legal_rate: 'jusqu’à {count, plural, one {# jour} other {# jours}} de retard, l’intérêt au taux légal',
  step_until: 'jusqu’à {count, plural, one {# jour} other {# jours}} de retard, {percent}',
  step_last: 'au-delà, {percent}',
  step_growing: 'au-delà, {percent} et {points} de plus par mois supplémentaire, jusqu’au prix des articles',

  guarantee_heading: 'Garantie légale',
  guarantee:
    'Nous répondons des articles défectueux ou non conformes, si cela apparaît dans un délai de {period} après la livraison.',
  presumed:
    'Un défaut qui apparaît dans un délai de {period} après la livraison est présumé avoir existé dès le départ.',
  presumed_used: 'Pour les articles d’occasion ou reconditionnés, ce délai est de {period}.',
  guarantee_used: 'Pour les articles d’occasion ou reconditionnés, la garantie dure {period}.',
  agreed_used: 'Pour les articles d’occasion, une garantie plus courte peut être convenue, d’au moins {period}.',
  remedies:
    'Vous pouvez d’abord demander une réparation ou un remplacement, ensuite une réduction du prix ou votre remboursement.',
  guarantee_cost: 'Cela ne vous coûte rien, renvoi compris.',
  repair_once: 'Si des articles sont réparés sous garantie, elle dure {period} de plus, une fois.',
  repair_every: 'Si des articles sont réparés sous garantie, elle dure {period} de plus, après chaque réparation.',
  guarantee_refund_agreed:
    'Ce qui vous est dû pour de tels articles est remboursé dans un délai de {period} après que nous l’avons reconnu.',
  guarantee_refund_goods_or_proof:
    'Ce qui vous est dû pour de tels articles est remboursé dans un délai de {period} après que nous avons reçu les articles ou la preuve que vous les avez envoyés.',
  short_term_reject:
    'Dans un délai de {period} après la livraison, vous pouvez refuser de tels articles et récupérer tout leur prix.',

  undisclosed_heading: 'Si cette politique ne vous a pas été montrée',
  undisclosed:
    'Si nous ne vous avons pas montré notre politique de retour avant l’achat, vous pouvez retourner des articles inutilisés et intacts dans un délai de {period} après l’achat.',
  undisclosed_in_store:
    'Si vous avez acheté dans une boutique qui n’affichait pas sa politique de retour, vous pouvez retourner des articles inutilisés et intacts dans un délai de {period} après l’achat.',
  marketplace_heading: 'Commandes passées sur {channel}',
  marketplace:
    'En outre, vous pouvez retourner des articles pour tout motif dans un délai de {period} après la livraison.',
  marketplace_defects:
    'En outre, les articles qui arrivent abîmés ou qui sont défectueux peuvent être retournés dans un délai de {period} après la livraison.',
  withdraw_here: 'renoncer au contrat ici',
};
