import type { DocumentTexts } from './texts';

/** Formal ("Lei"), as the mails are. */
export const it: DocumentTexts = {
  title: 'Modulo di reso',
  rma: 'Numero di reso',
  order: 'Ordine',
  requestedOn: 'Data della richiesta',
  resolution: 'Ha richiesto',
  resolutions: { refund: 'Un rimborso', exchange: 'Un cambio', store_credit: 'Un buono acquisto' },
  sendBy: 'Spedire entro',
  from: 'Mittente',
  returnTo: 'Indirizzo di reso',
  columns: { item: 'Articolo', sku: 'Codice', quantity: 'Q.tà', reason: 'Motivo' },
  reasons: {
    too_small: 'Troppo piccolo',
    too_large: 'Troppo grande',
    changed_mind: 'Ho cambiato idea',
    not_as_described: 'Non conforme alla descrizione',
    style: 'Lo stile non mi piace',
    color: 'Il colore non mi piace',
    defective: 'Difettoso',
    damaged_in_transit: 'Danneggiato durante il trasporto',
    wrong_item: 'Articolo sbagliato',
    arrived_late: 'Arrivato troppo tardi',
    other: 'Altro motivo',
    unknown: 'Motivo non indicato',
  },
  packing: {
    heading: 'Come imballare il suo reso',
    steps: [
      'Metta solo gli articoli elencati sopra in una scatola robusta, se possibile nella confezione originale.',
      'Tagli questa pagina lungo la linea tratteggiata. Metta la parte superiore nella scatola, sopra gli articoli.',
      'Tolga o copra le vecchie etichette e i codici a barre e chiuda la scatola con nastro adesivo resistente.',
      'Incolli la parte inferiore ben distesa all’esterno della scatola, accanto all’indirizzo.',
      'Consegni il pacco e conservi la ricevuta di spedizione finché il reso non è concluso.',
    ],
    stepsWithLabel: [
      'Metta solo gli articoli elencati sopra in una scatola robusta, se possibile nella confezione originale.',
      'Tagli questa pagina lungo la linea tratteggiata. Metta la parte superiore nella scatola, sopra gli articoli.',
      'Tolga o copra le vecchie etichette e i codici a barre e chiuda la scatola con nastro adesivo resistente.',
      'Incolli l’etichetta di spedizione ben distesa sul lato più grande e, accanto, la parte inferiore di questa pagina.',
      'Consegni il pacco al corriere e conservi la ricevuta finché il reso non è concluso.',
    ],
  },
  next: {
    heading: 'I prossimi passi',
    byResolution: {
      refund:
        'Controlliamo gli articoli al loro arrivo e poi la rimborsiamo con il metodo di pagamento che ha usato. Le scriviamo a ogni passo.',
      exchange: 'Controlliamo gli articoli al loro arrivo e le inviamo il cambio. Le scriviamo a ogni passo.',
      store_credit:
        'Controlliamo gli articoli al loro arrivo e poi le inviamo il suo buono acquisto. Le scriviamo a ogni passo.',
    },
    questions: (email) => `Ha domande? Scriva a ${email} e indichi il suo numero di reso.`,
  },
  cutHere: 'Tagli qui',
  stub: 'Incolli questa parte all’esterno del pacco',
  page: (page, pages) => `Pagina ${page} di ${pages}`,
  label: {
    heading: 'Etichetta di spedizione',
    foldHere: 'Pieghi o tagli qui',
    steps: [
      'Stampi questa pagina al 100 % («Dimensioni effettive»), mai con «Adatta alla pagina».',
      'Pieghi o tagli lungo la linea tratteggiata e incolli l’etichetta ben distesa sul lato più grande del pacco.',
      'Non metta nastro adesivo sul codice a barre e non lo pieghi.',
    ],
  },
};
