import { orderSchema, refundSchema, requestSchema, returnReasons } from '../../../../lib/returns';
import {
  fittingApproval,
  fittingRejection,
  isDecided,
  reasonNameFor,
  reasonOf,
  rejectReasonFor,
  requestApproval,
  returnStatuses,
  returnStatusOf,
  type TikTokReturn,
} from '../../../../lib/shops/tiktok-shop';
import { readCancellation, readReturn } from '../../../../lib/shops/tiktok-shop/mapping';
import { readAddress, readOrder } from '../../../../lib/shops/tiktok-shop/read-order';
import { cancellationSchema, orderAnswerSchema, returnSchema } from '../../../../lib/shops/tiktok-shop/shapes';
import { refusalOf } from '../../http/refusal';
import { cancellationAnswer, orderAnswer, orderLine, refundAmount, returnAnswer, returnLine } from './fixtures';

const gbp = (amount: number) => ({ amount, currency: 'GBP' });
const ofReturn = (changes: object = {}) => readReturn(returnSchema().parse(returnAnswer(changes)), 'en');
const ofOrder = (changes: object = {}, returning: string[] = []) =>
  readOrder(orderAnswerSchema().parse(orderAnswer(changes)), returning);

describe('a return', () => {
  it('is a request with one line per unit, each by its own id', () => {
    const { request } = ofReturn();
    expect(requestSchema.parse(request)).toEqual({
      channel: 'tiktok_shop',
      externalId: '4035318504086604500',
      requestedAt: '2025-11-22T08:26:40.000Z',
      respondBy: '2025-11-24T16:00:00.000Z',
      resolution: 'refund',
      locale: 'en',
      initiator: 'shopper',
      lines: ['11', '12'].map((id) => ({
        orderLineId: id,
        quantity: 1,
        reason: 'changed_mind',
        note: 'No longer needed',
        returnLineId: `r${id}`,
      })),
    });
  });

  it('keeps TikTok’s own words beside ours, unknown ones too', () => {
    const { tiktokReturn } = ofReturn({
      return_type: 'TELEPORT',
      return_status: 'BEAMED_UP',
      return_reason: 'gremlins',
      return_reason_text: '',
    });
    expect(tiktokReturn).toMatchObject({
      type: 'TELEPORT',
      status: 'BEAMED_UP',
      reason: 'unknown',
      tiktokReason: 'gremlins',
    });
    expect(tiktokReturn).not.toHaveProperty('arbitration');
  });

  it.each([
    ['REPLACEMENT', 'exchange'],
    ['EXCHANGE', 'exchange'],
    ['REFUND', 'refund'],
  ])('of type %s asks for %s', (return_type, resolution) => {
    const { request } = ofReturn({ return_type });
    expect(request.resolution).toBe(resolution);
    expect(request.lines[0]?.exchangeFor?.variantId).toBe(
      resolution === 'exchange' ? '2729382476852921560' : undefined,
    );
  });

  it.each([
    ['BUYER', 'shopper'],
    ['Buyer', 'shopper'],
    ['SELLER', 'shop'],
    ['OPERATOR', 'marketplace'],
    ['SYSTEM', 'marketplace'],
  ])('that %s began was begun by the %s', (role, initiator) => {
    expect(ofReturn({ role }).request.initiator).toBe(initiator);
  });

  it('has the amounts in the currency that the shopper paid in, whole units too', () => {
    const { tiktokReturn } = ofReturn({
      refund_amount: { ...refundAmount('4800', 'JPY'), refund_shipping_fee: '500' },
      return_line_items: [returnLine('11', { refund_amount: undefined })],
    });
    expect(tiktokReturn.refund).toMatchObject({
      total: { amount: 4800, currency: 'JPY' },
      shipping: { amount: 500, currency: 'JPY' },
    });
  });

  it('cannot be read with an amount that is none', () => {
    expect(refusalOf(() => ofReturn({ refund_amount: refundAmount('a lot') }))).toMatchObject({
      code: 'unexpected_answer',
    });
  });

  it.each([
    ['RETURN_OR_REFUND_REQUEST_PENDING', undefined],
    ['AWAITING_BUYER_SHIP', undefined],
    ['REJECT_RECEIVE_PACKAGE', undefined],
    ['RETURN_OR_REFUND_REQUEST_SUCCESS', 'pending'],
    ['REPLACEMENT_REQUEST_REFUND_SUCCESS', 'pending'],
    ['RETURN_OR_REFUND_REQUEST_COMPLETE', 'succeeded'],
    ['NEVER_HEARD_OF', undefined],
  ])('in the state %s has a refund that is %s', (return_status, status) => {
    const { refund } = ofReturn({ return_status });
    expect(refund?.status).toBe(status);
    if (refund) expect(refundSchema.parse(refund)).toMatchObject({ provider: 'tiktok_shop', amount: gbp(4800) });
  });

  it('pays the part that was offered and taken', () => {
    const offered = {
      return_status: 'RETURN_OR_REFUND_REQUEST_COMPLETE',
      seller_proposed_return_type: 'PARTIAL_REFUND',
      partial_refund: { currency: 'GBP', amount: '10' },
    };
    expect(ofReturn({ ...offered, buyer_rejected_partial_refund: false }).refund?.amount).toEqual(gbp(1000));
    expect(ofReturn({ ...offered, buyer_rejected_partial_refund: true }).refund?.amount).toEqual(gbp(4800));
  });

  it('has the first of several deadlines', () => {
    const deadlines = [
      { action: 'A', deadline: 1_764_000_000 },
      { action: 'B', deadline: 1_763_000_000 },
      { action: 'C' },
    ];
    expect(ofReturn({ seller_next_action_response: deadlines }).tiktokReturn.respondBy).toBe(
      '2025-11-13T02:13:20.000Z',
    );
    expect(ofReturn({ seller_next_action_response: null }).request).not.toHaveProperty('respondBy');
  });
});

