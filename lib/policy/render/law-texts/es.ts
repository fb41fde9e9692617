import type { LawTexts } from '.';

export const es: LawTexts = {
  heading: 'Sus derechos según la ley',
  heading_in: 'Sus derechos según la ley: {country}',
  intro: 'Si compra como consumidor, estos derechos son suyos diga lo que diga el resto de esta página.',
  unknown:
    'La ley de este país no se expone aquí: {country}. Esta página no le quita ninguno de los derechos que le da.',
  within_days: '{count, plural, one {# día} other {# días}}',
  within_business_days: '{count, plural, one {# día laborable} other {# días laborables}}',
  within_months: '{count, plural, one {# mes} other {# meses}}',
  within_years: '{count, plural, one {# año} other {# años}}',

  withdrawal_heading: 'Desistimiento',
  withdrawal: 'Puede desistir de una compra a distancia en un plazo de {period}, sin dar ningún motivo.',
  withdrawal_away:
    'Lo que compró en su domicilio o en otro lugar fuera de una tienda por {amount} o más se puede cancelar en un plazo de {period}.',
  from_delivery:
    'El plazo empieza el día después de recibir el último artículo de su pedido; en entregas periódicas, el primero.',
  from_contract: 'El plazo empieza el día después de la compra.',
  rolls: 'Si el último día es sábado, domingo o festivo, el plazo termina el siguiente día laborable.',
  sent_in_time: 'Está en plazo si envía su declaración antes de que termine.',
  missing_information: 'Si no le informamos de este derecho, todavía puede desistir durante los {period} siguientes.',
  no_waiver: 'Ninguna cláusula le quita este derecho, como «venta final» o «solo en el embalaje original».',
  exceptions: 'No hay derecho de desistimiento para:',
  send_back: 'Devuelva los artículos en un plazo de {period} desde su declaración.',
  return_cost: 'Solo asume el coste directo de la devolución si se lo indicamos antes de su pedido.',
  no_other_charge: 'Un desistimiento no le cuesta nada más: ningún cargo por reposición o gestión.',
  refund_informed:
    'Reembolsamos en un plazo de {period} desde que sabemos de su desistimiento. Podemos esperar hasta tener los artículos o hasta que demuestre que los envió.',
  refund_goods_or_proof:
    'Reembolsamos en un plazo de {period} desde que recibimos los artículos o su prueba de haberlos enviado, lo que llegue primero.',
  same_means: 'Reembolsamos como usted pagó, salvo que acepte expresamente otro medio.',
  outbound_delivery:
    'Si desiste de todo el pedido, reembolsamos también su entrega, hasta el precio de la entrega ordinaria más barata que ofrecíamos.',
  deduction:
    'Si los artículos perdieron valor porque se manipularon más de lo necesario para ver qué son y si funcionan, podemos descontar esa pérdida, siempre que le hayamos informado de su derecho.',
  late_withdrawal: 'Si reembolsamos tarde tras un desistimiento, se le debe más: {steps}.',
  late_undelivered: 'Si el contrato terminó porque no se entregó nada y reembolsamos tarde, se le debe más: {steps}.',
  step_break: '; ',
  step_legal_rate: 'hasta {count, plural, one {# día} other {# días}} de retraso, el interés legal',
  step_until: 'hasta {count, plural, one {# día} other {# días}} de retraso, {percent}',
  step_last: 'después, {percent}',
  step_growing: 'después, {percent} y {points} más por cada mes siguiente, hasta el precio de los artículos',

  guarantee_heading: 'Garantía legal',
  guarantee:
    'Respondemos de los artículos defectuosos o no conformes, si ello se manifiesta en un plazo de {period} desde la entrega.',
  presumed:
    'Se presume que un defecto que se manifiesta en un plazo de {period} desde la entrega existía desde el principio.',
  presumed_used: 'Para artículos usados o reacondicionados, ese plazo es de {period}.',
  guarantee_used: 'Para artículos usados o reacondicionados, la garantía dura {period}.',
  agreed_used: 'Para artículos usados se puede acordar una garantía más corta, de al menos {period}.',
  remedies: 'Primero puede pedir una reparación o una sustitución, después una rebaja del precio o su dinero.',
  guarantee_cost: 'Esto no le cuesta nada, incluido el envío de vuelta.',
  repair_once: 'Si los artículos se reparan en garantía, esta dura {period} más, una vez.',
  repair_every: 'Si los artículos se reparan en garantía, esta dura {period} más, tras cada reparación.',
  guarantee_refund_agreed:
    'Lo que se le debe por tales artículos se reembolsa en un plazo de {period} desde que lo reconocemos.',
  guarantee_refund_goods_or_proof:
    'Lo que se le debe por tales artículos se reembolsa en un plazo de {period} desde que recibimos los artículos o su prueba de haberlos enviado.',
  short_term_reject:
    'En un plazo de {period} desde la entrega puede rechazar tales artículos y recuperar todo el precio.',

  undisclosed_heading: 'Si no se le mostró esta política',
  undisclosed:
    'Si no le mostramos nuestra política de devoluciones antes de comprar, puede devolver artículos sin usar y sin daños en un plazo de {period} desde la compra.',
  undisclosed_in_store:
    'Si compró en una tienda que no exponía su política de devoluciones, puede devolver artículos sin usar y sin daños en un plazo de {period} desde la compra.',
  marketplace_heading: 'Pedidos de {channel}',
  marketplace: 'Además, puede devolver artículos por cualquier motivo en un plazo de {period} desde la entrega.',
  marketplace_defects:
    'Además, los artículos que llegan dañados o son defectuosos se pueden devolver en un plazo de {period} desde la entrega.',
  withdraw_here: 'desistir del contrato aquí',
};
