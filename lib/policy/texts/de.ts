import type { ReasonTexts } from '.';

/** Formal ("Sie"), as the mails are. */
export const de: ReasonTexts = {
  approved: 'Ihre Anfrage ist rechtzeitig eingegangen: Die Rückgabefrist endet am {date}.',
  approved_any_time: 'Dieser Artikel kann zurückgeschickt werden.',
  approved_grace: 'Die Rückgabefrist ist am {date} abgelaufen; wir nehmen Ihre Anfrage trotzdem an.',
  approved_keep:
    'Sie müssen nichts zurückschicken: Bitte behalten Sie {count, plural, one {den Artikel} other {die Artikel}}.',
  approved_part:
    '{approved, plural, one {Einer der Artikel kann} other {# der Artikel können}} zurückgeschickt werden, {refused, plural, one {einer} other {#}} nicht.',
  window_ended: 'Die Rückgabefrist ist am {date} abgelaufen.',
  excluded_commercial: 'Dieser Artikel wurde zu Bedingungen verkauft, die eine Rückgabe nicht vorsehen.',
  excluded_clearance: 'Dieser Artikel wurde im Ausverkauf zu Bedingungen verkauft, die eine Rückgabe nicht vorsehen.',
  excluded_gift_card: 'Geschenkkarten können nicht zurückgegeben werden.',
  excluded_price_fluctuates:
    'Der Preis dieses Artikels folgt einem Markt und ändert sich von Tag zu Tag. Er kann daher nicht zurückgegeben werden.',
  excluded_personalised: 'Dieser Artikel wurde eigens für Sie angefertigt und kann daher nicht zurückgegeben werden.',
  excluded_perishable: 'Dieser Artikel verdirbt schnell und kann daher nicht zurückgegeben werden.',
  excluded_hygiene_unsealed:
    'Aus Gründen der Hygiene kann dieser Artikel nicht zurückgegeben werden, wenn seine Versiegelung entfernt wurde.',
  excluded_mixed: 'Dieser Artikel wurde mit anderen Gütern vermischt und lässt sich nicht mehr von ihnen trennen.',
  excluded_alcohol:
    'Dieses Getränk wurde zu einem im Voraus vereinbarten Preis verkauft und kann daher nicht zurückgegeben werden.',
  excluded_urgent_repair:
    'Dieser Artikel wurde für eine dringende Reparatur bestellt und kann daher nicht zurückgegeben werden.',
  excluded_sealed_media_unsealed:
    'Aufnahmen und Software können nicht zurückgegeben werden, wenn ihre Versiegelung entfernt wurde.',
  excluded_press: 'Zeitungen und Zeitschriften können nicht zurückgegeben werden.',
  excluded_auction:
    'Dieser Artikel wurde bei einer öffentlichen Versteigerung gekauft und kann daher nicht zurückgegeben werden.',
  excluded_dated_leisure: 'Diese Buchung gilt für einen festen Termin und kann daher nicht zurückgegeben werden.',
  excluded_digital:
    'Dieser Artikel ist digital und wurde Ihnen bereits bereitgestellt. Er kann daher nicht zurückgegeben werden.',
  refused_unused: 'Artikel dieser Art können nur unbenutzt zurückgegeben werden.',
  refused_tags_on: 'Artikel dieser Art können nur mit ihren Etiketten zurückgegeben werden.',
  refused_original_packaging: 'Artikel dieser Art können nur in der Originalverpackung zurückgegeben werden.',
  refused_seal_intact: 'Artikel dieser Art können nur mit unversehrtem Siegel zurückgegeben werden.',
  refused_complete: 'Artikel dieser Art können nur vollständig zurückgegeben werden.',
  refused_together: 'In Ihrer Anfrage fehlt etwas, das zu diesem Artikel gehört: Beides muss zusammen zurückkommen.',
  refused: 'Ihre Anfrage erfüllt die Bedingungen unserer Rückgaberichtlinie nicht.',
  needs_shopper: 'Bevor wir antworten können, brauchen wir noch einige Angaben von Ihnen.',
  needs_shop: 'Wir klären bei uns noch etwas, bevor wir antworten. Sie müssen nichts tun.',
  review: 'Jemand aus unserem Team prüft Ihre Anfrage.',
  review_guarantee:
    'Jemand aus unserem Team prüft Ihre Anfrage: Für Artikel, die mangelhaft sind oder nicht der Beschreibung entsprechen, gilt die gesetzliche Gewährleistung.',
  review_mixed:
    'Jemand aus unserem Team prüft Ihre Anfrage, denn einige der Artikel können zurückgegeben werden und andere nicht.',
};
