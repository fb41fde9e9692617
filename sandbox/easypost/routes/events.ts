import { listPage } from '../list';
import type { EasyPostEvent } from '../objects';
import { type Asked, found, type Route } from './route';

/** An event as the API shows it: without what it tells of. */
function shown({ result: _result, ...event }: EasyPostEvent): object {
  return event;
}

function list({ store, query }: Asked): object {
  const { page, has_more } = listPage(store.events.values(), query);
  return { events: page.map(shown), has_more };
}

const retrieve = ({ store, id }: Asked): object => shown(found(store.events.get(id)));

export const eventRoutes: readonly Route[] = [
  { method: 'GET', path: 'events', handle: list },
  { method: 'GET', path: 'events/:id', handle: retrieve },
];
