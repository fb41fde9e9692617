export { documentToForm } from './document-to-form';
export { formToDocument } from './form-to-document';
export type { GoodsWords, PolicyForm } from './policy-form';
