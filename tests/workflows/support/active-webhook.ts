import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { HookContext, TriggerContext, WebhookContext } from 'n8n-core';
import {
  createRunExecutionData,
  type IDataObject,
  type INodeExecutionData,
  type IRun,
  type ITriggerFunctions,
  type ITriggerResponse,
  type IWebhookResponseData,
  type WorkflowActivateMode,
  type WorkflowExecuteMode,
} from 'n8n-workflow';
import type { Ledger } from '../../../lib/ledger';
import type { CredentialData } from './credentials-helper';
import { additionalData, nodeOf, prepare } from './engine';
import { loadPackage, nodeTypesOf, packageName } from './n8n-nodes';
import type { TemplateNode } from './templates';

/** A request as it came, to be sent again, changed or not. */
export interface Delivery {
  readonly body: Buffer;
  readonly headers: IncomingHttpHeaders;
}

export interface ActiveWebhook {
  /** Where the provider delivers to. */
  readonly url: string;
  /** The items of each execution that was started. */
  readonly starts: readonly INodeExecutionData[][];
  readonly deliveries: readonly Delivery[];
  /** Failed executions that the trigger has written. */
  readonly alarms: readonly Error[];
  /** What n8n keeps for the node from one run to the next. */
  readonly staticData: IDataObject;
  call(method: 'checkExists' | 'create' | 'delete', activation?: WorkflowActivateMode): Promise<boolean>;
  deliver(delivery: Delivery): Promise<number>;
  /** Resolves once everything that was taken in has been worked. */
  worked(): Promise<void>;
  /** Delivers as to a test in the editor; answers the items that the editor shows. */
  test(delivery: Delivery): Promise<INodeExecutionData[]>;
  /** Closes the trigger, and leaves what is taken in meanwhile. */
  close(): Promise<void>;
  stop(): Promise<void>;
}

const ownHeaders = ['host', 'connection', 'content-length', 'transfer-encoding', 'accept-encoding', 'keep-alive'];

export interface WebhookNode {
  readonly type: string;
  readonly parameters: TemplateNode['parameters'];
  readonly credentials: CredentialData;
  readonly ledger: Ledger;
  /** How each run ends; well unless told. */
  readonly judge?: (items: readonly INodeExecutionData[]) => IRun['status'];
}

