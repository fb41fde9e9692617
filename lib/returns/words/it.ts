import type { VocabularyWords } from './vocabulary-words';

export const it: VocabularyWords = {
  reason: {
    too_small: 'troppo piccolo',
    too_large: 'troppo grande',
    changed_mind: 'cambio di idea',
    not_as_described: 'non conforme alla descrizione',
    style: 'stile',
    color: 'colore',
    defective: 'difettoso',
    damaged_in_transit: 'danneggiato durante il trasporto',
    wrong_item: 'articolo sbagliato',
    arrived_late: 'arrivato troppo tardi',
    other: 'altro motivo',
    unknown: 'motivo non indicato',
  },
  resolution: {
    refund: 'rimborso',
    exchange: 'cambio',
    store_credit: 'buono acquisto',
    repair: 'riparazione',
    keep_item: 'tenere l’articolo in cambio di una parte del prezzo',
  },
  grade: {
    new: 'come nuovo',
    opened: 'aperto',
    used: 'usato',
    damaged: 'danneggiato',
    wrong_item: 'altro articolo',
    missing: 'mancante',
  },
};
