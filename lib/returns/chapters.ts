import { z } from 'zod/v4';
import { currencySchema, moneySchema } from './money';
import {
  channelSchema,
  dispositionSchema,
  gradeSchema,
  instantSchema,
  localeSchema,
  resolutions,
  resolutionSchema,
  returnReasonSchema,
  timeZoneSchema,
} from './vocabulary';

/** A dossier is one n8n item: each node reads the chapters it needs and adds its own. Keys that no schema names are dropped. */

// Whatever has several fields is lazy: n8n loads every node at its start, and most of what that takes would be schemas.

const idSchema = z.string().min(1).max(255);
const textSchema = z.string().max(2000);

export const addressSchema = z.lazy(() =>
  z
    .object({
      name: z.string().min(1).max(200),
      company: z.string().max(200).optional(),
      line1: z.string().min(1).max(200),
      line2: z.string().max(200).optional(),
      city: z.string().min(1).max(120),
      postalCode: z.string().max(20),
      region: z.string().max(80).optional(),
      country: z.string().regex(/^[A-Z]{2}$/, 'expected an ISO 3166-1 country code such as FR'),
      phone: z.string().max(40).optional(),
      email: z.email().optional(),
    })
    .meta({ title: 'Address' }),
);
export type Address = z.infer<typeof addressSchema>;

export const shopSchema = z.lazy(() =>
  z
    .object({
      name: z.string().min(1).max(120),
      email: z.email().meta({ description: 'Where shoppers write to, and where alerts go' }),
      returnAddress: addressSchema,
      url: z.url().optional(),
      timeZone: timeZoneSchema.default('Europe/Paris'),
    })
    .meta({
      title: 'Shop',
      description: 'Who takes the goods back; kept with the case, so that later workflows need no set-up',
    }),
);
export type Shop = z.infer<typeof shopSchema>;

/** What goods are, where the law or a policy asks for it; a shop may say the same by tags or categories. */
export const goodsTraits = [
  'final_sale',
  'customised',
  'perishable',
  'hygiene',
  'sealed_media',
  'digital',
  'oversize',
  'gift_card',
  'dated_leisure',
  'press',
  'alcohol',
  'mixed',
  'urgent_repair',
  'auction',
] as const;
export type GoodsTrait = (typeof goodsTraits)[number];

export const orderLineSchema = z.lazy(() =>
  z
    .object({
      id: idSchema.meta({ description: "The shop's id of the order line" }),
      fulfillmentLineId: idSchema.optional().meta({ description: 'Shopify expresses returns in fulfilment lines' }),
      sku: z.string().max(120).optional(),
      title: z.string().min(1).max(500),
      variantTitle: z.string().max(300).optional(),
      productId: idSchema.optional(),
      variantId: idSchema.optional(),
      category: z.string().max(120).optional(),
      productType: z.string().max(120).optional(),
      vendor: z.string().max(120).optional(),
      collections: z.array(z.string()).optional(),
      tags: z.array(z.string()).default([]),
      traits: z.array(z.enum(goodsTraits)).optional().meta({ description: 'What the goods are, e.g. `customised`' }),
      soldAs: z.enum(['new', 'used', 'refurbished']).optional(),
      digitalConsent: z
        .boolean()
        .optional()
        .meta({ description: 'Digital content: begun with consent, the loss of the right acknowledged and confirmed' }),
      quantity: z.int().positive(),
      returnableQuantity: z.int().nonnegative(),
      paid: moneySchema.meta({ description: 'What all units of the line cost, after discounts, tax included' }),
      tax: moneySchema.meta({ description: 'The tax within `paid`' }),
      discount: moneySchema.optional().meta({ description: 'What was taken off the price of all units' }),
      cost: moneySchema.optional().meta({ description: 'What one unit costs the shop' }),
      stock: z.int().optional().meta({ description: 'Units of this variant that the shop has now' }),
      weightGrams: z.number().nonnegative().optional().meta({ description: 'Of one unit' }),
      deliveredAt: instantSchema
        .optional()
        .meta({ description: 'When the last parcel of this line arrived, where it is not that of the order' }),
      parcel: idSchema.optional().meta({ description: 'The parcel in which the line was sent' }),
      bundle: idSchema.optional().meta({ description: 'Lines of one bundle share this id' }),
      giftWith: z
        .array(idSchema)
        .optional()
        .meta({ description: 'The lines with which this one came free in a promotion' }),
    })
    .meta({ title: 'OrderLine' }),
);
export type OrderLine = z.infer<typeof orderLineSchema>;

