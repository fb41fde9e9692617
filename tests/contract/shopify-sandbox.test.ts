import { createHmac } from 'node:crypto';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { z } from 'zod/v4';
import { shopifyAccount } from '../../sandbox/accounts';
import { type RunningSandbox, startSandbox } from '../../sandbox/core/server';

interface Seeded {
  id: string;
  name: string;
  locationId: string;
  transactionIds: [string];
  lines: [SeededLine, SeededLine];
}
interface SeededLine {
  sku: string;
  lineItemId: string;
  fulfillmentLineItemId: string;
  inventoryItemId: string;
  variants: { id: string; sku: string; title: string }[];
}

/** What a body parses to: the assertions narrow it. */
type Parsed = ReturnType<typeof JSON.parse>;

interface Answer {
  status: number;
  headers: Headers;
  body: Parsed;
}

interface Received {
  topic: string;
  headers: http.IncomingHttpHeaders;
  raw: Buffer;
}

const dress = {
  sku: 'ROBE-LUNE-M',
  title: 'Robe Lune',
  variantTitle: 'M',
  siblings: ['S', 'M', 'L'],
  productType: 'Dresses',
  quantity: 3,
  unitPrice: '59.99',
  taxRate: '0.2',
};
const order = {
  name: '#1042',
  email: 'zoe@example.test',
  customer: { firstName: 'Zoé', lastName: 'Martin', locale: 'fr' },
  shippingAddress: { address1: '8 rue Oberkampf', city: 'Paris', zip: '75011', countryCode: 'FR' },
  currency: 'EUR',
  taxesIncluded: true,
  processedAt: '2026-11-01T09:00:00Z',
  fulfilledAt: '2026-11-02T09:00:00Z',
  deliveredAt: '2026-11-05T09:00:00Z',
  shippingAmount: '4.90',
  lines: [dress, { sku: 'MUG', title: 'Mug Lune', quantity: 1, unitPrice: '15.00', taxRate: '0.2' }],
};

const returnFields = `id name status
  returnLineItems(first: 10) { nodes { id quantity processableQuantity processedQuantity refundableQuantity refundedQuantity returnReason
    ... on ReturnLineItem { customerNote returnReasonDefinition { handle } fulfillmentLineItem { id lineItem { sku } } restockingFee { amountSet { shopMoney { amount } } } } } }
  exchangeLineItems(first: 10) { nodes { id quantity processedQuantity variantSku lineItems { sku } } }
  reverseFulfillmentOrders(first: 5) { nodes { id status
    lineItems(first: 10) { nodes { id totalQuantity dispositions { type quantity } } }
    reverseDeliveries(first: 5) { nodes { id deliverable { ... on ReverseDeliveryShippingDeliverable { tracking { number url } label { publicFileUrl } } } } } } }
  refunds(first: 5) { nodes { id totalRefundedSet { shopMoney { amount currencyCode } } refundLineItems(first: 5) { nodes { quantity restockType subtotalSet { shopMoney { amount } } totalTaxSet { shopMoney { amount } } } } } }
  transactions(first: 5) { nodes { kind status gateway amountSet { shopMoney { amount } } parentTransaction { id } } }`;

const documents = {
  request: `mutation Request($input: ReturnRequestInput!) { returnRequest(input: $input) { return { ${returnFields} } userErrors { code field message } } }`,
  approve: `mutation Approve($input: ReturnApproveRequestInput!) { returnApproveRequest(input: $input) { return { ${returnFields} } userErrors { code field message } } }`,
  decline: `mutation Decline($input: ReturnDeclineRequestInput!) { returnDeclineRequest(input: $input) { return { id status decline { reason note } } userErrors { code field message } } }`,
  create: `mutation Create($returnInput: ReturnInput!) { returnCreate(returnInput: $returnInput) { return { ${returnFields} } userErrors { code field message } } }`,
  process: `mutation Process($input: ReturnProcessInput!) { returnProcess(input: $input) { return { ${returnFields} } userErrors { code field message } } }`,
  cancel: `mutation Cancel($id: ID!) { returnCancel(id: $id) { return { id status } userErrors { code field message } } }`,
  close: `mutation Close($id: ID!) { returnClose(id: $id) { return { id status closedAt } userErrors { code field message } } }`,
  reopen: `mutation Reopen($id: ID!) { returnReopen(id: $id) { return { id status closedAt } userErrors { code field message } } }`,
  remove: `mutation Remove($returnId: ID!, $returnLineItems: [ReturnLineItemRemoveFromReturnInput!]) { removeFromReturn(returnId: $returnId, returnLineItems: $returnLineItems) { return { ${returnFields} } userErrors { code field message } } }`,
  deliver: `mutation Deliver($id: ID!, $tracking: ReverseDeliveryTrackingInput, $label: ReverseDeliveryLabelInput) {
    reverseDeliveryCreateWithShipping(reverseFulfillmentOrderId: $id, reverseDeliveryLineItems: [], trackingInput: $tracking, labelInput: $label, notifyCustomer: false) {
      reverseDelivery { id deliverable { ... on ReverseDeliveryShippingDeliverable { tracking { number } label { publicFileUrl } } } } userErrors { code field message } } }`,
  dispose: `mutation Dispose($inputs: [ReverseFulfillmentOrderDisposeInput!]!) { reverseFulfillmentOrderDispose(dispositionInputs: $inputs) { reverseFulfillmentOrderLineItems { id dispositions { type quantity location { name } } } userErrors { code field message } } }`,
  outcome: `query Outcome($id: ID!, $lines: [SuggestedOutcomeReturnLineItemInput!]!, $exchange: [SuggestedOutcomeExchangeLineItemInput!]!, $shipping: RefundShippingInput) {
    return(id: $id) { suggestedFinancialOutcome(returnLineItems: $lines, exchangeLineItems: $exchange, refundShipping: $shipping) {
      discountedSubtotal { shopMoney { amount } } totalCartDiscountAmount { shopMoney { amount } } totalTax { shopMoney { amount } } maximumRefundable { shopMoney { amount } }
      shipping { amountSet { shopMoney { amount } } }
      financialTransfer { __typename ... on RefundReturnOutcome { amount { shopMoney { amount currencyCode } } suggestedTransactions { gateway amountSet { shopMoney { amount } } parentTransaction { id } } } ... on InvoiceReturnOutcome { amount { shopMoney { amount } } } } } } }`,
  refund: `mutation Refund($input: RefundInput!, $key: String!) { refundCreate(input: $input) @idempotent(key: $key) { refund { id totalRefundedSet { shopMoney { amount } } } order { displayFinancialStatus } userErrors { field message } } }`,
  subscribe: `mutation Subscribe($topic: WebhookSubscriptionTopic!, $uri: String!) { webhookSubscriptionCreate(topic: $topic, webhookSubscription: { uri: $uri, format: JSON }) { webhookSubscription { id topic uri apiVersion { handle } } userErrors { field message } } }`,
};

