import { deadlineOf, withDeadline, type ShopsTurn } from '../../../../lib/shops/tiktok-shop';
import { readReturn } from '../../../../lib/shops/tiktok-shop/mapping';
import { returnSchema } from '../../../../lib/shops/tiktok-shop/shapes';
import { returnAnswer } from './fixtures';

const found = (changes: object) => readReturn(returnSchema().parse(returnAnswer(changes)), 'en');
const created = new Date(1_763_800_000_000).toISOString();
const updated = new Date(1_763_800_100_000).toISOString();
const silent = { seller_next_action_response: [] };

const answer = { endsAt: '2026-01-02T00:00:00.000Z', clock: 'two business days' };
const asking = () => {
  const turns: ShopsTurn[] = [];
  return {
    turns,
    published: (turn: ShopsTurn) => {
      turns.push(turn);
      return answer;
    },
  };
};

describe('the deadline of a return on TikTok Shop', () => {
  it('is what TikTok Shop tells itself, whatever its clocks say', () => {
    const { turns, published } = asking();
    expect(deadlineOf(found({}), published)).toEqual({
      endsAt: '2025-11-24T16:00:00.000Z',
      knownFrom: 'marketplace',
    });
    expect(turns).toEqual([]);
  });

  it('is else what its clocks give for a request, from when it was made', () => {
    const { turns, published } = asking();
    expect(deadlineOf(found(silent), published)).toEqual({ ...answer, knownFrom: 'published' });
    expect(turns).toEqual([{ stage: 'request', from: created, amount: { amount: 4800, currency: 'GBP' } }]);
  });

  it('is else what they give for a package, from the last change', () => {
    const { turns, published } = asking();
    deadlineOf(found({ ...silent, return_status: 'BUYER_SHIPPED_ITEM' }), published);
    expect(turns).toMatchObject([{ stage: 'package', from: updated }]);
  });

  it('is none while TikTok Shop waits for nothing, or where nothing is published', () => {
    const { turns, published } = asking();
    expect(deadlineOf(found({ ...silent, return_status: 'RETURN_OR_REFUND_REQUEST_SUCCESS' }), published)).toBe(
      undefined,
    );
    expect(turns).toEqual([]);
    expect(deadlineOf(found(silent), () => undefined)).toBe(undefined);
  });

  it('goes into the request, which stays as it is without one', () => {
    const { request } = found(silent);
    expect(withDeadline(request, answer)).toEqual({ ...request, respondBy: answer.endsAt });
    expect(withDeadline(request, undefined)).toBe(request);
  });
});
