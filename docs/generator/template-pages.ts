import { readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { z } from 'zod/v4';
import { code, table } from './markdown';

const folder = resolve(__dirname, '../../workflows');
const workflowSchema = z.object({
  id: z.string(),
  name: z.string(),
  settings: z.object({ errorWorkflow: z.string().optional() }),
  nodes: z.array(
    z.object({
      name: z.string(),
      type: z.string(),
      parameters: z.record(z.string(), z.unknown()),
      credentials: z.record(z.string(), z.object({ name: z.string() })).optional(),
      retryOnFail: z.boolean().optional(),
      onError: z.string().optional(),
    }),
  ),
});
type TemplateNode = z.infer<typeof workflowSchema>['nodes'][number];

export interface TemplatePage {
  /** `docs/templates/01.md` */
  readonly file: string;
  /** `workflows/01-….json` */
  readonly source: string;
  readonly workflow: z.infer<typeof workflowSchema>;
}

export function templatePages(): TemplatePage[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => ({
      file: `docs/templates/${name.slice(0, 2)}.md`,
      source: `workflows/${name}`,
      workflow: workflowSchema.parse(JSON.parse(readFileSync(join(folder, name), 'utf8'))),
    }));
}

/** What the template is made of: its file, its nodes, the credentials that they ask for. */
export function templateBlocks({ source, workflow }: TemplatePage): Record<string, string> {
  const { id, name, settings, nodes } = workflow;
  const credentials = new Set(
    nodes.flatMap((node) => Object.values(node.credentials ?? {}).map((known) => known.name)),
  );
  const lines = [
    `- File: [${source}](../../${source})`,
    `- Name in n8n: ${name} (id ${code(id)})`,
    `- Credentials: ${credentials.size > 0 ? [...credentials].map(code).join(', ') : 'none'}`,
    `- Error workflow: ${settings.errorWorkflow === undefined ? 'none' : code(settings.errorWorkflow)}`,
  ];
  const rows = nodes
    .filter(({ type }) => type !== 'n8n-nodes-base.stickyNote')
    .map((node) => [node.name, code(node.type), settingOf(node), whenItFails(node)]);
  return { facts: lines.join('\n'), nodes: table(['Node', 'Type', 'Set to', 'When it fails'], rows) };
}

function settingOf({ parameters }: TemplateNode): string {
  const { events, topics } = parameters;
  const listed = [events, topics].find((value): value is unknown[] => Array.isArray(value));
  if (listed) return listed.map((value) => code(String(value))).join(', ');
  return ['resource', 'operation', 'command', 'message', 'settleBy']
    .flatMap((name) => (typeof parameters[name] === 'string' ? [parameters[name]] : []))
    .filter((value, index, all) => !value.startsWith('=') && all.indexOf(value) === index)
    .map((value) => code(value))
    .join(' ');
}

function whenItFails({ retryOnFail, onError }: TemplateNode): string {
  const ways = [
    ...(retryOnFail === true ? ['tries again'] : []),
    ...(onError === 'continueErrorOutput' ? ['goes on by its error output'] : []),
    ...(onError === 'continueRegularOutput' ? ['goes on'] : []),
  ];
  return ways.join(', ');
}
