import type { DocumentTexts } from './texts';

/** Formal ("Sie"), as the mails are. */
export const de: DocumentTexts = {
  title: 'Rücksendeschein',
  rma: 'Rücksendenummer',
  order: 'Bestellung',
  requestedOn: 'Angefragt am',
  resolution: 'Ihr Wunsch',
  resolutions: { refund: 'Erstattung', exchange: 'Umtausch', store_credit: 'Guthaben im Shop' },
  sendBy: 'Zurückzusenden bis',
  from: 'Absender',
  returnTo: 'Rücksendeadresse',
  columns: { item: 'Artikel', sku: 'Artikelnr.', quantity: 'Menge', reason: 'Grund' },
  reasons: {
    too_small: 'Zu klein',
    too_large: 'Zu groß',
    changed_mind: 'Ich habe es mir anders überlegt',
    not_as_described: 'Entspricht nicht der Beschreibung',
    style: 'Der Stil gefällt mir nicht',
    color: 'Die Farbe gefällt mir nicht',
    defective: 'Defekt',
    damaged_in_transit: 'Beim Transport beschädigt',
    wrong_item: 'Falschen Artikel erhalten',
    arrived_late: 'Zu spät angekommen',
    other: 'Anderer Grund',
    unknown: 'Kein Grund angegeben',
  },
  packing: {
    heading: 'So verpacken Sie Ihre Rücksendung',
    steps: [
      'Legen Sie nur die oben genannten Artikel in einen stabilen Karton, möglichst in der Originalverpackung.',
      'Schneiden Sie diese Seite an der gestrichelten Linie durch und legen Sie den oberen Teil auf die Artikel.',
      'Entfernen oder überkleben Sie alte Etiketten und Barcodes. Verschließen Sie den Karton mit Klebeband.',
      'Kleben Sie den unteren Teil flach außen auf den Karton, neben die Adresse.',
      'Geben Sie das Paket ab und bewahren Sie den Einlieferungsbeleg auf, bis Ihre Rücksendung abgeschlossen ist.',
    ],
    stepsWithLabel: [
      'Legen Sie nur die oben genannten Artikel in einen stabilen Karton, möglichst in der Originalverpackung.',
      'Schneiden Sie diese Seite an der gestrichelten Linie durch und legen Sie den oberen Teil auf die Artikel.',
      'Entfernen oder überkleben Sie alte Etiketten und Barcodes. Verschließen Sie den Karton mit Klebeband.',
      'Kleben Sie das Versandetikett flach auf die größte Seite und den unteren Teil dieser Seite daneben.',
      'Geben Sie das Paket ab und bewahren Sie den Einlieferungsbeleg auf, bis Ihre Rücksendung abgeschlossen ist.',
    ],
  },
  next: {
    heading: 'So geht es weiter',
    byResolution: {
      refund:
        'Wir prüfen die Artikel nach ihrer Ankunft und erstatten Ihnen dann den Betrag über Ihr ursprüngliches Zahlungsmittel. Wir schreiben Ihnen bei jedem Schritt.',
      exchange:
        'Wir prüfen die Artikel nach ihrer Ankunft und senden Ihnen den Ersatz im Umtausch. Wir schreiben Ihnen bei jedem Schritt.',
      store_credit:
        'Wir prüfen die Artikel nach ihrer Ankunft und schreiben Ihnen dann Ihr Guthaben gut. Wir informieren Sie bei jedem Schritt.',
    },
    questions: (email) => `Fragen? Schreiben Sie an ${email} und geben Sie Ihre Rücksendenummer an.`,
  },
  cutHere: 'Hier abschneiden',
  stub: 'Diesen Abschnitt außen auf das Paket kleben',
  page: (page, pages) => `Seite ${page} von ${pages}`,
  label: {
    heading: 'Versandetikett',
    foldHere: 'Hier falten oder abschneiden',
    steps: [
      'Drucken Sie diese Seite in 100 % („Tatsächliche Größe“), nie mit „An Seite anpassen“.',
      'Falten oder schneiden Sie entlang der gestrichelten Linie und kleben Sie das Etikett flach auf die größte Seite des Pakets.',
      'Über den Barcode dürfen weder Klebeband noch ein Falz laufen.',
    ],
  },
};