describe('a cancellation', () => {
  it('is a request for the money of units that never left', () => {
    const { tiktokCancellation, request } = readCancellation(cancellationSchema().parse(cancellationAnswer()));
    expect(requestSchema.parse(request)).toMatchObject({
      externalId: '4035227007132340001',
      resolution: 'refund',
      lines: [{ orderLineId: '11', quantity: 1, reason: 'changed_mind', returnLineId: 'c11' }],
    });
    expect(tiktokCancellation).toMatchObject({
      type: 'BUYER_CANCEL',
      nextActions: [{ action: 'SELLER_RESPOND_CANCEL' }],
    });
  });

  it('ends under one name, however it is spelled', () => {
    const answer = cancellationSchema().parse(cancellationAnswer({ cancel_status: 'CANCELLATION_REQUEST_CANCELLED' }));
    expect(readCancellation(answer).tiktokCancellation.status).toBe('CANCELLATION_REQUEST_CANCEL');
  });
});

describe('an order', () => {
  it('is our chapter, with a line per unit and its parcel', () => {
    const { order } = ofOrder();
    expect(orderSchema.parse(order)).toEqual(order);
    expect(order).toMatchObject({
      channel: 'tiktok_shop',
      name: '576461413038785752',
      currency: 'GBP',
      taxesIncluded: true,
      total: gbp(7599),
      shipping: gbp(399),
      discount: gbp(1800),
      deliveredAt: '2025-11-18T21:06:40.000Z',
      fulfilledAt: '2025-11-14T06:00:00.000Z',
      payment: { provider: 'tiktok_shop', method: 'Card' },
      customer: { id: '7021436810468230477', name: 'Robin Ashby' },
      shippingAddress: { city: 'Bristol', country: 'GB', postalCode: 'BS1 4QA' },
    });
    expect(order.lines.map(({ id, quantity, paid, parcel }) => [id, quantity, paid.amount, parcel])).toEqual([
      ['11', 1, 2400, '1153132168123859123'],
      ['12', 1, 2400, '1153132168123859123'],
      ['13', 1, 2400, '1153132168123859999'],
    ]);
  });

  it('keeps the address that no mail may be sent to out of the dossier', () => {
    expect(JSON.stringify(ofOrder())).not.toContain('scs.tiktokw');
  });

  it('adds the taxes of a market where prices are without', () => {
    const { order } = ofOrder({
      payment: {
        currency: 'USD',
        total_amount: '54.12',
        sub_total: '48.00',
        shipping_fee: '2.00',
        shipping_fee_tax: '0.12',
        tax: '4.12',
      },
      line_items: ['11', '12'].map((id) =>
        orderLine(id, { item_tax: [{ tax_type: 'SALES_TAX', tax_amount: '2.00' }] }),
      ),
    });
    expect(order.taxesIncluded).toBe(false);
    expect(order.lines.map(({ paid, tax }) => [paid.amount, tax.amount])).toEqual([
      [2600, 200],
      [2600, 200],
    ]);
    expect(order.shipping.amount).toBe(212);
    expect(order.lines.reduce((sum, { paid }) => sum + paid.amount, order.shipping.amount)).toBe(order.total.amount);
  });

  it('works the price out where only its parts are told', () => {
    const { order } = ofOrder({ line_items: [orderLine('11', { sale_price: undefined })] });
    expect(order.lines[0]?.paid).toEqual(gbp(2400));
  });

  it.each([
    ['DELIVERED', {}, 1],
    ['COMPLETED', {}, 0],
    ['CANCELLED', { display_status: 'CANCELLED' }, 0],
  ])('that is %s leaves of a unit %o: %d', (status, changes, left) => {
    const { order } = ofOrder({ status, line_items: [orderLine('11', changes)] });
    expect(order.lines[0]?.returnableQuantity).toBe(left);
  });

  it('counts what is on its way back as returnable still', () => {
    expect(ofOrder({ status: 'COMPLETED' }, ['12']).order.lines.map((line) => line.returnableQuantity)).toEqual([
      0, 1, 0,
    ]);
  });

  it('has no address where TikTok masks it', () => {
    const { recipient_address: known } = orderAnswerSchema().parse(orderAnswer());
    expect(readAddress(known)?.line1).toBe('4 Harbour Row');
    expect(readAddress({ ...known, name: 'R**** A****' } as typeof known)).toBeUndefined();
    expect(readAddress({ ...known, address_line1: '4 H******' } as typeof known)).toBeUndefined();
    expect(readAddress({ ...known, phone_number: '(+44)77*****00' } as typeof known)).not.toHaveProperty('phone');
    expect(readAddress(undefined)).toBeUndefined();
  });

  it('without payment or goods is none that can be returned', () => {
    expect(refusalOf(() => ofOrder({ payment: null }))).toMatchObject({ code: 'unexpected_answer' });
    expect(refusalOf(() => ofOrder({ line_items: [] }))).toMatchObject({ code: 'unexpected_answer' });
  });

  it('tells what each unit is to TikTok', () => {
    expect(ofOrder().tiktokOrder).toMatchObject({
      buyerUserId: '7021436810468230477',
      warehouseId: '6955005333819123123',
      units: [{ orderLineId: '11', skuId: '2729382476852921560', productId: '1729382476852921560' }, {}, {}],
    });
  });
});

