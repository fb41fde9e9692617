import type { LawTexts } from '.';

/** Periods stand in the dative, after "innerhalb von". */
export const de: LawTexts = {
  heading: 'Ihre gesetzlichen Rechte',
  heading_in: 'Ihre gesetzlichen Rechte: {country}',
  intro: 'Kaufen Sie als Verbraucher, haben Sie diese Rechte, was auch immer sonst auf dieser Seite steht.',
  unknown:
    'Das Recht dieses Landes ist hier nicht dargestellt: {country}. Diese Seite nimmt Ihnen keines der Rechte, die es Ihnen gibt.',
  within_days: '{count, plural, one {# Tag} other {# Tagen}}',
  within_business_days: '{count, plural, one {# Werktag} other {# Werktagen}}',
  within_months: '{count, plural, one {# Monat} other {# Monaten}}',
  within_years: '{count, plural, one {# Jahr} other {# Jahren}}',

  withdrawal_heading: 'Widerruf',
  withdrawal: 'Einen Kauf im Fernabsatz können Sie innerhalb von {period} widerrufen, ohne einen Grund zu nennen.',
  withdrawal_away:
    'Was Sie zu Hause oder anderswo außerhalb eines Geschäfts für {amount} oder mehr gekauft haben, können Sie innerhalb von {period} widerrufen.',
  from_delivery:
    'Die Frist beginnt am Tag, nachdem Sie den letzten Artikel Ihrer Bestellung erhalten haben, bei regelmäßigen Lieferungen den ersten.',
  from_contract: 'Die Frist beginnt am Tag nach dem Kauf.',
  rolls: 'Ist der letzte Tag ein Samstag, Sonntag oder Feiertag, endet die Frist am nächsten Werktag.',
  sent_in_time: 'Die Frist ist gewahrt, wenn Sie Ihre Erklärung vor ihrem Ende absenden.',
  missing_information:
    'Haben wir Sie über dieses Recht nicht unterrichtet, können Sie auch noch in den {period} danach widerrufen.',
  no_waiver: 'Keine Klausel nimmt Ihnen dieses Recht, etwa „vom Umtausch ausgeschlossen“ oder „nur originalverpackt“.',
  exceptions: 'Kein Widerrufsrecht besteht für:',
  send_back: 'Bitte schicken Sie die Ware innerhalb von {period} nach Ihrer Erklärung zurück.',
  return_cost:
    'Die unmittelbaren Kosten der Rücksendung tragen Sie nur, wenn wir Ihnen das vor der Bestellung gesagt haben.',
  no_other_charge: 'Ein Widerruf kostet Sie sonst nichts: keine Gebühr für Wiedereinlagerung oder Bearbeitung.',
  refund_informed:
    'Wir erstatten innerhalb von {period}, nachdem wir von Ihrem Widerruf erfahren haben. Wir dürfen warten, bis wir die Ware haben oder Sie nachgewiesen haben, dass Sie sie abgesandt haben.',
  refund_goods_or_proof:
    'Wir erstatten innerhalb von {period}, nachdem wir die Ware oder Ihren Nachweis der Absendung erhalten haben, je nachdem, was zuerst kommt.',
  same_means: 'Wir erstatten so, wie Sie bezahlt haben, außer Sie stimmen ausdrücklich einem anderen Weg zu.',
  outbound_delivery:
    'Widerrufen Sie die ganze Bestellung, erstatten wir auch deren Lieferung, höchstens den Preis der günstigsten Standardlieferung, die wir angeboten haben.',
  deduction:
    'Hat Ware an Wert verloren, weil mehr mit ihr umgegangen wurde, als nötig ist, um ihre Beschaffenheit und Funktion zu prüfen, dürfen wir den Verlust abziehen, sofern wir Sie über Ihr Recht unterrichtet haben.',
  late_withdrawal: 'Erstatten wir nach einem Widerruf zu spät, steht Ihnen mehr zu: {steps}.',
  late_undelivered:
    'Endete der Vertrag, weil nichts geliefert wurde, und erstatten wir zu spät, steht Ihnen mehr zu: {steps}.',
  step_break: '; ',
  step_legal_rate: 'bei bis zu {count, plural, one {# Tag} other {# Tagen}} Verspätung Zinsen zum gesetzlichen Satz',
  step_until: 'bei bis zu {count, plural, one {# Tag} other {# Tagen}} Verspätung {percent}',
  step_last: 'danach {percent}',
  step_growing: 'danach {percent} und {points} mehr für jeden weiteren Monat, bis zum Preis der Ware',

  guarantee_heading: 'Gesetzliche Gewährleistung',
  guarantee:
    'Wir stehen für Ware ein, die mangelhaft oder nicht wie vereinbart ist, wenn sich das innerhalb von {period} nach der Lieferung zeigt.',
  presumed:
    'Zeigt sich ein Mangel innerhalb von {period} nach der Lieferung, wird angenommen, dass er von Anfang an da war.',
  presumed_used: 'Für gebrauchte oder generalüberholte Ware gilt das innerhalb von {period}.',
  guarantee_used: 'Für gebrauchte oder generalüberholte Ware gilt die Gewährleistung innerhalb von {period}.',
  agreed_used: 'Für gebrauchte Ware kann eine kürzere Gewährleistung von mindestens {period} vereinbart werden.',
  remedies: 'Zuerst können Sie Reparatur oder Ersatz verlangen, danach einen niedrigeren Preis oder Ihr Geld zurück.',
  guarantee_cost: 'Das kostet Sie nichts, auch nicht der Rückweg.',
  repair_once:
    'Wird Ware unter der Gewährleistung repariert, verlängert sie sich einmal, und zwar um eine Zeit von {period}.',
  repair_every:
    'Wird Ware unter der Gewährleistung repariert, verlängert sie sich nach jeder Reparatur um eine Zeit von {period}.',
  guarantee_refund_agreed:
    'Was wir Ihnen für solche Ware schulden, wird innerhalb von {period} erstattet, nachdem wir es anerkannt haben.',
  guarantee_refund_goods_or_proof:
    'Was wir Ihnen für solche Ware schulden, wird innerhalb von {period} erstattet, nachdem wir die Ware oder Ihren Nachweis der Absendung erhalten haben.',
  short_term_reject:
    'Innerhalb von {period} nach der Lieferung können Sie solche Ware ablehnen und den ganzen Preis zurückbekommen.',

  undisclosed_heading: 'Wenn Ihnen diese Richtlinie nicht gezeigt wurde',
  undisclosed:
    'Haben wir Ihnen unsere Rückgaberichtlinie vor dem Kauf nicht gezeigt, können Sie unbenutzte und unbeschädigte Ware innerhalb von {period} nach dem Kauf zurückgeben.',
  undisclosed_in_store:
    'Haben Sie in einem Geschäft gekauft, das seine Rückgaberichtlinie nicht ausgehängt hatte, können Sie unbenutzte und unbeschädigte Ware innerhalb von {period} nach dem Kauf zurückgeben.',
  marketplace_heading: 'Bestellungen über {channel}',
  marketplace: 'Außerdem können Sie Ware aus jedem Grund innerhalb von {period} nach der Lieferung zurückgeben.',
  marketplace_defects:
    'Außerdem kann Ware, die beschädigt ankommt oder defekt ist, innerhalb von {period} nach der Lieferung zurückgegeben werden.',
  withdraw_here: 'Vertrag widerrufen',
};
