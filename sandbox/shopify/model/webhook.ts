import type { Id, Time } from './scalars';

export interface WebhookSubscription {
  id: Id;
  topic: string;
  uri: string;
  format: string;
  includeFields: string[];
  metafieldNamespaces: string[];
  name: string | null;
  apiVersion: string;
  createdAt: Time;
  updatedAt: Time;
}
