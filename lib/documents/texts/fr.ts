import type { DocumentTexts } from './texts';

export const fr: DocumentTexts = {
  title: 'Bon de retour',
  rma: 'Numéro de retour',
  order: 'Commande',
  requestedOn: 'Demandé le',
  resolution: 'Vous avez demandé',
  resolutions: { refund: 'Un remboursement', exchange: 'Un échange', store_credit: 'Un avoir' },
  sendBy: 'À renvoyer au plus tard le',
  from: 'Expéditeur',
  returnTo: 'Adresse de retour',
  columns: { item: 'Article', sku: 'Référence', quantity: 'Qté', reason: 'Motif' },
  reasons: {
    too_small: 'Trop petit',
    too_large: 'Trop grand',
    changed_mind: 'J’ai changé d’avis',
    not_as_described: 'Non conforme à la description',
    style: 'Le style ne me plaît pas',
    color: 'La couleur ne me plaît pas',
    defective: 'Défectueux',
    damaged_in_transit: 'Abîmé pendant le transport',
    wrong_item: 'Mauvais article reçu',
    arrived_late: 'Arrivé trop tard',
    other: 'Autre motif',
    unknown: 'Motif non précisé',
  },
  packing: {
    heading: 'Comment emballer votre retour',
    steps: [
      'Placez uniquement les articles listés ci-dessus dans un carton solide, si possible dans leur emballage d’origine.',
      'Découpez cette page le long des pointillés. Glissez la partie haute dans le carton, sur les articles.',
      'Retirez ou masquez les anciennes étiquettes et codes-barres, puis fermez le carton avec un adhésif solide.',
      'Collez la partie basse bien à plat sur l’extérieur du carton, à côté de l’adresse.',
      'Déposez le colis et conservez la preuve de dépôt jusqu’à la fin du traitement de votre retour.',
    ],
    stepsWithLabel: [
      'Placez uniquement les articles listés ci-dessus dans un carton solide, si possible dans leur emballage d’origine.',
      'Découpez cette page le long des pointillés. Glissez la partie haute dans le carton, sur les articles.',
      'Retirez ou masquez les anciennes étiquettes et codes-barres, puis fermez le carton avec un adhésif solide.',
      'Collez l’étiquette d’expédition bien à plat sur la plus grande face, et la partie basse de cette page à côté.',
      'Remettez le colis au transporteur et conservez le reçu jusqu’à la fin du traitement de votre retour.',
    ],
  },
  next: {
    heading: 'Et ensuite ?',
    byResolution: {
      refund:
        'Nous vérifions les articles à leur arrivée, puis nous vous remboursons par le moyen de paiement utilisé. Nous vous écrivons à chaque étape.',
      exchange:
        'Nous vérifions les articles à leur arrivée et vous envoyons l’échange. Nous vous écrivons à chaque étape.',
      store_credit:
        'Nous vérifions les articles à leur arrivée, puis nous vous envoyons votre avoir. Nous vous écrivons à chaque étape.',
    },
    questions: (email) => `Une question ? Écrivez à ${email} en indiquant votre numéro de retour.`,
  },
  cutHere: 'Découpez ici',
  stub: 'À coller à l’extérieur du colis',
  page: (page, pages) => `Page ${page} sur ${pages}`,
  label: {
    heading: 'Étiquette d’expédition',
    foldHere: 'Pliez ou découpez ici',
    steps: [
      'Imprimez cette page à 100 % (« taille réelle »), jamais « ajuster à la page ».',
      'Pliez ou découpez le long des pointillés et collez l’étiquette bien à plat sur la plus grande face du colis.',
      'Ne mettez ni adhésif ni pli sur le code-barres.',
    ],
  },
};
