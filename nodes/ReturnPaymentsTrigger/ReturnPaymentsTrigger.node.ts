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
import { parseWith, refundSchema } from '../../lib/returns';
import { asJson } from '../shared/case-access';
import { caseItem } from '../shared/case-item';
import { paymentFamily } from '../shared/payment-providers';
import { nothingToDo, rawBodyOf, refuse, takeIn } from '../shared/webhook';
import { workInbox } from '../shared/work-inbox';
import { subscriptionTo } from '../shared/webhook-subscription';
import { providerField } from '../ReturnPayments/provider-field';

export class ReturnPaymentsTrigger implements INodeType {
  description: INodeTypeDescription = {
    displayName: 'Return Payments Trigger',
    name: 'returnPaymentsTrigger',
    icon: { light: 'file:returnPaymentsTrigger.svg', dark: 'file:returnPaymentsTrigger.dark.svg' },
    group: ['trigger'],
    version: 1,
    subtitle: '={{ $parameter["provider"] }}',
    description: 'Starts when a payment provider tells how a refund went',
    defaults: { name: 'Return Payments Trigger' },
    inputs: [],
    outputs: [NodeConnectionTypes.Main],
    credentials: paymentFamily.credentials.concat({
      name: 'returnsLedgerApi',
      displayName: 'Returns Ledger (optional, for queue mode)',
      required: false,
      testedBy: 'ledgerTest',
    }),
    webhooks: [{ name: 'default', httpMethod: 'POST', responseMode: 'onReceived', path: 'webhook' }],
    properties: [
      providerField,
      {
        displayName: 'Only Known Cases',
        name: 'onlyKnownCases',
        type: 'boolean',
        default: true,
        description: 'Whether to pass over refunds that belong to no return case',
      },
    ],
  };

  methods = { credentialTest: { ...paymentFamily.credentialTests, ledgerTest } };

  webhookMethods = subscriptionTo(async (context) =>
    paymentFamily.connect(context, String(context.getNodeParameter('provider'))),
  );

  async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
    try {
      const name = String(this.getNodeParameter('provider'));
      const provider = await paymentFamily.connect(this, name);
      const { secret } = this.getWorkflowStaticData('node');
      provider.verifyWebhook(rawBodyOf(this), this.getHeaderData(), String(secret ?? ''));
      const news = provider.parseWebhook(this.getBodyData());
      if (news === undefined) return nothingToDo;
      const { eventId, refund, caseId = '' } = news;
      return await takeIn(this, name, eventId, { refund: asJson(refund), caseId });
    } catch (error) {
      return refuse(this, error);
    }
  }

  async trigger(this: ITriggerFunctions): Promise<ITriggerResponse> {
    const name = String(this.getNodeParameter('provider'));
    const onlyKnown = this.getNodeParameter('onlyKnownCases') === true;
    return workInbox(this, name, (news: IDataObject) => {
      const refund = parseWith(refundSchema, news['refund'], 'the news of the payment');
      const caseId = String(news['caseId'] ?? '');
      const keys = [
        ...(caseId === '' ? [] : [{ id: caseId }]),
        { reference: { name: `${name}Refund`, value: refund.id } },
      ];
      return caseItem(this, keys, { refund }, onlyKnown);
    });
  }
}
