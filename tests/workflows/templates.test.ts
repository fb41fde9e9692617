import {
  Expression,
  NodeHelpers,
  isExpression,
  type INodeProperties,
  type INodePropertyCollection,
  type INodePropertyOptions,
} from 'n8n-workflow';
import { asText } from './support/as-text';
import { nodeOf, prepare } from './support/engine';
import { loadPackage, n8nVersions, nodeTypesOf, packageName, type LoadedPackage } from './support/n8n-nodes';
import { ifStandIn } from './support/stand-ins/if';
import { setStandIn } from './support/stand-ins/set';
import { splitOutStandIn } from './support/stand-ins/split-out';
import { stopAndErrorStandIn } from './support/stand-ins/stop-and-error';
import { triggerStandIns } from './support/stand-ins/triggers';
import { emailSendStandIn } from './support/stand-ins/email-send';
import { formStandIn } from './support/stand-ins/form';
import { reachable, readTemplate, templateFiles, templateText, type TemplateNode } from './support/templates';

const isOurs = ({ type }: TemplateNode): boolean => type.startsWith(`${packageName}.`);
const isNote = ({ type }: TemplateNode): boolean => type === 'n8n-nodes-base.stickyNote';
const isTrigger = ({ type }: TemplateNode): boolean => type.endsWith('Trigger');
const goesOn = ({ onError }: TemplateNode): boolean => onError !== undefined && onError !== 'stopWorkflow';

/** Nodes that speak to someone outside; the ledger is written by Return Case and Return Payments alone. */
const outside = [
  'shopifyReturns',
  'tikTokShopReturns',
  'returnShipping',
  'returnPayments',
  'returnEmail',
  'returnCase',
];

const verbs =
  /^(Alert|Approve|Ask|Buy|Call|Choose|Close|Confirm|Create|Decline|Describe|Erase|Evaluate|Find|Forget|Give|List|Look up|Open|Plan|Prepare|Print|Put|Read|Record|Refund|Reject|Restock|Say|Send|Show|Stop|Take|Tell|Wait|Write) \S/;

let loaded: LoadedPackage;

beforeAll(async () => {
  loaded = await loadPackage();
});

const allTypes = (): ReturnType<typeof nodeTypesOf> =>
  nodeTypesOf(loaded, {
    ...triggerStandIns,
    'n8n-nodes-base.if': ifStandIn,
    'n8n-nodes-base.set': setStandIn,
    'n8n-nodes-base.splitOut': splitOutStandIn,
    'n8n-nodes-base.form': formStandIn({}, []),
    'n8n-nodes-base.emailSend': emailSendStandIn({}),
    'n8n-nodes-base.stopAndError': stopAndErrorStandIn,
  });

it('ships every template under an id of its own', () => {
  const templates = templateFiles.map(readTemplate);
  expect(templateFiles.map((file) => file.slice(0, 2))).toEqual([
    '01',
    '02',
    '03',
    '04',
    '05',
    '06',
    '07',
    '08',
    '09',
    '10',
    '11',
    '12',
    '13',
    '14',
    '15',
    '16',
    '17',
    '90',
    '91',
  ]);
  expect(new Set(templates.map(({ id }) => id)).size).toBe(templates.length);
  expect(new Set(templates.map(({ name }) => name)).size).toBe(templates.length);
});