/** The name of a provider as its registry has it; one that this version does not know is kept. */
const providerSchema = z.string().min(1).max(80);

export const orderSchema = z.lazy(() =>
  z
    .object({
      id: idSchema,
      name: z.string().min(1).max(80).meta({ description: 'What the shopper knows the order by, e.g. #1001' }),
      channel: channelSchema,
      market: z.string().max(80).optional().meta({ description: 'The market or shop front, where a shop has several' }),
      premises: z
        .enum(['distance', 'off_premises', 'in_store'])
        .optional()
        .meta({ description: 'How the contract was concluded; from afar when absent' }),
      placedAt: instantSchema,
      fulfilledAt: instantSchema.optional(),
      deliveredAt: instantSchema.optional(),
      currency: currencySchema,
      taxesIncluded: z.boolean().default(true),
      customer: z.object({
        id: idSchema.optional(),
        name: z.string().max(200),
        email: z.email().optional(),
        phone: z.string().max(40).optional(),
        locale: z.string().max(20).optional(),
        orders: z.int().nonnegative().optional().meta({ description: 'How many orders this customer has placed' }),
        tags: z.array(z.string()).default([]),
        segments: z.array(z.string()).optional().meta({ description: 'e.g. `vip`, `b2b`, `subscriber`, `ambassador`' }),
        since: instantSchema.optional().meta({ description: 'When the customer account was made' }),
        isConsumer: z.boolean().optional().meta({ description: 'False for a buyer who acts for a trade' }),
      }),
      shippingAddress: addressSchema.optional(),
      lines: z.array(orderLineSchema).min(1),
      shipping: moneySchema.meta({ description: 'What the shopper paid for outbound delivery' }),
      total: moneySchema,
      payment: z.object({
        provider: providerSchema.meta({
          description: 'Who took the money, e.g. `stripe`; the shop, where it did itself',
        }),
        reference: idSchema.optional().meta({ description: 'Stripe payment intent, or Shopify parent transaction' }),
        method: z.string().max(80).optional().meta({ description: 'How the shopper paid, e.g. `card`, `klarna`' }),
      }),
      tags: z.array(z.string()).default([]),
      shippingMethod: z.string().max(120).optional(),
      cheapestShipping: moneySchema
        .optional()
        .meta({ description: 'What the cheapest standard delivery that was offered would have cost' }),
      discount: moneySchema.optional().meta({ description: 'Everything that was taken off, tax included' }),
      discountCodes: z.array(z.string()).optional(),
      campaign: z.string().max(120).optional().meta({ description: 'The promotion under which the order was placed' }),
      isGift: z.boolean().optional(),
      riskLevel: z.enum(['low', 'medium', 'high']).optional().meta({ description: "The shop's own fraud rating" }),
      disclosures: z
        .object({
          withdrawalInfoAt: instantSchema
            .nullable()
            .optional()
            .meta({ description: 'When the shopper was told of the right of withdrawal; null when never' }),
          returnFee: z.boolean().optional().meta({ description: 'The cost of the way back was told before the order' }),
          exceptions: z.boolean().optional().meta({ description: 'So were the goods that cannot come back' }),
          policy: z.boolean().optional().meta({ description: 'The returns policy was shown where the law wants it' }),
        })
        .optional()
        .meta({ description: 'What this shopper was told before the order' }),
    })
    .meta({ title: 'Order' }),
);
export type Order = z.infer<typeof orderSchema>;

