export type * from './credit';
export type * from './orders';
export type * from './payments';
export type * from './picks';
export type * from './processing';
export * from './returns';
export type * from './shop';
export type * from './standing';
export type * from './webhooks';
