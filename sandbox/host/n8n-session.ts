import { z } from 'zod/v4';
import { HostError } from './errors';
import { unflatten } from './unflatten';

/** The log-in of n8n's editor. n8n asks for at least 8 characters with a digit and a capital letter. */
export interface Owner {
  email: string;
  password: string;
  firstName: string;
  lastName: string;
}

const Summary = z.object({
  id: z.string(),
  workflowId: z.string(),
  workflowName: z.string().optional(),
  status: z.string(),
  mode: z.string(),
  startedAt: z.string().nullable().optional(),
  stoppedAt: z.string().nullable().optional(),
});

/** One run of a workflow, as n8n lists it. `status` is n8n's: success, error, crashed, canceled, waiting, running, new. */
export type ExecutionSummary = z.infer<typeof Summary>;

const NodeError = z.object({
  message: z.string().optional(),
  description: z.string().nullish(),
  node: z.object({ name: z.string() }).optional(),
});
const ExecutionData = z.object({
  resultData: z.object({
    error: NodeError.optional(),
    lastNodeExecuted: z.string().optional(),
    runData: z.record(z.string(), z.unknown()).optional(),
  }),
});

/** Why a run ended badly. */
export interface ExecutionFailure extends ExecutionSummary {
  node: string | undefined;
  message: string;
  description: string | undefined;
}

const Workflow = z.object({
  id: z.string(),
  name: z.string(),
  versionId: z.string(),
  activeVersionId: z.string().nullish(),
});
export type StoredWorkflow = z.infer<typeof Workflow>;

const Publication = z.object({
  status: z.enum(['in_progress', 'not_published', 'published', 'partial', 'failed']),
  triggers: z.array(z.object({ nodeId: z.string(), status: z.string(), errorMessage: z.string().nullish() })),
});

/** Whether n8n has registered a workflow's triggers: `partial` and `failed` name those that it could not. */
export type Publication = z.infer<typeof Publication>;

const Complaint = z.object({ message: z.string() });
const FAILED_STATUSES = ['error', 'crashed'];
const PAGE = 100;
const REQUEST_TIMEOUT_MS = 30_000;

/** A log-in to one n8n's own REST interface: the one its editor uses. */
export class N8nSession {
  private cookie = '';

  constructor(private readonly baseUrl: string) {}

  /**
   * Logs in; on an n8n that has no owner yet, makes this owner first.
   *
   * @throws HostError `rest_failed` when n8n has another owner
   */
  async logIn(owner: Owner): Promise<void> {
    const credentials = { emailOrLdapLoginId: owner.email, password: owner.password };
    const login = await this.send('POST', '/rest/login', credentials);
    if (login.ok) return;
    await this.read('POST', '/rest/owner/setup', owner);
  }

  async workflow(id: string): Promise<StoredWorkflow> {
    return Workflow.parse(await this.read('GET', `/rest/workflows/${encodeURIComponent(id)}`));
  }

  /** n8n registers triggers in the background, both after `publish` and after a start. */
  async publication(id: string): Promise<Publication> {
    return Publication.parse(await this.read('GET', `/rest/workflows/${encodeURIComponent(id)}/publication-status`));
  }

  /**
   * Publishes the current version of a workflow; `publication` tells when its triggers are registered.
   *
   * @throws HostError `rest_failed` with n8n's reason, such as a node type that is not installed
   */
  async publish(id: string): Promise<void> {
    const { versionId, activeVersionId } = await this.workflow(id);
    if (activeVersionId === versionId) return;
    await this.read('POST', `/rest/workflows/${encodeURIComponent(id)}/activate`, { versionId });
  }

  async unpublish(id: string): Promise<void> {
    await this.read('POST', `/rest/workflows/${encodeURIComponent(id)}/deactivate`, {});
  }

  /** The newest executions, at most 100, newest first. */
  async executions(filter: { workflowId?: string; status?: readonly string[] } = {}): Promise<ExecutionSummary[]> {
    const query = new URLSearchParams({ filter: JSON.stringify(filter), limit: String(PAGE) });
    const answer = await this.read('GET', `/rest/executions?${query}`);
    return z.object({ results: z.array(Summary) }).parse(answer).results;
  }

  /** The data of one execution as n8n keeps it: `resultData.runData` per node, `resultData.error`. */
  async executionData(id: string): Promise<z.infer<typeof ExecutionData> | undefined> {
    const answer = await this.read('GET', `/rest/executions/${encodeURIComponent(id)}`);
    const { data } = z.object({ data: z.string().nullish() }).parse(answer);
    return data === null || data === undefined ? undefined : ExecutionData.parse(unflatten(data));
  }

  /** The newest executions that ended in an error or a crash, each with its node and message. */
  async failures(): Promise<ExecutionFailure[]> {
    const failed = await this.executions({ status: FAILED_STATUSES });
    return Promise.all(
      failed.map(async (summary) => {
        const result = (await this.executionData(summary.id))?.resultData;
        return {
          ...summary,
          node: result?.error?.node?.name ?? result?.lastNodeExecuted,
          message: result?.error?.message ?? `ended as ${summary.status}`,
          description: result?.error?.description ?? undefined,
        };
      }),
    );
  }

  /** Sends one request with the session's cookie and unwraps n8n's `{ data }`. */
  async read(method: string, path: string, body?: unknown): Promise<unknown> {
    const response = await this.send(method, path, body);
    const text = await response.text();
    if (response.ok) return z.object({ data: z.unknown() }).parse(JSON.parse(text)).data;
    const reason =
      Complaint.safeParse(JSON.parse(text.startsWith('{') ? text : '{}')).data?.message ?? text.slice(0, 300);
    throw new HostError('rest_failed', `n8n answered ${method} ${path} with ${response.status}.`, reason);
  }

  private async send(method: string, path: string, body?: unknown): Promise<Response> {
    const response = await fetch(new URL(path, this.baseUrl), {
      method,
      signal: AbortSignal.timeout(REQUEST_TIMEOUT_MS),
      headers: { cookie: this.cookie, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const cookies = response.headers.getSetCookie().map((cookie) => cookie.split(';', 1)[0] ?? '');
    if (cookies.length > 0) this.cookie = cookies.join('; ');
    return response;
  }
}