/** What a policy may ask of goods that come back, and what a shopper can say of them. */
export const itemStates = ['unused', 'tags_on', 'original_packaging', 'seal_intact', 'complete'] as const;
export type ItemState = (typeof itemStates)[number];

/** What a policy may ask for before it decides. */
export const evidenceKinds = ['photos', 'video', 'proof_of_purchase', 'serial_number'] as const;
export type EvidenceKind = (typeof evidenceKinds)[number];

/** How goods can be sent back. */
export const returnMethods = ['post', 'relay_point', 'store', 'home_pickup', 'qr_code'] as const;
export const returnMethodSchema = z.enum(returnMethods);
export type ReturnMethod = z.infer<typeof returnMethodSchema>;

export const requestLineSchema = z.lazy(() =>
  z.object({
    orderLineId: idSchema,
    quantity: z.int().positive(),
    reason: returnReasonSchema,
    subReason: z.string().max(120).optional(),
    states: z
      .partialRecord(z.enum(itemStates), z.boolean())
      .optional()
      .meta({ description: 'What the shopper says of the goods, e.g. `{ "unused": true, "tags_on": false }`' }),
    evidence: z
      .partialRecord(z.enum(evidenceKinds), z.int().nonnegative())
      .optional()
      .meta({ description: 'How many pieces of each kind the shopper has handed in, e.g. `{ "photos": 2 }`' }),
    note: textSchema.optional(),
    exchangeFor: z
      .object({ variantId: idSchema, title: z.string().max(300) })
      .optional()
      .meta({ description: 'The variant that the shopper wants instead, for an exchange' }),
    returnLineId: idSchema.optional().meta({ description: "The provider's own id of the return line" }),
  }),
);

export const requestSchema = z.lazy(() =>
  z
    .object({
      channel: channelSchema,
      externalId: idSchema.meta({ description: 'Unique within the channel: the same request never opens two cases' }),
      requestedAt: instantSchema,
      resolution: resolutionSchema,
      lines: z.array(requestLineSchema).min(1),
      locale: localeSchema.default('en'),
      note: textSchema.optional(),
      method: returnMethodSchema.optional().meta({ description: 'How the shopper wants to send the goods back' }),
      initiator: z
        .enum(['shopper', 'gift_recipient', 'agent', 'shop', 'marketplace'])
        .optional()
        .meta({ description: 'Who asks; the shopper when absent' }),
      buyerAgrees: z
        .boolean()
        .optional()
        .meta({ description: 'Whether the buyer agrees that somebody who was given the goods sends them back' }),
      creditConsent: z
        .boolean()
        .optional()
        .meta({ description: 'The shopper expressly agreed to store credit instead of money' }),
      dispatchProofAt: instantSchema.optional().meta({ description: 'When the shopper proved to have sent the goods' }),
      goodsReceivedAt: instantSchema.optional(),
      respondBy: instantSchema
        .optional()
        .meta({ description: 'When the marketplace decides by itself, if nobody has answered' }),
    })
    .meta({ title: 'Request' }),
);
export type ReturnRequest = z.infer<typeof requestSchema>;
export type RequestLine = z.infer<typeof requestLineSchema>;

/** From the kindest to the hardest. */
export const outcomes = ['approve', 'review', 'needs_info', 'reject'] as const;
export const outcomeSchema = z.enum(outcomes);
export type Outcome = z.infer<typeof outcomeSchema>;

