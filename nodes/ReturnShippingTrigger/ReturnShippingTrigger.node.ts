import {
  NodeConnectionTypes,
  type IDataObject,
  type INodeType,
  type INodeTypeDescription,
  type ITriggerFunctions,
  type ITriggerResponse,
  type IWebhookFunctions,
  type IWebhookResponseData,
} from 'n8n-workflow';
import { ledgerTest } from '../shared/credential-test';
import { carrierFamily } from '../shared/carriers';
import { parseWith, trackingSchema } from '../../lib/returns';
import { asJson } from '../shared/case-access';
import { caseItem } from '../shared/case-item';
import { nothingToDo, rawBodyOf, refuse, takeIn } from '../shared/webhook';
import { workInbox } from '../shared/work-inbox';
import { subscriptionTo } from '../shared/webhook-subscription';
import { carrierField } from '../ReturnShipping/carrier-field';

export class ReturnShippingTrigger implements INodeType {
  description: INodeTypeDescription = {
    displayName: 'Return Shipping Trigger',
    name: 'returnShippingTrigger',
    icon: { light: 'file:returnShippingTrigger.svg', dark: 'file:returnShippingTrigger.dark.svg' },
    group: ['trigger'],
    version: 1,
    subtitle: '={{ $parameter["carrier"] }}',
    description: 'Starts when a carrier scans a return parcel',
    defaults: { name: 'Return Shipping Trigger' },
    inputs: [],
    outputs: [NodeConnectionTypes.Main],
    credentials: carrierFamily.credentials.concat({
      name: 'returnsLedgerApi',
      displayName: 'Returns Ledger (optional, for queue mode)',
      required: false,
      testedBy: 'ledgerTest',
    }),
    webhooks: [{ name: 'default', httpMethod: 'POST', responseMode: 'onReceived', path: 'webhook' }],
    properties: [
      carrierField,
      {
        displayName: 'Only Known Cases',
        name: 'onlyKnownCases',
        type: 'boolean',
        default: true,
        description: 'Whether to pass over parcels that belong to no return case, such as outbound ones',
      },
    ],
  };

  methods = { credentialTest: { ...carrierFamily.credentialTests, ledgerTest } };

  webhookMethods = subscriptionTo(async (context) =>
    carrierFamily.connect(context, String(context.getNodeParameter('carrier'))),
  );

  async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
    try {
      const name = String(this.getNodeParameter('carrier'));
      const carrier = await carrierFamily.connect(this, name);
      const { secret } = this.getWorkflowStaticData('node');
      carrier.verifyWebhook(rawBodyOf(this), this.getHeaderData(), String(secret ?? ''));
      const news = carrier.parseWebhook(this.getBodyData());
      if (news === undefined) return nothingToDo;
      const { eventId, tracking } = news;
      return await takeIn(this, name, eventId, { tracking: asJson(tracking) });
    } catch (error) {
      return refuse(this, error);
    }
  }

  async trigger(this: ITriggerFunctions): Promise<ITriggerResponse> {
    const onlyKnown = this.getNodeParameter('onlyKnownCases') === true;
    return workInbox(this, String(this.getNodeParameter('carrier')), (news: IDataObject) => {
      const tracking = parseWith(trackingSchema, news['tracking'], 'the news of the carrier');
      const key = { reference: { name: 'trackingNumber', value: tracking.trackingNumber } };
      return caseItem(this, [key], { tracking }, onlyKnown);
    });
  }
}
