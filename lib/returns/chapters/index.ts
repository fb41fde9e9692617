// A dossier is one n8n item: each node reads the chapters it needs and adds its own. Keys that no schema names are dropped.
// Whatever has several fields is lazy: n8n loads every node at its start, and most of what that takes would be schemas.

export * from './ask';
export * from './decision';
export * from './decision-terms';
export * from './email';
export * from './history';
export * from './inspection';
export * from './label';
export * from './order';
export * from './request';
export * from './settlement';
export * from './shop';
export * from './tracking';
