import type { DocumentTexts } from './texts';

export const en: DocumentTexts = {
  title: 'Return slip',
  rma: 'Return number',
  order: 'Order',
  requestedOn: 'Requested on',
  resolution: 'You asked for',
  resolutions: { refund: 'A refund', exchange: 'An exchange', store_credit: 'Store credit' },
  sendBy: 'Send it back by',
  from: 'From',
  returnTo: 'Return to',
  columns: { item: 'Item', sku: 'SKU', quantity: 'Qty', reason: 'Reason' },
  reasons: {
    too_small: 'Too small',
    too_large: 'Too large',
    changed_mind: 'Changed my mind',
    not_as_described: 'Not as described',
    style: 'Did not like the style',
    color: 'Did not like the colour',
    defective: 'Defective',
    damaged_in_transit: 'Damaged on the way',
    wrong_item: 'Wrong item received',
    arrived_late: 'Arrived too late',
    other: 'Other reason',
    unknown: 'No reason given',
  },
  packing: {
    heading: 'How to pack your return',
    steps: [
      'Put only the items listed above into a sturdy box, in their original packaging if you still have it.',
      'Cut this page along the dashed line. Put the upper part into the box, on top of the items.',
      'Remove or cover old labels and barcodes, and close the box with strong tape.',
      'Stick the lower part flat on the outside of the box, beside the address.',
      'Hand the parcel over and keep the proof of posting until your return is settled.',
    ],
    stepsWithLabel: [
      'Put only the items listed above into a sturdy box, in their original packaging if you still have it.',
      'Cut this page along the dashed line. Put the upper part into the box, on top of the items.',
      'Remove or cover old labels and barcodes, and close the box with strong tape.',
      'Stick the shipping label flat on the largest side, and the lower part of this page beside it.',
      'Hand the parcel over to the carrier and keep the receipt until your return is settled.',
    ],
  },
  next: {
    heading: 'What happens next',
    byResolution: {
      refund:
        'We check the items when they arrive and then refund you by the means with which you paid. We write to you at each step.',
      exchange: 'We check the items when they arrive and send you the exchange. We write to you at each step.',
      store_credit:
        'We check the items when they arrive and then send you your store credit. We write to you at each step.',
    },
    questions: (email) => `Questions? Write to ${email} and give your return number.`,
  },
  cutHere: 'Cut here',
  stub: 'Stick this part on the outside of the parcel',
  page: (page, pages) => `Page ${page} of ${pages}`,
  label: {
    heading: 'Shipping label',
    foldHere: 'Fold or cut here',
    steps: [
      'Print this page at 100 % ("actual size"), never "fit to page".',
      'Fold or cut along the dashed line and stick the label flat on the largest side of the parcel.',
      'Put no tape or fold over the barcode.',
    ],
  },
};
