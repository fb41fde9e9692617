import { type GraphQLError, type GraphQLFormattedError, type GraphQLSchema, isEnumType } from 'graphql';

/** How graphql-js says something, how Shopify says it, and the code it gives it. */
const translations: { pattern: RegExp; message: (match: RegExpExecArray) => string; code: string }[] = [
  {
    pattern: /^Cannot query field "(\w+)" on type "(\w+)"/,
    message: ([, field = '', type = '']) => `Field '${field}' doesn't exist on type '${type}'`,
    code: 'undefinedField',
  },
  {
    pattern: /^Unknown argument "(\w+)" on field "\w+\.(\w+)"/,
    message: ([, argument = '', field = '']) => `Field '${field}' doesn't accept argument '${argument}'`,
    code: 'argumentNotAccepted',
  },
  {
    pattern: /^Field "(\w+)" argument "(\w+)" of type "[^"]+" is required/,
    message: ([, field = '', argument = '']) => `Field '${field}' is missing required arguments: ${argument}`,
    code: 'missingRequiredArguments',
  },
  {
    pattern: /^Unknown directive "@(\w+)"/,
    message: ([, directive = '']) => `Directive @${directive} is not defined`,
    code: 'undefinedDirective',
  },
  {
    pattern: /^Field "(\w+)" of type "([^"]+)" must have a selection of subfields/,
    message: ([, field = '', type = '']) =>
      `Field must have selections (field '${field}' returns ${type.replace(/[![\]]/g, '')} but has no selections. Did you mean '${field} { ... }'?)`,
    code: 'selectionMismatch',
  },
  {
    pattern: /^Variable "\$(\w+)" is not defined/,
    message: ([, name = '']) => `Variable $${name} is used by but not declared`,
    code: 'variableNotDefined',
  },
];

/** A validation error in Shopify's words, where they are known. */
export function formatValidationError(error: GraphQLError): GraphQLFormattedError {
  for (const { pattern, message, code } of translations) {
    const match = pattern.exec(error.message);
    if (match !== null) return { message: message(match), ...located(error), extensions: { code } };
  }
  return { message: error.message, ...located(error), extensions: { code: 'argumentLiteralsIncompatible' } };
}

/** A variable that does not fit its type, in Shopify's words. */
export function formatVariableError(
  error: GraphQLError,
  types: ReadonlyMap<string, string>,
  schema: GraphQLSchema,
): GraphQLFormattedError {
  const match = /^Variable "\$(\w+)" (.*)$/s.exec(error.message);
  if (match === null) return { message: error.message, ...located(error), extensions: { code: 'INVALID_VARIABLE' } };
  const [, name = '', rest = ''] = match;
  const where = / at "\w+((?:\.\w+|\[\d+\])*)"/.exec(rest)?.[1] ?? '';
  const path = where.split(/[.[\]]+/).filter((part) => part !== '');
  const explanation = explain(rest, schema);
  const at = path.length === 0 ? '' : ` for ${path.join('.')} (${explanation})`;
  return {
    message: `Variable $${name} of type ${types.get(name) ?? ''} was provided invalid value${at}`,
    ...located(error),
    extensions: { code: 'INVALID_VARIABLE', problems: [{ path, explanation }] },
  };
}

function explain(rest: string, schema: GraphQLSchema): string {
  const [, value = '', name = ''] = /Value "(.*)" does not exist in "(\w+)" enum/.exec(rest) ?? [];
  const type = schema.getType(name);
  if (isEnumType(type)) {
    const values = type.getValues().map((entry) => entry.name);
    return `Expected "${value}" to be one of: ${values.join(', ')}`;
  }
  if (/to be non-null|must not be null|was not provided/.test(rest)) return 'Expected value to not be null';
  if (/is not defined by type/.test(rest)) return 'Field is not defined';
  return (/; (.*)$/s.exec(rest)?.[1] ?? rest).trim();
}

function located(error: GraphQLError): Pick<GraphQLFormattedError, 'locations'> {
  return error.locations === undefined ? {} : { locations: error.locations };
}

/** An error of execution: as it is when meant for the client, else an internal one that tells what broke. */
export function formatExecutionError(error: GraphQLError): GraphQLFormattedError {
  const path = error.path === undefined ? {} : { path: error.path };
  if (typeof error.extensions['code'] === 'string') {
    return { message: error.message, ...located(error), ...path, extensions: { ...error.extensions } };
  }
  return { message: error.message, ...located(error), ...path, extensions: { code: 'INTERNAL_SERVER_ERROR' } };
}
