import { listPage } from '../list';
import { type Asked, found, isAsked, read, type Route } from './route';

const retrieve = ({ store, id }: Asked): object => found(store.events, 'event', 'id', id);

function list({ store, form }: Asked): object {
  const asked = [...store.events.values()].filter((event) => isAsked(form, 'type', event.type));
  return listPage(asked.reverse(), form, '/v1/events', 'as-is');
}

export const eventRoutes: readonly Route[] = [read('events/:id', retrieve), read('events', list)];
