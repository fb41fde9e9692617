import { type Asked, found, read, type Route } from './route';

const retrieve = ({ store, id }: Asked): object => found(store.products, 'product', 'id', id);

export const productRoutes: readonly Route[] = [read('products/:id', retrieve)];
