import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import {
  buildClientSchema,
  getNamedType,
  getOperationAST,
  getVariableValues,
  isEnumType,
  isInputObjectType,
  Kind,
  NoDeprecatedCustomRule,
  OperationTypeNode,
  parse,
  specifiedRules,
  typeFromAST,
  validate,
  type GraphQLSchema,
  type GraphQLType,
  type IntrospectionQuery,
} from 'graphql';
import {
  addNote,
  addTags,
  adjustInventory,
  apiVersions,
  approveReturn,
  attachLabel,
  bulkQueries,
  calculateReturn,
  cancelReturn,
  closeReturn,
  createReturn,
  declineReturn,
  documents,
  exchangePayment,
  exchangeVariants,
  findOrder,
  getReturn,
  giveCredit,
  giveGiftCard,
  listChanges,
  listReasons,
  listReturnableLines,
  listReturns,
  orderHistory,
  ordersToPick,
  processReturn,
  readStanding,
  readShop,
  refundOrder,
  removeLines,
  removeTags,
  reopenReturn,
  requestReturn,
  restock,
  returnsToPick,
  setMetafields,
  subscribe,
  suggestedRefund,
  unsubscribe,
} from '../../lib/shops/shopify';
import { orderSchema, type Inspection } from '../../lib/returns';
import { topicOptions } from '../../nodes/ShopifyReturnsTrigger/topics';
import { alone, type Sent, type ShopifySandbox, startShopify } from './shopify-story';

/** What the order search asks for at most, where the document leaves it to a variable. */
const longestSearch = 5;

const folder = join(__dirname, '../../lib/shops/shopify');

const published = join(__dirname, '../../node_modules/@shopify/dev-mcp/dist/data');

const publishedVersions = (): string[] =>
  readdirSync(published)
    .flatMap((file) => /^admin_(\d{4}-\d{2})\.json\.gz$/.exec(file)?.[1] ?? [])
    .sort();

function publishedSchema(version: string): GraphQLSchema {
  const file = join(published, `admin_${version}.json.gz`);
  const { data } = JSON.parse(gunzipSync(readFileSync(file)).toString('utf8')) as { data: IntrospectionQuery };
  return buildClientSchema(data, { assumeValid: true });
}

/** Plays every verb against the simulator and answers what went over the wire. */
async function playEveryVerb(shopify: ShopifySandbox): Promise<readonly Sent[]> {
  const { client } = shopify;
  const attempt = { idempotencyKey: 'documents', mayHaveHappened: false };
  const label = { trackingNumber: '8R1', trackingUrl: 'https://carrier.test/8R1', url: 'https://labels.test/8R1.pdf' };
  const amount = { amount: 1000, currency: 'EUR' };

  await readShop(client);
  const { id, name } = await shopify.seedOrder();
  const order = await findOrder(client, { name });
  await findOrder(client, { id });
  const [dress, mug] = order.lines.map((line) => line.id);
  const [small] = await exchangeVariants(client, { variantId: order.lines[0]?.variantId ?? '' });

  const requested = await shopify.requestReturn(name, [{ sku: 'MUG-LUNE' }]);
  await declineReturn(client, { returnId: requested, reason: 'final_sale', note: 'Sold as it is' });
  const approved = await shopify.requestReturn(name, [{ sku: 'MUG-LUNE' }]);
  await approveReturn(client, { returnId: approved });
  await getReturn(client, { returnId: approved });
  await readStanding(client, { returnId: approved });
  await listReturns(client, { statuses: ['OPEN'], updatedSince: '2026-01-01T00:00:00Z', limit: 1 });
  await returnsToPick(client, { text: '#1001', cursor: 'eyJsYXN0X2lkIjoiMSJ9' });
  await ordersToPick(client, { text: '#1001', cursor: 'eyJsYXN0X2lkIjoiMSJ9' });
  await attachLabel(client, { returnId: approved, label });
  await attachLabel(client, { returnId: approved, label: { ...label, trackingNumber: '8R2' } });

  const inspect = (orderLineId: string | undefined): Inspection => ({
    inspectedAt: '2026-11-22T10:00:00Z',
    lines: [{ orderLineId: orderLineId ?? '', quantity: 1, grade: 'new', disposition: 'restock' }],
  });
  await restock(client, { returnId: approved, inspection: inspect(mug) });
  await processReturn(client, { returnId: approved, amount, note: 'RMA-1', attempt });

  const request = {
    channel: 'form',
    externalId: 'form-1',
    requestedAt: '2026-11-20T10:00:00Z',
    resolution: 'exchange' as const,
    locale: 'fr' as const,
    lines: [
      {
        orderLineId: dress ?? '',
        quantity: 1,
        reason: 'too_large' as const,
        note: 'Trop grande',
        exchangeFor: { variantId: small?.variantId ?? '', title: 'S' },
      },
    ],
  };
  const second = { idempotencyKey: 'documents-2', mayHaveHappened: true };
  const created = await createReturn(client, { ...alone, order, request, returnShippingFee: amount, attempt: second });
  await processReturn(client, {
    returnId: created.shopifyReturn.id,
    inspection: inspect(dress),
    attempt: second,
  });

  await playTheRest(shopify, { id, name, mug: mug ?? '' });

  const webhooks = await subscribe(client, { topics: ['RETURNS_REQUEST'], uri: 'https://n8n.test/webhook/1' });
  await unsubscribe(client, { ids: webhooks.map((webhook) => webhook.id) });
  return shopify.sent;
}

