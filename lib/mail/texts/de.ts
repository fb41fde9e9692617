import type { MailTexts } from '.';

/** Formal throughout ("Sie"): one text serves every shop, and a refusal or a legal notice must never sound familiar. */
export const de: MailTexts = {
  greeting: 'Guten Tag {name},',
  'greeting.unnamed': 'Guten Tag,',
  'button.status': 'Rücksendung verfolgen',
  'heading.items': 'Artikel',
  'heading.next': 'So geht es weiter',
  'fact.rma': 'Rücksendenummer',
  'fact.order': 'Bestellung',
  'fact.requested': 'Angefragt am',
  'fact.carrier': 'Paketdienst',
  'fact.tracking': 'Sendungsnummer',
  'fact.fee': 'Rücksendekosten',
  'fact.expected': 'Ihre Erstattung',
  'fact.refunded': 'Erstattet',
  'fact.refunded_on': 'Erstattet am',
  'fact.exchange_order': 'Neue Bestellung',
  'fact.credit': 'Guthaben',
  'fact.credited_on': 'Gutgeschrieben am',
  'fact.bonus': 'Davon Bonus',
  'fact.owed': 'Zu zahlen',
  'item.quantity': '{count, plural, one {# Stück} other {# Stück}}',
  'item.exchange': 'Umtausch gegen {title}',
  'footer.why': 'Sie erhalten diese E-Mail, weil Sie Artikel aus der Bestellung {order} zurücksenden möchten.',
  'footer.reply': 'Fragen? Antworten Sie auf diese E-Mail oder schreiben Sie an {email}.',

  'request_received.subject': 'Wir haben Ihre Rücksendeanfrage erhalten ({rma})',
  'request_received.preheader': 'Bestellung {order}: Wir teilen Ihnen unsere Entscheidung per E-Mail mit.',
  'request_received.title': 'Wir haben Ihre Rücksendeanfrage erhalten',
  'request_received.lead':
    'Danke, dass Sie sich gemeldet haben. Ihre Rücksendeanfrage zur Bestellung {order} ist bei uns eingegangen.',
  'request_received.next.check': 'Wir prüfen Ihre Anfrage und teilen Ihnen unsere Entscheidung per E-Mail mit.',
  'request_received.next.keep':
    'Bitte bewahren Sie die Artikel bis dahin unverändert auf und senden Sie sie noch nicht zurück.',

  'in_review.subject': 'Wir prüfen Ihre Rücksendeanfrage ({rma})',
  'in_review.preheader': 'Bestellung {order}: Jemand aus unserem Team antwortet Ihnen.',
  'in_review.title': 'Wir prüfen Ihre Anfrage',
  'in_review.lead': 'Ihre Rücksendeanfrage zur Bestellung {order} möchten wir uns genauer ansehen.',
  'in_review.reason': 'Jemand aus unserem Team kümmert sich darum.',
  'in_review.next.person': 'Ein Mensch liest Ihre Anfrage und entscheidet. Sie brauchen nichts zu tun.',
  'in_review.next.answer':
    'Wir teilen Ihnen das Ergebnis per E-Mail mit. Sollten uns noch Angaben fehlen, fragen wir bei Ihnen nach.',
  'in_review.next.keep':
    'Bitte bewahren Sie die Artikel bis dahin unverändert auf und senden Sie sie noch nicht zurück.',

  'information_needed.subject': 'Wir brauchen noch Angaben zu Ihrer Rücksendung ({rma})',
  'information_needed.preheader': 'Bestellung {order}: Bitte beantworten Sie unsere Fragen.',
  'information_needed.title': 'Bitte beantworten Sie unsere Fragen',
  'information_needed.lead':
    'Bevor wir über Ihre Rücksendeanfrage zur Bestellung {order} entscheiden können, müssen wir wissen:',
  'information_needed.button': 'Fragen beantworten',
  'information_needed.next.form':
    'Drücken Sie auf die Schaltfläche und antworten Sie. Wir fragen nach Ihrer Rücksendenummer {rma} und Ihrer E-Mail-Adresse.',
  'information_needed.next.reply': 'Antworten Sie auf diese E-Mail.',
  'information_needed.next.decide': 'Danach entscheiden wir über Ihre Anfrage und schreiben Ihnen.',

  'approved_with_label.subject': 'Ihre Rücksendung ist genehmigt ({rma})',
  'approved_with_label.preheader': 'Bestellung {order}: Ihr Rücksendeetikett liegt bereit.',
  'approved_with_label.title': 'Ihre Rücksendung ist genehmigt',
  'approved_with_label.lead':
    'Sie können die unten aufgeführten Artikel zurücksenden. Ihr Rücksendeetikett liegt bereit.',
  'approved_with_label.lead.unlabelled': 'Sie können die unten aufgeführten Artikel zurücksenden.',
  'approved_with_label.button': 'Rücksendeetikett öffnen',
  'approved_with_label.next.print':
    'Drucken Sie das Rücksendeetikett aus. Liegt dieser E-Mail ein Rücksendeschein bei, drucken Sie ihn ebenfalls aus.',
  'approved_with_label.next.pack':
    'Verpacken Sie die Artikel gut und legen Sie den Rücksendeschein oder einen Zettel mit der Nummer {rma} bei.',
  'approved_with_label.next.drop':
    'Kleben Sie das Etikett auf das Paket und geben Sie es bei {carrier} ab. Bewahren Sie den Einlieferungsbeleg auf.',
  'approved_with_label.next.address': 'Senden Sie das Paket an: {address}. Bewahren Sie den Einlieferungsbeleg auf.',
  'approved_with_label.next.await': 'Wir schreiben Ihnen, wie Sie das Paket versenden können.',
  'approved_with_label.next.refund':
    'Sobald die Artikel bei uns eingetroffen und geprüft sind, erstatten wir Ihnen {amount}.',
  'approved_with_label.next.exchange':
    'Danach senden wir Ihnen den neuen Artikel. Sie brauchen ihn nicht noch einmal zu bestellen.',
  'approved_with_label.next.store_credit':
    'Sobald die Artikel bei uns eingetroffen und geprüft sind, schreiben wir Ihnen {amount} als Guthaben in unserem Shop gut.',

  'approved_keep_item.subject': 'Bitte behalten Sie Ihre Artikel ({rma})',
  'approved_keep_item.preheader':
    'Bestellung {order}: Ihre Anfrage ist angenommen, und Sie müssen nichts zurücksenden.',
  'approved_keep_item.title': 'Sie können Ihre Artikel behalten',
  'approved_keep_item.lead':
    'Wir haben Ihre Anfrage angenommen. Sie müssen nichts zurücksenden: Die unten aufgeführten Artikel bleiben bei Ihnen.',
  'approved_keep_item.next.send':
    'Bitte senden Sie kein Paket. Sie können die Artikel verwenden, verschenken oder entsorgen, ganz wie Sie möchten.',
  'approved_keep_item.next.refund':
    'Wir erstatten Ihnen {amount} jetzt gleich, ohne auf etwas zu warten, und schreiben Ihnen.',
  'approved_keep_item.next.exchange':
    'Wir senden Ihnen den neuen Artikel jetzt gleich und schreiben Ihnen. Sie brauchen ihn nicht noch einmal zu bestellen.',
  'approved_keep_item.next.store_credit':
    'Wir schreiben Ihnen {amount} jetzt gleich als Guthaben in unserem Shop gut und geben Ihnen Bescheid.',

  'rejected.subject': 'Ihre Rücksendeanfrage ({rma})',
  'rejected.preheader': 'Bestellung {order}: unsere Antwort auf Ihre Anfrage.',
  'rejected.title': 'Wir können diese Rücksendung nicht annehmen',
  'rejected.lead':
    'Wir haben Ihre Rücksendeanfrage zur Bestellung {order} geprüft. Leider können wir ihr nicht zustimmen.',
  'rejected.person':
    'Das hat jemand aus unserem Team entschieden. Wenn Sie den Grund erfahren möchten, antworten Sie auf diese E-Mail: Ein Mensch antwortet Ihnen.',
  'rejected.next.reply':
    'Wenn Sie meinen, dass wir uns irren, antworten Sie auf diese E-Mail und schreiben Sie uns, warum. Ein Mensch liest Ihre Nachricht.',
  'rejected.next.rights': 'Ihre gesetzlichen Rechte, etwa bei mangelhafter Ware, bleiben davon unberührt.',

  'in_transit.subject': 'Ihre Rücksendung ist unterwegs ({rma})',
  'in_transit.preheader': 'Bestellung {order}: Der Paketdienst hat Ihr Paket.',
  'in_transit.title': 'Ihre Rücksendung ist unterwegs',
  'in_transit.lead': 'Der Paketdienst hat Ihr Paket übernommen. Für Sie ist damit alles erledigt.',
  'in_transit.button': 'Paket verfolgen',
  'in_transit.next.arrive': 'Wir schreiben Ihnen, sobald das Paket bei uns eingetroffen ist.',
  'in_transit.next.keep': 'Bitte bewahren Sie den Einlieferungsbeleg bis dahin auf.',

  'received.subject': 'Ihr Paket ist bei uns angekommen ({rma})',
  'received.preheader': 'Bestellung {order}: Ihre Artikel sind eingetroffen.',
  'received.title': 'Ihr Paket ist bei uns angekommen',
  'received.lead': 'Die Artikel aus der Bestellung {order}, die Sie zurückgesandt haben, sind bei uns eingetroffen.',
  'received.next.check': 'Wir packen die Artikel aus und prüfen sie.',
  'received.next.refund': 'Danach erstatten wir Ihnen {amount} und schreiben Ihnen.',
  'received.next.exchange': 'Wir schreiben Ihnen, sobald Ihr Umtausch bereitliegt, falls er nicht schon unterwegs ist.',
  'received.next.store_credit':
    'Danach schreiben wir Ihnen {amount} als Guthaben in unserem Shop gut und geben Ihnen Bescheid.',

  'refunded.subject': 'Ihre Erstattung über {amount} ({rma})',
  'refunded.preheader': 'Bestellung {order}: Das Geld ist auf dem Weg zu Ihnen.',
  'refunded.title': 'Wir haben Ihnen {amount} erstattet',
  'refunded.title.pending': 'Ihre Erstattung über {amount} ist unterwegs',
  'refunded.lead':
    'Wir haben das Geld über das Zahlungsmittel zurückgezahlt, mit dem Sie die Bestellung {order} bezahlt haben.',
  'refunded.lead.by_hand':
    'Wir haben Ihnen das Geld auf anderem Weg als über das Zahlungsmittel der Bestellung {order} zurückgezahlt.',
  'refunded.next.bank': 'Bis der Betrag auf Ihrem Konto erscheint, können einige Tage vergehen.',
  'refunded.next.done': 'Sie brauchen nichts weiter zu tun. Danke, dass Sie die Artikel zurückgesandt haben.',
  'refunded.next.done.kept': 'Sie brauchen nichts weiter zu tun. Sie müssen nichts zurücksenden.',

  'exchanged.subject': 'Ihr Umtausch ist bereit ({rma})',
  'exchanged.preheader': 'Bestellung {order}: Wir senden Ihnen den neuen Artikel.',
  'exchanged.title': 'Ihr Umtausch ist auf dem Weg',
  'exchanged.lead': 'Für die Artikel, die Sie im Umtausch gewählt haben, haben wir die Bestellung {newOrder} angelegt.',
  'exchanged.heading.items': 'Sie erhalten',
  'exchanged.next.ship': 'Wir verpacken die neuen Artikel und senden sie an die Adresse Ihrer Bestellung.',
  'exchanged.next.difference':
    'Die neuen Artikel kosten weniger: Die Differenz von {amount} geht auf das Zahlungsmittel Ihrer Bestellung zurück. Ihre Bank kann einige Tage brauchen.',
  'exchanged.next.done': 'Sie brauchen sie nicht noch einmal zu bestellen.',

  'credited.subject': 'Ihr Guthaben über {amount} ({rma})',
  'credited.preheader': 'Bestellung {order}: Sie können es ab sofort in unserem Shop einlösen.',
  'credited.title': 'Wir haben Ihnen {amount} gutgeschrieben',
  'credited.lead':
    'Für die zurückgesandten Artikel der Bestellung {order} haben Sie ein Guthaben gewählt. Es steht bereit.',
  'credited.lead.kept':
    'Für die Artikel der Bestellung {order}, die bei Ihnen bleiben, haben Sie ein Guthaben gewählt. Es steht bereit.',
  'credited.next.spend':
    'Melden Sie sich mit dieser E-Mail-Adresse in unserem Shop an: Das Guthaben wird Ihnen an der Kasse angeboten.',
  'credited.next.done': 'Sie brauchen nichts weiter zu tun. Danke für Ihre Treue.',

  'payment_due.subject': 'Ihr Umtausch: noch {amount} zu zahlen ({rma})',
  'payment_due.preheader': 'Bestellung {order}: Sobald der Unterschied bezahlt ist, senden wir den neuen Artikel.',
  'payment_due.title': 'Für Ihren Umtausch sind noch {amount} zu zahlen',
  'payment_due.lead': 'Der Artikel, den Sie im Umtausch gewählt haben, kostet mehr als der, den Sie zurücksenden.',
  'payment_due.lead.kept': 'Der Artikel, den Sie im Umtausch gewählt haben, kostet mehr als der, den Sie behalten.',
  'payment_due.heading.items': 'Sie erhalten nach der Zahlung',
  'payment_due.button': '{amount} bezahlen',
  'payment_due.next.pay': 'Klicken Sie auf die Schaltfläche und bezahlen Sie auf der Seite unseres Shops.',
  'payment_due.next.reply': 'Antworten Sie auf diese E-Mail: Wir sagen Ihnen, wie Sie bezahlen können.',
  'payment_due.next.ship': 'Sobald bezahlt ist, senden wir den neuen Artikel und geben Ihnen Bescheid.',
  'payment_due.next.otherwise':
    'Sie möchten lieber nicht zahlen? Antworten Sie auf diese E-Mail: Wir finden einen anderen Weg.',

  'shop_alert.subject': 'Ein Workflow ist beim Vorgang {rma} fehlgeschlagen',
  'shop_alert.preheader': '{problem}',
  'shop_alert.title': 'Der Vorgang {rma} braucht Ihre Aufmerksamkeit',
  'shop_alert.lead':
    'Ein Workflow konnte seine Arbeit an diesem Vorgang nicht beenden. Die Kundschaft wurde nicht benachrichtigt.',
  'shop_alert.button': 'Ausführung öffnen',
  'shop_alert.fact.problem': 'Was geschehen ist',
  'shop_alert.fact.advice': 'Was zu tun ist',
  'shop_alert.fact.workflow': 'Workflow',
  'shop_alert.fact.node': 'Node',
  'shop_alert.fact.state': 'Stand des Vorgangs',
  'shop_alert.heading.do': 'Nächste Schritte',
  'shop_alert.problem.unknown': 'Der Workflow hat nicht gemeldet, was schiefgegangen ist.',
  'shop_alert.state': 'Entscheidung {decision}, Paket {parcel}, Abwicklung {settlement}',
  'shop_alert.next.repair':
    'Beheben Sie, was die Meldung nennt. Der Workflow versucht es eine Viertelstunde lang von selbst erneut; starten Sie danach die fehlgeschlagene Ausführung in n8n noch einmal.',
  'shop_alert.next.once':
    'Bereits erstellte Etiketten, Erstattungen und E-Mails werden nicht ein zweites Mal erstellt.',
  'shop_alert.footer': 'Dieser Hinweis geht nur an den Shop.',

  'shop_given_up.subject': 'Ein Workflow hat beim Vorgang {rma} aufgegeben',
  'shop_given_up.title': 'Der Vorgang {rma} steht still',
  'shop_given_up.lead':
    'Ein Workflow ist bei diesem Vorgang immer wieder fehlgeschlagen und versucht es nicht mehr von selbst. Die Kundschaft wurde nicht benachrichtigt.',
  'shop_given_up.next.repair': 'Beheben Sie, was die Meldung nennt.',
  'shop_given_up.next.replay':
    'Übergeben Sie das Ereignis danach in n8n noch einmal: Der Node Return Case führt es unter Dead Letter: Get Many auf und übergibt es mit Replay.',
  'shop_refund_failed.subject': 'Die Erstattung über {amount} ist fehlgeschlagen ({rma})',
  'shop_refund_failed.preheader': 'Bestellung {order}: Das Geld kommt nicht von selbst an.',
  'shop_refund_failed.title': 'Eine Erstattung über {amount} ist fehlgeschlagen',
  'shop_refund_failed.lead':
    'Die Erstattung über {amount} für die Bestellung {order} ist nicht angekommen. Sie wird nicht von selbst wiederholt.',
  'shop_refund_failed.told':
    'Am {date} wurde der Kundschaft geschrieben, dass das Geld unterwegs ist. Sie wartet darauf, und niemand hat ihr gesagt, dass es nicht kommt.',
  'shop_refund_failed.told.perhaps':
    'Falls der Kundschaft gesagt wurde, dass das Geld unterwegs ist, wartet sie darauf: Niemand hat ihr gesagt, dass es nicht kommt.',
  'shop_refund_failed.fact.amount': 'Erstattung',
  'shop_refund_failed.fact.reason': 'Was der Anbieter sagt',
  'shop_refund_failed.fact.refund': 'Nummer beim Anbieter',
  'shop_refund_failed.fact.shopper': 'Kundin oder Kunde',
  'shop_refund_failed.fact.due': 'Nach dem Gesetz zu zahlen bis',
  'shop_refund_failed.reason.lost_or_stolen_card': 'die Karte wurde als verloren oder gestohlen gemeldet',
  'shop_refund_failed.reason.expired_or_canceled_card': 'die Karte ist abgelaufen oder wurde gekündigt',
  'shop_refund_failed.reason.charge_for_pending_refund_disputed':
    'der Zahlung wurde bei der Bank widersprochen, die das Geld selbst zurückzahlt, wenn sie dem Widerspruch folgt',
  'shop_refund_failed.reason.insufficient_funds': 'Ihr Konto beim Anbieter war nicht ausreichend gedeckt',
  'shop_refund_failed.reason.declined': 'die Bank hat sie nicht angenommen',
  'shop_refund_failed.reason.merchant_request': 'der Anbieter hat sie auf Wunsch Ihres Shops angehalten',
  'shop_refund_failed.reason.canceled': 'die Erstattung wurde storniert',
  'shop_refund_failed.reason.unknown': 'es wurde kein Grund genannt',
  'shop_refund_failed.next.write':
    'Schreiben Sie der Kundschaft noch heute: Teilen Sie mit, dass das Geld nicht angekommen ist, und fragen Sie, wohin es gehen soll.',
  'shop_refund_failed.next.pay':
    'Zahlen Sie {amount} auf anderem Weg: per Überweisung oder, mit Zustimmung der Kundschaft, als Guthaben.',
  'shop_refund_failed.next.settle':
    'Schließen Sie den Vorgang danach in n8n von Hand ab: Führen Sie den Node Return Case mit dem Befehl Settle, der Nummer {rma} und der Erstattung {refund} aus. Tragen Sie unter „at“ ein, wann Sie gezahlt haben.',
  'shop_money_owed.subject': 'Noch {amount} offen ({rma})',
  'shop_money_owed.preheader': 'Bestellung {order}: Der Umtausch ist versandt, der Unterschied nicht zurückgezahlt.',
  'shop_money_owed.title': 'Der Kundschaft stehen noch {amount} zu',
  'shop_money_owed.lead':
    'Der Umtausch ist versandt, und Ihr Shop zeigt zur Bestellung {order} noch {amount}, die der Kundschaft zustehen. Von selbst wird nichts mehr gezahlt.',
  'shop_money_owed.fact.amount': 'Noch offen',
  'shop_money_owed.next.look':
    'Öffnen Sie die Bestellung {order} in Ihrem Shop: Wurde die Rücksendung dort bearbeitet, oder ist eine Erstattung fehlgeschlagen?',
  'shop_money_owed.next.pay': 'Wenn {amount} noch offen sind, zahlen Sie sie dort zurück.',
  'shop_deadline.subject.decides': '{marketplace} entscheidet von selbst über den Vorgang {rma}: {when}',
  'shop_deadline.subject.pays': '{marketplace} zahlt den Vorgang {rma} von selbst: {when}',
  'shop_deadline.preheader': 'Bis {when} können Sie selbst handeln.',
  'shop_deadline.title.answer': 'Bitte beantworten Sie den Vorgang {rma} vor {when}',
  'shop_deadline.title.inspect': 'Bitte prüfen Sie das Paket des Vorgangs {rma} vor {when}',
  'shop_deadline.lead.decides':
    '{marketplace} wartet auf eine Antwort zu dieser Rücksendung. Kommt bis {when} keine, entscheidet {marketplace} von selbst.',
  'shop_deadline.lead.pays':
    'Das Paket dieser Rücksendung wurde noch nicht geprüft. Geschieht das nicht vor {when}, zahlt {marketplace} von selbst.',
  'shop_deadline.lead.unsaid':
    '{decision, select, rejected {Der Vorgang wurde hier abgelehnt} other {Der Vorgang wurde hier genehmigt}}, aber {marketplace} weiß noch nichts davon.',
  'shop_deadline.default.approve':
    'Hat {hours, plural, one {# Stunde} other {# Stunden}} vorher niemand entschieden, genehmigt der Workflow die Rücksendung.',
  'shop_deadline.default.reject':
    'Hat {hours, plural, one {# Stunde} other {# Stunden}} vorher niemand entschieden, lehnt der Workflow die Rücksendung ab.',
  'shop_deadline.default.none': 'Der Workflow entscheidet vorher nichts: Das bleibt Ihnen überlassen.',
  'shop_deadline.fact.until': 'Bis',
  'shop_deadline.next.press':
    'Öffnen Sie die E-Mail „Rücksendung {rma}: genehmigen oder ablehnen?“ und klicken Sie auf eine der Schaltflächen.',
  'shop_deadline.next.decide':
    'Sie können auch im Verkäuferbereich von {marketplace} entscheiden: Der Vorgang übernimmt, was Sie dort entscheiden.',
  'shop_deadline.next.inspect': 'Prüfen Sie das Paket mit dem Formular der Vorlage 06 und der Nummer {rma}.',
  'shop_deadline.next.refuse':
    'Ist es nicht angekommen oder stimmt etwas damit nicht, melden Sie das vorher im Verkäuferbereich von {marketplace}.',
  'shop_deadline.next.say':
    'Sehen Sie in n8n nach, warum der Workflow fehlgeschlagen ist, der auf {marketplace} antwortet, und führen Sie ihn noch einmal aus.',
  'shop_deadline.next.seller': 'Oder geben Sie die Antwort selbst im Verkäuferbereich von {marketplace}.',

  'question.quoted': '„{words}“',
  'question.nothing_back': 'Nichts ist zurückgekommen.',
  'question.nothing_back.then': 'Es ist also nichts abzurechnen: Wählen Sie „{reject}“.',
  'shop_review.subject': 'Rücksendung {rma}: genehmigen oder ablehnen?',
  'shop_review.approve': 'Genehmigen',
  'shop_review.reject': 'Ablehnen',
  'shop_review.order': '{order} vom {date}, {total}',
  'shop_review.order.delivered': '{order} vom {date}, geliefert am {delivered}, {total}',
  'shop_review.fact.wish': 'Wunsch',
  'shop_review.fact.amount': 'Betrag, um den es geht',
  'shop_review.fact.note': 'Nachricht der Kundschaft',
  'shop_review.fact.evidence': 'Am Vorgang angehängt',
  'shop_review.why.above': 'Der Betrag ist höher, als Ihre Richtlinie von selbst genehmigt.',
  'shop_review.why.goods': 'Ihre Richtlinie legt diese Artikel einem Menschen vor.',
  'shop_review.why.reason': 'Ihre Richtlinie legt diesen Grund einem Menschen vor.',
  'shop_review.why.mixed': 'Ihre Richtlinie sagt zu den Artikeln Verschiedenes.',
  'shop_review.policy': 'Die Richtlinie vermerkt auf Englisch: „{reason}“',
  'shop_review.law.withdrawal': 'Lehnen Sie nicht ab: Nach dem Gesetz darf widerrufen werden.',
  'shop_review.law.unclear': 'Nach dem Gesetz darf vielleicht widerrufen werden.',
  'shop_review.law.unclear.of': 'Solange das nicht geklärt ist, darf es niemand verweigern für {titles}.',
  'shop_review.law.guarantee':
    'Die gesetzliche Gewährleistung gilt für Artikel, die mangelhaft sind oder nicht der Vereinbarung entsprechen.',
  'shop_review.law.guarantee.only': 'Lehnen Sie nur ab, was keines von beidem ist.',
  'shop_review.law.holds': 'Das gilt für {titles}.',
  'shop_review.law.holds_until': 'Das gilt bis {date} für {titles}.',
  'shop_review.kept.all': 'Nichts kommt zurück.',
  'shop_review.kept.all.then':
    'Sobald Sie genehmigen, bleiben die Artikel bei der Kundschaft, und was der Vorgang zahlt, wird gleich gezahlt.',
  'shop_review.kept.part': 'Ein Teil darf nach der Richtlinie behalten werden: {titles}.',
  'shop_review.kept.part.then':
    'Mit „Genehmigen“ wird alles zurückgesandt; soll dieser Teil behalten werden, schreiben Sie der Kundschaft.',
  'shop_review.told':
    '„Ablehnen“ schreibt der Kundschaft, dass jemand aus Ihrem Team entschieden hat, ohne Grund: Sie wird gebeten zu antworten, wenn sie ihn wissen möchte. Um einen zu nennen, schreiben Sie ihr.',
  'shop_review.imported':
    'Diese Rücksendung wurde importiert. „Ablehnen“ schreibt der Kundschaft nicht und lehnt in Ihrem Shopsystem nichts ab: Beides bleibt Ihnen überlassen.',
  'shop_pay_received.subject': 'Rücksendung {rma}: erstatten, was zurückgekommen ist?',
  'shop_pay_received.approve': 'Erstatten',
  'shop_pay_received.reject': 'Nicht erstatten',
  'shop_pay_received.choice':
    '„Erstatten“ zahlt alles, was eingetroffen ist; was fehlt, wird nie gezahlt. „Nicht erstatten“ überlässt Ihnen die Erstattung.',
  'shop_exchange_difference.subject': 'Rücksendung {rma}: Umtausch senden und Differenz erstatten?',
  'shop_exchange_difference.approve': 'Senden und erstatten',
  'shop_exchange_difference.reject': 'Nichts tun',
  'shop_exchange_difference.choice':
    'Die neuen Artikel kosten weniger als die, die zurückkommen sollten. „Senden und erstatten“ sendet sie und erstattet genau, was sie weniger kosten als das Eingetroffene. „Nichts tun“ überlässt Ihnen den Vorgang.',
  'shop_credit_received.subject': 'Rücksendung {rma}: gutschreiben, was zurückgekommen ist?',
  'shop_credit_received.approve': 'Gutschreiben',
  'shop_credit_received.reject': 'Nicht gutschreiben',
  'shop_credit_received.choice':
    '„Gutschreiben“ zählt alles, was eingetroffen ist; was fehlt, zählt nie. „Nicht gutschreiben“ überlässt Ihnen den Vorgang.',
};