describe.each(templateFiles)('%s', (file) => {
  const template = readTemplate(file);
  const { nodes, connections, settings } = template;
  const named = nodes.filter((node) => !isNote(node));

  it('uses only nodes and versions that exist', () => {
    for (const { name, type, typeVersion } of nodes) {
      const known = type.startsWith(`${packageName}.`)
        ? [loaded.nodes.get(type.slice(packageName.length + 1))?.description.version].flat()
        : n8nVersions[type];
      expect({ name, versions: known }).toEqual({ name, versions: expect.arrayContaining([typeVersion]) });
    }
  });

  it('has no code node', () => {
    expect(nodes.filter(({ type }) => /\.(code|function|functionItem)$/.test(type))).toEqual([]);
  });

  it('names every node for what it does, once', () => {
    expect(new Set(nodes.map(({ name }) => name)).size).toBe(nodes.length);
    for (const node of named) {
      const pattern = isTrigger(node)
        ? /^(When|Every) \S/
        : node.type.endsWith('.if')
          ? /^(Is|Was|Does|Has) .+\?$/
          : verbs;
      expect(node.name).toMatch(pattern);
    }
  });

  it('has fixed ids, so that importing it again overwrites it', () => {
    expect(new Set(nodes.map(({ id }) => id)).size).toBe(nodes.length);
    const webhookIds = nodes.flatMap(({ webhookId }) => (webhookId === undefined ? [] : [webhookId]));
    expect(new Set(webhookIds).size).toBe(webhookIds.length);
    expect(template.id).toMatch(/^returns\d\d[a-z]+$/);
  });

  it('explains itself in a note: what, for whom, set up in steps', () => {
    const [note] = nodes.filter(isNote);
    expect(note?.parameters['content']).toMatch(/\*\*What\*\*[\s\S]+\*\*For whom\*\*[\s\S]+\*\*Set up\*\*\n1\. /);
  });

  it('names in its note only nodes that it has', () => {
    const [note] = nodes.filter(isNote);
    const mentioned = [...asText(note?.parameters['content']).matchAll(/(?<!\*)\*([^*\n]+)\*(?!\*)/g)].map(
      ([, name]) => name,
    );
    const known = [...named.map(({ name }) => name), 'Inspection: Recorded'];
    expect(known).toEqual(expect.arrayContaining(mentioned));
  });

  it('leads from left to right, with room between: a line that runs back crosses others', () => {
    const left = new Map(named.map(({ name, position: [x] }) => [name, x]));
    const xOf = (name: string): number => left.get(name) ?? Number.NaN;
    const lines = Object.entries(connections).flatMap(([from, { main }]) =>
      main.flat().map(({ node: to }) => ({ from, to })),
    );
    expect(lines.filter(({ from, to }) => !(xOf(to) >= xOf(from) + 180))).toEqual([]);
  });

  it('lays no node on another, nor under a note', () => {
    for (const [index, node] of named.entries()) {
      const near = named.slice(index + 1).filter((other) => isOn(node, other));
      expect([node.name, ...near.map(({ name }) => name)]).toEqual([node.name]);
    }
    for (const note of nodes.filter(isNote)) {
      expect(named.filter((node) => isUnder(node, note)).map(({ name }) => name)).toEqual([]);
    }
  });

  it('refers to credentials that its nodes take, and holds no secret', () => {
    for (const node of nodes.filter(isOurs)) {
      const described = loaded.nodes.get(node.type.slice(packageName.length + 1))?.description.credentials ?? [];
      expect(described.map(({ name }) => name)).toEqual(expect.arrayContaining(Object.keys(node.credentials ?? {})));
      const wanted = described.filter(({ required, displayOptions }) =>
        displayOptions?.show === undefined
          ? required === true
          : Object.entries(displayOptions.show).every(([field, values]) =>
              values?.some((value) => value === node.parameters[field]),
            ),
      );
      expect(Object.keys(node.credentials ?? {})).toEqual(wanted.map(({ name }) => name));
    }
    expect(templateText(file)).not.toMatch(
      /sk_(live|test)_|rk_(live|test)_|shp(at|ss|ca)_|EZ[AT]K|whsec_|Bearer |password"/i,
    );
  });

  it('connects existing nodes, and leaves none out', () => {
    const names = new Set(nodes.map(({ name }) => name));
    const ends = Object.values(connections).flatMap(({ main }) => main.flat().map(({ node }) => node));
    expect([...Object.keys(connections), ...ends].filter((name) => !names.has(name))).toEqual([]);
    const reached = new Set(named.filter(isTrigger).flatMap(({ name }) => reachable(template, name)));
    expect(named.map(({ name }) => name).filter((name) => !reached.has(name))).toEqual([]);
  });

  it('connects no output that its node does not have', () => {
    for (const node of named.filter(isOurs)) {
      const { outputs } = loaded.nodes.get(node.type.slice(packageName.length + 1))?.description ?? { outputs: [] };
      const own = Array.isArray(outputs) ? outputs.length : outputsInUse(outputs, node);
      const allowed = own + (node.onError === 'continueErrorOutput' ? 1 : 0);
      expect(connections[node.name]?.main.length ?? 0).toBeLessThanOrEqual(allowed);
    }
  });

  it('leaves no error output unread', () => {
    for (const { name } of named.filter(({ onError }) => onError === 'continueErrorOutput')) {
      const isRead = named
        .flatMap(({ parameters }) => expressionsOf(parameters))
        .join()
        .includes(`$('${name}').all(1)`);
      expect([name, (connections[name]?.main.at(1) ?? []).length > 0 || isRead]).toEqual([name, true]);
    }
  });

  it('tries again where a repeat may help, and nobody else does', () => {
    // The case trigger hands its events over again by itself, each bad one apart from the others. A node that goes on
    // without an answer is repeated by n8n for what is not there too, and only by what its first item says: there the
    // client of the provider repeats what may pass, and what is left is told (told-failures.test.ts).
    const once = named.filter((node) => isTrigger(node) && !node.type.endsWith('.returnCaseTrigger'));
    const reached = new Set(once.flatMap(({ name }) => reachable(template, name)));
    const callers = named.filter(
      (node) => reached.has(node.name) && isOurs(node) && outside.some((short) => node.type.endsWith(`.${short}`)),
    );
    const reads = (node: TemplateNode): boolean => node.parameters['operation'] === 'get' && !node.credentials;
    const left = callers.filter((node) => node.retryOnFail !== true && !goesOn(node) && !reads(node));
    expect(left.map(({ name }) => name)).toEqual([]);
    for (const { maxTries, waitBetweenTries } of named.filter(({ retryOnFail }) => retryOnFail === true)) {
      expect(maxTries).toBeGreaterThanOrEqual(2);
      expect(waitBetweenTries).toBeGreaterThanOrEqual(1000);
    }
  });

  it('names the error workflow', () => {
    if (file.startsWith('90')) expect(settings.errorWorkflow).toBeUndefined();
    else expect(settings.errorWorkflow).toBe(readTemplate('90-errors.json').id);
  });

  it('sets no parameter that its node does not have or does not show', () => {
    const { workflow } = prepare(template, allTypes());
    for (const node of named.filter(isOurs)) {
      const type = loaded.nodes.get(node.type.slice(packageName.length + 1));
      const description = type?.description;
      if (description === undefined) throw new RangeError(node.type);
      const known = description.properties;
      expect(unknownParameters(node.parameters, known).map((name) => `${node.name}: ${name}`)).toEqual([]);
      const { parameters } = nodeOf(workflow, node.name);
      const shown = NodeHelpers.getNodeParameters(known, parameters, true, false, node, description) ?? {};
      const hidden = Object.keys(node.parameters).filter((name) => !(name in shown));
      expect(hidden.map((name) => `${node.name}: ${name} is not shown`)).toEqual([]);
    }
  });

  it('has every required parameter filled in', () => {
    const types = allTypes();
    const { workflow } = prepare(template, types);
    for (const node of Object.values(workflow.nodes).filter(({ type }) => type.startsWith(packageName))) {
      const { description } = types.getByNameAndVersion(node.type, node.typeVersion);
      expect([node.name, NodeHelpers.getNodeParametersIssues(description.properties, node, description)]).toEqual([
        node.name,
        null,
      ]);
    }
  });

  it('has only expressions that can be read, and that name existing nodes', () => {
    const names = new Set(nodes.map(({ name }) => name));
    for (const node of named) {
      for (const text of expressionsOf(node.parameters)) {
        const said = [node.name, text, syntaxFault(text)];
        expect(said).toEqual([node.name, text, undefined]);
        const mentioned = [...text.matchAll(/\$\('([^']+)'\)/g)].map(([, name]) => String(name));
        expect(mentioned.filter((name) => !names.has(name))).toEqual([]);
      }
    }
  });
});

/** What a node takes on the canvas in pixels: n8n draws 96 by 96, its name below it, wider than the node, in two lines, and what it is set to. */
const room = { width: 200, height: 160 };

function isOn({ position: [x, y] }: TemplateNode, { position: [otherX, otherY] }: TemplateNode): boolean {
  return Math.abs(x - otherX) < room.width && Math.abs(y - otherY) < room.height;
}

/** Notes stand above the nodes and mean all of them: none holds any. */
function isUnder({ position: [x, y] }: TemplateNode, { position: [left, top], parameters }: TemplateNode): boolean {
  const right = left + Number(parameters['width']);
  const bottom = top + Number(parameters['height']);
  return x < right && x + room.width > left && y < bottom && y + room.height > top;
}

/** Every string below a parameter that n8n would resolve. */
function expressionsOf(value: unknown): string[] {
  if (typeof value === 'string') return isExpression(value) ? [value] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(expressionsOf);
}

it('finds an expression that cannot be read', () => {
  expect(syntaxFault('={{ $json.case. }}')).toBeDefined();
  expect(syntaxFault('={{ $json.case?.id }}')).toBeUndefined();
  expect(unknownParameters({ nonsense: 1 }, [])).toEqual(['nonsense']);
});

/** Outputs that depend on what the node is set to, as n8n works them out. */
function outputsInUse(outputs: string, { parameters }: TemplateNode): number {
  const found: unknown = Expression.resolveWithoutWorkflow(outputs.slice(1), { $parameter: parameters });
  return Array.isArray(found) ? found.length : 0;
}

/** n8n resolves what it can read: against nothing at all, only the syntax can be at fault. */
function syntaxFault(text: string): string | undefined {
  try {
    Expression.resolveWithoutWorkflow(text.slice(1), {});
    return undefined;
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return /syntax|unexpected|unterminated/i.test(message) ? message : undefined;
  }
}

type Choice = INodeProperties | INodePropertyOptions | INodePropertyCollection;

const isProperty = (choice: Choice): choice is INodeProperties => 'type' in choice;

/** Names in the template that the node's description does not have, and choices that its menus do not offer. */
function unknownParameters(given: Record<string, unknown>, properties: readonly INodeProperties[]): string[] {
  return Object.entries(given).flatMap(([name, value]) => {
    const same = properties.filter((property) => property.name === name);
    if (same.length === 0) return [name];
    if (typeof value === 'string' && isExpression(value)) return [];
    const faults = same.map((property) => valueFaults(property, value).map((fault) => `${name}.${fault}`));
    return faults.reduce((least, next) => (next.length < least.length ? next : least));
  });
}

function valueFaults(property: INodeProperties, value: unknown): string[] {
  const choices: readonly Choice[] = property.options ?? [];
  if (property.type === 'options' || property.type === 'multiOptions') {
    const offered = choices.flatMap((choice) => ('value' in choice ? [choice.value] : []));
    return [value].flat().flatMap((one) => (offered.some((entry) => entry === one) ? [] : [String(one)]));
  }
  if (typeof value !== 'object' || value === null) return [];
  if (property.type === 'collection') return unknownParameters({ ...value }, choices.filter(isProperty));
  if (property.type !== 'fixedCollection') return [];
  return Object.entries(value).flatMap(([name, entries]) => {
    const group = choices.find((choice) => choice.name === name);
    if (group === undefined || !('values' in group)) return [name];
    return [entries]
      .flat()
      .flatMap((entry: unknown) =>
        typeof entry === 'object' && entry !== null ? unknownParameters({ ...entry }, group.values) : [],
      );
  });
}
