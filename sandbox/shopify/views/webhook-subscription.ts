import { gid } from '../gid';
import type { WebhookSubscription } from '../model';
import type { View } from '../view';

export function apiVersionView(handle: string): View {
  return { handle, displayName: handle, supported: true };
}

export function webhookSubscriptionView(subscription: WebhookSubscription): View {
  return {
    __typename: 'WebhookSubscription',
    id: gid('WebhookSubscription', subscription.id),
    legacyResourceId: subscription.id,
    topic: subscription.topic,
    uri: subscription.uri,
    callbackUrl: subscription.uri,
    endpoint: { __typename: 'WebhookHttpEndpoint', callbackUrl: subscription.uri },
    format: subscription.format,
    filter: null,
    includeFields: subscription.includeFields,
    metafieldNamespaces: subscription.metafieldNamespaces,
    metafields: [],
    name: subscription.name,
    apiVersion: apiVersionView(subscription.apiVersion),
    createdAt: subscription.createdAt,
    updatedAt: subscription.updatedAt,
  };
}
