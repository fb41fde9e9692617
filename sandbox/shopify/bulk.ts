import {
  type DocumentNode,
  type FieldNode,
  execute,
  getNamedType,
  GraphQLError,
  Kind,
  OperationTypeNode,
  parse,
  print,
  TypeInfo,
  validate,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import { z } from 'zod/v4';
import { reject } from './errors';
import { gid } from './gid';
import type { Id, Time } from './model';
import { schemaOf } from './schema';
import { resolveField, resolveType, type View } from './view';
import type { World } from './world';

export interface BulkOperation {
  id: Id;
  status: 'CREATED' | 'RUNNING' | 'COMPLETED' | 'FAILED';
  query: string;
  version: string;
  groupObjects: boolean;
  createdAt: Time;
  completedAt: Time | null;
  /** Lines of the file, once it is done. */
  lines: string[];
  roots: number;
}

const mostConnections = 5;
const deepest = 3;
const pageSize = 250;

const record = z.record(z.string(), z.unknown());
const connectionShape = z.object({ edges: z.array(z.object({ node: record })) });
const pageInfoShape = z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullable() });

interface Prepared {
  document: DocumentNode;
  rootField: string;
}

/** Checks a bulk query as the real one does, and gives its connections a page. Throws `Rejected`. */
function prepare(version: string, query: string): Prepared {
  const invalid = (message: string): Error => reject(['query'], message, 'INVALID');
  let document: DocumentNode;
  try {
    document = parse(query);
  } catch (error) {
    throw error instanceof GraphQLError ? invalid(`Invalid bulk query: ${error.message}`) : error;
  }
  const schema = schemaOf(version);
  const [error] = validate(schema, document);
  if (error !== undefined) throw invalid(`Invalid bulk query: ${error.message}`);
  const [definition, other] = document.definitions;
  if (
    definition?.kind !== Kind.OPERATION_DEFINITION ||
    other !== undefined ||
    definition.operation !== OperationTypeNode.QUERY
  ) {
    throw invalid('Bulk queries must be a single query.');
  }
  const [root] = definition.selectionSet.selections;
  if (root?.kind !== Kind.FIELD || definition.selectionSet.selections.length !== 1) {
    throw invalid('Bulk queries must have a single root field.');
  }
  const info = new TypeInfo(schema);
  let [connections, depth] = [0, 0];
  const isConnection = (): boolean => {
    const type = info.getType();
    return type !== null && type !== undefined && getNamedType(type).name.endsWith('Connection');
  };
  const paged = visit(
    document,
    visitWithTypeInfo(info, {
      Field: {
        enter: (node: FieldNode): FieldNode | undefined => {
          if (!isConnection()) return undefined;
          connections += 1;
          depth += 1;
          if (connections > mostConnections) throw invalid('Bulk queries cannot contain more than 5 connections.');
          if (depth > deepest)
            throw invalid('Bulk queries cannot contain connections with a nesting depth greater than 2.');
          return withPage(node, depth === 1);
        },
        leave: () => {
          if (isConnection()) depth -= 1;
          return undefined;
        },
      },
    }),
  );
  if (connections === 0) throw invalid('Bulk queries must contain at least one connection.');
  return { document: parse(print(paged)), rootField: root.alias?.value ?? root.name.value };
}

const pageInfoField = parse('{ pageInfo { hasNextPage endCursor } }').definitions[0];

function withPage(node: FieldNode, isRoot: boolean): FieldNode {
  const asked = (node.arguments ?? []).filter(({ name }) => !['first', 'last', 'after'].includes(name.value));
  const first = { kind: Kind.INT as const, value: String(pageSize) };
  const after = { kind: Kind.VARIABLE as const, name: { kind: Kind.NAME as const, value: 'cursor' } };
  const named = (name: string, value: typeof first | typeof after) => ({
    kind: Kind.ARGUMENT as const,
    name: { kind: Kind.NAME as const, value: name },
    value,
  });
  const pageInfo =
    isRoot && pageInfoField?.kind === Kind.OPERATION_DEFINITION ? pageInfoField.selectionSet.selections : [];
  return {
    ...node,
    arguments: [...asked, named('first', first), ...(isRoot ? [named('after', after)] : [])],
    ...(node.selectionSet && {
      selectionSet: { ...node.selectionSet, selections: [...node.selectionSet.selections, ...pageInfo] },
    }),
  };
}

