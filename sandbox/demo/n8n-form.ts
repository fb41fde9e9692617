import { setTimeout as sleep } from 'node:timers/promises';

const PATIENCE_MS = 120_000;
const LOOK_AGAIN_MS = 150;

/** n8n's forms turn programs away that do not call themselves a browser. */
export const browser = {
  'user-agent': 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/150.0.0.0 Safari/537.36',
};

/** One answer per field, in the order of the page; a list for checkboxes and radio buttons, as n8n's pages send it; a file. */
export type Answer = string | readonly string[] | File;

export interface FormPace {
  /** How long to wait for each page: n8n does not answer for one whose run died with it. */
  readonly patienceMs?: number;
  /** How often to ask whether the next page is there. */
  readonly lookAgainMs?: number;
}

/** Fills in n8n's forms the way its pages do in a browser: page after page, and reads the closing page. */
export class N8nForm {
  private address: string | undefined;
  private submittedAt = 0;

  private readonly pace: Required<FormPace>;

  constructor(
    private readonly formUrl: string,
    pace: FormPace = {},
  ) {
    this.pace = { patienceMs: PATIENCE_MS, lookAgainMs: LOOK_AGAIN_MS, ...pace };
  }

  /** Submits the next page. The first one starts the workflow; the others wait for it to ask. */
  async submit(...answers: readonly Answer[]): Promise<void> {
    const body = new FormData();
    answers.forEach((answer, index) => {
      const name = `field-${index}`;
      if (answer instanceof File) body.append(name, answer, answer.name);
      else body.append(name, typeof answer === 'string' ? answer : JSON.stringify(answer));
    });
    if (this.address === undefined) {
      const { formWaitingUrl } = (await (await this.post(this.formUrl, body)).json()) as { formWaitingUrl?: string };
      if (formWaitingUrl === undefined) throw new Error(`The form ${this.formUrl} did not say where it goes on`);
      this.address = formWaitingUrl;
      return;
    }
    await this.page();
    this.submittedAt = Date.now();
    await this.post(this.address, body);
  }

  /** The page that the workflow shows now, as HTML: a question, or how it ended. */
  async page(): Promise<string> {
    const address = this.address ?? this.formUrl;
    if (this.address !== undefined) await this.untilAsked(address);
    const response = await this.fetch(address);
    const html = await response.text();
    if (!response.ok) throw new Error(`The form answered ${response.status}: ${html.slice(0, 200)}`);
    return html;
  }

  /** The page that follows the last submit, and how long after it it was there. */
  async answer(): Promise<{ readonly html: string; readonly afterMs: number }> {
    const html = await this.page();
    return { html, afterMs: Date.now() - this.submittedAt };
  }

  private async untilAsked(address: string): Promise<void> {
    const status = new URL(address);
    status.pathname += '/n8n-execution-status';
    const end = Date.now() + this.pace.patienceMs;
    while (Date.now() < end) {
      const text = (await (await this.fetch(status)).text()).replace(/"/g, '');
      if (text === 'form-waiting') return;
      if (['success', 'error', 'crashed', 'canceled', 'null'].includes(text)) {
        throw new Error(`The form's workflow ended as "${text}" instead of asking on`);
      }
      await sleep(this.pace.lookAgainMs);
    }
    throw new Error('The form did not go on in time');
  }

  private async post(url: string, body: FormData): Promise<Response> {
    const response = await this.fetch(url, { method: 'POST', body });
    if (!response.ok) throw new Error(`The form answered ${response.status}: ${(await response.text()).slice(0, 300)}`);
    return response;
  }

  private fetch(url: string | URL, init: RequestInit = {}): Promise<Response> {
    return fetch(url, { ...init, headers: browser, signal: AbortSignal.timeout(this.pace.patienceMs) });
  }
}

/** A page as a person reads it. */
export const textOf = (html: string): string =>
  html
    .replace(/<(style|script)[^>]*>[\s\S]*?<\/\1>/g, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
