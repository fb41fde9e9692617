import type { VocabularyWords } from './vocabulary-words';

export const es: VocabularyWords = {
  reason: {
    too_small: 'demasiado pequeño',
    too_large: 'demasiado grande',
    changed_mind: 'cambio de opinión',
    not_as_described: 'no coincide con la descripción',
    style: 'estilo',
    color: 'color',
    defective: 'defectuoso',
    damaged_in_transit: 'dañado durante el transporte',
    wrong_item: 'artículo equivocado',
    arrived_late: 'llegó demasiado tarde',
    other: 'otro motivo',
    unknown: 'sin motivo indicado',
  },
  resolution: {
    refund: 'reembolso',
    exchange: 'cambio',
    store_credit: 'vale de compra',
    repair: 'reparación',
    keep_item: 'quedarse con el artículo a cambio de parte de su precio',
  },
  grade: {
    new: 'como nuevo',
    opened: 'abierto',
    used: 'usado',
    damaged: 'dañado',
    wrong_item: 'otro artículo',
    missing: 'falta',
  },
};
