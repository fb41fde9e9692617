import { ensurePortIsFree, HostError } from '../host';
import type { DemoPorts } from './options';

const listeners = [
  { who: 'n8n', option: '--port', port: ({ n8n }: DemoPorts) => n8n },
  { who: 'the sandbox', option: '--sandbox-port', port: ({ sandbox }: DemoPorts) => sandbox },
];

/** To be asked before anything that takes long. @throws HostError `port_taken` for the first that is in use */
export async function ensurePortsAreFree(ports: DemoPorts): Promise<void> {
  for (const { who, option, port } of listeners) {
    const wanted = port(ports);
    await ensurePortIsFree(wanted).catch((cause: unknown) => {
      throw new HostError(
        'port_taken',
        `Port ${wanted}, where ${who} is to listen, is in use: another demo may be running.`,
        `End it with Ctrl+C, or choose another port with ${option} (0 for any free one).`,
        { cause },
      );
    });
  }
}
