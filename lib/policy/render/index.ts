export type { Contact } from './context';
export { renderPolicy, type RenderOptions } from './render-policy';
export { conditionInWords } from './words/condition-in-words';