/** What is known of a customer's earlier returns and claims. Counts are of this shop alone. */
export const historySchema = z.lazy(() =>
  z
    .object({
      orders: z.int().nonnegative().optional(),
      spend: moneySchema.optional().meta({ description: 'Everything this customer has paid' }),
      returns: z
        .object({
          days30: z.int().nonnegative().optional(),
          days90: z.int().nonnegative().optional(),
          days180: z.int().nonnegative().optional(),
          ofOrder: z.int().nonnegative().optional().meta({ description: 'Earlier returns of this order' }),
        })
        .optional(),
      returnRate: z
        .object({ days30: z.number().optional(), days90: z.number().optional(), days180: z.number().optional() })
        .optional()
        .meta({ description: 'Units returned of units bought, in percent' }),
      keptItems: z.int().nonnegative().optional().meta({ description: 'Refunds without a return' }),
      missingClaims: z
        .int()
        .nonnegative()
        .optional()
        .meta({ description: 'Claims that a parcel or item did not arrive, or was a wrong one' }),
      credit: moneySchema.optional().meta({ description: 'Store credit received so far' }),
      failedPayments: z.int().nonnegative().optional(),
      lists: z.array(z.string()).optional().meta({ description: 'Lists that name this customer, e.g. `block`' }),
      linkedCustomers: z
        .int()
        .nonnegative()
        .optional()
        .meta({ description: 'Other customers who share an address, a card or a device with this one' }),
      addressType: z.enum(['home', 'business', 'relay_point', 'forwarder']).optional(),
    })
    .meta({ title: 'History' }),
);
export type History = z.infer<typeof historySchema>;

/** What a risk score says of a request; it may add a review and never a refusal. */
export const riskSchema = z
  .object({
    score: z.number().min(0).max(100),
    level: z.enum(['low', 'medium', 'high']).optional(),
  })
  .meta({ title: 'Risk' });
export type Risk = z.infer<typeof riskSchema>;

/** One text per language. A case that was decided before a language came knows fewer: read it with `wordsIn`. */
export const localisedSchema = z.partialRecord(localeSchema, z.string());
export type Localised = z.infer<typeof localisedSchema>;

/** What a policy can offer: what a shopper asks for, and what only a shop proposes. */
export const offeredResolutions = [...resolutions, 'repair', 'keep_item'] as const;
export type OfferedResolution = (typeof offeredResolutions)[number];

/** When a refund or credit is paid, or an exchange sent. */
export const paymentEvents = ['approval', 'label_scan', 'delivery', 'inspection'] as const;
export type PaymentEvent = (typeof paymentEvents)[number];

/**
 * What is paid back of the outbound delivery: what the law asks for; the whole when the whole order comes back; the
 * share of the goods that come back; always the whole.
 */
export const outboundDeliveryRules = ['as_law', 'whole_order', 'proportional', 'always'] as const;
export type OutboundDeliveryRule = (typeof outboundDeliveryRules)[number];

/** Where a law says what a decision rests on. */
export const lawReferenceSchema = z.lazy(() =>
  z.object({
    ruleId: z.string(),
    jurisdiction: z.string().meta({ description: 'e.g. `EU`, `FR`, `UK`, `US-NY`' }),
    article: z.string(),
    source: z.string().meta({ description: 'Where the text can be read' }),
  }),
);
export type LawReference = z.infer<typeof lawReferenceSchema>;

export const traceEntrySchema = z.lazy(() =>
  z.object({
    rule: z.string(),
    orderLineId: idSchema.optional(),
    held: z.boolean().meta({ description: 'Whether the condition of the rule was met' }),
    decided: z.boolean().meta({ description: 'Whether this rule set the outcome' }),
    saw: z.record(z.string(), z.unknown()).meta({ description: 'The facts that the rule looked at' }),
    missing: z.array(z.string()).optional().meta({ description: 'Facts that it would have needed' }),
    effect: z.string().optional().meta({ description: 'What the rule says, in a few words, e.g. `reject`, `30 days`' }),
    overruledBy: lawReferenceSchema.optional().meta({ description: 'The law that kept the rule from having its way' }),
  }),
);

/** How the fee of a line is worked out, so that it can be worked out anew when only a part of the goods arrives. */
const feeBasisSchema = z.lazy(() =>
  z.object({
    rule: z.string().meta({ description: 'Lines with fees of one rule share a flat fee per return' }),
    per: z.enum(['return', 'line', 'item']).meta({ description: 'How often a flat fee is kept' }),
    percent: z.number().min(0).max(100).optional().meta({ description: 'Of what is paid back for the line' }),
    amount: moneySchema.optional().meta({ description: 'A flat fee' }),
    minimum: moneySchema.optional(),
    cap: moneySchema.optional(),
  }),
);