describe('the Shopify simulator', () => {
  let sandbox: RunningSandbox;

  const post = async (path: string, body: unknown, headers: Record<string, string> = {}): Promise<Answer> => {
    const response = await fetch(`${sandbox.url}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    });
    return { status: response.status, headers: response.headers, body: await response.json() };
  };
  const graphql = (query: string, variables: object = {}, version = '2026-10'): Promise<Answer> =>
    post(
      `/shopify/${shopifyAccount.shop}/admin/api/${version}/graphql.json`,
      { query, variables },
      {
        'x-shopify-access-token': shopifyAccount.accessToken,
      },
    );
  /** The payload of the only root field of an answer without errors. */
  const ask = async (query: string, variables: object = {}): Promise<Parsed> => {
    const { body } = await graphql(query, variables);
    expect(body.errors).toBeUndefined();
    const [field = ''] = Object.keys(z.record(z.string(), z.unknown()).parse(body.data));
    return body.data[field];
  };
  const control = async (path: string, body: object = {}): Promise<unknown> => {
    const answer = await post(`/control/${path}`, body);
    if (answer.status >= 400) throw new Error(JSON.stringify(answer.body));
    return answer.body;
  };
  const seed = async (changes: object = {}): Promise<Seeded> =>
    (await control('shopify/orders', { ...order, ...changes })) as Seeded;
  const effects = (effect: string): readonly { reference: string; detail: Record<string, unknown> }[] =>
    sandbox.context.journal.entries({ provider: 'shopify', effect });
  const requestFor = async (seeded: Seeded, quantity = 1): Promise<{ id: string; lineId: string }> => {
    const { return: made } = await ask(documents.request, {
      input: {
        orderId: seeded.id,
        returnLineItems: [
          {
            fulfillmentLineItemId: seeded.lines[0].fulfillmentLineItemId,
            quantity,
            returnReason: 'SIZE_TOO_SMALL',
            customerNote: 'trop petite',
          },
        ],
      },
    });
    return { id: made.id, lineId: made.returnLineItems.nodes[0].id };
  };
  const openFor = async (
    seeded: Seeded,
    quantity = 1,
  ): Promise<{ id: string; lineId: string; reverseLineId: string }> => {
    const requested = await requestFor(seeded, quantity);
    const { return: approved } = await ask(documents.approve, { input: { id: requested.id } });
    return { ...requested, reverseLineId: approved.reverseFulfillmentOrders.nodes[0].lineItems.nodes[0].id };
  };

  beforeEach(async () => {
    sandbox = await startSandbox({ seed: 5 });
  });
  afterEach(() => sandbox.stop());

  describe('at the door', () => {
    it('lets only its own token in', async () => {
      const path = `/shopify/${shopifyAccount.shop}/admin/api/2026-10/graphql.json`;
      for (const headers of [{}, { 'x-shopify-access-token': 'shpat_other' }] as Record<string, string>[]) {
        const answer = await post(path, { query: '{ shop { name } }' }, headers);
        expect(answer.status).toBe(401);
        expect(answer.body).toEqual({
          errors: '[API] Invalid API key or access token (unrecognized login or wrong password)',
        });
      }
    });

    it('gives a token for client credentials that ends after a day', async () => {
      const credentials = {
        client_id: 'sandbox-client-id',
        client_secret: shopifyAccount.clientSecret,
        grant_type: 'client_credentials',
      };
      const path = `/shopify/${shopifyAccount.shop}/admin`;
      expect((await post(`${path}/oauth/access_token`, { ...credentials, client_secret: 'wrong' })).status).toBe(400);
      const { body } = await post(`${path}/oauth/access_token`, credentials);
      expect(body).toMatchObject({ expires_in: 86_399 });
      const headers = { 'x-shopify-access-token': body.access_token };
      const call = (): Promise<Answer> =>
        post(`${path}/api/2026-10/graphql.json`, { query: '{ shop { name } }' }, headers);
      expect((await call()).body.data).toEqual({ shop: { name: 'Atelier Lune' } });
      await control('clock', { advanceMs: 86_400_000 });
      expect((await call()).status).toBe(401);
    });

    it('serves each version by its own schema, and falls forward from retired ones', async () => {
      const version = async (asked: string): Promise<string | null> =>
        (await graphql('{ shop { name } }', {}, asked)).headers.get('x-shopify-api-version');
      expect(await version('2026-10')).toBe('2026-10');
      expect(await version('2026-01')).toBe('2026-01');
      expect(await version('2024-04')).toBe('2025-10');
      expect((await graphql('{ shop { name } }', {}, '2099-01')).status).toBe(404);
      const { body } = await graphql(
        'mutation { refundCreate(input: {orderId: "gid://shopify/Order/1"}) @idempotent(key: "k") { userErrors { message } } }',
        {},
        '2025-10',
      );
      expect(body.errors[0].extensions.code).toBe('undefinedDirective');
    });

    it('says what it does not simulate instead of answering null', async () => {
      const seeded = await seed();
      const { body } = await graphql('query($id: ID!) { order(id: $id) { name risk { recommendation } } }', {
        id: seeded.id,
      });
      expect(body.errors[0]).toMatchObject({ message: 'not simulated: Order.risk', path: ['order', 'risk'] });
      const mutation = await graphql(
        'mutation { orderCancel(orderId: "gid://shopify/Order/1", reason: OTHER, restock: false) { userErrors { message } } }',
      );
      expect(mutation.body.errors[0].message).toBe('not simulated: Mutation.orderCancel');
    });

    it('words errors of documents and variables as the real one does', async () => {
      const errorOf = async (query: string, variables = {}): Promise<unknown> =>
        (await graphql(query, variables)).body.errors[0];
      expect(await errorOf('{ shop { nope } }')).toMatchObject({
        message: "Field 'nope' doesn't exist on type 'Shop'",
        extensions: { code: 'undefinedField' },
      });
      expect(await errorOf('query($id: ID!) { order(id: $id) { id } }')).toMatchObject({
        message: 'Variable $id of type ID! was provided invalid value',
        extensions: { code: 'INVALID_VARIABLE' },
      });
      expect(
        await errorOf(documents.decline, { input: { id: 'gid://shopify/Return/1', declineReason: 'BANANAS' } }),
      ).toMatchObject({
        message:
          'Variable $input of type ReturnDeclineRequestInput! was provided invalid value for declineReason (Expected "BANANAS" to be one of: FINAL_SALE, OTHER, RETURN_PERIOD_ENDED)',
      });
      expect(await errorOf('{ order(id: "gid://shopify/Return/7") { id } }')).toMatchObject({
        message: 'Invalid id: gid://shopify/Return/7',
        extensions: { code: 'RESOURCE_NOT_FOUND' },
      });
    });
  });

  describe('throttling', () => {
    it('tells the cost of each answer, as measured on a real shop', async () => {
      const costOf = async (query: string, variables = {}): Promise<number> =>
        Number((await graphql(query, variables)).body.extensions.cost.requestedQueryCost);
      const seeded = await seed();
      expect(await costOf('{ customers(first: 1) { nodes { id } } }')).toBe(3);
      expect(await costOf('{ customers(first: 5) { nodes { id email } pageInfo { hasNextPage } } }')).toBe(5);
      expect(
        await costOf(
          'query($orderId: ID!) { returnableFulfillments(orderId: $orderId, first: 5) { nodes { fulfillment { id } returnableFulfillmentLineItems(first: 5) { nodes { fulfillmentLineItem { id lineItem { id title } } quantity } } } } }',
          { orderId: seeded.id },
        ),
      ).toBe(41);
      expect(await costOf(documents.close, { id: 'gid://shopify/Return/1' })).toBe(10);
    });

    it('answers THROTTLED with HTTP 200 while the bucket is empty, and does nothing', async () => {
      const seeded = await seed();
      await control('shopify/throttle', { maximumAvailable: 100, restoreRate: 50, currentlyAvailable: 0 });
      const { status, body } = await graphql(documents.request, { input: { orderId: seeded.id, returnLineItems: [] } });
      expect(status).toBe(200);
      expect(body.data).toBeUndefined();
      expect(body.errors[0]).toMatchObject({ message: 'Throttled', extensions: { code: 'THROTTLED' } });
      expect(body.extensions.cost).toMatchObject({
        actualQueryCost: null,
        throttleStatus: { maximumAvailable: 100, restoreRate: 50 },
      });
      await control('clock', { advanceMs: 4_000 });
      expect((await graphql('{ shop { name } }')).body.data).toEqual({ shop: { name: 'Atelier Lune' } });
    });

    it('refuses a query that no bucket could pay', async () => {
      const deep =
        'nodes { id lineItems(first: 250) { nodes { id variant { product { variants(first: 250) { nodes { id inventoryItem { id } } } } } } } }';
      const { body } = await graphql(`{ orders(first: 250) { ${deep} } }`);
      expect(body.errors[0].extensions).toMatchObject({ code: 'MAX_COST_EXCEEDED', maxCost: 1000 });
    });
  });

  describe('an order', () => {
    it('is found by name, by e-mail, by number and by id, and returnable line by line', async () => {
      const seeded = await seed();
      for (const query of [
        'name:#1042',
        'name:1042',
        'email:zoe@example.test',
        `id:${seeded.id.split('/').at(-1) ?? ''}`,
      ]) {
        const { nodes } = await ask(
          'query($query: String!) { orders(first: 5, query: $query) { nodes { id name } } }',
          { query },
        );
        expect(nodes).toEqual([{ id: seeded.id, name: '#1042' }]);
      }
      const returnable = await ask(
        'query($id: ID!) { returnableFulfillments(orderId: $id, first: 5) { nodes { fulfillment { deliveredAt } returnableFulfillmentLineItems(first: 5) { nodes { quantity fulfillmentLineItem { id } } } } } }',
        { id: seeded.id },
      );
      expect(returnable.nodes).toEqual([
        {
          fulfillment: { deliveredAt: '2026-11-05T09:00:00Z' },
          returnableFulfillmentLineItems: {
            nodes: [
              { quantity: 3, fulfillmentLineItem: { id: seeded.lines[0].fulfillmentLineItemId } },
              { quantity: 1, fulfillmentLineItem: { id: seeded.lines[1].fulfillmentLineItemId } },
            ],
          },
        },
      ]);
    });

    it('pages forwards and tells when there is no more', async () => {
      await seed();
      await seed({ name: '#1043' });
      await seed({ name: '#1044' });
      const page = (
        after: string | null,
      ): Promise<{ nodes: { name: string }[]; pageInfo: { hasNextPage: boolean; endCursor: string } }> =>
        ask(
          'query($after: String) { orders(first: 2, after: $after, sortKey: ORDER_NUMBER) { nodes { name } pageInfo { hasNextPage endCursor } } }',
          { after },
        );
      const first = await page(null);
      expect(first).toMatchObject({ nodes: [{ name: '#1042' }, { name: '#1043' }], pageInfo: { hasNextPage: true } });
      expect(await page(first.pageInfo.endCursor)).toMatchObject({
        nodes: [{ name: '#1044' }],
        pageInfo: { hasNextPage: false },
      });
    });

    it('keeps a discount on the whole order out of the line prices, as the real one does', async () => {
      const seeded = await seed({ discount: { code: 'LUNE10', percent: '10' } });
      const found = await ask(
        'query($id: ID!) { order(id: $id) { totalPriceSet { shopMoney { amount } } totalTaxSet { shopMoney { amount } } lineItems(first: 5) { nodes { discountedTotalSet { shopMoney { amount } } discountAllocations { allocatedAmountSet { shopMoney { amount } } } } } } }',
        { id: seeded.id },
      );
      // 179.97 + 15.00 less 19.50 is 175.47, with 4.90 shipping 180.37.
      expect(found.totalPriceSet.shopMoney.amount).toBe('180.37');
      expect(found.lineItems.nodes).toEqual([
        {
          discountedTotalSet: { shopMoney: { amount: '179.97' } },
          discountAllocations: [{ allocatedAmountSet: { shopMoney: { amount: '18.0' } } }],
        },
        {
          discountedTotalSet: { shopMoney: { amount: '15.0' } },
          discountAllocations: [{ allocatedAmountSet: { shopMoney: { amount: '1.5' } } }],
        },
      ]);
    });
  });

  describe('a return', () => {
    it('goes from request over label and inspection to refund', async () => {
      const seeded = await seed({ discount: { code: 'LUNE10', percent: '10' } });
      const requested = await requestFor(seeded, 2);
      const { return: approved } = await ask(documents.approve, { input: { id: requested.id } });
      expect(approved).toMatchObject({ name: '#1042-R1', status: 'OPEN' });
      const [reverse] = approved.reverseFulfillmentOrders.nodes;

      const { reverseDelivery } = await ask(documents.deliver, {
        id: reverse.id,
        tracking: { number: '6A123', url: 'https://track.example/6A123' },
        label: { fileUrl: 'https://labels.example/6A123.pdf' },
      });
      expect(reverseDelivery.deliverable).toEqual({
        tracking: { number: '6A123' },
        label: { publicFileUrl: 'https://labels.example/6A123.pdf' },
      });

      const outcome = await ask(documents.outcome, {
        id: requested.id,
        lines: [{ id: requested.lineId, quantity: 2 }],
        exchange: [],
        shipping: { shippingRefundAmount: { amount: '1.00', currencyCode: 'EUR' } },
      });
      // Two of three at 59.99 less two thirds of 18.00, and 1.00 of shipping.
      expect(outcome.suggestedFinancialOutcome).toMatchObject({
        discountedSubtotal: { shopMoney: { amount: '119.98' } },
        totalCartDiscountAmount: { shopMoney: { amount: '12.0' } },
        shipping: { amountSet: { shopMoney: { amount: '1.0' } } },
        financialTransfer: {
          __typename: 'RefundReturnOutcome',
          amount: { shopMoney: { amount: '108.98', currencyCode: 'EUR' } },
          suggestedTransactions: [
            {
              gateway: 'shopify_payments',
              amountSet: { shopMoney: { amount: '108.98' } },
              parentTransaction: { id: seeded.transactionIds[0] },
            },
          ],
        },
      });

      const { return: processed, userErrors } = await ask(documents.process, {
        input: {
          returnId: requested.id,
          returnLineItems: [
            {
              id: requested.lineId,
              quantity: 2,
              dispositions: [
                {
                  reverseFulfillmentOrderLineItemId: reverse.lineItems.nodes[0].id,
                  quantity: 1,
                  dispositionType: 'RESTOCKED',
                  locationId: seeded.locationId,
                },
                {
                  reverseFulfillmentOrderLineItemId: reverse.lineItems.nodes[0].id,
                  quantity: 1,
                  dispositionType: 'NOT_RESTOCKED',
                },
              ],
            },
          ],
          refundShipping: { shippingRefundAmount: { amount: '1.00', currencyCode: 'EUR' } },
          financialTransfer: {
            issueRefund: {
              orderTransactions: [
                { parentId: seeded.transactionIds[0], transactionAmount: { amount: '108.98', currencyCode: 'EUR' } },
              ],
            },
          },
        },
      });
      expect(userErrors).toEqual([]);
      expect(processed).toMatchObject({
        status: 'OPEN',
        returnLineItems: { nodes: [{ processedQuantity: 2, refundedQuantity: 2, processableQuantity: 0 }] },
        reverseFulfillmentOrders: { nodes: [{ status: 'CLOSED' }] },
        refunds: { nodes: [{ totalRefundedSet: { shopMoney: { amount: '108.98', currencyCode: 'EUR' } } }] },
        transactions: { nodes: [{ kind: 'REFUND', status: 'SUCCESS', gateway: 'shopify_payments' }] },
      });
      const { return: closed } = await ask(documents.close, { id: requested.id });
      expect(closed.status).toBe('CLOSED');

      expect(effects('refund.made')).toMatchObject([
        { detail: { orderId: seeded.id, returnId: requested.id, amount: '108.98', minor: 10_898, currency: 'EUR' } },
      ]);
      const level = await ask(
        'query($id: ID!) { inventoryItem(id: $id) { inventoryLevels(first: 1) { nodes { quantities(names: ["available"]) { quantity } } } } }',
        {
          id: seeded.lines[0].inventoryItemId,
        },
      );
      expect(level.inventoryLevels.nodes[0].quantities).toEqual([{ quantity: 11 }]);
      const after = await ask(
        'query($id: ID!) { order(id: $id) { displayFinancialStatus returnStatus totalOutstandingSet { shopMoney { amount } } } }',
        { id: seeded.id },
      );
      expect(after).toEqual({
        displayFinancialStatus: 'PARTIALLY_REFUNDED',
        returnStatus: 'RETURNED',
        totalOutstandingSet: { shopMoney: { amount: '0.0' } },
      });
    });

    it('refunds line by line exactly what was paid, with tax included or on top', async () => {
      for (const taxesIncluded of [true, false]) {
        const seeded = await seed({
          name: taxesIncluded ? '#2001' : '#2002',
          taxesIncluded,
          shippingAmount: '0',
          discount: { code: 'ODD', amount: '10.01' },
          lines: [{ ...dress, unitPrice: '33.33', taxRate: '0.055' }],
        });
        const { totalPriceSet } = await ask(
          'query($id: ID!) { order(id: $id) { totalPriceSet { shopMoney { amount } } } }',
          { id: seeded.id },
        );
        const opened = await openFor(seeded, 3);
        const cents = (amount: string): number => Math.round(Number(amount) * 100);
        let refunded = 0;
        for (let unit = 0; unit < 3; unit += 1) {
          const lines = [{ id: opened.lineId, quantity: 1 }];
          const { suggestedFinancialOutcome: outcome } = await ask(documents.outcome, {
            id: opened.id,
            lines,
            exchange: [],
          });
          const amount = String(outcome.financialTransfer.amount.shopMoney.amount);
          refunded += cents(amount);
          const { userErrors } = await ask(documents.process, {
            input: {
              returnId: opened.id,
              returnLineItems: lines,
              financialTransfer: {
                issueRefund: {
                  orderTransactions: [
                    { parentId: seeded.transactionIds[0], transactionAmount: { amount, currencyCode: 'EUR' } },
                  ],
                },
              },
            },
          });
          expect(userErrors).toEqual([]);
        }
        expect(refunded).toBe(cents(String(totalPriceSet.shopMoney.amount)));
      }
    });

    it('follows the table of its states and says why it will not', async () => {
      const seeded = await seed();
      const { id } = await requestFor(seeded);
      expect((await ask(documents.close, { id })).userErrors).toEqual([
        { code: 'INVALID_STATE', field: ['id'], message: 'Return status is invalid.' },
      ]);
      expect((await ask(documents.cancel, { id })).userErrors[0].message).toBe('Return is not cancelable.');
      expect((await ask(documents.approve, { input: { id } })).return.status).toBe('OPEN');
      expect((await ask(documents.approve, { input: { id } })).userErrors).toEqual([
        {
          code: 'INVALID_STATE',
          field: ['input', 'id'],
          message: 'Return is not approvable. Only returns with status REQUESTED can be approved.',
        },
      ]);
      expect((await ask(documents.decline, { input: { id, declineReason: 'OTHER' } })).userErrors[0].code).toBe(
        'INVALID_STATE',
      );
      expect((await ask(documents.close, { id })).return.status).toBe('CLOSED');
      expect((await ask(documents.close, { id })).return.status).toBe('CLOSED');
      expect((await ask(documents.process, { input: { returnId: id } })).userErrors[0].code).toBe('INVALID_STATE');
      expect((await ask(documents.reopen, { id })).return).toMatchObject({ status: 'OPEN', closedAt: null });
      expect((await ask(documents.cancel, { id })).return.status).toBe('CANCELED');
      expect((await ask(documents.reopen, { id })).userErrors[0].code).toBe('INVALID_STATE');

      const other = await requestFor(seeded);
      const declined = await ask(documents.decline, {
        input: { id: other.id, declineReason: 'RETURN_PERIOD_ENDED', declineNote: 'trop tard' },
      });
      expect(declined.return).toMatchObject({
        status: 'DECLINED',
        decline: { reason: 'RETURN_PERIOD_ENDED', note: 'trop tard' },
      });
      expect(
        (await ask(documents.decline, { input: { id: other.id, declineReason: 'OTHER' } })).userErrors[0].message,
      ).toBe('The return is already declined.');
      expect((await ask(documents.approve, { input: { id: 'gid://shopify/Return/1' } })).userErrors).toEqual([
        { code: 'NOT_FOUND', field: ['input', 'id'], message: 'Return not found.' },
      ]);
    });

    it('takes no more than was delivered and is not in another return', async () => {
      const seeded = await seed();
      await requestFor(seeded, 2);
      const input = (line: object): object => ({
        input: {
          orderId: seeded.id,
          returnLineItems: [{ fulfillmentLineItemId: seeded.lines[0].fulfillmentLineItemId, ...line }],
        },
      });
      expect((await ask(documents.request, input({ quantity: 2, returnReason: 'STYLE' }))).userErrors).toEqual([
        {
          code: 'INVALID',
          field: ['input', 'returnLineItems', '0', 'quantity'],
          message: 'Return line item has an invalid quantity.',
        },
      ]);
      expect((await ask(documents.request, input({ quantity: 1 }))).userErrors[0]).toMatchObject({
        code: 'BLANK',
        message: "Return reason can't be blank",
      });
      const unknown = await ask(
        documents.request,
        input({ fulfillmentLineItemId: 'gid://shopify/FulfillmentLineItem/9', quantity: 1, returnReason: 'STYLE' }),
      );
      expect(unknown.userErrors[0]).toMatchObject({
        code: 'NOT_FOUND',
        message: 'Fulfillment Line Item was not found.',
      });
      expect(effects('return.requested')).toHaveLength(1);
    });

    it('refuses money and goods that cannot be, and then has done nothing', async () => {
      const seeded = await seed();
      const opened = await openFor(seeded);
      const attempt = async (line: object, amount: string): Promise<unknown> => {
        const { userErrors } = await ask(documents.process, {
          input: {
            returnId: opened.id,
            returnLineItems: [{ id: opened.lineId, quantity: 1, ...line }],
            financialTransfer: {
              issueRefund: {
                orderTransactions: [
                  { parentId: seeded.transactionIds[0], transactionAmount: { amount, currencyCode: 'EUR' } },
                ],
              },
            },
          },
        });
        return userErrors[0];
      };
      const disposition = {
        reverseFulfillmentOrderLineItemId: opened.reverseLineId,
        quantity: 1,
        dispositionType: 'RESTOCKED',
      };
      expect(await attempt({ dispositions: [disposition] }, '59.99')).toMatchObject({
        code: 'BLANK',
        field: ['input', 'returnLineItems', '0', 'dispositions', '0', 'locationId'],
      });
      expect(
        await attempt({ dispositions: [{ ...disposition, locationId: 'gid://shopify/Location/1' }] }, '59.99'),
      ).toMatchObject({ code: 'NOT_FOUND', message: 'Location not found.' });
      expect(await attempt({ quantity: 2 }, '59.99')).toMatchObject({
        code: 'INVALID',
        message: 'Return line item has an invalid quantity.',
      });
      expect(await attempt({}, '500.00')).toMatchObject({ code: 'TOO_BIG' });
      expect(await attempt({}, '0.00')).toMatchObject({ code: 'GREATER_THAN' });
      expect(effects('refund.made')).toEqual([]);
      expect(effects('return.disposed')).toEqual([]);
      expect(await attempt({}, '59.99')).toBeUndefined();
      expect(await attempt({}, '59.99')).toMatchObject({ message: 'Return line item has an invalid quantity.' });
      expect(effects('refund.made')).toHaveLength(1);
    });

    it('disposes goods once, and restocks only at a place', async () => {
      const seeded = await seed();
      const opened = await openFor(seeded, 2);
      const input = (type: string, quantity: number, locationId?: string): object => ({
        inputs: [
          { reverseFulfillmentOrderLineItemId: opened.reverseLineId, quantity, dispositionType: type, locationId },
        ],
      });
      expect((await ask(documents.dispose, { inputs: [] })).userErrors[0]).toMatchObject({
        code: 'BLANK',
        message: 'The array cannot be empty.',
      });
      expect((await ask(documents.dispose, input('RESTOCKED', 1))).userErrors[0].code).toBe('BLANK');
      const done = await ask(documents.dispose, input('PROCESSING_REQUIRED', 2, seeded.locationId));
      expect(done.reverseFulfillmentOrderLineItems[0].dispositions).toEqual([
        { type: 'PROCESSING_REQUIRED', quantity: 2, location: { name: 'Atelier Lune Paris' } },
      ]);
      expect((await ask(documents.dispose, input('RESTOCKED', 1, seeded.locationId))).userErrors[0].code).toBe(
        'INVALID',
      );
      expect((await ask(documents.cancel, { id: opened.id })).userErrors[0].message).toBe('Return is not cancelable.');
    });

    it('loses lines that are removed, and closes when none is left', async () => {
      const seeded = await seed();
      const opened = await openFor(seeded, 2);
      const remove = (quantity: number): object => ({
        returnId: opened.id,
        returnLineItems: [{ returnLineItemId: opened.lineId, quantity }],
      });
      expect((await ask(documents.remove, remove(0))).userErrors).toEqual([
        { code: 'GREATER_THAN', field: null, message: 'Quantity must be greater than 0' },
      ]);
      expect((await ask(documents.remove, remove(3))).userErrors[0]).toMatchObject({ code: 'INVALID' });
      expect((await ask(documents.remove, remove(1))).return).toMatchObject({
        status: 'OPEN',
        returnLineItems: { nodes: [{ quantity: 1 }] },
      });
      expect((await ask(documents.remove, remove(1))).return).toMatchObject({
        status: 'CLOSED',
        returnLineItems: { nodes: [] },
      });
    });

    it('keeps back the fees it was made with', async () => {
      const seeded = await seed();
      const { return: made } = await ask(documents.create, {
        returnInput: {
          orderId: seeded.id,
          returnShippingFee: { amount: { amount: '3.00', currencyCode: 'EUR' } },
          returnLineItems: [
            {
              fulfillmentLineItemId: seeded.lines[0].fulfillmentLineItemId,
              quantity: 1,
              returnReason: 'UNWANTED',
              restockingFee: { percentage: 10 },
            },
          ],
        },
      });
      const [line] = made.returnLineItems.nodes;
      expect(line.restockingFee.amountSet.shopMoney.amount).toBe('6.0');
      const { suggestedFinancialOutcome: outcome } = await ask(documents.outcome, {
        id: made.id,
        lines: [{ id: line.id, quantity: 1 }],
        exchange: [],
      });
      expect(outcome.financialTransfer.amount.shopMoney.amount).toBe('50.99');
    });

    it('is calculated before it is made, with what goes back written negative', async () => {
      const seeded = await seed({ taxesIncluded: false, lines: [{ ...dress, unitPrice: '20.00', taxRate: '0.05' }] });
      const calculated = await ask(
        'query($input: CalculateReturnInput!) { returnCalculate(input: $input) { returnLineItems { quantity restockingFee { percentage amountSet { shopMoney { amount } } } subtotalSet { shopMoney { amount } } totalTaxSet { shopMoney { amount } } } returnShippingFee { id } } }',
        {
          input: {
            orderId: seeded.id,
            returnLineItems: [
              {
                fulfillmentLineItemId: seeded.lines[0].fulfillmentLineItemId,
                quantity: 1,
                restockingFee: { percentage: 10 },
              },
            ],
          },
        },
      );
      expect(calculated).toEqual({
        returnLineItems: [
          {
            quantity: 1,
            restockingFee: { percentage: 10, amountSet: { shopMoney: { amount: '2.0' } } },
            subtotalSet: { shopMoney: { amount: '-20.0' } },
            totalTaxSet: { shopMoney: { amount: '-1.0' } },
          },
        ],
        returnShippingFee: null,
      });
    });
  });

  describe('an exchange', () => {
    const exchangeFor = async (
      seeded: Seeded,
      sku: string,
    ): Promise<{ id: string; lineId: string; exchangeId: string }> => {
      const variant = seeded.lines[0].variants.find((candidate) => candidate.sku === sku);
      const { return: made, userErrors } = await ask(documents.create, {
        returnInput: {
          orderId: seeded.id,
          returnLineItems: [
            {
              fulfillmentLineItemId: seeded.lines[0].fulfillmentLineItemId,
              quantity: 1,
              returnReasonDefinitionId: 'gid://shopify/ReturnReasonDefinition/7',
            },
          ],
          exchangeLineItems: [{ variantId: variant?.id, quantity: 1 }],
        },
      });
      expect(userErrors).toEqual([]);
      expect(made).toMatchObject({
        status: 'OPEN',
        exchangeLineItems: { nodes: [{ variantSku: sku, processedQuantity: 0, lineItems: [] }] },
      });
      expect(made.returnLineItems.nodes[0]).toMatchObject({
        returnReason: 'SIZE_TOO_SMALL',
        returnReasonDefinition: { handle: 'too-small' },
      });
      return { id: made.id, lineId: made.returnLineItems.nodes[0].id, exchangeId: made.exchangeLineItems.nodes[0].id };
    };
    const stock = async (sku: string): Promise<number> => {
      const state = (await (await fetch(`${sandbox.url}/control/state`)).json()) as {
        providers: { shopify: { inventory: { sku: string; levels: { available: number }[] }[] } };
      };
      return state.providers.shopify.inventory.find((entry) => entry.sku === sku)?.levels[0]?.available ?? 0;
    };

    it('sends the other size when it is processed, and moves no money for the same price', async () => {
      const seeded = await seed();
      const made = await exchangeFor(seeded, 'ROBE-LUNE-L');
      const { suggestedFinancialOutcome: outcome } = await ask(documents.outcome, {
        id: made.id,
        lines: [{ id: made.lineId, quantity: 1 }],
        exchange: [{ id: made.exchangeId, quantity: 1 }],
      });
      expect(outcome.financialTransfer).toBeNull();
      const { return: processed, userErrors } = await ask(documents.process, {
        input: {
          returnId: made.id,
          returnLineItems: [{ id: made.lineId, quantity: 1 }],
          exchangeLineItems: [{ id: made.exchangeId, quantity: 1 }],
        },
      });
      expect(userErrors).toEqual([]);
      expect(processed.exchangeLineItems.nodes).toMatchObject([
        { processedQuantity: 1, lineItems: [{ sku: 'ROBE-LUNE-L' }] },
      ]);
      const after = await ask(
        'query($id: ID!) { order(id: $id) { totalOutstandingSet { shopMoney { amount } } fulfillmentOrders(first: 5) { nodes { status lineItems(first: 5) { nodes { sku remainingQuantity } } } } } }',
        { id: seeded.id },
      );
      expect(after.totalOutstandingSet.shopMoney.amount).toBe('0.0');
      expect(after.fulfillmentOrders.nodes[1]).toEqual({
        status: 'OPEN',
        lineItems: { nodes: [{ sku: 'ROBE-LUNE-L', remainingQuantity: 1 }] },
      });
      expect(await stock('ROBE-LUNE-L')).toBe(9);
      expect(effects('exchange.processed')).toMatchObject([
        { detail: { orderId: seeded.id, returnId: made.id, items: [{ sku: 'ROBE-LUNE-L' }] } },
      ]);
      expect(effects('refund.made')).toEqual([]);
    });

    it('waits for payment when the shopper owes the discount they no longer have', async () => {
      const seeded = await seed({ discount: { code: 'LUNE10', percent: '10' } });
      const made = await exchangeFor(seeded, 'ROBE-LUNE-S');
      const selection = { lines: [{ id: made.lineId, quantity: 1 }], exchange: [{ id: made.exchangeId, quantity: 1 }] };
      const { suggestedFinancialOutcome: outcome } = await ask(documents.outcome, { id: made.id, ...selection });
      expect(outcome.financialTransfer).toEqual({
        __typename: 'InvoiceReturnOutcome',
        amount: { shopMoney: { amount: '6.0' } },
      });
      await ask(documents.process, {
        input: { returnId: made.id, returnLineItems: selection.lines, exchangeLineItems: selection.exchange },
      });
      const after = await ask(
        'query($id: ID!) { order(id: $id) { fulfillmentOrders(first: 5) { nodes { status fulfillmentHolds { reason } } } } }',
        { id: seeded.id },
      );
      expect(after.fulfillmentOrders.nodes[1]).toEqual({
        status: 'ON_HOLD',
        fulfillmentHolds: [{ reason: 'AWAITING_PAYMENT' }],
      });
    });
  });

  describe('refundCreate', () => {
    const input = (seeded: Seeded, amount: string): object => ({
      orderId: seeded.id,
      refundLineItems: [{ lineItemId: seeded.lines[1].lineItemId, quantity: 1, restockType: 'NO_RESTOCK' }],
      transactions: [
        { orderId: seeded.id, parentId: seeded.transactionIds[0], gateway: 'shopify_payments', kind: 'REFUND', amount },
      ],
    });

    it('refunds once per key', async () => {
      const seeded = await seed();
      const first = await ask(documents.refund, { key: 'a-key', input: input(seeded, '15.00') });
      expect(first).toMatchObject({
        refund: { totalRefundedSet: { shopMoney: { amount: '15.0' } } },
        order: { displayFinancialStatus: 'PARTIALLY_REFUNDED' },
      });
      expect((await ask(documents.refund, { key: 'a-key', input: input(seeded, '15.00') })).refund).toEqual(
        first.refund,
      );
      const other = await ask(documents.refund, { key: 'a-key', input: input(seeded, '14.00') });
      expect(other).toMatchObject({
        refund: null,
        userErrors: [{ message: 'The same idempotency key cannot be used with different operation parameters.' }],
      });
      expect(effects('refund.made')).toHaveLength(1);
    });

    it('answers the second of two at once that the first is in progress', async () => {
      const seeded = await seed();
      await control('shopify/settings', { idempotentDelayMs: 100 });
      const both = await Promise.all(
        [0, 1].map(() => ask(documents.refund, { key: 'a-key', input: input(seeded, '15.00') })),
      );
      const messages = both
        .flatMap(({ userErrors }) => z.array(z.object({ message: z.string() })).parse(userErrors))
        .map(({ message }) => message);
      expect(messages).toEqual(['This request is currently in progress, please try again.']);
      expect(effects('refund.made')).toHaveLength(1);
    });

    it('is refused without a key from 2026-04 on', async () => {
      const seeded = await seed();
      const query =
        'mutation($input: RefundInput!) { refundCreate(input: $input) { refund { id } userErrors { message } } }';
      const { body } = await graphql(query, { input: input(seeded, '15.00') });
      expect(body).toMatchObject({
        data: { refundCreate: null },
        errors: [
          {
            message: 'The @idempotent directive is required for this mutation but was not provided.',
            path: ['refundCreate'],
            extensions: { code: 'BAD_REQUEST' },
          },
        ],
      });
      expect(
        (await graphql(query, { input: input(seeded, '15.00') }, '2026-01')).body.data.refundCreate.userErrors,
      ).toEqual([]);
    });

    it('can be left pending, and then fail', async () => {
      const seeded = await seed();
      await control('shopify/settings', { refundStatus: 'PENDING' });
      await ask(documents.refund, { key: 'a-key', input: input(seeded, '15.00') });
      const statuses = 'query($id: ID!) { order(id: $id) { displayFinancialStatus transactions { id kind status } } }';
      const pending = await ask(statuses, { id: seeded.id });
      expect(pending).toMatchObject({
        displayFinancialStatus: 'PARTIALLY_REFUNDED',
        transactions: [{ kind: 'SALE' }, { status: 'PENDING' }],
      });
      await control('shopify/transactions/settle', { transactionId: pending.transactions[1].id, status: 'FAILURE' });
      const failed = await ask(statuses, { id: seeded.id });
      expect(failed).toMatchObject({
        displayFinancialStatus: 'PAID',
        transactions: [{ kind: 'SALE' }, { status: 'FAILURE' }],
      });
      expect(effects('refund.failed')).toHaveLength(1);
    });

    it('pays back no more than was paid', async () => {
      const seeded = await seed();
      const {
        refund,
        order: answered,
        userErrors,
      } = await ask(documents.refund, { key: 'a-key', input: input(seeded, '999.00') });
      expect(refund).toBeNull();
      expect(answered).toEqual({ displayFinancialStatus: 'PAID' });
      expect(userErrors).toEqual([
        { field: null, message: 'Refund amount €999.00 is greater than net payment received €199.87' },
      ]);
    });
  });

  describe('stock, tags and store credit', () => {
    it('adjusts stock by compare and set', async () => {
      const seeded = await seed();
      const query = `mutation($input: InventoryAdjustQuantitiesInput!, $key: String!) { inventoryAdjustQuantities(input: $input) @idempotent(key: $key) {
        inventoryAdjustmentGroup { reason changes { delta quantityAfterChange item { sku } } } userErrors { code field message } } }`;
      const adjust = (key: string, changeFromQuantity: number): Promise<unknown> =>
        ask(query, {
          key,
          input: {
            name: 'available',
            reason: 'restock',
            changes: [
              {
                inventoryItemId: seeded.lines[1].inventoryItemId,
                locationId: seeded.locationId,
                delta: 2,
                changeFromQuantity,
              },
            ],
          },
        });
      expect(await adjust('one', 10)).toMatchObject({
        inventoryAdjustmentGroup: {
          reason: 'restock',
          changes: [{ delta: 2, quantityAfterChange: 12, item: { sku: 'MUG' } }],
        },
      });
      expect(await adjust('two', 10)).toMatchObject({ userErrors: [{ code: 'CHANGE_FROM_QUANTITY_STALE' }] });
      expect(await adjust('one', 10)).toMatchObject({ userErrors: [] });
      expect(effects('stock.adjusted')).toHaveLength(1);
    });

    it('adds tags once, sets metafields, credits accounts', async () => {
      const seeded = await seed({ tags: ['vip'] });
      await ask('mutation($id: ID!) { tagsAdd(id: $id, tags: ["return", "vip"]) { userErrors { message } } }', {
        id: seeded.id,
      });
      await ask(
        'mutation($metafields: [MetafieldsSetInput!]!) { metafieldsSet(metafields: $metafields) { metafields { key } userErrors { message } } }',
        {
          metafields: [
            { ownerId: seeded.id, namespace: 'returns', key: 'rma', type: 'single_line_text_field', value: 'RMA-1' },
          ],
        },
      );
      const found = await ask(
        'query($id: ID!) { order(id: $id) { tags customer { id } metafield(namespace: "returns", key: "rma") { value } } }',
        { id: seeded.id },
      );
      expect(found).toMatchObject({ tags: ['return', 'vip'], metafield: { value: 'RMA-1' } });
      const credited = await ask(
        'mutation($id: ID!, $input: StoreCreditAccountCreditInput!) { storeCreditAccountCredit(id: $id, creditInput: $input) { storeCreditAccountTransaction { amount { amount } balanceAfterTransaction { amount } } userErrors { code } } }',
        { id: found.customer.id, input: { creditAmount: { amount: '12.50', currencyCode: 'EUR' } } },
      );
      expect(credited.storeCreditAccountTransaction).toEqual({
        amount: { amount: '12.5' },
        balanceAfterTransaction: { amount: '12.5' },
      });
    });
  });

  describe('webhooks', () => {
    let receiver: http.Server;
    let received: Received[] = [];

    beforeEach(async () => {
      received = [];
      receiver = http.createServer((request, response) => {
        const chunks: Buffer[] = [];
        request.on('data', (chunk: Buffer) => chunks.push(chunk));
        request.on('end', () => {
          received.push({
            topic: String(request.headers['x-shopify-topic']),
            headers: request.headers,
            raw: Buffer.concat(chunks),
          });
          response.end();
        });
      });
      await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
    });
    afterEach(() => {
      receiver.close();
      receiver.closeAllConnections();
    });

    const subscribe = async (...topics: string[]): Promise<void> => {
      const { port } = receiver.address() as AddressInfo;
      for (const topic of topics) {
        const { userErrors } = await ask(documents.subscribe, { topic, uri: `http://127.0.0.1:${port}/hook` });
        expect(userErrors).toEqual([]);
      }
    };

    it('tell of a request that the shopper makes in their account, signed over the bytes', async () => {
      await subscribe('RETURNS_REQUEST');
      const seeded = await seed();
      await control('shopify/returns/request', {
        orderName: '#1042',
        lines: [{ sku: 'ROBE-LUNE-M', quantity: 1, reason: 'SIZE_TOO_SMALL', note: 'trop petite 🌙' }],
      });
      await sandbox.context.webhooks.idle();
      const [hook] = received;
      expect(hook?.headers).toMatchObject({
        'x-shopify-topic': 'returns/request',
        'x-shopify-shop-domain': shopifyAccount.shop,
        'x-shopify-api-version': '2026-10',
        'x-shopify-hmac-sha256': createHmac('sha256', shopifyAccount.clientSecret)
          .update(hook?.raw ?? '')
          .digest('base64'),
      });
      for (const header of ['x-shopify-webhook-id', 'x-shopify-event-id', 'x-shopify-triggered-at']) {
        expect(hook?.headers[header]).toMatch(/\S+/);
      }
      const orderNumber = Number(seeded.id.split('/').at(-1));
      expect(JSON.parse(hook?.raw.toString('utf8') ?? '')).toMatchObject({
        admin_graphql_api_id: expect.stringMatching(/^gid:\/\/shopify\/Return\/\d+$/),
        status: 'requested',
        name: '#1042-R1',
        order: { id: orderNumber, admin_graphql_api_id: seeded.id },
        total_return_line_items: 1,
        return_line_items: [{ quantity: 1, return_reason: 'size_too_small', customer_note: 'trop petite 🌙' }],
      });
    });

    it('tell of everything that one operation did under one event id', async () => {
      const seeded = await seed();
      const opened = await openFor(seeded);
      await subscribe(
        'RETURNS_PROCESS',
        'REFUNDS_CREATE',
        'REVERSE_FULFILLMENT_ORDERS_DISPOSE',
        'INVENTORY_LEVELS_UPDATE',
      );
      await ask(documents.process, {
        input: {
          returnId: opened.id,
          returnLineItems: [
            {
              id: opened.lineId,
              quantity: 1,
              dispositions: [
                {
                  reverseFulfillmentOrderLineItemId: opened.reverseLineId,
                  quantity: 1,
                  dispositionType: 'RESTOCKED',
                  locationId: seeded.locationId,
                },
              ],
            },
          ],
          financialTransfer: {
            issueRefund: {
              orderTransactions: [
                { parentId: seeded.transactionIds[0], transactionAmount: { amount: '59.99', currencyCode: 'EUR' } },
              ],
            },
          },
        },
      });
      await sandbox.context.webhooks.idle();
      expect(received.map((hook) => hook.topic).sort()).toEqual([
        'inventory_levels/update',
        'refunds/create',
        'returns/process',
        'reverse_fulfillment_orders/dispose',
      ]);
      expect(new Set(received.map((hook) => hook.headers['x-shopify-event-id'])).size).toBe(1);
      expect(new Set(received.map((hook) => hook.headers['x-shopify-webhook-id'])).size).toBe(4);
    });

    it('go nowhere but https or loopback, and once per topic and address', async () => {
      await subscribe('RETURNS_REQUEST');
      const { port } = receiver.address() as AddressInfo;
      const errorOf = async (uri: string): Promise<string> =>
        String((await ask(documents.subscribe, { topic: 'RETURNS_REQUEST', uri })).userErrors[0].message);
      expect(await errorOf(`http://127.0.0.1:${port}/hook`)).toBe('Address for this topic has already been taken');
      expect(await errorOf('http://example.test/hook')).toBe('Address protocol http:// is not supported');
      expect(await errorOf('')).toBe("Address can't be blank");
      const { nodes } = await ask('{ webhookSubscriptions(first: 5, topics: [RETURNS_REQUEST]) { nodes { id uri } } }');
      const gone = await ask(
        'mutation($id: ID!) { webhookSubscriptionDelete(id: $id) { deletedWebhookSubscriptionId userErrors { message } } }',
        { id: nodes[0].id },
      );
      expect(gone).toEqual({ deletedWebhookSubscriptionId: nodes[0].id, userErrors: [] });
      await seed();
      await control('shopify/returns/request', { orderName: '#1042', lines: [{ sku: 'MUG' }] });
      await sandbox.context.webhooks.idle();
      expect(received).toEqual([]);
    });
  });

  describe('faults', () => {
    it('lose the answer after the effect, by the name of the operation or of the mutation', async () => {
      for (const operation of ['Request', 'returnRequest']) {
        await control('reset', { seed: 5 });
        const seeded = await seed();
        await control('faults', { provider: 'shopify', kind: 'lost-answer', count: 1, match: { operation } });
        await expect(requestFor(seeded)).rejects.toThrow('fetch failed');
        expect(effects('return.requested')).toHaveLength(1);
        expect((await graphql('{ shop { name } }')).status).toBe(200);
      }
    });

    it('throttle with HTTP 200 and fail with 500', async () => {
      await control('faults', { provider: 'shopify', kind: 'throttled', count: 1, retryAfterSeconds: 3 });
      const throttled = await graphql('{ shop { name } }');
      expect(throttled.status).toBe(200);
      const { requestedQueryCost, throttleStatus } = throttled.body.extensions.cost;
      expect((requestedQueryCost - throttleStatus.currentlyAvailable) / throttleStatus.restoreRate).toBe(3);
      await control('faults', { provider: 'shopify', kind: 'server-error', count: 1, match: { operation: 'shop' } });
      expect((await graphql('{ shop { name } }')).status).toBe(500);
    });

    it('throttle queries alone: a token costs no points', async () => {
      await control('faults', { provider: 'shopify', kind: 'throttled', count: 1 });
      const token = await fetch(`${sandbox.url}/shopify/atelier-lune.myshopify.com/admin/oauth/access_token`, {
        method: 'POST',
        body: '{}',
      });
      expect(token.status).toBe(400);
      expect((await graphql('{ shop { name } }')).body.errors[0].extensions.code).toBe('THROTTLED');
    });

    it('hold an answer back by the name of the mutation', async () => {
      const seeded = await seed();
      const delayMs = 300;
      await control('faults', {
        provider: 'shopify',
        kind: 'slow-answer',
        count: 1,
        delayMs,
        match: { operation: 'returnRequest' },
      });
      await graphql('{ shop { name } }');
      const askedAt = performance.now();
      await requestFor(seeded);
      expect(performance.now() - askedAt).toBeGreaterThan(delayMs * 0.9);
      const requests = sandbox.context.journal.requestLog({ provider: 'shopify' });
      expect(requests.map(({ fault }) => fault)).toEqual([undefined, 'slow-answer']);
    });

    it('leave the idempotency key of what is done as it is', async () => {
      const { id: orderId, transactionIds } = await seed();
      const [parentId] = transactionIds;
      const transaction = { orderId, parentId, gateway: 'shopify_payments', kind: 'REFUND', amount: '1.00' };
      const variables = { key: 'a-key', input: { orderId, transactions: [transaction] } };
      const { refund } = await ask(documents.refund, variables);
      await control('faults', { provider: 'shopify', kind: 'execution-error', count: 1 });
      expect((await graphql(documents.refund, variables)).status).toBe(500);
      expect((await ask(documents.refund, variables)).refund).toEqual(refund);
      expect(effects('refund.made')).toHaveLength(1);
    });

    it('spoil the idempotency key of an attempt that broke in the middle', async () => {
      const seeded = await seed();
      await control('faults', {
        provider: 'shopify',
        kind: 'execution-error',
        count: 1,
        match: { operation: 'refundCreate' },
      });
      const variables = {
        key: 'a-key',
        input: {
          orderId: seeded.id,
          transactions: [
            {
              orderId: seeded.id,
              parentId: seeded.transactionIds[0],
              gateway: 'shopify_payments',
              kind: 'REFUND',
              amount: '1.00',
            },
          ],
        },
      };
      expect((await graphql(documents.refund, variables)).status).toBe(500);
      const again = await ask(documents.refund, variables);
      expect(again.userErrors[0].message).toContain('Retry with a new idempotency key');
      expect((await ask(documents.refund, { ...variables, key: 'another' })).refund).not.toBeNull();
    });
  });
});
