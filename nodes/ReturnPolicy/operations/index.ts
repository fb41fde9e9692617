import type { Operation } from '../../shared/operation';
import { compare } from './compare';
import { convert } from './convert';
import { evaluate } from './evaluate';
import { explain } from './explain';
import { renderText } from './render-text';
import { replay } from './replay';
import { scoreRisk } from './score-risk';
import { validate } from './validate';

export const operations: readonly Operation[] = [
  compare,
  convert,
  evaluate,
  explain,
  renderText,
  replay,
  scoreRisk,
  validate,
];