describe('reasons', () => {
  it.each([
    ['ecom_order_delivered_refund_reason_damaged', 'defective'],
    ['ecom_order_delivered_refund_and_return_reason_wrong_product_uk', 'wrong_item'],
    ['ecom_order_delivered_refund_and_return_reason_defective', 'defective'],
    ['ecom_order_delivered_refund_and_return_reason_not_match_description', 'not_as_described'],
    ['ecom_order_delivered_refund_and_return_reason_no_longer_needed', 'changed_mind'],
    ['ecom_order_delivered_refund_and_return_reason_size_too_small', 'too_small'],
    ['ecom_order_delivered_refund_and_return_reason_arrived_too_late', 'arrived_late'],
    ['ecom_order_delivered_refund_reason_package_damaged', 'damaged_in_transit'],
    ['ecom_order_delivered_refund_reason_missing_items', 'other'],
    ['ecom_order_shipped_refund_reason_not_received', 'other'],
    ['ecom_order_delivered_refund_reason_not_match', 'not_as_described'],
    ['ecom_order_shipped_refund_reason_not_arrive_on_time', 'arrived_late'],
    ['ecom_order_to_ship_canceled_reason_created_by_mistakes', 'changed_mind'],
    ['buyer_refund_item_is_too_big/long', 'too_large'],
    ['buyer_refund_item_is_too_small/short', 'too_small'],
    ['something_new_entirely', 'unknown'],
  ])('%s is %s', (name, reason) => {
    expect(reasonOf(name)).toBe(reason);
  });

  it('are read from the text where the name says nothing', () => {
    expect(reasonOf('reason_17', 'Item is defective or doesn’t work')).toBe('defective');
    expect(reasonOf(undefined, undefined)).toBe('unknown');
  });

  const offered = [
    'ecom_order_delivered_refund_and_return_reason_defective_seller',
    'ecom_order_delivered_refund_and_return_reason_wrong_product_seller',
    'ecom_order_delivered_refund_and_return_reason_others_seller',
  ];
  it('go back to one that is offered: the same, the nearest, or another', () => {
    expect(reasonNameFor('wrong_item', offered)).toBe(offered[1]);
    expect(reasonNameFor('damaged_in_transit', offered)).toBe(offered[0]);
    expect(reasonNameFor('changed_mind', offered)).toBe(offered[2]);
    expect(reasonNameFor('defective', [])).toBeUndefined();
  });

  it('that are offered come back as themselves', () => {
    for (const reason of returnReasons) {
      const name = reasonNameFor(reason, offered);
      if (name !== undefined && reasonOf(name) !== 'other') {
        expect(reasonNameFor(reasonOf(name), offered)).toBe(name);
      }
    }
  });

  describe('of a refusal', () => {
    const of = (...texts: string[]) => texts.map((text, index) => ({ name: `reason_${index + 1}`, text }));
    const ofRequest = of(
      'Buyer return reason is not valid',
      'Change of mind returns are not applicable',
      'Product already used, damaged or removed from original packaging',
      'You have reached an agreement with the buyer',
      'Reason is unclear or lack of evidence',
    );
    const ofPackage = of(
      'The returned product is not the product that was sold',
      'The returned product is not eligible for return',
      'Product or accessories are missing from the return',
      "Haven't received the returned package",
      'The returned product is damaged or used',
    );

    it.each([
      ['return_period_ended', ofRequest, 1],
      ['final_sale', ofRequest, 2],
      ['used', ofRequest, 3],
      ['other', ofRequest, 1],
      ['wrong_goods', ofPackage, 1],
      ['final_sale', ofPackage, 2],
      ['missing', ofPackage, 3],
      ['used', ofPackage, 5],
      ['other', ofPackage, 2],
    ] as const)('%s is found by its text', (ground, reasons, place) => {
      expect(rejectReasonFor(ground, reasons)?.name).toBe(`reason_${place}`);
    });

    it('are not made up where none fits', () => {
      expect(rejectReasonFor('used', of('Product delivery is on schedule'))).toBeUndefined();
    });
  });
});

