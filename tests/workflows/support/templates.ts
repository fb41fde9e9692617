import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod/v4';
import { packageFolder } from './n8n-nodes';

const nodeSchema = z.looseObject({
  id: z.uuid(),
  name: z.string().min(1),
  type: z.string(),
  typeVersion: z.number(),
  position: z.tuple([z.number(), z.number()]),
  parameters: z.record(z.string(), z.json()),
  credentials: z.record(z.string(), z.strictObject({ id: z.string(), name: z.string() })).optional(),
  webhookId: z.uuid().optional(),
  retryOnFail: z.boolean().optional(),
  maxTries: z.int().optional(),
  waitBetweenTries: z.int().optional(),
  onError: z.enum(['stopWorkflow', 'continueRegularOutput', 'continueErrorOutput']).optional(),
});

const connectionSchema = z.strictObject({ node: z.string(), type: z.literal('main'), index: z.int() });

export const templateSchema = z.looseObject({
  id: z.string(),
  name: z.string(),
  active: z.literal(false),
  nodes: z.array(nodeSchema),
  connections: z.record(z.string(), z.strictObject({ main: z.array(z.array(connectionSchema)) })),
  settings: z.looseObject({ executionOrder: z.literal('v1'), errorWorkflow: z.string().optional() }),
});

export type Template = z.output<typeof templateSchema>;
export type TemplateNode = z.output<typeof nodeSchema>;

const folder = join(packageFolder, 'workflows');

export const templateFiles = readdirSync(folder).filter((file) => file.endsWith('.json'));

export const templateText = (file: string): string => readFileSync(join(folder, file), 'utf8');

export const readTemplate = (file: string): Template => templateSchema.parse(JSON.parse(templateText(file)));

/** The shipped template by its number: `template('07')`. */
export function template(number: string): Template {
  const file = templateFiles.find((name) => name.startsWith(`${number}-`));
  if (file === undefined) throw new RangeError(`no template has the number ${number}`);
  return readTemplate(file);
}

/** A node and every node that its items can get to. */
export function reachable({ connections }: Template, from: string): string[] {
  const reached = new Set<string>();
  const walk = (name: string): void => {
    if (reached.has(name)) return;
    reached.add(name);
    for (const { node } of (connections[name]?.main ?? []).flat()) walk(node);
  };
  walk(from);
  return [...reached];
}
