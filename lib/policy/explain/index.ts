export { explainDecision, type Explanation } from './explain-decision';
export { traceInWords, type Titles } from './trace-in-words';
