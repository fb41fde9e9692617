import type { IBinaryData, IBinaryKeyData, IDataObject, INodeType } from 'n8n-workflow';
import { z } from 'zod/v4';
import { asText } from '../as-text';
import { describeStandIn } from './describe';

const questionSchema = z.object({
  fieldName: z.string(),
  fieldLabel: z.string(),
  fieldType: z.enum(['text', 'textarea', 'email', 'number', 'dropdown', 'radio', 'checkbox', 'date', 'file']),
  requiredField: z.boolean().default(false),
  fieldOptions: z.object({ values: z.array(z.object({ option: z.string() })) }).optional(),
});
export type Question = z.output<typeof questionSchema>;

/** What the person at the form fills in, given the page's questions. */
export type Answer = (questions: readonly Question[]) => IDataObject;

export interface Ending {
  readonly node: string;
  readonly title: string;
  readonly message: string;
}

const choiceTypes = ['dropdown', 'radio', 'checkbox'];

/**
 * As n8n's own Form 2.x: a page gives on what was filled in and nothing else, an ending shows its text. Answers that no
 * person could give (a choice that is not offered, a required field left empty) are refused.
 * @param answers by the name of the page's node
 * @param endings gets what the person read last
 */
export const formStandIn = (answers: Readonly<Record<string, Answer>>, endings: Ending[]): INodeType => ({
  description: describeStandIn('form', {
    properties: ['operation', 'defineForm', 'jsonOutput', 'completionTitle', 'completionMessage', 'respondWith'].map(
      (name) => ({ displayName: name, name, type: 'string', default: '' }),
    ),
  }),
  execute() {
    const node = this.getNode().name;
    // A page is shown once, however many items come to it.
    const isPage = this.getNodeParameter('operation', 0, '') !== 'completion';
    const shown = this.getInputData().slice(0, isPage ? 1 : undefined);
    const items = shown.map((item, index) => {
      const text = (name: string): string => asText(this.getNodeParameter(name, index, ''));
      if (text('operation') === 'completion') {
        endings.push({ node, title: text('completionTitle'), message: text('completionMessage') });
        return { ...item, pairedItem: { item: index } };
      }
      const given: unknown = this.getNodeParameter('jsonOutput', index);
      const questions = z.array(questionSchema).parse(typeof given === 'string' ? JSON.parse(given) : given);
      const answer = answers[node]?.(questions);
      if (answer === undefined) throw new RangeError(`nobody answers the page "${node}"`);
      ensurePossible(questions, answer);
      const binary = filesOf(questions, answer);
      return {
        json: { ...answer, formMode: 'production' },
        ...(Object.keys(binary).length > 0 && { binary }),
        pairedItem: { item: index },
      };
    });
    return Promise.resolve([items]);
  },
});

const uploadSchema = z.array(z.object({ filename: z.string(), mimetype: z.string(), size: z.number() }));

/** Each file that was handed in, in a binary field named after its question. */
const filesOf = (questions: readonly Question[], answer: IDataObject): IBinaryKeyData =>
  Object.fromEntries(
    questions
      .filter(({ fieldType }) => fieldType === 'file')
      .flatMap(({ fieldName }) =>
        uploadSchema
          .parse(answer[fieldName] ?? [])
          .map(({ filename, mimetype }, index): [string, IBinaryData] => [
            `${fieldName}_${index}`,
            { data: Buffer.from(filename).toString('base64'), mimeType: mimetype, fileName: filename },
          ]),
      ),
  );

function ensurePossible(questions: readonly Question[], answer: IDataObject): void {
  for (const { fieldName, fieldType, requiredField, fieldOptions } of questions) {
    const given = answer[fieldName];
    if (given === undefined) {
      if (requiredField) throw new RangeError(`the form wants an answer to ${fieldName}`);
      continue;
    }
    if (!choiceTypes.includes(fieldType)) continue;
    const offered = (fieldOptions?.values ?? []).map(({ option }) => option);
    const missing = [given].flat().filter((choice) => !offered.includes(asText(choice)));
    if (missing.length > 0)
      throw new RangeError(`${fieldName} offers ${offered.join(', ')}, not ${missing.map(asText).join(', ')}`);
  }
}
