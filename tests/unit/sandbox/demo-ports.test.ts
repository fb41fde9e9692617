import { createServer, type Server } from 'node:net';
import { ensurePortsAreFree } from '../../../sandbox/demo/ports';

let server: Server;
let taken: number;

beforeAll(async () => {
  server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port was given');
  taken = address.port;
});
afterAll(async () => {
  await new Promise((resolve) => server.close(resolve));
});

describe('the ports of the demo', () => {
  it.each([
    ['n8n', '--port', (port: number) => ({ n8n: port, sandbox: 0 })],
    ['the sandbox', '--sandbox-port', (port: number) => ({ n8n: 0, sandbox: port })],
  ])('when that of %s is in use, say what is likely and which option helps', async (who, option, ports) => {
    await expect(ensurePortsAreFree(ports(taken))).rejects.toMatchObject({
      code: 'port_taken',
      message:
        `Port ${taken}, where ${who} is to listen, is in use: another demo may be running.\n` +
        `End it with Ctrl+C, or choose another port with ${option} (0 for any free one).`,
    });
  });

  it('are fine when any free one will do', async () => {
    await expect(ensurePortsAreFree({ n8n: 0, sandbox: 0 })).resolves.toBeUndefined();
  });
});
