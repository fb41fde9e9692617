import type { LawTexts } from '.';

export const it: LawTexts = {
  heading: 'I suoi diritti per legge',
  heading_in: 'I suoi diritti per legge: {country}',
  intro: 'Se acquista come consumatore, questi diritti sono suoi qualunque cosa dica il resto di questa pagina.',
  unknown:
    'La legge di questo paese non è esposta qui: {country}. Questa pagina non le toglie nessuno dei diritti che essa le dà.',
  within_days: '{count, plural, one {# giorno} other {# giorni}}',
  within_business_days: '{count, plural, one {# giorno lavorativo} other {# giorni lavorativi}}',
  within_months: '{count, plural, one {# mese} other {# mesi}}',
  within_years: '{count, plural, one {# anno} other {# anni}}',

  withdrawal_heading: 'Recesso',
  withdrawal: 'Può recedere da un acquisto a distanza entro {period}, senza indicare un motivo.',
  withdrawal_away:
    'Ciò che ha acquistato a casa sua o altrove fuori da un negozio per {amount} o più può essere annullato entro {period}.',
  from_delivery:
    'Il periodo inizia il giorno dopo aver ricevuto l’ultimo articolo del suo ordine; per le consegne periodiche, il primo.',
  from_contract: 'Il periodo inizia il giorno dopo l’acquisto.',
  rolls:
    'Se l’ultimo giorno è un sabato, una domenica o un giorno festivo, il periodo termina il giorno lavorativo seguente.',
  sent_in_time: 'È in tempo se invia la sua dichiarazione prima della fine del periodo.',
  missing_information: 'Se non l’abbiamo informata di questo diritto, può ancora recedere nei {period} che seguono.',
  no_waiver: 'Nessuna clausola toglie questo diritto, come «vendita definitiva» o «solo nella confezione originale».',
  exceptions: 'Non c’è diritto di recesso per:',
  send_back: 'Restituisca gli articoli entro {period} dalla sua dichiarazione.',
  return_cost: 'Sostiene il costo diretto della restituzione solo se glielo abbiamo indicato prima dell’ordine.',
  no_other_charge: 'Un recesso non le costa altro: nessuna spesa di magazzino o di gestione.',
  refund_informed:
    'Rimborsiamo entro {period} da quando veniamo a sapere del suo recesso. Possiamo attendere di avere gli articoli o la prova che li ha spediti.',
  refund_goods_or_proof:
    'Rimborsiamo entro {period} da quando riceviamo gli articoli o la prova che li ha spediti, a seconda di ciò che arriva prima.',
  same_means: 'Rimborsiamo con il mezzo con cui ha pagato, salvo che ne accetti espressamente un altro.',
  outbound_delivery:
    'Se recede dall’intero ordine, rimborsiamo anche la consegna, fino al prezzo della consegna standard più economica che offrivamo.',
  deduction:
    'Se gli articoli hanno perso valore perché sono stati maneggiati più di quanto serva per vedere che cosa sono e se funzionano, possiamo detrarre la perdita, purché l’abbiamo informata del suo diritto.',
  late_withdrawal: 'Se rimborsiamo in ritardo dopo un recesso, le spetta di più: {steps}.',
  late_undelivered:
    'Se il contratto è finito perché nulla è stato consegnato e rimborsiamo in ritardo, le spetta di più: {steps}.',
  step_break: '; ',
  step_legal_rate: 'fino a {count, plural, one {# giorno} other {# giorni}} di ritardo, l’interesse legale',
  step_until: 'fino a {count, plural, one {# giorno} other {# giorni}} di ritardo, {percent}',
  step_last: 'oltre, {percent}',
  step_growing: 'oltre, {percent} e {points} in più per ogni altro mese, fino al prezzo degli articoli',

  guarantee_heading: 'Garanzia legale',
  guarantee: 'Rispondiamo degli articoli difettosi o non conformi, se ciò si manifesta entro {period} dalla consegna.',
  presumed: 'Un difetto che si manifesta entro {period} dalla consegna si presume esistente fin dall’inizio.',
  presumed_used: 'Per gli articoli usati o ricondizionati questo periodo è di {period}.',
  guarantee_used: 'Per gli articoli usati o ricondizionati la garanzia dura {period}.',
  agreed_used: 'Per gli articoli usati si può concordare una garanzia più breve, di almeno {period}.',
  remedies: 'Può chiedere prima la riparazione o la sostituzione, poi una riduzione del prezzo o il rimborso.',
  guarantee_cost: 'Questo non le costa nulla, compresa la restituzione.',
  repair_once: 'Se gli articoli vengono riparati in garanzia, essa dura altri {period}, una volta.',
  repair_every: 'Se gli articoli vengono riparati in garanzia, essa dura altri {period}, dopo ogni riparazione.',
  guarantee_refund_agreed:
    'Quanto le spetta per tali articoli viene rimborsato entro {period} da quando lo riconosciamo.',
  guarantee_refund_goods_or_proof:
    'Quanto le spetta per tali articoli viene rimborsato entro {period} da quando riceviamo gli articoli o la prova che li ha spediti.',
  short_term_reject: 'Entro {period} dalla consegna può rifiutare tali articoli e riavere l’intero prezzo.',

  undisclosed_heading: 'Se queste condizioni non le sono state mostrate',
  undisclosed:
    'Se non le abbiamo mostrato le nostre condizioni di reso prima dell’acquisto, può restituire articoli inutilizzati e integri entro {period} dall’acquisto.',
  undisclosed_in_store:
    'Se ha acquistato in un negozio che non esponeva le sue condizioni di reso, può restituire articoli inutilizzati e integri entro {period} dall’acquisto.',
  marketplace_heading: 'Ordini da {channel}',
  marketplace: 'Inoltre può restituire gli articoli per qualsiasi motivo entro {period} dalla consegna.',
  marketplace_defects:
    'Inoltre gli articoli che arrivano danneggiati o sono difettosi possono essere restituiti entro {period} dalla consegna.',
  withdraw_here: 'recedere dal contratto qui',
};
