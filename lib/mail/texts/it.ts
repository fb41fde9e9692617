import type { MailTexts } from '.';

/** Formal throughout ("Lei"): one text serves every shop, and a refusal or a legal notice must never sound familiar. */
export const it: MailTexts = {
  greeting: 'Gentile {name},',
  'greeting.unnamed': 'Gentile cliente,',
  'button.status': 'Segua il suo reso',
  'heading.items': 'Articoli',
  'heading.next': 'I prossimi passi',
  'fact.rma': 'Numero di reso',
  'fact.order': 'Ordine',
  'fact.requested': 'Data della richiesta',
  'fact.carrier': 'Corriere',
  'fact.tracking': 'Numero di tracciamento',
  'fact.fee': 'Spese di reso',
  'fact.expected': 'Il suo rimborso',
  'fact.refunded': 'Importo rimborsato',
  'fact.refunded_on': 'Data del rimborso',
  'fact.exchange_order': 'Nuovo ordine',
  'fact.credit': 'Buono acquisto',
  'fact.credited_on': 'Data del buono',
  'fact.bonus': 'Di cui bonus',
  'fact.owed': 'Da pagare',
  'item.quantity': '{count, plural, one {# pezzo} other {# pezzi}}',
  'item.exchange': 'cambio con {title}',
  'footer.why': 'Riceve questa e-mail perché ha chiesto di restituire articoli dell’ordine {order}.',
  'footer.reply': 'Ha domande? Risponda a questa e-mail o scriva a {email}.',

  'request_received.subject': 'Abbiamo ricevuto la sua richiesta di reso ({rma})',
  'request_received.preheader': 'Ordine {order}: le scriveremo per comunicarle la nostra risposta.',
  'request_received.title': 'Abbiamo ricevuto la sua richiesta',
  'request_received.lead':
    'Grazie per averci avvisato. Abbiamo ricevuto la sua richiesta di reso per l’ordine {order}.',
  'request_received.next.check': 'Esaminiamo la sua richiesta e le scriviamo per comunicarle la nostra risposta.',
  'request_received.next.keep': 'Fino ad allora conservi gli articoli così come sono e non li spedisca ancora.',

  'in_review.subject': 'Stiamo esaminando la sua richiesta di reso ({rma})',
  'in_review.preheader': 'Ordine {order}: una persona del nostro team le risponderà.',
  'in_review.title': 'Stiamo esaminando la sua richiesta',
  'in_review.lead': 'La sua richiesta di reso per l’ordine {order} richiede un esame più attento.',
  'in_review.reason': 'Se ne sta occupando una persona del nostro team.',
  'in_review.next.person': 'Una persona legge la sua richiesta e decide. Non deve fare nulla.',
  'in_review.next.answer':
    'Le scriviamo per comunicarle la risposta. Se ci serve qualche altra informazione, gliela chiediamo per e-mail.',
  'in_review.next.keep': 'Fino ad allora conservi gli articoli così come sono e non li spedisca ancora.',

  'information_needed.subject': 'Ci servono altre informazioni sul suo reso ({rma})',
  'information_needed.preheader': 'Ordine {order}: la preghiamo di rispondere alle nostre domande.',
  'information_needed.title': 'La preghiamo di rispondere alle nostre domande',
  'information_needed.lead': 'Prima di decidere sulla sua richiesta di reso per l’ordine {order}, dobbiamo sapere:',
  'information_needed.button': 'Rispondere alle domande',
  'information_needed.next.form':
    'Prema il pulsante e risponda. Le chiederemo il numero di reso {rma} e il suo indirizzo e-mail.',
  'information_needed.next.reply': 'Risponda a questa e-mail.',
  'information_needed.next.decide': 'Poi decidiamo sulla sua richiesta e le scriviamo.',

  'approved_with_label.subject': 'Il suo reso è stato accettato ({rma})',
  'approved_with_label.preheader': 'Ordine {order}: la sua etichetta di reso è pronta.',
  'approved_with_label.title': 'Il suo reso è stato accettato',
  'approved_with_label.lead': 'Può restituire gli articoli elencati qui sotto. La sua etichetta di reso è pronta.',
  'approved_with_label.lead.unlabelled': 'Può restituire gli articoli elencati qui sotto.',
  'approved_with_label.button': 'Apra l’etichetta di reso',
  'approved_with_label.next.print':
    'Stampi l’etichetta di reso. Se a questa e-mail è allegato un modulo di reso, lo stampi insieme all’etichetta.',
  'approved_with_label.next.pack':
    'Imballi bene gli articoli e inserisca nel pacco il modulo di reso o un biglietto con il numero {rma}.',
  'approved_with_label.next.drop': 'Applichi l’etichetta sul pacco e lo consegni a {carrier}. Conservi la ricevuta.',
  'approved_with_label.next.address': 'Spedisca il pacco a: {address}. Conservi la ricevuta.',
  'approved_with_label.next.await': 'Le scriveremo per spiegarle come spedire il pacco.',
  'approved_with_label.next.refund': 'Quando avremo ricevuto e controllato gli articoli, le rimborseremo {amount}.',
  'approved_with_label.next.exchange': 'Poi le invieremo il nuovo articolo. Non deve ordinarlo di nuovo.',
  'approved_with_label.next.store_credit':
    'Quando avremo ricevuto e controllato gli articoli, le daremo un buono acquisto di {amount}.',

  'approved_keep_item.subject': 'Tenga pure i suoi articoli ({rma})',
  'approved_keep_item.preheader': 'Ordine {order}: la sua richiesta è accettata e non deve restituire nulla.',
  'approved_keep_item.title': 'Può tenere i suoi articoli',
  'approved_keep_item.lead':
    'Abbiamo accettato la sua richiesta. Non deve restituire nulla: gli articoli elencati qui sotto restano a lei.',
  'approved_keep_item.next.send':
    'Non spedisca alcun pacco. Può usare gli articoli, regalarli o smaltirli, come preferisce.',
  'approved_keep_item.next.refund': 'Le rimborsiamo {amount} subito, senza attendere nulla, e le scriviamo.',
  'approved_keep_item.next.exchange':
    'Le inviamo subito il nuovo articolo e le scriviamo. Non deve ordinarlo di nuovo.',
  'approved_keep_item.next.store_credit': 'Le diamo subito un buono acquisto di {amount} e le scriviamo.',

  'rejected.subject': 'La sua richiesta di reso ({rma})',
  'rejected.preheader': 'Ordine {order}: la nostra risposta alla sua richiesta.',
  'rejected.title': 'Non possiamo accettare questo reso',
  'rejected.lead':
    'Abbiamo esaminato la sua richiesta di reso per l’ordine {order}. Ci dispiace di non poterla accettare.',
  'rejected.person':
    'Lo ha deciso un membro del nostro team. Se desidera conoscere il motivo, risponda a questa e-mail: le risponderà una persona.',
  'rejected.next.reply':
    'Se ritiene che ci sbagliamo, risponda a questa e-mail e ci spieghi perché. Una persona leggerà il suo messaggio.',
  'rejected.next.rights': 'I suoi diritti di legge, ad esempio in caso di prodotti difettosi, restano invariati.',

  'in_transit.subject': 'Il suo reso è in viaggio ({rma})',
  'in_transit.preheader': 'Ordine {order}: il corriere ha il suo pacco.',
  'in_transit.title': 'Il suo reso è in viaggio',
  'in_transit.lead': 'Il corriere ha preso in carico il suo pacco. Lei ha fatto la sua parte.',
  'in_transit.button': 'Segua il pacco',
  'in_transit.next.arrive': 'Le scriveremo quando il pacco sarà arrivato.',
  'in_transit.next.keep': 'Fino ad allora conservi la ricevuta del corriere.',

  'received.subject': 'Il suo pacco è arrivato ({rma})',
  'received.preheader': 'Ordine {order}: i suoi articoli sono arrivati.',
  'received.title': 'Il suo pacco è arrivato',
  'received.lead': 'Abbiamo ricevuto gli articoli dell’ordine {order} che ci ha restituito.',
  'received.next.check': 'Apriamo il pacco e controlliamo gli articoli.',
  'received.next.refund': 'Poi le rimborseremo {amount} e le scriveremo.',
  'received.next.exchange': 'Le scriveremo non appena il suo cambio sarà pronto, se non è già in viaggio.',
  'received.next.store_credit': 'Poi le daremo un buono acquisto di {amount} e le scriveremo.',

  'refunded.subject': 'Il suo rimborso di {amount} ({rma})',
  'refunded.preheader': 'Ordine {order}: il denaro è in arrivo.',
  'refunded.title': 'Le abbiamo rimborsato {amount}',
  'refunded.title.pending': 'Il suo rimborso di {amount} è in arrivo',
  'refunded.lead': 'Abbiamo rimborsato l’importo sul metodo di pagamento che ha usato per l’ordine {order}.',
  'refunded.lead.by_hand':
    'Le abbiamo restituito il denaro con un mezzo diverso da quello di pagamento dell’ordine {order}.',
  'refunded.next.bank': 'La sua banca può impiegare qualche giorno a mostrarlo sul suo conto.',
  'refunded.next.done': 'Non deve fare altro. Grazie per averci restituito gli articoli.',
  'refunded.next.done.kept': 'Non deve fare altro. Non c’è nulla da restituire.',

  'exchanged.subject': 'Il suo cambio è pronto ({rma})',
  'exchanged.preheader': 'Ordine {order}: le inviamo il nuovo articolo.',
  'exchanged.title': 'Il suo cambio è in viaggio',
  'exchanged.lead': 'Abbiamo creato l’ordine {newOrder} per gli articoli che ha scelto in cambio.',
  'exchanged.heading.items': 'Lei riceve',
  'exchanged.next.ship': 'Imballiamo i nuovi articoli e li spediamo all’indirizzo del suo ordine.',
  'exchanged.next.difference':
    'I nuovi articoli costano meno: la differenza di {amount} torna sul metodo di pagamento del suo ordine. La sua banca può impiegare qualche giorno.',
  'exchanged.next.done': 'Non deve ordinarli di nuovo.',

  'credited.subject': 'Il suo buono acquisto di {amount} ({rma})',
  'credited.preheader': 'Ordine {order}: può usarlo da subito nel nostro negozio.',
  'credited.title': 'Le abbiamo dato un buono acquisto di {amount}',
  'credited.lead': 'Per gli articoli dell’ordine {order} che ci ha restituito ha scelto un buono acquisto. È pronto.',
  'credited.lead.kept':
    'Per gli articoli dell’ordine {order}, che restano a lei, ha scelto un buono acquisto. È pronto.',
  'credited.next.spend': 'Acceda al nostro negozio con questo indirizzo e-mail: il buono le viene proposto alla cassa.',
  'credited.next.done': 'Non deve fare altro. Grazie per la fiducia.',

  'payment_due.subject': 'Il suo cambio: {amount} da pagare ({rma})',
  'payment_due.preheader': 'Ordine {order}: appena pagata la differenza, le inviamo il nuovo articolo.',
  'payment_due.title': 'Restano {amount} da pagare per il suo cambio',
  'payment_due.lead': 'L’articolo che ha scelto in cambio costa più di quello che ci restituisce.',
  'payment_due.lead.kept': 'L’articolo che ha scelto in cambio costa più di quello che resta a lei.',
  'payment_due.heading.items': 'Dopo il pagamento riceve',
  'payment_due.button': 'Paghi {amount}',
  'payment_due.next.pay': 'Prema il pulsante e paghi sulla pagina del nostro negozio.',
  'payment_due.next.reply': 'Risponda a questa e-mail e le diremo come pagare.',
  'payment_due.next.ship': 'Appena avrà pagato, le inviamo il nuovo articolo e le scriviamo.',
  'payment_due.next.otherwise': 'Preferisce non pagare? Risponda a questa e-mail: troveremo un’altra soluzione.',

  'shop_alert.subject': 'Un workflow non è riuscito sulla pratica {rma}',
  'shop_alert.preheader': '{problem}',
  'shop_alert.title': 'La pratica {rma} richiede la sua attenzione',
  'shop_alert.lead':
    'Un workflow non ha potuto terminare il suo lavoro su questa pratica. Il cliente non ne è stato informato.',
  'shop_alert.button': 'Apra l’esecuzione',
  'shop_alert.fact.problem': 'Che cosa è successo',
  'shop_alert.fact.advice': 'Che cosa fare',
  'shop_alert.fact.workflow': 'Workflow',
  'shop_alert.fact.node': 'Nodo',
  'shop_alert.fact.state': 'Stato della pratica',
  'shop_alert.heading.do': 'Prossimi passi',
  'shop_alert.problem.unknown': 'Il workflow non ha indicato che cosa non ha funzionato.',
  'shop_alert.state': 'decisione {decision}, pacco {parcel}, liquidazione {settlement}',
  'shop_alert.next.repair':
    'Corregga ciò che indica il messaggio. Il workflow riprova da solo per un quarto d’ora; trascorso questo tempo, avvii di nuovo in n8n l’esecuzione non riuscita.',
  'shop_alert.next.once': 'Le etichette, i rimborsi e le e-mail già fatti non vengono ripetuti.',
  'shop_alert.footer': 'Questo avviso è inviato solo al negozio.',

  'shop_given_up.subject': 'Un workflow ha rinunciato sulla pratica {rma}',
  'shop_given_up.title': 'La pratica {rma} è ferma',
  'shop_given_up.lead':
    'Un workflow non è riuscito più volte su questa pratica e non riprova più da solo. Il cliente non ne è stato informato.',
  'shop_given_up.next.repair': 'Corregga ciò che indica il messaggio.',
  'shop_given_up.next.replay':
    'Poi consegni di nuovo l’evento in n8n: il nodo Return Case lo elenca con Dead Letter: Get Many e lo consegna con Replay.',
  'shop_refund_failed.subject': 'Il rimborso di {amount} non è riuscito ({rma})',
  'shop_refund_failed.preheader': 'Ordine {order}: il denaro non arriva al cliente da solo.',
  'shop_refund_failed.title': 'Un rimborso di {amount} non è riuscito',
  'shop_refund_failed.lead':
    'Il rimborso di {amount} per l’ordine {order} non è arrivato al cliente. Nulla lo ritenta da solo.',
  'shop_refund_failed.told':
    'In data {date} il cliente ha ricevuto l’e-mail che annuncia il denaro in arrivo. Lo aspetta, e nessuno gli ha detto che non arriverà.',
  'shop_refund_failed.told.perhaps':
    'Se al cliente è stato detto che il denaro è in arrivo, lo aspetta: nessuno gli ha detto che non arriverà.',
  'shop_refund_failed.fact.amount': 'Rimborso',
  'shop_refund_failed.fact.reason': 'Che cosa dice il fornitore',
  'shop_refund_failed.fact.refund': 'Numero presso il fornitore',
  'shop_refund_failed.fact.shopper': 'Il cliente',
  'shop_refund_failed.fact.due': 'Per legge da pagare entro',
  'shop_refund_failed.reason.lost_or_stolen_card': 'la carta risulta smarrita o rubata',
  'shop_refund_failed.reason.expired_or_canceled_card': 'la carta è scaduta o è stata annullata',
  'shop_refund_failed.reason.charge_for_pending_refund_disputed':
    'il cliente ha contestato il pagamento presso la sua banca, che restituisce il denaro se gli dà ragione',
  'shop_refund_failed.reason.insufficient_funds': 'il suo conto presso il fornitore non aveva fondi sufficienti',
  'shop_refund_failed.reason.declined': 'la banca non lo ha accettato',
  'shop_refund_failed.reason.merchant_request': 'il fornitore lo ha fermato su richiesta del suo negozio',
  'shop_refund_failed.reason.canceled': 'il rimborso è stato annullato',
  'shop_refund_failed.reason.unknown': 'non è stato indicato alcun motivo',
  'shop_refund_failed.next.write':
    'Scriva oggi stesso al cliente: gli dica che il denaro non è arrivato e gli chieda dove inviarlo.',
  'shop_refund_failed.next.pay':
    'Paghi {amount} in un altro modo: con un bonifico oppure, se il cliente è d’accordo, con un buono.',
  'shop_refund_failed.next.settle':
    'Poi chiuda la pratica a mano in n8n: esegua il nodo Return Case con il comando Settle, il numero {rma} e, come rimborso, {refund}. Scriva in “at” quando ha pagato.',
  'shop_money_owed.subject': 'Al cliente spettano ancora {amount} ({rma})',
  'shop_money_owed.preheader': 'Ordine {order}: il cambio è stato spedito e la differenza non è stata restituita.',
  'shop_money_owed.title': 'Al cliente spettano ancora {amount}',
  'shop_money_owed.lead':
    'Il cambio è stato spedito e il suo negozio mostra ancora {amount} che l’ordine {order} deve al cliente. Nient’altro viene pagato automaticamente.',
  'shop_money_owed.fact.amount': 'Ancora dovuto',
  'shop_money_owed.next.look':
    'Apra l’ordine {order} nel suo negozio: il reso è stato gestito lì, o un rimborso non è riuscito?',
  'shop_money_owed.next.pay': 'Se spettano ancora {amount}, li restituisca da lì.',
  'shop_deadline.subject.decides': '{marketplace} decide da solo sulla pratica {rma}: {when}',
  'shop_deadline.subject.pays': '{marketplace} paga da solo la pratica {rma}: {when}',
  'shop_deadline.preheader': 'Fino al {when} può agire lei.',
  'shop_deadline.title.answer': 'Risponda alla pratica {rma} prima del {when}',
  'shop_deadline.title.inspect': 'Controlli il pacco della pratica {rma} prima del {when}',
  'shop_deadline.lead.decides':
    '{marketplace} attende una risposta a questo reso. Se entro il {when} non ne ha, decide da solo.',
  'shop_deadline.lead.pays':
    'Il pacco di questo reso non è stato controllato. Se nessuno lo fa prima del {when}, {marketplace} paga il cliente da solo.',
  'shop_deadline.lead.unsaid':
    '{decision, select, rejected {La pratica è stata rifiutata qui} other {La pratica è stata approvata qui}}, ma {marketplace} non lo sa ancora.',
  'shop_deadline.default.approve':
    'Se nessuno ha deciso {hours, plural, one {# ora} other {# ore}} prima, il workflow approva il reso.',
  'shop_deadline.default.reject':
    'Se nessuno ha deciso {hours, plural, one {# ora} other {# ore}} prima, il workflow rifiuta il reso.',
  'shop_deadline.default.none': 'Il workflow non decide nulla prima: spetta a lei.',
  'shop_deadline.fact.until': 'Fino al',
  'shop_deadline.next.press': 'Apra l’e-mail “Reso {rma}: approvare o rifiutare?” e prema uno dei suoi pulsanti.',
  'shop_deadline.next.decide':
    'Può decidere anche nel centro venditori di {marketplace}: la pratica riprende ciò che decide lì.',
  'shop_deadline.next.inspect': 'Controlli il pacco con il modulo del modello 06 e il numero {rma}.',
  'shop_deadline.next.refuse':
    'Se non è arrivato, o se qualcosa non va, lo dica prima nel centro venditori di {marketplace}.',
  'shop_deadline.next.say':
    'Guardi in n8n perché il workflow che risponde su {marketplace} non è riuscito, e lo esegua di nuovo.',
  'shop_deadline.next.seller': 'Oppure dia lei la risposta nel centro venditori di {marketplace}.',

  'question.quoted': '“{words}”',
  'question.nothing_back': 'Non è tornato nulla.',
  'question.nothing_back.then': 'Quindi non c’è nulla da saldare: scelga “{reject}”.',
  'shop_review.subject': 'Reso {rma}: approvare o rifiutare?',
  'shop_review.approve': 'Approva',
  'shop_review.reject': 'Rifiuta',
  'shop_review.order': '{order}, data {date}, {total}',
  'shop_review.order.delivered': '{order}, data {date}, consegna {delivered}, {total}',
  'shop_review.fact.wish': 'Desidera',
  'shop_review.fact.amount': 'Importo in gioco',
  'shop_review.fact.note': 'Messaggio del cliente',
  'shop_review.fact.evidence': 'Allegati alla pratica',
  'shop_review.why.above': 'Vale più di quanto la sua politica approvi da sola.',
  'shop_review.why.goods': 'La sua politica affida questi articoli a una persona.',
  'shop_review.why.reason': 'La sua politica affida questo motivo a una persona.',
  'shop_review.why.mixed': 'La sua politica non dice lo stesso di tutti gli articoli.',
  'shop_review.policy': 'La politica annota, in inglese: “{reason}”',
  'shop_review.law.withdrawal': 'Non rifiuti: la legge consente al cliente di recedere.',
  'shop_review.law.unclear': 'Forse la legge consente al cliente di recedere.',
  'shop_review.law.unclear.of': 'Finché non è chiaro, nessuno può negarglielo per {titles}.',
  'shop_review.law.guarantee': 'La garanzia legale copre gli articoli difettosi o non conformi.',
  'shop_review.law.guarantee.only': 'Rifiuti solo ciò che non è né l’uno né l’altro.',
  'shop_review.law.holds': 'Questo vale per {titles}.',
  'shop_review.law.holds_until': 'Questo vale fino al {date} per {titles}.',
  'shop_review.kept.all': 'Non torna nulla.',
  'shop_review.kept.all.then': 'Appena approva, il cliente tiene gli articoli e riceve subito ciò che la pratica paga.',
  'shop_review.kept.part': 'La politica lascia che il cliente ne tenga una parte: {titles}.',
  'shop_review.kept.part.then': '“Approva” fa rispedire tutto; per lasciargli quella parte, scriva al cliente.',
  'shop_review.told':
    '“Rifiuta” invia al cliente un’e-mail che dice che ha deciso un membro del suo team, senza motivo: lo invita a rispondere se vuole conoscerlo. Per dargliene uno, gli scriva.',
  'shop_review.imported':
    'Questo reso è stato importato. “Rifiuta” non invia e-mail al cliente e non rifiuta nulla nel suo negozio: entrambe le cose spettano a lei.',
  'shop_pay_received.subject': 'Reso {rma}: rimborsare ciò che è tornato?',
  'shop_pay_received.approve': 'Rimborsa',
  'shop_pay_received.reject': 'Non rimborsare',
  'shop_pay_received.choice':
    '“Rimborsa” paga tutto ciò che è stato ricevuto; ciò che manca non si paga mai. “Non rimborsare” lascia a lei il rimborso.',
  'shop_exchange_difference.subject': 'Reso {rma}: inviare il cambio e rimborsare la differenza?',
  'shop_exchange_difference.approve': 'Invia e rimborsa',
  'shop_exchange_difference.reject': 'Non fare nulla',
  'shop_exchange_difference.choice':
    'I nuovi articoli costano meno di quelli che dovevano tornare. “Invia e rimborsa” li invia e rimborsa esattamente quanto costano meno di ciò che è stato ricevuto. “Non fare nulla” lascia a lei la pratica.',
  'shop_credit_received.subject': 'Reso {rma}: dare un buono per ciò che è tornato?',
  'shop_credit_received.approve': 'Dai il buono',
  'shop_credit_received.reject': 'Non darlo',
  'shop_credit_received.choice':
    '“Dai il buono” conta tutto ciò che è stato ricevuto; ciò che manca non conta mai. “Non darlo” lascia a lei la pratica.',
};
