import type { INodeType } from 'n8n-workflow';
import type { ErrorCode } from '../../lib/returns';
import { packageName } from './support/n8n-nodes';
import { runWorkflow, type Run } from './support/run-workflow';
import type { Answer as FormAnswer } from './support/stand-ins/form';
import { describeStandIn } from './support/stand-ins/describe';
import { reachable, readTemplate, templateFiles, type Template, type TemplateNode } from './support/templates';

/** Every way in which a node of ours can fail to answer; `unexpected` is what none of our errors is. */
const codes: Readonly<Record<ErrorCode | 'unexpected', true>> = {
  not_found: true,
  invalid_input: true,
  conflict: true,
  illegal_command: true,
  step_in_progress: true,
  step_failed: true,
  unauthorized: true,
  forbidden: true,
  rate_limited: true,
  provider_refused: true,
  provider_unavailable: true,
  timed_out: true,
  unexpected_answer: true,
  signature_invalid: true,
  needs_review: true,
  storage_failed: true,
  unsupported: true,
  unexpected: true,
};
const failures = Object.keys(codes) as (keyof typeof codes)[];

/** What is an ordinary answer of a node, where it is not that nothing was found. */
const ordinary: Readonly<Record<string, ErrorCode>> = {
  // Somebody else has asked for the same goods meanwhile.
  '02 Open the case': 'conflict',
};

/** What the first page of any form may have been filled in with. */
const filledIn = { orderNumber: '#1001', email: 'zoe@shopper.example', rma: 'RMA-2026-000001', mode: 'Import' };

/** What nodes put on an item when they find what they look for; enough for every expression on the way. */
const found = {
  case: { id: 'case-1', rma: 'RMA-2026-000001', references: {}, lines: [] },
  order: {
    name: '#1001',
    channel: 'shopify',
    payment: { provider: 'shopify' },
    customer: {},
    lines: [{ id: 'line-1', title: 'Tee', variantId: 'tee-m' }],
  },
  request: { channel: 'tiktok_shop', externalId: '4035', lines: [] },
  label: { trackingNumber: 'EZ1000000001' },
  exchangeOptions: [{ variantId: 'tee-l', title: 'L', available: true, current: false }],
  returnable: [{ orderLineId: 'line-1', quantity: 1 }],
  references: {},
  shopifyReturn: { name: '#1001-R1', orderName: '#1001' },
  standing: { done: [], doubts: [], adminUrl: 'https://shop.example' },
  tiktokReturn: { status: 'RETURN_OR_REFUND_REQUEST_PENDING' },
  deadline: { endsAt: '2027-01-01T12:00:00.000Z', hoursLeft: 3 },
};

/** The first of what each question of a page offers. */
const firstChoices: FormAnswer = (questions) =>
  Object.fromEntries(
    questions.map(({ fieldName, fieldType, fieldOptions }) => {
      const first = fieldOptions?.values[0]?.option ?? '';
      return [fieldName, fieldType === 'checkbox' ? [first] : first];
    }),
  );

type Answer = 'found' | ErrorCode | 'unexpected';

/** Answers as it is told to, by the name of the node. */
const asked = (answers: ReadonlyMap<string, Answer>): INodeType => ({
  description: describeStandIn('asked'),
  execute() {
    const { name, onError } = this.getNode();
    const answer = answers.get(name) ?? 'found';
    const items = this.getInputData().map(({ json }, item) => {
      if (answer === 'found') return { json: { ...json, ...found }, pairedItem: { item } };
      const kept = onError === 'continueErrorOutput' ? {} : json;
      const error = { code: answer, message: saidBy(name), description: 'What to do next.', retryable: false };
      return { json: { ...kept, error }, pairedItem: { item } };
    });
    return Promise.resolve([items]);
  },
});

const saidBy = (name: string): string => `${name} gave no answer`;

const handsOn: INodeType = {
  description: describeStandIn('emailSend'),
  execute() {
    return Promise.resolve([this.getInputData()]);
  },
};

const isTrigger = ({ type }: TemplateNode): boolean => type.endsWith('Trigger');
const isOurs = ({ type }: TemplateNode): boolean => type.startsWith(`${packageName}.`) && !type.endsWith('Trigger');
/** Evaluating a policy asks nobody: neither a provider nor the ledger can fail it. */
const asksSomebody = (node: TemplateNode): boolean => isOurs(node) && !node.type.endsWith('.returnPolicy');

