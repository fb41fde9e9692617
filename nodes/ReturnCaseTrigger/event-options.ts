import type { INodePropertyOptions } from 'n8n-workflow';
import { CONSUMER_STUCK } from './settings';

/** `parcel.in_transit` reads "Parcel: In Transit". */
export function eventOptions(types: readonly string[]): INodePropertyOptions[] {
  const words = (text: string): string =>
    text
      .split('_')
      .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
      .join(' ');
  return [...types, CONSUMER_STUCK]
    .map((type) => ({
      name: type.split('.').map(words).join(': '),
      value: type,
      ...(descriptions[type] !== undefined && { description: descriptions[type] }),
    }))
    .sort((left, right) => left.name.localeCompare(right.name));
}

const descriptions: Readonly<Record<string, string>> = {
  'case.failed': 'Something failed; also when an event was given up and is now a dead letter',
  [CONSUMER_STUCK]: 'A Return Case Trigger, of this workflow or of another, does not move on',
};