/** Starts a bulk operation; one at a time. Throws `Rejected`. */
export function startBulk(world: World, version: string, query: string, groupObjects: boolean): BulkOperation {
  const running = [...world.bulk.values()].find(({ status }) => status === 'CREATED' || status === 'RUNNING');
  if (running !== undefined) {
    const message = `A bulk query operation for this app and shop is already in progress: ${gid('BulkOperation', running.id)}.`;
    throw reject(null, message, 'OPERATION_IN_PROGRESS');
  }
  prepare(version, query);
  const operation: BulkOperation = {
    id: world.nextId(),
    status: 'CREATED',
    query,
    version,
    groupObjects,
    createdAt: world.now(),
    completedAt: null,
    lines: [],
    roots: 0,
  };
  world.bulk.set(operation.id, operation);
  world.record('bulk.started', gid('BulkOperation', operation.id), { groupObjects });
  return operation;
}

/** Each look at a bulk operation brings it a step further: created, running, completed. */
export async function advanceBulk(world: World, operation: BulkOperation, root: View): Promise<void> {
  if (operation.status === 'CREATED') operation.status = 'RUNNING';
  else if (operation.status === 'RUNNING') {
    await collect(operation, root);
    operation.status = 'COMPLETED';
    operation.completedAt = world.now();
  }
}

async function collect(operation: BulkOperation, root: View): Promise<void> {
  const { document, rootField } = prepare(operation.version, operation.query);
  const withCursor = parse(print(document).replace(/^(query[^{(]*)?\{/, 'query Bulk($cursor: String) {'));
  const [roots, children]: [string[], string[]] = [[], []];
  for (let cursor: string | null = null, more = true; more;) {
    const result = await execute({
      schema: schemaOf(operation.version),
      document: withCursor,
      rootValue: root,
      variableValues: { cursor },
      fieldResolver: resolveField,
      typeResolver: resolveType,
    });
    const [error] = result.errors ?? [];
    if (error !== undefined) throw error;
    const page: unknown = result.data?.[rootField];
    for (const { node } of connectionShape.parse(page).edges) {
      const flat = flatten(node);
      operation.roots += 1;
      roots.push(JSON.stringify(flat.own));
      const below = flat.children.map((child) => JSON.stringify(child));
      if (operation.groupObjects) roots.push(...below);
      else children.push(...below);
    }
    const { hasNextPage, endCursor } = pageInfoShape.parse(record.parse(page)['pageInfo']);
    more = hasNextPage;
    cursor = endCursor;
  }
  operation.lines = [...roots, ...children];
}

interface Flat {
  own: Record<string, unknown>;
  children: Record<string, unknown>[];
}

/** What an object holds itself, and what its connections hold, each with the id of the object above it. */
function flatten(node: Record<string, unknown>): Flat {
  const own: Record<string, unknown> = {};
  const children: Flat['children'] = [];
  for (const [key, value] of Object.entries(node)) {
    const connection = connectionShape.safeParse(value);
    if (!connection.success) {
      own[key] = value;
      continue;
    }
    for (const { node: child } of connection.data.edges) {
      const flat = flatten(child);
      children.push({ ...flat.own, __parentId: node['id'] }, ...flat.children);
    }
  }
  return { own, children };
}

export function bulkOperationView(world: World, operation: BulkOperation): View {
  const isDone = operation.status === 'COMPLETED';
  const isEmpty = operation.lines.length === 0;
  return {
    __typename: 'BulkOperation',
    id: gid('BulkOperation', operation.id),
    status: operation.status,
    type: 'QUERY',
    query: operation.query,
    errorCode: null,
    createdAt: operation.createdAt,
    completedAt: operation.completedAt,
    objectCount: String(operation.lines.length),
    rootObjectCount: String(operation.roots),
    fileSize: isDone && !isEmpty ? String(operation.lines.join('\n').length + 1) : null,
    url: isDone && !isEmpty ? `${world.context.baseUrl('shopify')}/bulk/${operation.id}.jsonl` : null,
    partialDataUrl: null,
  };
}