const goesOn = ({ onError }: TemplateNode): boolean => onError !== undefined && onError !== 'stopWorkflow';

/** What the others answer, so that the items get to a node; `either` where both what is found and what is not may lead there. */
function answersBefore(template: Template, goal: TemplateNode, either: Answer): [string, Answer][] {
  const leads = (outputs: Template['connections'][string]['main']): boolean =>
    outputs.flat().some(({ node }) => reachable(template, node).includes(goal.name));
  return template.nodes
    .filter((node) => isOurs(node) && goesOn(node))
    .map(({ name, onError }) => {
      const outputs = template.connections[name]?.main ?? [];
      const nothing = onError === 'continueErrorOutput' ? outputs.slice(1) : outputs;
      return [name, leads(outputs) && !leads(nothing) ? 'found' : either];
    });
}

/** Runs a template from the trigger above a node, which answers so, on a way that leads there. */
async function runWith(template: Template, goal: TemplateNode, answer: Answer): Promise<Run> {
  const run = await runOn('not_found', template, goal, answer);
  return run.ran(goal.name) ? run : runOn('found', template, goal, answer);
}

function runOn(either: Answer, template: Template, goal: TemplateNode, answer: Answer): Promise<Run> {
  const start = template.nodes.find((node) => isTrigger(node) && reachable(template, node.name).includes(goal.name));
  if (start === undefined) throw new RangeError(`nothing leads to "${goal.name}"`);
  const answers = new Map([...answersBefore(template, goal, either), [goal.name, answer]]);
  return runWorkflow({
    workflow: template,
    startNode: start.name,
    items: [start.type.endsWith('.formTrigger') ? filledIn : found],
    credentials: {},
    answers: Object.fromEntries(template.nodes.map(({ name }) => [name, firstChoices])),
    change: Object.fromEntries(
      template.nodes
        .filter(isOurs)
        .map(({ name }) => [name, { type: 'n8n-nodes-base.asked', parameters: {}, credentials: {} }]),
    ),
    standIns: { 'n8n-nodes-base.asked': asked(answers), 'n8n-nodes-base.emailSend': handsOn },
  });
}

/** By what somebody hears of a failure: the run fails by a node that is there for it, or a page shows the message. */
function toldBy(template: Template, run: Run, message: string): 'error workflow' | 'page' | 'nothing' {
  const last = template.nodes.find(({ name }) => name === run.lastNode);
  if (run.status === 'error') {
    expect(run.error?.message).toContain(message);
    expect(last?.type).toBe('n8n-nodes-base.stopAndError');
    return 'error workflow';
  }
  return run.endings.some((ending) => ending.message.includes(message)) ? 'page' : 'nothing';
}

const cases = templateFiles.flatMap((file) => {
  const template = readTemplate(file);
  return template.nodes
    .filter((node) => asksSomebody(node) && goesOn(node))
    .map((node) => ({ name: `${file.slice(0, 2)} ${node.name}`, template, node }));
});

it('looks at every template that goes on without an answer', () => {
  expect([...new Set(cases.map(({ name }) => name.slice(0, 2)))]).toEqual(['02', '03', '05', '06', '09', '12', '13']);
});

describe.each(cases)('$name, when it gives no answer', ({ name, template, node }) => {
  const usual = ordinary[name] ?? 'not_found';

  it(`takes nothing but \`${usual}\` for what is not there`, async () => {
    const run = await runWith(template, node, usual);
    expect(run).toMatchObject({ status: 'success', error: undefined });
    expect(run.ran(node.name)).toBe(true);
  });

  it.each(failures.filter((code) => code !== usual))('tells of %s', async (code) => {
    const run = await runWith(template, node, code);
    expect(run.ran(node.name)).toBe(true);
    expect(toldBy(template, run, saidBy(node.name))).toMatch(/error workflow|page/);
  });

  // n8n repeats a node for whatever its first item carries as `error`: it would also wait and ask again for what is not
  // there. Where that is an ordinary answer, the client of the provider repeats what may pass.
  it('is not asked again by n8n where it is usual to find nothing', async () => {
    const told = toldBy(template, await runWith(template, node, usual), saidBy(node.name));
    expect(node.retryOnFail === true && told === 'nothing').toBe(false);
  });
});
