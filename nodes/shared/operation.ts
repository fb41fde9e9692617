import type {
  IBinaryKeyData,
  IDataObject,
  IExecuteFunctions,
  INodeProperties,
  INodePropertyOptions,
} from 'n8n-workflow';

/** What an operation adds to one item. */
export interface OperationResult {
  /** Chapters to add to the dossier, by their key. */
  readonly chapters: IDataObject;
  /** What "Only This Result" answers. */
  readonly result: IDataObject;
  readonly binary?: IBinaryKeyData;
  /** Which output of the node the item leaves by; the first one when absent. */
  readonly output?: number;
}

/** One verb of a node: its entry in the menu, its fields, and what it does with one item. */
export interface Operation {
  readonly resource?: string;
  readonly option: INodePropertyOptions & { value: string; action: string };
  readonly fields: readonly INodeProperties[];
  /** Several results make several items out of one. */
  execute(context: IExecuteFunctions, itemIndex: number): Promise<OperationResult | readonly OperationResult[]>;
}

/** The Operation menu of a node (or of one of its resources), in alphabetical order as n8n wants it. */
export function operationMenu(operations: readonly Operation[], resource?: string): INodeProperties {
  const options = operations
    .filter((operation) => operation.resource === resource)
    .map((operation) => operation.option)
    .sort((left, right) => left.name.localeCompare(right.name));
  const first = options[0]?.value ?? '';
  return {
    displayName: 'Operation',
    name: 'operation',
    type: 'options',
    noDataExpression: true,
    ...(resource !== undefined && { displayOptions: { show: { resource: [resource] } } }),
    options,
    default: first,
  };
}

/** The fields of every operation, each shown only with its operation. */
export function operationFields(operations: readonly Operation[]): INodeProperties[] {
  return operations.flatMap(({ resource, option, fields }) =>
    fields.map((field) => ({
      ...field,
      displayOptions: {
        ...field.displayOptions,
        show: {
          ...field.displayOptions?.show,
          ...(resource !== undefined && { resource: [resource] }),
          operation: [option.value],
        },
      },
    })),
  );
}
