import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  getArgumentValues,
  getNamedType,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLSchema,
  isCompositeType,
  isInterfaceType,
  isLeafType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  OperationTypeNode,
  type SelectionSetNode,
} from 'graphql';

/** The largest cost that one query may ask for, whatever is in the bucket. */
export const maximumQueryCost = 1000;
const mutationCost = 10;
const connectionCost = 2;

/**
 * What a page of `size` counts as: real shops were seen to charge 1, 2, 3, 4 for pages of 1, 2, 5, 10, so a page weighs
 * with its magnitude rather than its length.
 */
function pageWeight(size: number): number {
  return size <= 0 ? 0 : Math.floor(Math.log2(size)) + 1;
}

interface Measure {
  schema: GraphQLSchema;
  fragments: Map<string, FragmentDefinitionNode>;
  variables: Record<string, unknown>;
  /** Without an answer the asked cost is measured, with it the actual one. */
  isActual: boolean;
}

interface Selected {
  node: FieldNode;
  parent: GraphQLCompositeType;
}

/** The fields of a selection, fragments opened; those on a type that the answer is not of are left out. */
function fieldsOf(measure: Measure, set: SelectionSetNode, parent: GraphQLCompositeType): Selected[] {
  return set.selections.flatMap((selection): Selected[] => {
    if (selection.kind === Kind.FIELD) return [{ node: selection, parent }];
    const fragment = selection.kind === Kind.INLINE_FRAGMENT ? selection : measure.fragments.get(selection.name.value);
    if (fragment === undefined) return [];
    const named =
      fragment.typeCondition === undefined ? parent : measure.schema.getType(fragment.typeCondition.name.value);
    return isCompositeType(named) ? fieldsOf(measure, fragment.selectionSet, named) : [];
  });
}

function definitionOf(selected: Selected): GraphQLField<unknown, unknown> | undefined {
  const { parent, node } = selected;
  if (!isObjectType(parent) && !isInterfaceType(parent)) return undefined;
  return parent.getFields()[node.name.value];
}

function childOf(answer: unknown, key: string): unknown {
  return typeof answer === 'object' && answer !== null && key in answer ? Reflect.get(answer, key) : undefined;
}

function selectionCost(measure: Measure, set: SelectionSetNode, parent: GraphQLCompositeType, answer: unknown): number {
  const counted = new Set<string>();
  return fieldsOf(measure, set, parent).reduce((total, selected) => {
    const key = selected.node.alias?.value ?? selected.node.name.value;
    const signature = `${key}:${selected.parent.name}`;
    if (counted.has(signature)) return total;
    counted.add(signature);
    return total + fieldCost(measure, selected, childOf(answer, key));
  }, 0);
}

function fieldCost(measure: Measure, selected: Selected, answer: unknown): number {
  const definition = definitionOf(selected);
  const set = selected.node.selectionSet;
  if (definition === undefined || set === undefined) return 0;
  const type = getNamedType(definition.type);
  if (isLeafType(type) || !isCompositeType(type)) return 0;
  if (type.name === 'PageInfo' || type.name.endsWith('UserError')) return 0;
  if (measure.isActual && (answer === null || answer === undefined)) return 0;
  if (type.name.endsWith('Connection')) return connectionFieldCost(measure, selected, definition, type, set, answer);
  if (!Array.isArray(answer)) return 1 + selectionCost(measure, set, type, answer);
  return 1 + Math.max(0, ...answer.map((entry: unknown) => selectionCost(measure, set, type, entry)));
}

function connectionFieldCost(
  measure: Measure,
  selected: Selected,
  definition: GraphQLField<unknown, unknown>,
  type: GraphQLCompositeType,
  set: SelectionSetNode,
  answer: unknown,
): number {
  const { first, last } = getArgumentValues(definition, selected.node, measure.variables);
  const size = Number(first ?? last ?? 0);
  const inner = fieldsOf(measure, set, type).map((child) => {
    const childSet = child.node.selectionSet;
    const childType = definitionOf(child)?.type;
    const named = childType === undefined ? undefined : getNamedType(childType);
    if (childSet === undefined || !isCompositeType(named)) return 0;
    const answers = childOf(answer, child.node.alias?.value ?? child.node.name.value);
    if (child.node.name.value !== 'nodes' && child.node.name.value !== 'edges') return 0;
    const isEdges = child.node.name.value === 'edges';
    const one = (entry: unknown): number => selectionCost(measure, childSet, named, entry) + (isEdges ? 0 : 1);
    if (!measure.isActual) return pageWeight(size) * one(undefined);
    const entries: unknown[] = Array.isArray(answers) ? answers : [];
    const dearest = Math.max(0, ...entries.map(one));
    return pageWeight(entries.length) * dearest;
  });
  return connectionCost + Math.max(0, ...inner);
}

/**
 * Points of an operation, asked or (given its data) actual, after Shopify's rules: a scalar 0, an object 1, a mutation
 * 10 with its payload, a connection 2 and its nodes weighted by the page.
 */
export function costOf(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Record<string, unknown>,
  data?: unknown,
): number {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  }
  const measure = { schema, fragments, variables, isActual: data !== undefined };
  const root = schema.getRootType(operation.operation);
  if (root === undefined || root === null) return 0;
  const isMutation = operation.operation === OperationTypeNode.MUTATION;
  const cost = fieldsOf(measure, operation.selectionSet, root).reduce((total, selected) => {
    const answer = childOf(data, selected.node.alias?.value ?? selected.node.name.value);
    if (!isMutation) return total + fieldCost(measure, selected, answer);
    const definition = definitionOf(selected);
    const type = definition === undefined ? undefined : getNamedType(definition.type);
    const set = selected.node.selectionSet;
    if (set === undefined || !isCompositeType(type)) return total + mutationCost;
    // The payload and what it directly holds are part of the mutation's own price.
    const held = fieldsOf(measure, set, type).reduce((below, child) => {
      const cost = fieldCost(measure, child, childOf(answer, child.node.alias?.value ?? child.node.name.value));
      return below + Math.max(0, cost - 1);
    }, 0);
    return total + mutationCost + held;
  }, 0);
  return Math.max(cost, 1);
}