/** What stands beside the way of one return. */
async function playTheRest(
  shopify: ShopifySandbox,
  { name }: { id: string; name: string; mug: string },
): Promise<void> {
  const { client } = shopify;
  const seeded = await shopify.seedOrder();
  const order = await findOrder(client, { id: seeded.id });
  await findOrder(client, { confirmationNumber: 'NONE', email: 'a@b.test' }).catch(() => undefined);
  const [dress, mug] = order.lines;
  const orderId = order.id;
  const amount = { amount: 500, currency: 'EUR' };
  const again = (idempotencyKey: string) => ({ idempotencyKey, mayHaveHappened: client.version >= '2026-01' });
  const lines = [{ orderLineId: mug?.id ?? '', quantity: 1 }];

  await listReasons(client);
  await listReturnableLines(client, { orderId });
  await suggestedRefund(client, { orderId, lines, delivery: amount });
  const exchange = [{ variantId: dress?.variantId ?? '', quantity: 1 }];
  await calculateReturn(client, { orderId, lines, exchange, returnShippingFee: amount });
  const request = {
    channel: 'form',
    externalId: 'form-2',
    requestedAt: '2026-11-20T10:00:00Z',
    resolution: 'refund' as const,
    locale: 'fr' as const,
    lines: [{ orderLineId: mug?.id ?? '', quantity: 1, reason: 'other' as const, note: 'Pas pour moi' }],
  };
  const { shopifyReturn } = await requestReturn(client, { ...alone, order, request, attempt: again('request') });
  await approveReturn(client, { returnId: shopifyReturn.id });
  await closeReturn(client, { returnId: shopifyReturn.id });
  await reopenReturn(client, { returnId: shopifyReturn.id });
  await cancelReturn(client, { returnId: shopifyReturn.id });
  const second = await requestReturn(client, { ...alone, order, request, attempt: again('request-2') });
  const attempt = { idempotencyKey: 'remove', mayHaveHappened: false };
  await removeLines(client, { returnId: second.shopifyReturn.id, lines, attempt });
  await exchangePayment(client, { orderId });

  await refundOrder(client, {
    orderId,
    amount,
    storeCredit: { amount, expiresAt: '2027-11-22T10:00:00Z' },
    lines: [{ orderLineId: dress?.id ?? '', quantity: 1 }],
    delivery: amount,
    attempt: again('refund-order'),
  });
  const since = new Date(0).toISOString();
  const customerId = order.customer.id ?? '';
  await giveCredit(client, {
    customerId,
    amount,
    bonusPercent: 10,
    notifyCustomer: true,
    attempt: again('credit'),
    ...alone,
  });
  await giveGiftCard(client, {
    customerId,
    amount,
    expiresOn: '2028-11-30',
    note: name,
    notifyCustomer: true,
    attempt: { idempotencyKey: 'card', mayHaveHappened: true },
    since,
  });
  await adjustInventory(client, { variantId: dress?.variantId ?? '', delta: 1, attempt: again('stock') });
  await addTags(client, { orderId, tags: ['returned'] });
  await removeTags(client, { orderId, tags: ['returned'] });
  const metafield = { namespace: 'returns', key: 'rma', type: 'single_line_text_field', value: 'RMA-1' };
  await setMetafields(client, { orderId, metafields: [metafield] });
  await setMetafields(client, { orderId, metafields: [metafield] });
  await addNote(client, { orderId, text: 'RMA-1 opened' });
  const changes = [];
  const topics = ['RETURNS_REQUEST', 'RETURNS_CANCEL', 'REFUNDS_CREATE'];
  for await (const change of listChanges(client, { since: '2026-01-01', topics })) changes.push(change.topic);
  expect(new Set(changes)).toEqual(new Set(['RETURNS_CANCEL', 'REFUNDS_CREATE']));
  for await (const { order: sold } of orderHistory(client, { since: '2026-01-01' })) orderSchema.parse(sold);
  if (client.version < '2026-01') {
    await refundOrder(client, { orderId, amount, attempt: { idempotencyKey: 'refund-order', mayHaveHappened: true } });
    const credit = {
      customerId,
      amount,
      bonusPercent: 10,
      attempt: { idempotencyKey: 'credit', mayHaveHappened: true },
    };
    await giveCredit(client, { ...credit, ...alone });
  }
}

