import {
  NodeConnectionTypes,
  type IHookFunctions,
  type INodeType,
  type INodeTypeDescription,
  type ITriggerFunctions,
  type ITriggerResponse,
  type IWebhookFunctions,
  type IWebhookResponseData,
} from 'n8n-workflow';
import { ledgerTest, shopifyTest } from '../shared/credential-test';
import { shopify } from '../shared/shops';
import { connectShopify } from '../shared/shopify';
import { refuse, webhookUrlOf } from '../shared/webhook';
import { askOrRemember, forgetSubscription } from '../shared/webhook-subscription';
import { workInbox } from '../shared/work-inbox';
import { lookForMissed } from './look-for-missed';
import { takeInDelivery } from './take-in-delivery';
import { topicOptions } from './topics';

export class ShopifyReturnsTrigger implements INodeType {
  description: INodeTypeDescription = {
    displayName: 'Shopify Returns Trigger',
    name: 'shopifyReturnsTrigger',
    icon: { light: 'file:shopifyReturnsTrigger.svg', dark: 'file:shopifyReturnsTrigger.dark.svg' },
    group: ['trigger'],
    version: 1,
    subtitle: '={{ $parameter["topics"].join(", ") }}',
    description: 'Starts when something happens to a return in Shopify',
    defaults: { name: 'Shopify Returns Trigger' },
    inputs: [],
    outputs: [NodeConnectionTypes.Main],
    credentials: [
      { name: 'returnsShopifyApi', required: true, testedBy: 'shopifyTest' },
      {
        name: 'returnsLedgerApi',
        displayName: 'Returns Ledger (optional, for queue mode)',
        required: false,
        testedBy: 'ledgerTest',
      },
    ],
    webhooks: [{ name: 'default', httpMethod: 'POST', responseMode: 'onReceived', path: 'webhook' }],
    properties: [
      {
        displayName: 'Events',
        name: 'topics',
        type: 'multiOptions',
        required: true,
        options: topicOptions,
        default: ['RETURNS_REQUEST'],
        description: 'The node subscribes itself when the workflow is activated, and unsubscribes when it is not',
      },
      {
        displayName: 'Once per Event',
        name: 'oncePerEvent',
        type: 'boolean',
        default: true,
        description:
          'Whether several chosen events that tell of one and the same action, on one and the same return, start the workflow once',
      },
      {
        displayName: 'Look for Missed Events Every (Minutes)',
        name: 'lookEveryMinutes',
        type: 'number',
        typeOptions: { minValue: 0 },
        default: 15,
        description:
          'Finds requests, approvals, refusals, cancellations, labels, refunds and fulfilments that no webhook told of; 0 turns it off',
      },
      {
        displayName: 'Look Back (Hours)',
        name: 'lookBackHours',
        type: 'number',
        typeOptions: { minValue: 1 },
        default: 24,
        description: 'How far the first look after activation goes back',
      },
    ],
  };

  methods = { credentialTest: { ledgerTest, shopifyTest } };

  webhookMethods = {
    default: {
      async checkExists(this: IHookFunctions): Promise<boolean> {
        const topics = this.getNodeParameter('topics') as string[];
        const uri = webhookUrlOf(this);
        const known = this.getWorkflowStaticData('node');
        const isRemembered = known['uri'] === uri && String(known['topics']) === String(topics);
        return askOrRemember(this, isRemembered, async () => {
          const existing = await shopify().listWebhooks(await connectShopify(this), { uri });
          return topics.every((topic) => existing.some((subscription) => subscription.topic === topic));
        });
      },

      async create(this: IHookFunctions): Promise<boolean> {
        const topics = this.getNodeParameter('topics') as string[];
        const uri = webhookUrlOf(this);
        await shopify().subscribe(await connectShopify(this), { topics, uri });
        Object.assign(this.getWorkflowStaticData('node'), { uri, topics });
        return true;
      },

      async delete(this: IHookFunctions): Promise<boolean> {
        const client = await connectShopify(this);
        const existing = await shopify().listWebhooks(client, { uri: webhookUrlOf(this) });
        await shopify().unsubscribe(client, { ids: existing.map(({ id }) => id) });
        forgetSubscription(this, 'uri', 'topics');
        return true;
      },
    },
  };

  async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
    try {
      return await takeInDelivery(this);
    } catch (error) {
      return refuse(this, error);
    }
  }

  async trigger(this: ITriggerFunctions): Promise<ITriggerResponse> {
    const inbox = await workInbox(this, 'shopify', (news) => Promise.resolve([news]));
    const watch = lookForMissed(this);
    return {
      ...inbox,
      async closeFunction() {
        await watch?.stop();
        await inbox.closeFunction?.();
      },
    };
  }
}
