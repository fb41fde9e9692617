import { ensureKey, IdempotencyKeys } from '../../../sandbox/shopify/idempotency';

const how = {
  refuse: ({ code }: { code?: string | null }) => `refused: ${code ?? ''}`,
  recall: (result: unknown) => `again: ${String(result)}`,
  hasFailed: (result: string) => result.startsWith('user error'),
};

describe('idempotency keys', () => {
  let now = Date.parse('2026-11-20T09:00:00Z');
  let keys: IdempotencyKeys;
  const refund = (args: unknown, result = 'refunded', key = 'k1'): Promise<string> =>
    keys.once('refundCreate', key, args, () => Promise.resolve(result), how);

  beforeEach(() => {
    keys = new IdempotencyKeys(() => new Date(now));
  });

  it('hands out the first result again, whatever the order of the arguments', async () => {
    expect(await refund({ orderId: '1', note: 'x' })).toBe('refunded');
    expect(await refund({ note: 'x', orderId: '1' }, 'refunded twice')).toBe('again: refunded');
  });

  it('refuses the same key with other arguments, and takes it for another mutation', async () => {
    await refund({ amount: 1 });
    expect(await refund({ amount: 2 })).toBe('refused: IDEMPOTENCY_KEY_PARAMETER_MISMATCH');
    expect(await keys.once('inventoryAdjustQuantities', 'k1', {}, () => Promise.resolve('adjusted'), how)).toBe(
      'adjusted',
    );
  });

  it('refuses a key that is in use', async () => {
    let finish: (value: string) => void = () => undefined;
    const first = keys.once('refundCreate', 'k1', {}, () => new Promise<string>((resolve) => (finish = resolve)), how);
    expect(await refund({})).toBe('refused: IDEMPOTENCY_CONCURRENT_REQUEST');
    finish('refunded');
    expect(await first).toBe('refunded');
    expect(await refund({})).toBe('again: refunded');
  });

  it('wants a new key after an attempt that failed', async () => {
    expect(await refund({}, 'user error')).toBe('user error');
    expect(await refund({})).toBe('refused: IDEMPOTENCY_PREVIOUS_ATTEMPT_FAILED');
    await expect(keys.once('refundCreate', 'k2', {}, () => Promise.reject(new Error('broke')), how)).rejects.toThrow(
      'broke',
    );
    expect(await refund({}, 'refunded', 'k2')).toBe('refused: IDEMPOTENCY_PREVIOUS_ATTEMPT_FAILED');
    expect(await refund({}, 'refunded', 'k3')).toBe('refunded');
  });

  it('keeps what is done or being done when a repeat breaks', async () => {
    await refund({});
    keys.markFailed('refundCreate', 'k1');
    expect(await refund({})).toBe('again: refunded');
    let finish: (value: string) => void = () => undefined;
    const first = keys.once('refundCreate', 'k2', {}, () => new Promise<string>((resolve) => (finish = resolve)), how);
    keys.markFailed('refundCreate', 'k2');
    finish('refunded');
    expect(await first).toBe('refunded');
    expect(await refund({}, 'refunded twice', 'k2')).toBe('again: refunded');
  });

  it('spoils a key that was free, or forgotten', async () => {
    await refund({});
    now += 24 * 60 * 60 * 1000;
    keys.markFailed('refundCreate', 'k1');
    keys.markFailed('refundCreate', 'k2');
    expect(await refund({})).toBe('refused: IDEMPOTENCY_PREVIOUS_ATTEMPT_FAILED');
    expect(await refund({}, 'refunded', 'k2')).toBe('refused: IDEMPOTENCY_PREVIOUS_ATTEMPT_FAILED');
  });

  it('forgets a key after a day', async () => {
    await refund({});
    now += 24 * 60 * 60 * 1000;
    expect(await refund({}, 'refunded anew')).toBe('refunded anew');
  });

  it('demands a key from 2026-04 on, only where the API does', () => {
    const message = 'The @idempotent directive is required for this mutation but was not provided.';
    expect(() => {
      ensureKey('refundCreate', '2026-04', undefined);
    }).toThrow(message);
    expect(() => {
      ensureKey('inventoryAdjustQuantities', '2026-10', undefined);
    }).toThrow(message);
    expect(() => {
      ensureKey('refundCreate', '2026-01', undefined);
      ensureKey('returnProcess', '2026-10', undefined);
    }).not.toThrow();
  });
});
