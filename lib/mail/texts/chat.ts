import type { MailTextKey } from '.';
import type { Locale } from '../../returns';

/** What a chat says in other words than a mail: an answer is given in the same place, and nothing is attached. */
export const chatTexts: Readonly<Record<Locale, Readonly<Partial<Record<MailTextKey, string>>>>> = {
  en: {
    'in_review.next.answer': 'We write to you with the answer. If we need to know more, we ask you here.',
    'information_needed.next.reply': 'Reply here with your answers.',
    'approved_with_label.next.print': 'Print the return label.',
    'rejected.person': 'If you would like to know why, reply here: a person answers you.',
    'rejected.next.reply': 'If you think that we are mistaken, reply here and tell us why. A person will read it.',
    'credited.next.spend': 'Sign in to our shop: your credit is offered to you at checkout.',
  },
  fr: {
    'in_review.next.answer':
      'Nous vous écrivons pour vous donner la réponse. S’il nous manque une information, nous vous la demandons ici.',
    'information_needed.next.reply': 'Répondez ici même.',
    'approved_with_label.next.print': 'Imprimez l’étiquette de retour.',
    'rejected.person': 'Si vous souhaitez en connaître la raison, répondez ici même : une personne vous répondra.',
    'rejected.next.reply':
      'Si vous pensez que nous nous trompons, répondez ici et dites-nous pourquoi. Une personne vous lira.',
    'credited.next.spend': 'Connectez-vous à notre boutique : votre avoir vous est proposé au moment de payer.',
  },
  de: {
    'request_received.next.check': 'Wir prüfen Ihre Anfrage und teilen Ihnen unsere Entscheidung mit.',
    'in_review.next.answer':
      'Wir teilen Ihnen das Ergebnis mit. Sollten uns noch Angaben fehlen, fragen wir hier bei Ihnen nach.',
    'information_needed.next.reply': 'Antworten Sie hier.',
    'approved_with_label.next.print': 'Drucken Sie das Rücksendeetikett aus.',
    'rejected.person': 'Wenn Sie den Grund erfahren möchten, antworten Sie hier: Ein Mensch antwortet Ihnen.',
    'rejected.next.reply':
      'Wenn Sie meinen, dass wir uns irren, antworten Sie hier und schreiben Sie uns, warum. Ein Mensch liest Ihre Nachricht.',
    'credited.next.spend': 'Melden Sie sich in unserem Shop an: Das Guthaben wird Ihnen an der Kasse angeboten.',
  },
  es: {
    'in_review.next.answer':
      'Le escribimos para darle la respuesta. Si necesitamos saber algo más, se lo preguntamos aquí.',
    'information_needed.next.reply': 'Responda aquí mismo.',
    'approved_with_label.next.print': 'Imprima la etiqueta de devolución.',
    'rejected.person': 'Si desea conocer el motivo, responda aquí mismo: le contestará una persona.',
    'rejected.next.reply':
      'Si cree que nos equivocamos, responda aquí y díganos por qué. Una persona leerá su mensaje.',
    'credited.next.spend': 'Inicie sesión en nuestra tienda: el vale se le ofrece al pagar.',
  },
  it: {
    'in_review.next.answer':
      'Le scriviamo per comunicarle la risposta. Se ci serve qualche altra informazione, gliela chiediamo qui.',
    'information_needed.next.reply': 'Risponda qui.',
    'approved_with_label.next.print': 'Stampi l’etichetta di reso.',
    'rejected.person': 'Se desidera conoscere il motivo, risponda qui: le risponderà una persona.',
    'rejected.next.reply':
      'Se ritiene che ci sbagliamo, risponda qui e ci spieghi perché. Una persona leggerà il suo messaggio.',
    'credited.next.spend': 'Acceda al nostro negozio: il buono le viene proposto alla cassa.',
  },
};
