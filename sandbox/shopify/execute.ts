import {
  type DocumentNode,
  execute,
  type FormattedExecutionResult,
  getOperationAST,
  getVariableValues,
  GraphQLError,
  type GraphQLSchema,
  type OperationDefinitionNode,
  OperationTypeNode,
  parse,
  print,
  validate,
} from 'graphql';
import { costOf, maximumQueryCost } from './cost';
import { type Cost, throttledBody, tooDearBody } from './cost-answers';
import { notSimulated } from './errors';
import { formatExecutionError, formatValidationError, formatVariableError } from './format-errors';
import type { GraphqlBody } from './graphql-body';
import { mutationRoot } from './mutation-root';
import { queryRoot } from './queries/index';
import { schemaOf } from './schema';
import { resolveField, resolveType } from './view';
import { sendEvents } from './webhooks';
import type { World } from './world';

export interface Answer {
  status: number;
  body: unknown;
}

async function run(
  world: World,
  version: string,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  body: GraphqlBody,
): Promise<FormattedExecutionResult> {
  if (operation.operation === OperationTypeNode.SUBSCRIPTION) throw notSimulated('subscriptions');
  const result = await execute({
    schema: schemaOf(version),
    document,
    rootValue: operation.operation === OperationTypeNode.MUTATION ? mutationRoot(world, version) : queryRoot(world),
    variableValues: body.variables ?? {},
    operationName: body.operationName ?? null,
    fieldResolver: resolveField,
    typeResolver: resolveType,
  });
  return {
    ...(result.data === undefined ? {} : { data: result.data }),
    ...(result.errors === undefined ? {} : { errors: result.errors.map(formatExecutionError) }),
  };
}

interface Prepared {
  document: DocumentNode;
  operation: OperationDefinitionNode;
  variables: Record<string, unknown>;
}

function prepare(schema: GraphQLSchema, body: GraphqlBody): Prepared | { errors: unknown[] } {
  let document: DocumentNode;
  try {
    document = parse(body.query);
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    return { errors: [{ message: error.message, locations: error.locations }] };
  }
  const invalid = validate(schema, document);
  if (invalid.length > 0) return { errors: invalid.map(formatValidationError) };
  const operation = getOperationAST(document, body.operationName);
  if (operation === null || operation === undefined) return { errors: [{ message: 'An operation name is required' }] };
  const definitions = operation.variableDefinitions ?? [];
  const variables = getVariableValues(schema, definitions, body.variables ?? {});
  if (variables.errors !== undefined) {
    const types = new Map(definitions.map((definition) => [definition.variable.name.value, print(definition.type)]));
    return { errors: variables.errors.map((error) => formatVariableError(error, types, schema)) };
  }
  return { document, operation, variables: variables.coerced };
}

/**
 * Answers one GraphQL request as the Admin API of this version does: what is wrong with it comes in `errors` with HTTP
 * 200; each answer tells its cost.
 */
export async function answerGraphql(world: World, version: string, body: GraphqlBody): Promise<Answer> {
  const schema = schemaOf(version);
  const prepared = prepare(schema, body);
  if ('errors' in prepared) return { status: 200, body: prepared };
  const { document, operation, variables } = prepared;

  const requested = costOf(schema, document, operation, variables);
  if (requested > maximumQueryCost) return { status: 200, body: tooDearBody(requested) };
  if (!world.throttle.canAfford(requested))
    return { status: 200, body: throttledBody(requested, world.throttle.status()) };

  const result = await run(world, version, document, operation, body);
  sendEvents(world);
  const actual = Math.min(requested, costOf(schema, document, operation, variables, result.data ?? null));
  world.throttle.spend(actual);
  const cost: Cost = {
    requestedQueryCost: requested,
    actualQueryCost: actual,
    throttleStatus: world.throttle.status(),
  };
  return { status: 200, body: { ...result, extensions: { cost } } };
}
