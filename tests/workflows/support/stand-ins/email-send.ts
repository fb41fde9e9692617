import { createTransport } from 'nodemailer';
import type { INodeType } from 'n8n-workflow';
import { z } from 'zod/v4';
import { asText } from '../as-text';
import { describeStandIn } from './describe';

const signs: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };

/** n8n turns these entities of a message back into signs before it sends it: what is to stay escaped needs others. */
const unescaped = (message: string): string =>
  message.replace(/&(amp|lt|gt|quot|#39);/g, (entity, name: string) => signs[name] ?? entity).replaceAll('<br>', '\n');

const optionsSchema = z.object({ values: z.object({ approveLabel: z.string(), disapproveLabel: z.string() }) });

function buttonsOf(approvalOptions: unknown): string {
  const { approveLabel, disapproveLabel } = optionsSchema.parse(approvalOptions).values;
  return [disapproveLabel, approveLabel].map((label) => `<a href="https://n8n.example/">${label}</a>`).join('');
}

/** Which button the person presses in a mail that waits for an answer. */
export type Verdict = 'approve' | 'reject';

/**
 * As n8n's own Send Email 2.x over the `smtp` credential; one that waits for an answer goes on with
 * `{ data: { approved } }` alone, as n8n does when a button was pressed.
 * @param verdicts by the name of the waiting node
 */
export const emailSendStandIn = (verdicts: Readonly<Record<string, Verdict>>): INodeType => ({
  description: describeStandIn('emailSend', {
    credential: 'smtp',
    properties: [
      ...['operation', 'fromEmail', 'toEmail', 'subject', 'message', 'text'].map(
        (name) => ({ displayName: name, name, type: 'string', default: '' }) as const,
      ),
      { displayName: 'approvalOptions', name: 'approvalOptions', type: 'json', default: {} },
    ],
  }),
  async execute() {
    const items = [];
    for (const [index, item] of this.getInputData().entries()) {
      const text = (name: string): string => asText(this.getNodeParameter(name, index, ''));
      const { host, port, user, password } = await this.getCredentials('smtp', index);
      const transport = createTransport({
        host: asText(host),
        port: Number(port),
        ignoreTLS: true,
        auth: { user: asText(user), pass: asText(password) },
      });
      const isWaiting = text('operation') === 'sendAndWait';
      await transport.sendMail({
        from: text('fromEmail'),
        to: text('toEmail'),
        subject: text('subject'),
        ...(isWaiting
          ? { html: unescaped(text('message')) + buttonsOf(this.getNodeParameter('approvalOptions', index)) }
          : { text: text('text') }),
      });
      transport.close();
      const verdict = verdicts[this.getNode().name];
      if (isWaiting && verdict === undefined) throw new RangeError(`nobody answers "${this.getNode().name}"`);
      items.push({
        ...item,
        json: isWaiting ? { data: { approved: verdict === 'approve' } } : { accepted: [text('toEmail')] },
        pairedItem: { item: index },
      });
    }
    return [items];
  },
});
