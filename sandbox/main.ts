import { parseArgs } from 'node:util';
import { easyPostKey, mailAccount, stripeKey, tiktokShopAccount } from './accounts';
import { startSandbox } from './core/server';

/** `tsx sandbox/main.ts [--port 8787] [--smtp-port 2525] [--seed 1]`: starts the sandbox and tells where it is. */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { port: { type: 'string' }, 'smtp-port': { type: 'string' }, seed: { type: 'string' } },
  });
  const numberOf = (value: string | undefined, otherwise: number): number => {
    const number = Number(value ?? otherwise);
    if (!Number.isInteger(number) || number < 0) throw new RangeError(`not a whole number: ${value ?? ''}`);
    return number;
  };
  const { seed } = values;
  const sandbox = await startSandbox({
    port: numberOf(values.port, 8787),
    smtpPort: numberOf(values['smtp-port'], 2525),
    ...(seed === undefined ? {} : { seed: numberOf(seed, 0) }),
  });
  console.log(`Sandbox     ${sandbox.url}/`);
  console.log(`Mailbox     ${sandbox.url}/mailbox`);
  for (const { name } of sandbox.simulators) {
    if (name !== 'mail') console.log(`${name.padEnd(11)} ${sandbox.context.baseUrl(name)}`);
  }
  console.log(`smtp        127.0.0.1:${sandbox.smtpPort}, user ${mailAccount.user}, password ${mailAccount.password}`);
  console.log(`keys        Stripe ${stripeKey}, EasyPost ${easyPostKey}, TikTok Shop app ${tiktokShopAccount.appKey}`);
  const stop = (): void => {
    void sandbox.stop().then(() => process.exit(0));
  };
  process.once('SIGINT', stop).once('SIGTERM', stop);
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
