import { createRequire } from 'node:module';
import { loadedModule } from '../../returns';
import type { Carrier } from '../carrier';

export type { EasyPostCredentials } from './client';

type Connecting = typeof import('./connect');

const load = createRequire(__filename);

export const easypost: Carrier = {
  name: 'easypost',
  displayName: 'EasyPost',
  connect: (credentials, environment) =>
    loadedModule<Connecting>(load('./connect'), 'connectEasyPost').connectEasyPost(credentials, environment),
};