const lineDecisionSchema = z.lazy(() =>
  z.object({
    orderLineId: idSchema,
    quantity: z.int().positive().optional(),
    outcome: outcomeSchema,
    rule: z.string(),
    windowEndsAt: instantSchema.optional(),
    refundable: moneySchema,
    fee: moneySchema.optional().meta({ description: 'The part of the fee that falls to this line' }),
    feeBasis: feeBasisSchema.optional().meta({ description: 'How the fee of this line is worked out' }),
    tax: moneySchema.optional().meta({ description: 'The tax within what is paid back for the goods' }),
    reason: localisedSchema.optional(),
    resolutions: z.array(z.enum(offeredResolutions)).optional(),
    keepItem: z.boolean().optional(),
    missing: z.array(z.string()).optional(),
    rights: z
      .object({
        withdrawal: z.string().optional(),
        withdrawalEndsAt: instantSchema.optional(),
        guarantee: z.string().optional(),
        guaranteeEndsAt: instantSchema.optional(),
        deduction: z
          .object({
            allowed: z.boolean(),
            missing: z.array(z.string()).optional(),
            law: lawReferenceSchema.optional(),
          })
          .optional()
          .meta({
            description: 'Whether a withdrawal may be cut for lost value, and what would have to be shown for it',
          }),
      })
      .optional()
      .meta({ description: 'What the law grants for this line, and until when' }),
  }),
);

/** What a shopper can be asked: the state of goods, evidence, a date, a choice, or words of their own. */
export const askables = [...itemStates, ...evidenceKinds, 'delivered_at', 'method', 'resolution', 'words'] as const;

const askSchema = z.lazy(() =>
  z.object({
    what: z.enum(askables),
    count: z.int().positive().optional().meta({ description: 'How many pieces of evidence' }),
    choices: z
      .array(z.object({ value: z.enum([...returnMethods, ...offeredResolutions]), text: localisedSchema }))
      .optional()
      .meta({ description: 'What there is to choose among' }),
  }),
);
export type Ask = z.infer<typeof askSchema>;

