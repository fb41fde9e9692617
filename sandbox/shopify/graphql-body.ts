import { type DocumentNode, Kind, OperationTypeNode, parse } from 'graphql';
import { z } from 'zod/v4';

const bodyShape = z.object({
  query: z.string(),
  variables: z.record(z.string(), z.unknown()).nullish(),
  operationName: z.string().nullish(),
});
export type GraphqlBody = z.infer<typeof bodyShape>;

/** The request body, or undefined when it asks for nothing. */
export function parseBody(value: unknown): GraphqlBody | undefined {
  return bodyShape.safeParse(value).data;
}

/** The names of what a request asks for: of its operations and of the fields at their root, without opening fragments. */
export function operationsOf(body: GraphqlBody): string[] {
  let document: DocumentNode;
  try {
    document = parse(body.query);
  } catch {
    return [];
  }
  return document.definitions.flatMap((definition) => {
    if (definition.kind !== Kind.OPERATION_DEFINITION) return [];
    const fields = definition.selectionSet.selections.flatMap((selection) =>
      selection.kind === Kind.FIELD ? [selection.name.value] : [],
    );
    return definition.name === undefined ? fields : [definition.name.value, ...fields];
  });
}

/** Name and idempotency key of each mutation in a request. */
export function idempotencyKeysOf(body: GraphqlBody): { mutation: string; key: string }[] {
  let document: DocumentNode;
  try {
    document = parse(body.query);
  } catch {
    return [];
  }
  return document.definitions.flatMap((definition) => {
    if (definition.kind !== Kind.OPERATION_DEFINITION || definition.operation !== OperationTypeNode.MUTATION) return [];
    return definition.selectionSet.selections.flatMap((selection) => {
      if (selection.kind !== Kind.FIELD) return [];
      const directive = selection.directives?.find((candidate) => candidate.name.value === 'idempotent');
      const value = directive?.arguments?.find((argument) => argument.name.value === 'key')?.value;
      const key: unknown =
        value?.kind === Kind.VARIABLE
          ? body.variables?.[value.name.value]
          : value?.kind === Kind.STRING
            ? value.value
            : undefined;
      return typeof key === 'string' ? [{ mutation: selection.name.value, key }] : [];
    });
  });
}
