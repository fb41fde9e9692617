import type { VocabularyWords } from './vocabulary-words';

export const en: VocabularyWords = {
  reason: {
    too_small: 'too small',
    too_large: 'too large',
    changed_mind: 'changed my mind',
    not_as_described: 'not as described',
    style: 'style',
    color: 'colour',
    defective: 'defective',
    damaged_in_transit: 'damaged on the way',
    wrong_item: 'wrong item received',
    arrived_late: 'arrived too late',
    other: 'other reason',
    unknown: 'no reason given',
  },
  resolution: {
    refund: 'refund',
    exchange: 'exchange',
    store_credit: 'store credit',
    repair: 'repair',
    keep_item: 'keep the item for part of its price',
  },
  grade: {
    new: 'as new',
    opened: 'opened',
    used: 'used',
    damaged: 'damaged',
    wrong_item: 'another item',
    missing: 'missing',
  },
};
