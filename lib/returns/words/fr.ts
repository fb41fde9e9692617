import type { VocabularyWords } from './vocabulary-words';

export const fr: VocabularyWords = {
  reason: {
    too_small: 'trop petit',
    too_large: 'trop grand',
    changed_mind: 'changement d’avis',
    not_as_described: 'non conforme à la description',
    style: 'style',
    color: 'couleur',
    defective: 'défectueux',
    damaged_in_transit: 'abîmé pendant le transport',
    wrong_item: 'mauvais article reçu',
    arrived_late: 'arrivé trop tard',
    other: 'autre motif',
    unknown: 'motif non précisé',
  },
  resolution: {
    refund: 'remboursement',
    exchange: 'échange',
    store_credit: 'avoir',
    repair: 'réparation',
    keep_item: 'garder l’article contre une partie de son prix',
  },
  grade: {
    new: 'comme neuf',
    opened: 'ouvert',
    used: 'utilisé',
    damaged: 'abîmé',
    wrong_item: 'autre article',
    missing: 'manquant',
  },
};