/** A webhook trigger of ours, activated as n8n does it, behind a real HTTP server that keeps the raw body. */
export async function activateWebhook({
  type,
  parameters,
  credentials,
  ledger,
  judge = () => 'success',
}: WebhookNode): Promise<ActiveWebhook> {
  const loaded = await loadPackage();
  const nodeType = loaded.nodes.get(type);
  const description = nodeType?.description.webhooks?.[0];
  const { webhook, trigger: startTrigger } = nodeType ?? {};
  if (webhook === undefined || startTrigger === undefined || description === undefined)
    throw new RangeError(`${type} has no webhook`);
  const trigger: TemplateNode = {
    id: '2a3a30cb-6c08-5558-a39d-3cf44b8c235c',
    name: 'trigger',
    type: `${packageName}.${type}`,
    typeVersion: 1,
    position: [0, 0],
    parameters,
    credentials: Object.fromEntries(Object.keys(credentials).map((name) => [name, { id: name, name }])),
    webhookId: 'c275dec1-ac7a-5218-845f-600473acb8eb',
  };
  const template = { id: 'oneTrigger', name: 'One trigger', nodes: [trigger], connections: {} };
  const { base, workflow } = prepare(template, nodeTypesOf(loaded, {}));
  const node = nodeOf(workflow, 'trigger');
  const starts: INodeExecutionData[][] = [];
  const deliveries: Delivery[] = [];
  const alarms: Error[] = [];

  const server = createServer((request, response) => {
    receive(request, response).catch((error: unknown) => {
      response.writeHead(500).end(String(error));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server listens on no port');
  const dataFor = () => additionalData(base, credentials, 'webhook', `http://127.0.0.1:${address.port}/webhook`);
  const webhookData = () => ({
    httpMethod: 'POST' as const,
    node: node.name,
    path: String(node.webhookId),
    webhookDescription: description,
    workflowId: workflow.id,
    workflowExecuteAdditionalData: dataFor(),
  });
  const hooks = (activation: WorkflowActivateMode = 'activate') =>
    new HookContext(workflow, node, dataFor(), 'trigger', activation, webhookData());

  const listen = webhook;
  let mode: WorkflowExecuteMode = 'webhook';
  let shown: INodeExecutionData[] = [];
  const emit: ITriggerFunctions['emit'] = (data, _answer, done): void => {
    const items = data.flat();
    if (mode === 'manual') shown = items;
    else starts.push(items);
    done?.resolve({
      status: judge(items),
      mode,
      storedAt: 'db',
      startedAt: new Date(),
      data: createRunExecutionData({ resultData: { lastNodeExecuted: 'trigger' } }),
    });
  };
  const start = async (as: WorkflowExecuteMode): Promise<ITriggerResponse> => {
    const data = additionalData(base, credentials, as);
    const alarm = (error: Error): void => void alarms.push(error);
    const context = new TriggerContext(workflow, node, data, as, 'activate', emit, undefined, alarm);
    const response: ITriggerResponse = await Reflect.apply(startTrigger, context, []);
    return response;
  };
  const inbox = `${workflow.id}:${node.id}`;
  const isAtWork = async (): Promise<boolean> =>
    (await ledger.inboxLoads()).some(
      ({ source, waiting, inFlight }) => source.endsWith(inbox) && waiting + inFlight > 0,
    );

  async function receive(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(Buffer.from(chunk as Uint8Array));
    const body = Buffer.concat(chunks);
    deliveries.push({ body, headers: request.headers });
    const httpRequest = { rawBody: body, body: parsed(body), headers: request.headers, params: {}, query: {} };
    const httpResponse = {
      status(code: number) {
        response.statusCode = code;
        return httpResponse;
      },
      send(text: string) {
        response.write(text);
        return httpResponse;
      },
      end: () => response.end(),
    };
    const context = new WebhookContext(
      workflow,
      node,
      { ...dataFor(), httpRequest, httpResponse },
      mode,
      webhookData(),
      [],
      null,
    );
    const answer: IWebhookResponseData = await Reflect.apply(listen, context, []);
    if (answer.workflowData) await (await start('manual')).manualTriggerFunction?.();
    if (answer.noWebhookResponse !== true) response.writeHead(200).end(String(answer.webhookResponse ?? ''));
  }

  const running = await start('trigger');
  let isOpen = true;
  const close = async (): Promise<void> => {
    if (isOpen) await running.closeFunction?.();
    isOpen = false;
  };
  const deliver = async ({ body, headers }: Delivery): Promise<number> => {
    const kept = Object.entries(headers).filter(([name]) => !ownHeaders.includes(name));
    const answer = await fetch(String(hooks().getNodeWebhookUrl('default')), {
      method: 'POST',
      headers: Object.fromEntries(kept.map(([name, value]) => [name, String(value)])),
      body: new Uint8Array(body),
    });
    await answer.arrayBuffer();
    return answer.status;
  };
  return {
    url: new URL(String(hooks().getNodeWebhookUrl('default'))).href,
    starts,
    alarms,
    deliveries,
    staticData: workflow.getStaticData('node', node),
    call: (method, activation) => {
      const hook = nodeType?.webhookMethods?.default?.[method];
      if (hook === undefined) return Promise.reject(new RangeError(method));
      const result: Promise<boolean> = Reflect.apply(hook, hooks(activation), []);
      return result;
    },
    deliver,
    worked: async () => {
      while (await isAtWork()) await sleep(10);
    },
    test: async (delivery) => {
      mode = 'manual';
      await deliver(delivery).finally(() => (mode = 'webhook'));
      return shown;
    },
    close,
    stop: async () => {
      await close();
      await new Promise<void>((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      });
    },
  };
}

/** As n8n parses a JSON body; one that is none stays empty. */
function parsed(body: Buffer): IDataObject {
  try {
    return JSON.parse(body.toString('utf8')) as IDataObject;
  } catch {
    return {};
  }
}
