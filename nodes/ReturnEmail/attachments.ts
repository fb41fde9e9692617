import type { IExecuteFunctions } from 'n8n-workflow';
import type { Attachment } from '../../lib/mail';
import { textParameter } from '../shared/parameters';

/** The binary fields named in the Attachments field, comma-separated. */
export async function attachmentsOf(context: IExecuteFunctions, itemIndex: number): Promise<Attachment[]> {
  const names = textParameter(context, 'attachments', itemIndex)
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
  return Promise.all(
    names.map(async (name) => {
      const { fileName, mimeType } = context.helpers.assertBinaryData(itemIndex, name);
      const content = await context.helpers.getBinaryDataBuffer(itemIndex, name);
      return { filename: fileName ?? name, content, contentType: mimeType };
    }),
  );
}
