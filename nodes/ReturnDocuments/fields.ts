import type { INodeProperties } from 'n8n-workflow';
import { caseIdField, languageField, shopField } from '../shared/fields';

export const printedCaseField: INodeProperties = {
  ...caseIdField,
  description: 'The return case that is printed. Leave empty to print what the item carries.',
};

export const documentFields: INodeProperties[] = [
  languageField,
  {
    displayName: 'Page Size',
    name: 'pageSize',
    type: 'options',
    options: [
      { name: 'A4', value: 'A4' },
      { name: 'US Letter', value: 'Letter' },
    ],
    default: 'A4',
  },
  shopField,
  {
    displayName: 'Put PDF in Field',
    name: 'binaryField',
    type: 'string',
    required: true,
    default: 'slip',
    description: 'The binary field that receives the file',
  },
];
