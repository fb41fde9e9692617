import { createServer, type Server, type ServerResponse } from 'node:http';
import { streamLines } from '../../../lib/http';

const who = { provider: 'shop', displayName: 'The shop' };
const quick = { sleep: () => Promise.resolve(), random: () => 0 };

describe('a file that is read line by line', () => {
  let server: Server;
  let calls = 0;
  let answer: (response: ServerResponse, call: number) => void;

  beforeEach(async () => {
    calls = 0;
    server = createServer((_request, response) => {
      calls += 1;
      answer(response, calls);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  });
  afterEach(() => {
    server.closeAllConnections();
    server.close();
  });

  const url = (): string => {
    const address = server.address();
    if (address === null || typeof address === 'string') throw new Error('no port');
    return `http://127.0.0.1:${address.port}/file.jsonl`;
  };
  const read = async (limits = {}): Promise<string[]> => {
    const lines: string[] = [];
    for await (const line of streamLines(who, url(), quick, limits)) lines.push(line);
    return lines;
  };

  it('is cut at its lines, wherever its chunks end, letters of several bytes too', async () => {
    answer = (response) => {
      const bytes = Buffer.from('{"a":"é"}\n\n{"b":2}\nlast');
      response.write(bytes.subarray(0, 7));
      setTimeout(() => response.end(bytes.subarray(7)), 20);
    };
    await expect(read()).resolves.toEqual(['{"a":"é"}', '{"b":2}', 'last']);
  });

  it('is opened again when it breaks, and hands no line out twice', async () => {
    answer = (response, call) => {
      response.writeHead(200, { 'content-length': '12' });
      response.write('one\ntwo\n');
      if (call < 3) setTimeout(() => response.destroy(), 20);
      else response.end('six\n');
    };
    await expect(read()).resolves.toEqual(['one', 'two', 'six']);
    expect(calls).toBe(3);
  });

  it('is given up when it breaks again and again, or is not there', async () => {
    answer = (response) => {
      response.writeHead(200, { 'content-length': '12' });
      response.write('one\n');
      setTimeout(() => response.destroy(), 10);
    };
    await expect(read({ reopen: 1 })).rejects.toMatchObject({ provider: 'shop', retryable: true });
    expect(calls).toBe(2);
    answer = (response) => response.writeHead(404).end();
    await expect(read()).rejects.toMatchObject({ status: 404 });
  });

  it('is not held: a line that never ends is refused', async () => {
    answer = (response) => response.end('x'.repeat(5000));
    await expect(read({ maxLineBytes: 1000 })).rejects.toMatchObject({ code: 'unexpected_answer' });
    await expect(async () => {
      for await (const line of streamLines(who, 'ftp://x/y', quick)) expect(line).toBe('');
    }).rejects.toMatchObject({ code: 'unexpected_answer' });
  });
});
