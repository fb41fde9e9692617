import type { VocabularyWords } from './vocabulary-words';

export const de: VocabularyWords = {
  reason: {
    too_small: 'zu klein',
    too_large: 'zu groß',
    changed_mind: 'anders überlegt',
    not_as_described: 'entspricht nicht der Beschreibung',
    style: 'Stil',
    color: 'Farbe',
    defective: 'defekt',
    damaged_in_transit: 'beim Transport beschädigt',
    wrong_item: 'falschen Artikel erhalten',
    arrived_late: 'zu spät angekommen',
    other: 'anderer Grund',
    unknown: 'kein Grund angegeben',
  },
  resolution: {
    refund: 'Erstattung',
    exchange: 'Umtausch',
    store_credit: 'Guthaben',
    repair: 'Reparatur',
    keep_item: 'Artikel behalten und einen Teil des Preises zurückbekommen',
  },
  grade: {
    new: 'wie neu',
    opened: 'geöffnet',
    used: 'benutzt',
    damaged: 'beschädigt',
    wrong_item: 'anderer Artikel',
    missing: 'fehlt',
  },
};
