import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { z } from 'zod/v4';
import { loadBuilt } from '../measuring/built';
import { judge, type Result } from '../measuring/result';
import { takeTurns, timePerPiece } from '../measuring/rounds';
import { n8nHttpRequest } from './n8n-helper';
import { selfSigned } from './self-signed';
import { startTlsServer } from './tls-server';

type Http = Pick<typeof import('../../lib/http'), 'createHttpClient'>;

const CALLS = 300;
const ROUNDS = 11;
const answerSchema = z.object({ id: z.literal('return-1'), lines: z.array(z.object({ id: z.string() })).length(8) });

/** 300 calls, one after the other, to one TLS server on loopback; both sides check its certificate. */
export async function measure(): Promise<Result> {
  const tls = selfSigned();
  setDefaultCACertificates([...getCACertificates('default'), tls.cert]);
  const server = await startTlsServer(tls);
  try {
    const { createHttpClient } = loadBuilt<Http>('lib/http/index.js', ['createHttpClient']);
    const client = createHttpClient({
      provider: 'bench',
      displayName: 'Bench',
      baseUrl: server.baseUrl,
      headers: { authorization: 'Bearer bench' },
    });
    const httpRequest = n8nHttpRequest();
    const ours = repeated(async () => {
      await client.request({ method: 'GET', path: '/returns/1', parse: answerSchema });
    });
    const theirs = repeated(async () => {
      const answer: unknown = await httpRequest({
        method: 'GET',
        url: `${server.baseUrl}/returns/1`,
        headers: { authorization: 'Bearer bench' },
        json: true,
      });
      answerSchema.parse(answer);
    });

    await ours();
    const connections = { ours: server.newConnections(), theirs: 0 };
    await theirs();
    connections.theirs = server.newConnections();

    const rounds = await takeTurns(
      ROUNDS,
      () => timePerPiece(ours, CALLS),
      () => timePerPiece(theirs, CALLS),
    );
    const contest = { id: 'http.tls', unit: 'ms/call', better: 'less', peer: "n8n's request helper", aim: 4 } as const;
    return judge(contest, rounds, connections.ours === 1, { calls: CALLS, connections });
  } finally {
    server.close();
  }
}

const repeated = (call: () => Promise<void>) => async (): Promise<void> => {
  for (let count = 0; count < CALLS; count += 1) await call();
};