describe('a return without its goods', () => {
  it.each([
    ['RETURN_OR_REFUND_REQUEST_SUCCESS', true],
    ['RETURN_OR_REFUND_REQUEST_COMPLETE', true],
    // Approved before with the goods to come back: no money has moved.
    ['AWAITING_BUYER_SHIP', false],
    ['BUYER_SHIPPED_ITEM', false],
    ['REJECT_RECEIVE_PACKAGE', false],
    ['RETURN_OR_REFUND_REQUEST_PENDING', false],
  ])('that is %s was paid: %s', (status, isPaid) => {
    expect(isDecided('APPROVE_RETURN', { status }, true)).toBe(isPaid);
  });
});

describe('the decision that fits', () => {
  const waiting = (changes: Partial<TikTokReturn>): TikTokReturn => ({
    ...ofReturn().tiktokReturn,
    nextActions: [],
    ...changes,
  });

  it.each([
    ['RETURN_AND_REFUND', 'RETURN_OR_REFUND_REQUEST_PENDING', 'APPROVE_RETURN', 'REJECT_RETURN'],
    ['REFUND', 'RETURN_OR_REFUND_REQUEST_PENDING', 'APPROVE_REFUND', 'REJECT_REFUND'],
    ['RETURN_AND_REFUND', 'BUYER_SHIPPED_ITEM', 'APPROVE_RECEIVED_PACKAGE', 'REJECT_RECEIVED_PACKAGE'],
    ['REPLACEMENT', 'REPLACEMENT_REQUEST_PENDING', 'APPROVE_REPLACEMENT', 'REJECT_REPLACEMENT'],
  ])('for %s in %s is %s or %s', (type, status, approval, rejection) => {
    expect(fittingApproval(waiting({ type, status }))).toBe(approval);
    expect(fittingRejection(waiting({ type, status }))).toBe(rejection);
  });

  it('is the one that TikTok asks for', () => {
    const nextActions = [{ action: 'SELLER_RESPOND_RECEIVE_PACKAGE' }];
    expect(fittingApproval(waiting({ status: 'AWAITING_BUYER_SHIP', nextActions }))).toBe('APPROVE_RECEIVED_PACKAGE');
    expect(fittingApproval(waiting({ status: 'BUYER_SHIPPED_ITEM', nextActions }))).toBe('APPROVE_RECEIVED_PACKAGE');
  });

  it.each([
    ['RETURN_AND_REFUND', 'RETURN_OR_REFUND_REQUEST_PENDING', 'APPROVE_RETURN'],
    ['RETURN_AND_REFUND', 'AWAITING_BUYER_SHIP', 'APPROVE_RETURN'],
    ['RETURN_AND_REFUND', 'BUYER_SHIPPED_ITEM', 'APPROVE_RETURN'],
    ['RETURN_AND_REFUND', 'RETURN_OR_REFUND_REQUEST_COMPLETE', 'APPROVE_RETURN'],
    ['RETURN_AND_REFUND', 'REJECT_RECEIVE_PACKAGE', 'APPROVE_RETURN'],
    ['REFUND', 'RETURN_OR_REFUND_REQUEST_PENDING', 'APPROVE_REFUND'],
    ['REFUND', 'RETURN_OR_REFUND_REQUEST_SUCCESS', 'APPROVE_REFUND'],
    ['REPLACEMENT', 'REPLACEMENT_REQUEST_PENDING', 'APPROVE_REPLACEMENT'],
    ['REPLACEMENT', 'BUYER_SHIPPED_ITEM', 'APPROVE_REPLACEMENT'],
  ])('for the request of a %s in %s is %s, whatever has become of it', (type, status, approval) => {
    expect(requestApproval(waiting({ type, status }))).toBe(approval);
  });

  it('for a request is never the parcel, which would pay for goods that nobody has opened', () => {
    const nextActions = [{ action: 'SELLER_RESPOND_RECEIVE_PACKAGE' }];
    expect(requestApproval(waiting({ status: 'BUYER_SHIPPED_ITEM', nextActions }))).toBe('APPROVE_RETURN');
    expect(refusalOf(() => requestApproval(waiting({ status: 'NEVER_HEARD_OF', nextActions })))).toMatchObject({
      code: 'conflict',
    });
  });

  it('is the one that was given already, where the state shows one', () => {
    expect(fittingApproval(waiting({ status: 'AWAITING_BUYER_SHIP' }))).toBe('APPROVE_RETURN');
    const paid = { status: 'RETURN_OR_REFUND_REQUEST_SUCCESS' };
    expect(fittingApproval(waiting({ ...paid, type: 'REFUND' }))).toBe('APPROVE_REFUND');
    expect(fittingApproval(waiting({ ...paid, type: 'RETURN_AND_REFUND' }))).toBe('APPROVE_RECEIVED_PACKAGE');
    expect(fittingRejection(waiting({ status: 'REJECT_RECEIVE_PACKAGE' }))).toBe('REJECT_RECEIVED_PACKAGE');
  });

  it.each(['AWAITING_BUYER_RESPONSE', 'RETURN_OR_REFUND_REQUEST_CANCEL', 'NEVER_HEARD_OF'])(
    'is none while a return is %s',
    (status) => {
      expect(refusalOf(() => fittingApproval(waiting({ status })))).toMatchObject({ code: 'conflict' });
    },
  );

  it('is known again by the state it leads to, and not by another', () => {
    expect(isDecided('APPROVE_RETURN', { status: 'AWAITING_BUYER_SHIP' })).toBe(true);
    expect(isDecided('APPROVE_RETURN', { status: 'RETURN_OR_REFUND_REQUEST_SUCCESS' })).toBe(true);
    expect(isDecided('APPROVE_RETURN', { status: 'RETURN_OR_REFUND_REQUEST_PENDING' })).toBe(false);
    expect(isDecided('APPROVE_RECEIVED_PACKAGE', { status: 'BUYER_SHIPPED_ITEM' })).toBe(false);
    expect(isDecided('REJECT_RETURN', { status: 'RETURN_OR_REFUND_REQUEST_PENDING' })).toBe(false);
  });
});

it('knows every state by all its spellings', () => {
  for (const status of returnStatuses) expect(returnStatusOf(status)).toBe(status);
  expect(returnStatusOf('RETURN_OR_REFUND_REQUEST_REJECT')).toBe('REFUND_OR_RETURN_REQUEST_REJECT');
  expect(returnStatusOf('Something_New')).toBe('Something_New');
});