export const decisionSchema = z.lazy(() =>
  z
    .object({
      outcome: outcomeSchema,
      policy: z.object({
        name: z.string(),
        version: z.string(),
        hash: z.string().optional().meta({ description: 'SHA-256 of the document: what decides is told apart' }),
      }),
      evaluatedAt: instantSchema,
      rule: z.string().optional().meta({ description: 'The rule that decided' }),
      fee: moneySchema.meta({ description: 'Kept from the refund' }),
      refundable: moneySchema.meta({
        description: 'What the shopper gets back for the goods, after the fee and without outbound delivery',
      }),
      parts: z
        .object({
          goods: moneySchema.meta({ description: 'Without tax' }),
          tax: moneySchema,
          outboundDelivery: moneySchema,
          fee: moneySchema,
          total: moneySchema.meta({ description: 'goods + tax + outboundDelivery - fee' }),
        })
        .optional()
        .meta({ description: 'What is paid back in all, by its parts' }),
      feeCap: moneySchema.optional().meta({ description: 'All fees of the return together are never more' }),
      delivery: z
        .object({
          rule: z.enum(outboundDeliveryRules).meta({ description: 'What the policy pays back of it' }),
          wholeOrder: moneySchema.meta({ description: 'What policy and law owe once the whole order has come back' }),
        })
        .optional()
        .meta({ description: 'What becomes of the outbound delivery when only a part of the goods arrives' }),
      windowEndsAt: instantSchema.optional(),
      sendBy: instantSchema.optional().meta({
        description:
          'The last instant to send the goods back: the end of the window, or what the law gives after the request where that is later',
      }),
      timeZone: z.string().optional().meta({ description: 'The zone in which the window ends at midnight' }),
      reason: z.object({ shopper: localisedSchema, agent: z.string(), audit: z.string() }),
      declineCode: z.enum(['return_period_ended', 'final_sale', 'other']).optional(),
      lines: z.array(lineDecisionSchema),
      resolutions: z
        .array(
          z.object({
            resolution: z.enum(offeredResolutions),
            paidAt: z.enum(paymentEvents),
            exchange: z.enum(['same_product', 'same_price', 'any']).optional(),
            bonus: moneySchema.optional().meta({ description: 'Added to store credit' }),
            noBonusIn: currencySchema.optional().meta({
              description: 'The currency of the order, where the policy has a bonus and names no amount in it',
            }),
            amount: moneySchema.optional().meta({ description: 'What is paid, with the bonus' }),
          }),
        )
        .optional()
        .meta({ description: 'What is offered, in this order' }),
      methods: z
        .array(
          z.object({
            method: returnMethodSchema,
            carrier: z.string().optional(),
            service: z.string().optional(),
            fee: moneySchema.optional(),
          }),
        )
        .optional()
        .meta({ description: 'How the goods can be sent back, in this order, and what each costs the shopper' }),
      evidence: z
        .array(
          z.object({
            kind: z.union([z.enum(evidenceKinds), z.enum(itemStates)]),
            count: z.int().positive().optional(),
            orderLineId: idSchema,
            rule: z.string(),
            required: z.boolean().meta({ description: 'Nothing is decided before it is there' }),
          }),
        )
        .optional()
        .meta({ description: 'What the shopper is asked to show or to confirm' }),
      questions: z
        .array(
          z.object({
            rule: z.string(),
            facts: z.array(z.string()),
            asks: z.enum(['shopper', 'shop']).meta({ description: 'Who can answer it' }),
            text: localisedSchema,
            orderLineId: idSchema.optional(),
            ask: askSchema
              .optional()
              .meta({ description: 'How the answer looks, for a form; the command `answer` takes it' }),
          }),
        )
        .optional(),
      missing: z.array(z.string()).optional().meta({ description: 'Facts that are not known and would decide' }),
      refundDeadline: z
        .object({
          days: z.int().nonnegative(),
          countedFrom: z.string(),
          endsAt: instantSchema.optional(),
          mayWithhold: z.boolean().meta({ description: 'Whether the refund may wait for the goods' }),
          law: lawReferenceSchema.optional(),
          late: z
            .object({
              days: z.int().positive(),
              surcharge: moneySchema.optional().meta({ description: 'What the law adds to the refund' }),
              needsLegalRate: z.boolean().optional().meta({ description: 'A part at the legal rate is not counted' }),
              missingLegalRates: z
                .array(z.iso.date())
                .optional()
                .meta({ description: 'First days of the half-years that `refund.legalRates` of the policy lacks' }),
              law: lawReferenceSchema.optional(),
            })
            .optional()
            .meta({ description: 'When the deadline of the law had passed as it was decided' }),
        })
        .optional(),
      keepItem: z
        .object({ keep: z.boolean(), rule: z.string(), cost: moneySchema, worth: moneySchema })
        .optional()
        .meta({ description: 'Whether the way back would cost more than the goods are worth' }),
      lane: z.string().optional(),
      overruled: z
        .array(z.object({ rule: z.string(), orderLineId: idSchema.optional(), by: lawReferenceSchema }))
        .optional()
        .meta({ description: 'Rules of the policy that the law kept from having their way' }),
      trace: z.array(traceEntrySchema).meta({ description: 'Empty where it was not asked for' }),
    })
    .meta({ title: 'Decision' }),
);
export type Decision = z.infer<typeof decisionSchema>;
export type TraceEntry = z.infer<typeof traceEntrySchema>;

export const labelFormats = ['pdf', 'png', 'zpl'] as const;

export const labelSchema = z.lazy(() =>
  z
    .object({
      carrier: z.string().meta({ description: "The provider's word for it, by which it is tracked" }),
      carrierName: z.string().optional().meta({ description: 'What people call it, where that is another name' }),
      service: z.string(),
      trackingNumber: idSchema,
      trackingUrl: z.url().optional(),
      url: z.url(),
      format: z.enum(labelFormats),
      cost: moneySchema,
      shipmentId: idSchema,
      trackerId: idSchema.optional(),
      provider: z.string(),
      createdAt: instantSchema,
    })
    .meta({ title: 'Label' }),
);
export type Label = z.infer<typeof labelSchema>;