describe('the GraphQL documents of the Shopify client', () => {
  it('are all declared in files that the client loads', () => {
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
    const texts = files.map((file) => readFileSync(join(folder, file), 'utf8'));
    const declared = texts.reduce((sum, text) => sum + [...text.matchAll(/= defineDocument\(/g)].length, 0);
    const names = documents.map((document) => document.name);
    expect(documents).toHaveLength(declared);
    expect(new Set(names).size).toBe(names.length);
  });

  it('are checked against every version that Shopify publishes', () => {
    expect(publishedVersions()).toEqual([...apiVersions]);
  });
});

describe.each(apiVersions)('the GraphQL documents of the Shopify client, sent to %s,', (version) => {
  const schema = publishedSchema(version);
  const own = documents.filter(({ versions }) => versions.includes(version));

  it.each(own.map((document) => [document.name, document] as const))(
    '%s is valid and asks for nothing deprecated',
    (_name, document) => {
      const syntax = parse(document.text(version));
      const errors = validate(schema, syntax, [...specifiedRules, NoDeprecatedCustomRule]);
      expect(errors.map(({ message }) => message)).toEqual([]);
      expect(getOperationAST(syntax)).toMatchObject({ name: { value: document.name }, operation: document.kind });
    },
  );

  it.each(bulkQueries.map((query) => [query.name, query] as const))(
    'the bulk query %s is valid, asks for nothing deprecated and keeps to five connections',
    (_name, query) => {
      const syntax = parse(query.text(version, 'created_at:>="2026-01-01"'));
      const errors = validate(schema, syntax, [...specifiedRules, NoDeprecatedCustomRule]);
      expect(errors.map(({ message }) => message)).toEqual([]);
      expect([...query.text(version, '').matchAll(/\bedges\b/g)].length).toBeLessThanOrEqual(5);
    },
  );

  it('knows every topic that the trigger offers', () => {
    const type = schema.getType('WebhookSubscriptionTopic');
    const known = isEnumType(type) ? type.getValues().map(({ name }) => name) : [];
    expect(topicOptions.map(({ value }) => value).filter((topic) => !known.includes(String(topic)))).toEqual([]);
    const ofReturns = known.filter((topic) => /^(RETURNS|REVERSE_|REFUNDS)_?/.test(topic));
    expect(ofReturns.filter((topic) => !topicOptions.some(({ value }) => value === topic))).toEqual([]);
  });

  it('stay below the cost that Shopify takes from one query, whatever their lists hold', () => {
    const costs = own.map((document) => [document.name, worstCost(document.text(version))] as const);
    expect(costs.filter(([, cost]) => cost > 1000)).toEqual([]);
  });

  describe('with the variables that the verbs send', () => {
    let shopify: ShopifySandbox;
    let sent: readonly Sent[];

    beforeAll(async () => {
      shopify = await startShopify(version);
      sent = await playEveryVerb(shopify);
    });
    afterAll(() => shopify.sandbox.stop());

    it('are all sent by some verb', () => {
      const played = new Set(sent.map(({ document }) => document.name));
      expect(own.map(({ name }) => name).filter((name) => !played.has(name))).toEqual([]);
    });

    it('take every set of variables, none of them unknown or deprecated', () => {
      for (const { document, variables } of sent) {
        expect(document.versions).toContain(version);
        const operation = getOperationAST(parse(document.text(version)));
        const definitions = operation?.variableDefinitions ?? [];
        const names = definitions.map(({ variable }) => variable.name.value);
        expect(Object.keys(variables).filter((name) => !names.includes(name))).toEqual([]);
        const { errors } = getVariableValues(schema, definitions, structuredClone(variables));
        const deprecated = definitions.flatMap(({ variable: { name }, type }) =>
          deprecatedFields(typeFromAST(schema, type), variables[name.value]),
        );
        expect({ document: document.name, errors: errors?.map(({ message }) => message), deprecated }).toEqual({
          document: document.name,
          errors: undefined,
          deprecated: [],
        });
      }
    });
  });
});

/** Input fields that are given although the schema advises against them. */
function deprecatedFields(type: GraphQLType | undefined, value: unknown): string[] {
  const named = type && getNamedType(type);
  if (Array.isArray(value)) return value.flatMap((entry: unknown) => deprecatedFields(named, entry));
  if (!isInputObjectType(named) || typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, entry]) => {
    const field = named.getFields()[name];
    const own = field?.deprecationReason == null ? [] : [`${named.name}.${name}`];
    return [...own, ...deprecatedFields(field?.type, entry)];
  });
}

/** Objects that an answer can hold at most: 1 each, as many as `first` says, 10 for a mutation; lists count as one. */
function worstCost(text: string): number {
  const operation = getOperationAST(parse(text));
  const count = (node: NonNullable<typeof operation>['selectionSet'] | undefined): number =>
    (node?.selections ?? []).reduce((sum, selection) => {
      if (selection.kind === Kind.FRAGMENT_SPREAD) return sum;
      const inner = count(selection.selectionSet);
      if (selection.kind === Kind.INLINE_FRAGMENT) return sum + inner;
      if (!selection.selectionSet || ['nodes', 'pageInfo'].includes(selection.name.value)) return sum + inner;
      const first = selection.arguments?.find(({ name }) => name.value === 'first')?.value;
      const times = first?.kind === Kind.INT ? Number(first.value) : longestSearch;
      return sum + (first ? times * (1 + inner) : 1 + inner);
    }, 0);
  return count(operation?.selectionSet) + (operation?.operation === OperationTypeNode.MUTATION ? 10 : 0);
}
