import type { DocumentTexts } from './texts';

/** Formal ("usted"), as the mails are. */
export const es: DocumentTexts = {
  title: 'Hoja de devolución',
  rma: 'Número de devolución',
  order: 'Pedido',
  requestedOn: 'Fecha de solicitud',
  resolution: 'Ha solicitado',
  resolutions: { refund: 'Un reembolso', exchange: 'Un cambio', store_credit: 'Un vale de compra' },
  sendBy: 'Fecha límite de envío',
  from: 'Remitente',
  returnTo: 'Dirección de devolución',
  columns: { item: 'Artículo', sku: 'Referencia', quantity: 'Cant.', reason: 'Motivo' },
  reasons: {
    too_small: 'Demasiado pequeño',
    too_large: 'Demasiado grande',
    changed_mind: 'He cambiado de opinión',
    not_as_described: 'No coincide con la descripción',
    style: 'No me gusta el estilo',
    color: 'No me gusta el color',
    defective: 'Defectuoso',
    damaged_in_transit: 'Dañado durante el transporte',
    wrong_item: 'Artículo equivocado',
    arrived_late: 'Ha llegado demasiado tarde',
    other: 'Otro motivo',
    unknown: 'Sin motivo indicado',
  },
  packing: {
    heading: 'Cómo embalar su devolución',
    steps: [
      'Ponga solo los artículos de la lista en una caja resistente, si es posible en su embalaje original.',
      'Corte esta página por la línea discontinua. Ponga la parte superior dentro de la caja, sobre los artículos.',
      'Retire o tape las etiquetas y los códigos de barras antiguos y cierre la caja con cinta adhesiva resistente.',
      'Pegue la parte inferior bien lisa en el exterior de la caja, junto a la dirección.',
      'Entregue el paquete y guarde el resguardo hasta que su devolución haya terminado.',
    ],
    stepsWithLabel: [
      'Ponga solo los artículos de la lista en una caja resistente, si es posible en su embalaje original.',
      'Corte esta página por la línea discontinua. Ponga la parte superior dentro de la caja, sobre los artículos.',
      'Retire o tape las etiquetas y los códigos de barras antiguos y cierre la caja con cinta adhesiva resistente.',
      'Pegue la etiqueta de envío bien lisa en la cara más grande y, al lado, la parte inferior de esta página.',
      'Entregue el paquete al transportista y guarde el resguardo hasta que su devolución haya terminado.',
    ],
  },
  next: {
    heading: 'Próximos pasos',
    byResolution: {
      refund:
        'Comprobamos los artículos a su llegada y después le devolvemos el dinero por el medio de pago que utilizó. Le escribimos en cada paso.',
      exchange: 'Comprobamos los artículos a su llegada y le enviamos el cambio. Le escribimos en cada paso.',
      store_credit:
        'Comprobamos los artículos a su llegada y después le enviamos su vale de compra. Le escribimos en cada paso.',
    },
    questions: (email) => `¿Tiene alguna pregunta? Escriba a ${email} e indique su número de devolución.`,
  },
  cutHere: 'Corte aquí',
  stub: 'Pegue esta parte en el exterior del paquete',
  page: (page, pages) => `Página ${page} de ${pages}`,
  label: {
    heading: 'Etiqueta de envío',
    foldHere: 'Doble o corte aquí',
    steps: [
      'Imprima esta página al 100 % («Tamaño real»), nunca con «Ajustar a la página».',
      'Doble o corte por la línea discontinua y pegue la etiqueta bien lisa en la cara más grande del paquete.',
      'No ponga cinta adhesiva sobre el código de barras ni lo doble.',
    ],
  },
};
