import type { ReasonTexts } from '.';

/**
 * Formal ("Lei"), as the mails are. No article stands before a date: it would have to change with the day
 * ("il 7 novembre", "l’8 novembre").
 */
export const it: ReasonTexts = {
  approved: 'La sua richiesta è arrivata in tempo: il periodo di reso termina in data {date}.',
  approved_any_time: 'Questo articolo può essere restituito.',
  approved_grace: 'Il periodo di reso è terminato in data {date}, ma accettiamo comunque la sua richiesta.',
  approved_keep: 'Non deve restituire nulla: tenga pure {count, plural, one {l’articolo} other {gli articoli}}.',
  approved_part:
    '{approved, plural, one {Uno degli articoli può essere restituito} other {# degli articoli possono essere restituiti}}; {refused, plural, one {un altro no} other {altri # no}}.',
  window_ended: 'Il periodo di reso è terminato in data {date}.',
  excluded_commercial: 'Le condizioni di vendita di questo articolo non ne consentono il reso.',
  excluded_clearance: 'Questo articolo è stato venduto in liquidazione, a condizioni che non ne consentono il reso.',
  excluded_gift_card: 'Le carte regalo non possono essere restituite.',
  excluded_price_fluctuates:
    'Il prezzo di questo articolo segue un mercato e cambia di giorno in giorno: non può quindi essere restituito.',
  excluded_personalised: 'Questo articolo è stato realizzato su misura per lei e non può quindi essere restituito.',
  excluded_perishable: 'Questo articolo è deperibile e non può quindi essere restituito.',
  excluded_hygiene_unsealed:
    'Per motivi igienici questo articolo non può essere restituito una volta aperto il sigillo.',
  excluded_mixed: 'Questo articolo è stato mescolato con altri e non può più essere separato da essi.',
  excluded_alcohol:
    'Questa bevanda è stata venduta a un prezzo concordato in anticipo e non può quindi essere restituita.',
  excluded_urgent_repair:
    'Questo articolo è stato ordinato per una riparazione urgente e non può quindi essere restituito.',
  excluded_sealed_media_unsealed:
    'Le registrazioni e i programmi informatici non possono essere restituiti una volta aperto il sigillo.',
  excluded_press: 'I giornali e le riviste non possono essere restituiti.',
  excluded_auction: 'Questo articolo è stato acquistato a un’asta pubblica e non può quindi essere restituito.',
  excluded_dated_leisure: 'Questa prenotazione è per una data precisa e non può quindi essere restituita.',
  excluded_digital: 'Questo articolo è digitale e le è già stato fornito: non può quindi essere restituito.',
  refused_unused: 'Gli articoli di questo tipo possono essere restituiti solo se non utilizzati.',
  refused_tags_on: 'Gli articoli di questo tipo possono essere restituiti solo con le etichette attaccate.',
  refused_original_packaging: 'Gli articoli di questo tipo possono essere restituiti solo nella confezione originale.',
  refused_seal_intact: 'Gli articoli di questo tipo possono essere restituiti solo con il sigillo intatto.',
  refused_complete: 'Gli articoli di questo tipo possono essere restituiti solo completi.',
  refused_together: 'Nella sua richiesta manca qualcosa che va con questo articolo: deve essere restituito insieme.',
  refused: 'La sua richiesta non soddisfa le condizioni della nostra politica di reso.',
  needs_shopper: 'Prima di risponderle abbiamo bisogno di qualche informazione in più da parte sua.',
  needs_shop: 'Stiamo verificando qualcosa da parte nostra prima di risponderle. Non deve fare nulla.',
  review: 'Una persona del nostro team sta esaminando la sua richiesta.',
  review_guarantee:
    'Una persona del nostro team sta esaminando la sua richiesta: la garanzia legale copre gli articoli difettosi o non conformi alla descrizione.',
  review_mixed:
    'Una persona del nostro team sta esaminando la sua richiesta, perché alcuni articoli possono essere restituiti e altri no.',
};
