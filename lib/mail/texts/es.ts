import type { MailTexts } from '.';

/** Formal throughout ("usted"): one text serves every shop, and a refusal or a legal notice must never sound familiar. */
export const es: MailTexts = {
  greeting: 'Hola, {name}:',
  'greeting.unnamed': 'Hola:',
  'button.status': 'Seguir su devolución',
  'heading.items': 'Artículos',
  'heading.next': 'Próximos pasos',
  'fact.rma': 'Número de devolución',
  'fact.order': 'Pedido',
  'fact.requested': 'Fecha de solicitud',
  'fact.carrier': 'Transportista',
  'fact.tracking': 'Número de seguimiento',
  'fact.fee': 'Gastos de devolución',
  'fact.expected': 'Su reembolso',
  'fact.refunded': 'Importe reembolsado',
  'fact.refunded_on': 'Fecha del reembolso',
  'fact.exchange_order': 'Nuevo pedido',
  'fact.credit': 'Vale de compra',
  'fact.credited_on': 'Fecha del vale',
  'fact.bonus': 'Bonificación incluida',
  'fact.owed': 'Importe a pagar',
  'item.quantity': '{count, plural, one {# unidad} other {# unidades}}',
  'item.exchange': 'cambio por {title}',
  'footer.why': 'Recibe este correo porque ha solicitado devolver artículos del pedido {order}.',
  'footer.reply': '¿Tiene alguna pregunta? Responda a este correo o escriba a {email}.',

  'request_received.subject': 'Hemos recibido su solicitud de devolución ({rma})',
  'request_received.preheader': 'Pedido {order}: le escribiremos para darle nuestra respuesta.',
  'request_received.title': 'Hemos recibido su solicitud',
  'request_received.lead':
    'Gracias por avisarnos. Hemos recibido su solicitud para devolver artículos del pedido {order}.',
  'request_received.next.check': 'Revisamos su solicitud y le escribimos para darle nuestra respuesta.',
  'request_received.next.keep': 'Hasta entonces, conserve los artículos tal como están y no los envíe todavía.',

  'in_review.subject': 'Estamos revisando su solicitud de devolución ({rma})',
  'in_review.preheader': 'Pedido {order}: una persona de nuestro equipo le responderá.',
  'in_review.title': 'Estamos revisando su solicitud',
  'in_review.lead': 'Su solicitud para devolver artículos del pedido {order} requiere una revisión más detenida.',
  'in_review.reason': 'Una persona de nuestro equipo se está ocupando de ella.',
  'in_review.next.person': 'Una persona lee su solicitud y decide. Usted no tiene que hacer nada.',
  'in_review.next.answer':
    'Le escribimos para darle la respuesta. Si necesitamos saber algo más, se lo preguntamos por correo electrónico.',
  'in_review.next.keep': 'Hasta entonces, conserve los artículos tal como están y no los envíe todavía.',

  'information_needed.subject': 'Necesitamos saber más sobre su devolución ({rma})',
  'information_needed.preheader': 'Pedido {order}: responda, por favor, a nuestras preguntas.',
  'information_needed.title': 'Responda, por favor, a nuestras preguntas',
  'information_needed.lead':
    'Antes de decidir sobre su solicitud para devolver artículos del pedido {order}, necesitamos saber:',
  'information_needed.button': 'Responder a las preguntas',
  'information_needed.next.form':
    'Pulse el botón y responda. Le pediremos su número de devolución {rma} y su dirección de correo.',
  'information_needed.next.reply': 'Responda a este correo.',
  'information_needed.next.decide': 'Después decidimos sobre su solicitud y le escribimos.',

  'approved_with_label.subject': 'Su devolución está aceptada ({rma})',
  'approved_with_label.preheader': 'Pedido {order}: su etiqueta de devolución está lista.',
  'approved_with_label.title': 'Su devolución está aceptada',
  'approved_with_label.lead':
    'Puede devolver los artículos que figuran más abajo. Su etiqueta de devolución está lista.',
  'approved_with_label.lead.unlabelled': 'Puede devolver los artículos que figuran más abajo.',
  'approved_with_label.button': 'Abrir la etiqueta',
  'approved_with_label.next.print':
    'Imprima la etiqueta de devolución. Si este correo lleva adjunta una hoja de devolución, imprímala también.',
  'approved_with_label.next.pack':
    'Embale bien los artículos e incluya en el paquete la hoja de devolución o una nota con el número {rma}.',
  'approved_with_label.next.drop': 'Pegue la etiqueta en el paquete y entréguelo a {carrier}. Guarde el resguardo.',
  'approved_with_label.next.address': 'Envíe el paquete a: {address}. Guarde el resguardo.',
  'approved_with_label.next.await': 'Le escribiremos para indicarle cómo enviar el paquete.',
  'approved_with_label.next.refund': 'Cuando hayamos recibido y comprobado los artículos, le reembolsaremos {amount}.',
  'approved_with_label.next.exchange': 'Después le enviaremos el nuevo artículo. No tiene que volver a pedirlo.',
  'approved_with_label.next.store_credit':
    'Cuando hayamos recibido y comprobado los artículos, le daremos un vale de compra de {amount}.',

  'approved_keep_item.subject': 'Quédese con sus artículos ({rma})',
  'approved_keep_item.preheader': 'Pedido {order}: hemos aceptado su solicitud y no tiene que devolver nada.',
  'approved_keep_item.title': 'Puede quedarse con sus artículos',
  'approved_keep_item.lead':
    'Hemos aceptado su solicitud. No tiene que devolver nada: los artículos que figuran más abajo se quedan con usted.',
  'approved_keep_item.next.send':
    'No envíe ningún paquete. Puede usar los artículos, regalarlos o desecharlos, como prefiera.',
  'approved_keep_item.next.refund': 'Le reembolsamos {amount} ahora mismo, sin esperar nada, y le escribiremos.',
  'approved_keep_item.next.exchange':
    'Le enviamos ahora mismo el nuevo artículo y le escribiremos. No tiene que volver a pedirlo.',
  'approved_keep_item.next.store_credit': 'Le damos ahora mismo un vale de compra de {amount} y le escribiremos.',

  'rejected.subject': 'Su solicitud de devolución ({rma})',
  'rejected.preheader': 'Pedido {order}: nuestra respuesta a su solicitud.',
  'rejected.title': 'No podemos aceptar esta devolución',
  'rejected.lead':
    'Hemos revisado su solicitud para devolver artículos del pedido {order}. Lamentamos no poder aceptarla.',
  'rejected.person':
    'Lo ha decidido un miembro de nuestro equipo. Si desea conocer el motivo, responda a este correo: le contestará una persona.',
  'rejected.next.reply':
    'Si cree que nos equivocamos, responda a este correo y díganos por qué. Una persona leerá su mensaje.',
  'rejected.next.rights': 'Sus derechos legales, por ejemplo en caso de productos defectuosos, no se ven afectados.',

  'in_transit.subject': 'Su devolución está en camino ({rma})',
  'in_transit.preheader': 'Pedido {order}: el transportista tiene su paquete.',
  'in_transit.title': 'Su devolución está en camino',
  'in_transit.lead': 'El transportista ya tiene su paquete. Usted ya ha hecho su parte.',
  'in_transit.button': 'Seguir el paquete',
  'in_transit.next.arrive': 'Le escribiremos cuando el paquete haya llegado.',
  'in_transit.next.keep': 'Hasta entonces, guarde el resguardo del transportista.',

  'received.subject': 'Su paquete ha llegado ({rma})',
  'received.preheader': 'Pedido {order}: hemos recibido sus artículos.',
  'received.title': 'Su paquete ha llegado',
  'received.lead': 'Hemos recibido los artículos del pedido {order} que nos ha devuelto.',
  'received.next.check': 'Desembalamos y comprobamos los artículos.',
  'received.next.refund': 'Después le reembolsaremos {amount} y le escribiremos.',
  'received.next.exchange': 'Le escribiremos en cuanto su cambio esté listo, si no está ya en camino.',
  'received.next.store_credit': 'Después le daremos un vale de compra de {amount} y le escribiremos.',

  'refunded.subject': 'Su reembolso de {amount} ({rma})',
  'refunded.preheader': 'Pedido {order}: el dinero está en camino.',
  'refunded.title': 'Le hemos reembolsado {amount}',
  'refunded.title.pending': 'Su reembolso de {amount} está en camino',
  'refunded.lead': 'Hemos devuelto el dinero al medio de pago que utilizó para el pedido {order}.',
  'refunded.lead.by_hand': 'Le hemos devuelto el dinero por otro medio que el de pago del pedido {order}.',
  'refunded.next.bank': 'Su banco puede tardar unos días en mostrarlo en su cuenta.',
  'refunded.next.done': 'No tiene que hacer nada más. Gracias por devolvernos los artículos.',
  'refunded.next.done.kept': 'No tiene que hacer nada más. No hay nada que devolver.',

  'exchanged.subject': 'Su cambio está listo ({rma})',
  'exchanged.preheader': 'Pedido {order}: le enviamos el nuevo artículo.',
  'exchanged.title': 'Su cambio está en camino',
  'exchanged.lead': 'Hemos creado el pedido {newOrder} con los artículos que ha elegido a cambio.',
  'exchanged.heading.items': 'Usted recibe',
  'exchanged.next.ship': 'Embalamos los nuevos artículos y los enviamos a la dirección de su pedido.',
  'exchanged.next.difference':
    'Los nuevos artículos cuestan menos: le devolvemos la diferencia de {amount} al medio de pago de su pedido. Su banco puede tardar unos días.',
  'exchanged.next.done': 'No tiene que volver a pedirlos.',

  'credited.subject': 'Su vale de compra de {amount} ({rma})',
  'credited.preheader': 'Pedido {order}: ya puede gastarlo en nuestra tienda.',
  'credited.title': 'Le hemos dado un vale de compra de {amount}',
  'credited.lead':
    'Ha elegido un vale de compra por los artículos del pedido {order} que nos ha devuelto. Ya está listo.',
  'credited.lead.kept':
    'Ha elegido un vale de compra por los artículos del pedido {order}, que se quedan con usted. Ya está listo.',
  'credited.next.spend': 'Inicie sesión en nuestra tienda con esta dirección de correo: el vale se le ofrece al pagar.',
  'credited.next.done': 'No tiene que hacer nada más. Gracias por su confianza.',

  'payment_due.subject': 'Su cambio: {amount} por pagar ({rma})',
  'payment_due.preheader': 'Pedido {order}: cuando haya pagado la diferencia, le enviaremos el nuevo artículo.',
  'payment_due.title': 'Quedan {amount} por pagar de su cambio',
  'payment_due.lead': 'El artículo que ha elegido a cambio cuesta más que el que nos devuelve.',
  'payment_due.lead.kept': 'El artículo que ha elegido a cambio cuesta más que el que se queda con usted.',
  'payment_due.heading.items': 'Recibirá después del pago',
  'payment_due.button': 'Pagar {amount}',
  'payment_due.next.pay': 'Pulse el botón y pague en la página de nuestra tienda.',
  'payment_due.next.reply': 'Responda a este correo y le diremos cómo pagar.',
  'payment_due.next.ship': 'En cuanto esté pagado, le enviaremos el nuevo artículo y le escribiremos.',
  'payment_due.next.otherwise': '¿Prefiere no pagarlo? Responda a este correo y buscaremos otra solución.',

  'shop_alert.subject': 'Ha fallado un workflow en el expediente {rma}',
  'shop_alert.preheader': '{problem}',
  'shop_alert.title': 'El expediente {rma} requiere su atención',
  'shop_alert.lead':
    'Un workflow no ha podido terminar su trabajo en este expediente. No se ha informado de ello al cliente.',
  'shop_alert.button': 'Abrir la ejecución',
  'shop_alert.fact.problem': 'Qué ha ocurrido',
  'shop_alert.fact.advice': 'Qué hacer',
  'shop_alert.fact.workflow': 'Workflow',
  'shop_alert.fact.node': 'Nodo',
  'shop_alert.fact.state': 'Estado del expediente',
  'shop_alert.heading.do': 'Próximos pasos',
  'shop_alert.problem.unknown': 'El workflow no ha indicado qué ha fallado.',
  'shop_alert.state': 'decisión {decision}, paquete {parcel}, liquidación {settlement}',
  'shop_alert.next.repair':
    'Corrija lo que indica el mensaje. El workflow vuelve a intentarlo por sí solo durante un cuarto de hora; pasado ese tiempo, vuelva a ejecutar en n8n la ejecución fallida.',
  'shop_alert.next.once': 'Las etiquetas, los reembolsos y los correos ya hechos no se repiten.',
  'shop_alert.footer': 'Este aviso se envía solo a la tienda.',

  'shop_given_up.subject': 'Un workflow ha desistido en el expediente {rma}',
  'shop_given_up.title': 'El expediente {rma} está parado',
  'shop_given_up.lead':
    'Un workflow ha fallado una y otra vez en este expediente y ya no lo intenta por sí solo. No se ha informado de ello al cliente.',
  'shop_given_up.next.repair': 'Corrija lo que indica el mensaje.',
  'shop_given_up.next.replay':
    'Después vuelva a entregar el evento en n8n: el nodo Return Case lo muestra con Dead Letter: Get Many y lo entrega con Replay.',
  'shop_refund_failed.subject': 'El reembolso de {amount} ha fallado ({rma})',
  'shop_refund_failed.preheader': 'Pedido {order}: el dinero no llegará al cliente por sí solo.',
  'shop_refund_failed.title': 'Ha fallado un reembolso de {amount}',
  'shop_refund_failed.lead':
    'El reembolso de {amount} del pedido {order} no ha llegado al cliente. Nada vuelve a intentarlo por sí solo.',
  'shop_refund_failed.told':
    'El {date} el cliente recibió el correo que dice que el dinero está en camino. Lo espera, y nadie le ha dicho que no llegará.',
  'shop_refund_failed.told.perhaps':
    'Si se dijo al cliente que el dinero está en camino, lo espera: nadie le ha dicho que no llegará.',
  'shop_refund_failed.fact.amount': 'Reembolso',
  'shop_refund_failed.fact.reason': 'Qué dice el proveedor',
  'shop_refund_failed.fact.refund': 'Número del proveedor',
  'shop_refund_failed.fact.shopper': 'Cliente',
  'shop_refund_failed.fact.due': 'Por ley se paga antes del',
  'shop_refund_failed.reason.lost_or_stolen_card': 'la tarjeta consta como perdida o robada',
  'shop_refund_failed.reason.expired_or_canceled_card': 'la tarjeta ha caducado o fue cancelada',
  'shop_refund_failed.reason.charge_for_pending_refund_disputed':
    'el cliente ha impugnado el pago ante su banco, que le devuelve el dinero si le da la razón',
  'shop_refund_failed.reason.insufficient_funds': 'su cuenta en el proveedor no tenía saldo suficiente',
  'shop_refund_failed.reason.declined': 'el banco no lo ha aceptado',
  'shop_refund_failed.reason.merchant_request': 'el proveedor lo ha detenido a petición de su tienda',
  'shop_refund_failed.reason.canceled': 'el reembolso fue cancelado',
  'shop_refund_failed.reason.unknown': 'no se ha dado ningún motivo',
  'shop_refund_failed.next.write':
    'Escriba hoy mismo al cliente: dígale que el dinero no ha llegado y pregúntele adónde enviarlo.',
  'shop_refund_failed.next.pay':
    'Pague {amount} de otro modo: por transferencia o, si el cliente está de acuerdo, con un vale.',
  'shop_refund_failed.next.settle':
    'Después liquide el expediente a mano en n8n: ejecute el nodo Return Case con el comando Settle, el número {rma} y, como reembolso, {refund}. Escriba en «at» cuándo ha pagado.',
  'shop_money_owed.subject': 'Aún se deben {amount} al cliente ({rma})',
  'shop_money_owed.preheader': 'Pedido {order}: el cambio está enviado y la diferencia no se ha devuelto.',
  'shop_money_owed.title': 'Aún se deben {amount} al cliente',
  'shop_money_owed.lead':
    'El cambio está enviado y su tienda muestra todavía {amount} que el pedido {order} debe al cliente. Nada más se paga por sí solo.',
  'shop_money_owed.fact.amount': 'Aún pendiente',
  'shop_money_owed.next.look':
    'Abra el pedido {order} en su tienda: ¿se tramitó allí la devolución o ha fallado un reembolso?',
  'shop_money_owed.next.pay': 'Si aún se deben {amount}, devuélvalos allí.',
  'shop_deadline.subject.decides': '{marketplace} decide por sí solo el expediente {rma}: {when}',
  'shop_deadline.subject.pays': '{marketplace} paga por sí solo el expediente {rma}: {when}',
  'shop_deadline.preheader': 'Hasta el {when} puede actuar usted.',
  'shop_deadline.title.answer': 'Responda al expediente {rma} antes del {when}',
  'shop_deadline.title.inspect': 'Inspeccione el paquete del expediente {rma} antes del {when}',
  'shop_deadline.lead.decides':
    '{marketplace} espera una respuesta a esta devolución. Si el {when} no la tiene, decide por sí solo.',
  'shop_deadline.lead.pays':
    'El paquete de esta devolución no se ha inspeccionado. Si nadie lo hace antes del {when}, {marketplace} paga al cliente por sí solo.',
  'shop_deadline.lead.unsaid':
    '{decision, select, rejected {El expediente se rechazó aquí} other {El expediente se aprobó aquí}}, pero {marketplace} aún no lo sabe.',
  'shop_deadline.default.approve':
    'Si nadie ha decidido {hours, plural, one {# hora} other {# horas}} antes, el workflow aprueba la devolución.',
  'shop_deadline.default.reject':
    'Si nadie ha decidido {hours, plural, one {# hora} other {# horas}} antes, el workflow rechaza la devolución.',
  'shop_deadline.default.none': 'El workflow no decide nada antes: queda en sus manos.',
  'shop_deadline.fact.until': 'Hasta el',
  'shop_deadline.next.press': 'Abra el correo «Devolución {rma}: ¿aprobar o rechazar?» y pulse uno de sus botones.',
  'shop_deadline.next.decide':
    'También puede decidir en el centro de vendedores de {marketplace}: el expediente recoge lo que decida allí.',
  'shop_deadline.next.inspect': 'Inspeccione el paquete con el formulario de la plantilla 06 y el número {rma}.',
  'shop_deadline.next.refuse':
    'Si no ha llegado o algo no está bien, dígalo antes de esa fecha en el centro de vendedores de {marketplace}.',
  'shop_deadline.next.say':
    'Mire en n8n por qué ha fallado el workflow que responde en {marketplace} y vuelva a ejecutarlo.',
  'shop_deadline.next.seller': 'O dé usted la respuesta en el centro de vendedores de {marketplace}.',

  'question.quoted': '«{words}»',
  'question.nothing_back': 'No ha vuelto nada.',
  'question.nothing_back.then': 'Así que no hay nada que liquidar: elija «{reject}».',
  'shop_review.subject': 'Devolución {rma}: ¿aprobar o rechazar?',
  'shop_review.approve': 'Aprobar',
  'shop_review.reject': 'Rechazar',
  'shop_review.order': '{order} del {date}, {total}',
  'shop_review.order.delivered': '{order} del {date}, entregado el {delivered}, {total}',
  'shop_review.fact.wish': 'Desea',
  'shop_review.fact.amount': 'Importe en juego',
  'shop_review.fact.note': 'Nota del cliente',
  'shop_review.fact.evidence': 'Adjunto al expediente',
  'shop_review.why.above': 'Vale más de lo que su política aprueba por sí sola.',
  'shop_review.why.goods': 'Su política quiere que una persona mire estos artículos.',
  'shop_review.why.reason': 'Su política quiere que una persona mire este motivo.',
  'shop_review.why.mixed': 'Su política no dice lo mismo de todos sus artículos.',
  'shop_review.policy': 'La política anota, en inglés: «{reason}»',
  'shop_review.law.withdrawal': 'No rechace: la ley permite al cliente desistir.',
  'shop_review.law.unclear': 'Puede que la ley permita al cliente desistir.',
  'shop_review.law.unclear.of': 'Hasta que esté claro, nadie puede negárselo para {titles}.',
  'shop_review.law.guarantee': 'La garantía legal cubre los artículos defectuosos o no conformes.',
  'shop_review.law.guarantee.only': 'Rechace solo lo que no sea ni lo uno ni lo otro.',
  'shop_review.law.holds': 'Esto vale para {titles}.',
  'shop_review.law.holds_until': 'Esto vale hasta el {date} para {titles}.',
  'shop_review.kept.all': 'No vuelve nada.',
  'shop_review.kept.all.then':
    'En cuanto apruebe, el cliente se queda con los artículos y recibe enseguida lo que paga el expediente.',
  'shop_review.kept.part': 'La política deja que el cliente se quede con una parte: {titles}.',
  'shop_review.kept.part.then':
    '«Aprobar» hace que se devuelva todo; para que se quede con esa parte, escriba al cliente.',
  'shop_review.told':
    '«Rechazar» envía al cliente un correo que dice que ha decidido alguien de su equipo, sin motivo: le pide que responda si quiere conocerlo. Para darle uno, escríbale.',
  'shop_review.imported':
    'Esta devolución se importó. «Rechazar» no envía ningún correo al cliente ni rechaza nada en su tienda: ambas cosas quedan en sus manos.',
  'shop_pay_received.subject': 'Devolución {rma}: ¿reembolsar lo que ha vuelto?',
  'shop_pay_received.approve': 'Reembolsar',
  'shop_pay_received.reject': 'No reembolsar',
  'shop_pay_received.choice':
    '«Reembolsar» paga todo lo recibido; lo que falta no se paga nunca. «No reembolsar» deja el reembolso en sus manos.',
  'shop_exchange_difference.subject': 'Devolución {rma}: ¿enviar el cambio y reembolsar la diferencia?',
  'shop_exchange_difference.approve': 'Enviar y reembolsar',
  'shop_exchange_difference.reject': 'No hacer nada',
  'shop_exchange_difference.choice':
    'Los artículos nuevos cuestan menos que los que debían volver. «Enviar y reembolsar» los envía y reembolsa exactamente lo que cuestan de menos que lo recibido. «No hacer nada» deja el expediente en sus manos.',
  'shop_credit_received.subject': 'Devolución {rma}: ¿dar un vale por lo que ha vuelto?',
  'shop_credit_received.approve': 'Dar el vale',
  'shop_credit_received.reject': 'No darlo',
  'shop_credit_received.choice':
    '«Dar el vale» cuenta todo lo recibido; lo que falta no cuenta nunca. «No darlo» deja el expediente en sus manos.',
};
