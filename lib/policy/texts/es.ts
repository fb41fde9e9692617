import type { ReasonTexts } from '.';

/** Formal ("usted"), as the mails are. */
export const es: ReasonTexts = {
  approved: 'Su solicitud ha llegado a tiempo: el plazo de devolución termina el {date}.',
  approved_any_time: 'Este artículo se puede devolver.',
  approved_grace: 'El plazo de devolución terminó el {date}; aun así, aceptamos su solicitud.',
  approved_keep: 'No tiene que devolver nada: quédese con {count, plural, one {el artículo} other {los artículos}}.',
  approved_part:
    '{approved, plural, one {Uno de los artículos se puede devolver} other {# de los artículos se pueden devolver}}; {refused, plural, one {otro no} other {otros # no}}.',
  window_ended: 'El plazo de devolución terminó el {date}.',
  excluded_commercial: 'Las condiciones de venta de este artículo no permiten devolverlo.',
  excluded_clearance: 'Este artículo se vendió en liquidación, en condiciones que no permiten devolverlo.',
  excluded_gift_card: 'Las tarjetas regalo no se pueden devolver.',
  excluded_price_fluctuates:
    'El precio de este artículo sigue un mercado y cambia cada día, por lo que no se puede devolver.',
  excluded_personalised: 'Este artículo se fabricó expresamente para usted, por lo que no se puede devolver.',
  excluded_perishable: 'Este artículo es perecedero, por lo que no se puede devolver.',
  excluded_hygiene_unsealed: 'Por razones de higiene, este artículo no se puede devolver una vez desprecintado.',
  excluded_mixed: 'Este artículo se ha mezclado con otros y ya no se puede separar de ellos.',
  excluded_alcohol: 'Esta bebida se vendió a un precio acordado de antemano, por lo que no se puede devolver.',
  excluded_urgent_repair: 'Este artículo se pidió para una reparación urgente, por lo que no se puede devolver.',
  excluded_sealed_media_unsealed:
    'Las grabaciones y los programas informáticos no se pueden devolver una vez desprecintados.',
  excluded_press: 'Los periódicos y las revistas no se pueden devolver.',
  excluded_auction: 'Este artículo se compró en una subasta pública, por lo que no se puede devolver.',
  excluded_dated_leisure: 'Esta reserva es para una fecha determinada, por lo que no se puede devolver.',
  excluded_digital: 'Este artículo es digital y ya se le ha facilitado, por lo que no se puede devolver.',
  refused_unused: 'Los artículos de este tipo solo se pueden devolver sin usar.',
  refused_tags_on: 'Los artículos de este tipo solo se pueden devolver con sus etiquetas puestas.',
  refused_original_packaging: 'Los artículos de este tipo solo se pueden devolver en su embalaje original.',
  refused_seal_intact: 'Los artículos de este tipo solo se pueden devolver con el precinto intacto.',
  refused_complete: 'Los artículos de este tipo solo se pueden devolver completos.',
  refused_together: 'En su solicitud falta algo que va con este artículo: todo tiene que devolverse junto.',
  refused: 'Su solicitud no cumple las condiciones de nuestra política de devoluciones.',
  needs_shopper: 'Antes de responderle necesitamos que nos facilite algunos datos.',
  needs_shop: 'Estamos comprobando algo por nuestra parte antes de responderle. Usted no tiene que hacer nada.',
  review: 'Una persona de nuestro equipo está revisando su solicitud.',
  review_guarantee:
    'Una persona de nuestro equipo está revisando su solicitud: la garantía legal cubre los artículos defectuosos o que no coinciden con su descripción.',
  review_mixed:
    'Una persona de nuestro equipo está revisando su solicitud, porque algunos de los artículos se pueden devolver y otros no.',
};
