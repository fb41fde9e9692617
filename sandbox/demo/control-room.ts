import type { Effect } from '../core/journal';

export interface DemoMail {
  readonly id: string;
  readonly to: string;
  readonly subject: string;
  readonly messageId?: string;
  readonly html: string;
  readonly text: string;
  readonly attachments: readonly {
    readonly filename: string | null;
    readonly contentType: string;
    readonly size: number;
  }[];
}

/** The sandbox's control API, as the demo and the tests use it. */
export class ControlRoom {
  constructor(readonly url: string) {}

  async get<T>(path: string): Promise<T> {
    return this.call<T>('GET', path);
  }

  async post<T>(path: string, body: unknown = {}): Promise<T> {
    return this.call<T>('POST', path, body);
  }

  async remove(path: string): Promise<void> {
    await this.call('DELETE', path);
  }

  /** What really happened at a provider. */
  journal(provider: string, effect?: string): Promise<Effect[]> {
    const query = new URLSearchParams({ provider, ...(effect !== undefined && { effect }) });
    return this.get(`/control/journal?${query.toString()}`);
  }

  async mailsTo(address: string): Promise<DemoMail[]> {
    const theirs = await this.get<{ id: string }[]>(`/control/mail?to=${encodeURIComponent(address)}`);
    return Promise.all(theirs.map(({ id }) => this.get<DemoMail>(`/control/mail/${id}`)));
  }

  private async call<T>(method: string, path: string, body?: unknown): Promise<T> {
    const response = await fetch(`${this.url}${path}`, {
      method,
      ...(body !== undefined && { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path} answered ${response.status}: ${text.slice(0, 300)}`);
    return (text === '' ? undefined : JSON.parse(text)) as T;
  }
}
