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
import { tikTokShop } from '../shared/shops';
import { asJson } from '../shared/case-access';
import { ledgerTest } from '../shared/credential-test';
import { connectTikTokShop } from '../shared/tiktok-shop';
import { nothingToDo, rawBodyOf, refuse, takeIn, webhookUrlOf } from '../shared/webhook';
import { askOrRemember, forgetSubscription } from '../shared/webhook-subscription';
import { workInbox } from '../shared/work-inbox';
import { searchShops } from '../TikTokShopReturns/pickers';
import { shopField } from '../TikTokShopReturns/shop-field';
import { eventOptions } from './event-options';
import { lookForMissed, source } from './look-for-missed';
import { newsItem } from './news-item';

const MINUTE_MS = 60_000;

export class TikTokShopReturnsTrigger implements INodeType {
  description: INodeTypeDescription = {
    displayName: 'TikTok Shop Returns Trigger',
    name: 'tikTokShopReturnsTrigger',
    icon: { light: 'file:tikTokShopReturnsTrigger.svg', dark: 'file:tikTokShopReturnsTrigger.dark.svg' },
    group: ['trigger'],
    version: 1,
    subtitle: '={{ $parameter["events"].join(", ") }}',
    description: 'Starts when something happens to a return in TikTok Shop, also when its webhook was missed',
    defaults: { name: 'TikTok Shop Returns Trigger' },
    inputs: [],
    outputs: [NodeConnectionTypes.Main],
    credentials: [
      { name: 'returnsTikTokShopApi', required: true },
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
        name: 'events',
        type: 'multiOptions',
        required: true,
        options: eventOptions,
        default: ['RETURN_STATUS_CHANGE', 'CANCELLATION_STATUS_CHANGE', 'UPCOMING_AUTHORIZATION_EXPIRATION'],
        description:
          'The node subscribes itself when the workflow is activated, and unsubscribes when it is not. Events that nobody knows yet are passed on.',
      },
      {
        displayName: 'Learn Of Them By',
        name: 'learnBy',
        type: 'options',
        noDataExpression: true,
        options: [
          { name: 'Asking Only', value: 'asking', description: 'For an n8n that TikTok Shop cannot reach' },
          {
            name: 'Webhooks and Asking',
            value: 'webhooks',
            description: 'At once by webhook; asking finds what webhooks missed',
          },
        ],
        default: 'webhooks',
      },
      {
        displayName: 'Ask Every (Minutes)',
        name: 'askEvery',
        type: 'number',
        typeOptions: { minValue: 0 },
        default: 15,
        description:
          'How often TikTok Shop is asked for changes of returns, cancellations, batches and orders. Each change starts one execution, whoever told it first. 0 never asks.',
      },
      { ...shopField, default: { mode: 'list', value: '' } },
      {
        displayName: 'Options',
        name: 'options',
        type: 'collection',
        placeholder: 'Add option',
        default: {},
        options: [
          {
            displayName: 'First Look Back (Hours)',
            name: 'lookBackHours',
            type: 'number',
            typeOptions: { minValue: 0 },
            default: 24,
            description: 'How far back the first look for changes goes; later ones begin where the last one ended',
          },
          {
            displayName: 'Only Known Cases',
            name: 'onlyKnownCases',
            type: 'boolean',
            default: false,
            description: 'Whether to pass over news that belong to no return case',
          },
          {
            displayName: 'Take Over From Other Address',
            name: 'takeOver',
            type: 'boolean',
            default: false,
            description:
              'Whether an event that TikTok Shop sends to another address is sent here instead. TikTok Shop sends each event of a shop to one address only.',
          },
        ],
      },
    ],
  };

  methods = { listSearch: { searchShops }, credentialTest: { ledgerTest } };

  webhookMethods = {
    default: {
      async checkExists(this: IHookFunctions): Promise<boolean> {
        if (!hasWebhooks(this)) return true;
        const [url, events] = [webhookUrlOf(this), eventsOf(this)];
        const known = this.getWorkflowStaticData('node');
        const isRemembered = known['url'] === url && String(known['events']) === String(events);
        return askOrRemember(this, isRemembered, async () => {
          const existing = await tikTokShop().listWebhooks(await connectTikTokShop(this, shopOf(this)));
          return events.every((event) => existing.some((webhook) => webhook.event === event && webhook.url === url));
        });
      },

      async create(this: IHookFunctions): Promise<boolean> {
        const { takeOver } = optionsOf(this);
        const [url, events] = [webhookUrlOf(this), eventsOf(this)];
        await tikTokShop().subscribe(await connectTikTokShop(this, shopOf(this)), {
          events,
          url,
          takeOver: takeOver === true,
          onClosed: (event, { message }) => {
            this.logger.warn(`${this.getNode().name}: ${event} cannot be subscribed to. ${message}`);
          },
        });
        Object.assign(this.getWorkflowStaticData('node'), { url, events });
        return true;
      },

      async delete(this: IHookFunctions): Promise<boolean> {
        if (hasWebhooks(this))
          await tikTokShop().unsubscribe(await connectTikTokShop(this, shopOf(this)), webhookUrlOf(this));
        forgetSubscription(this, 'url', 'events');
        return true;
      },
    },
  };

  async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
    try {
      const { appKey, appSecret } = await this.getCredentials('returnsTikTokShopApi');
      const rawBody = rawBodyOf(this);
      tikTokShop().verifyWebhook(rawBody, this.getHeaderData(), {
        appKey: String(appKey ?? '').trim(),
        appSecret: String(appSecret ?? '').trim(),
      });
      const news = tikTokShop().parseWebhook(rawBody);
      const isWanted = news.event === 'UNKNOWN' || eventsOf(this).includes(news.event);
      return isWanted ? await takeIn(this, source, news.key, asJson(news)) : nothingToDo;
    } catch (error) {
      return refuse(this, error);
    }
  }

  async trigger(this: ITriggerFunctions): Promise<ITriggerResponse> {
    const { onlyKnownCases, lookBackHours = 24 } = optionsOf(this);
    const inbox = await workInbox(this, source, (news) => newsItem(this, news, onlyKnownCases === true));
    if (this.getMode() === 'manual') return inbox;
    const stopLooking = lookForMissed(this, {
      everyMs: Number(this.getNodeParameter('askEvery', 15)) * MINUTE_MS,
      lookBackMs: Number(lookBackHours) * 60 * MINUTE_MS,
      events: eventsOf(this),
      shop: shopOf(this),
    });
    return {
      ...inbox,
      async closeFunction() {
        await stopLooking();
        await inbox.closeFunction?.();
      },
    };
  }
}

type Context = Pick<IHookFunctions, 'getNodeParameter'>;

const eventsOf = (context: Context): string[] => context.getNodeParameter('events', []) as string[];

const hasWebhooks = (context: Context): boolean => context.getNodeParameter('learnBy', 'webhooks') === 'webhooks';

const shopOf = (context: Context): string => {
  const value: unknown = context.getNodeParameter('shopId', '', { extractValue: true });
  return typeof value === 'string' ? value.trim() : '';
};

const optionsOf = (context: Context): Readonly<Record<string, unknown>> =>
  context.getNodeParameter('options', {}) as Record<string, unknown>;