export const slipSchema = z.lazy(() =>
  z.object({ fileName: z.string(), pages: z.int().positive(), withLabel: z.boolean() }).meta({ title: 'Slip' }),
);
export type Slip = z.infer<typeof slipSchema>;

export const emailSchema = z.lazy(() =>
  z
    .object({
      message: z.string(),
      messageId: z.string(),
      subject: z.string(),
      locale: localeSchema,
      sentAt: instantSchema,
    })
    .meta({ title: 'Email' }),
);
export type Email = z.infer<typeof emailSchema>;

/** One vocabulary for every carrier; a code that nobody knows is `unknown`, never an error. */
export const trackingStatuses = [
  'pre_transit',
  'in_transit',
  'out_for_delivery',
  'available_for_pickup',
  'attempt_failed',
  'delivered',
  'returned_to_sender',
  'exception',
  'cancelled',
  'unknown',
] as const;
export const trackingStatusSchema = z.enum(trackingStatuses);
export type TrackingStatus = z.infer<typeof trackingStatusSchema>;

export const trackingSchema = z.lazy(() =>
  z
    .object({
      trackingNumber: idSchema,
      carrier: z.string(),
      carrierName: z.string().optional().meta({ description: 'What people call it, where that is another name' }),
      status: trackingStatusSchema,
      carrierStatus: z.string().meta({ description: "The carrier's own word, kept as it came" }),
      at: instantSchema.meta({ description: "The carrier's time of the newest scan" }),
      weightGrams: z.number().nonnegative().optional().meta({ description: 'What the carrier weighed' }),
      message: z.string().optional(),
      location: z.string().optional(),
      provider: z.string(),
    })
    .meta({ title: 'Tracking' }),
);
export type Tracking = z.infer<typeof trackingSchema>;

export const inspectionSchema = z.lazy(() =>
  z
    .object({
      inspectedAt: instantSchema,
      lines: z
        .array(
          z.object({
            orderLineId: idSchema,
            quantity: z.int().positive(),
            grade: gradeSchema,
            disposition: dispositionSchema,
            missingParts: z.boolean().optional(),
            damagedBy: z.enum(['shopper', 'carrier', 'shop']).optional(),
            photos: z.int().nonnegative().optional(),
            note: textSchema.optional(),
          }),
        )
        .min(1),
    })
    .meta({ title: 'Inspection' }),
);
export type Inspection = z.infer<typeof inspectionSchema>;

export const refundStatuses = ['pending', 'succeeded', 'failed', 'canceled'] as const;

export const refundSchema = z.lazy(() =>
  z
    .object({
      provider: providerSchema,
      id: idSchema,
      status: z.enum(refundStatuses),
      amount: moneySchema,
      providerStatus: z.string().meta({ description: "The provider's own word, kept as it came" }),
      failureReason: z.string().optional(),
      at: instantSchema,
    })
    .meta({ title: 'Refund' }),
);
export type Refund = z.infer<typeof refundSchema>;

export const exchangeSchema = z.lazy(() =>
  z
    .object({
      provider: z.string(),
      id: idSchema.meta({ description: 'The fulfilment order, or order, that sends the new goods' }),
      orderName: z.string(),
      lines: z.array(z.object({ variantId: idSchema, title: z.string(), quantity: z.int().positive() })),
      at: instantSchema,
    })
    .meta({ title: 'Exchange' }),
);
export type Exchange = z.infer<typeof exchangeSchema>;

export const creditSchema = z.lazy(() =>
  z.object({ provider: z.string(), id: idSchema, amount: moneySchema, at: instantSchema }).meta({ title: 'Credit' }),
);
export type Credit = z.infer<typeof creditSchema>;
