import { marketplaceClocks, type MarketplaceClock } from '../../lib/policy/marketplace';
import { formatMoney } from '../../lib/returns';
import { endpoints } from '../../lib/shops/tiktok-shop';
import { code, table } from './markdown';

/** Every call that the package may make to TikTok Shop, and the clocks that it knows. */
export function tiktokShopBlocks(): Record<string, string> {
  const calls = Object.values(endpoints)
    .toSorted((one, other) => one.path.localeCompare(other.path) || one.method.localeCompare(other.method))
    .map(({ method, path, reads, undocumented }) => [
      code(`${method} ${path}`),
      reads ? 'may be repeated' : 'once',
      undocumented ? 'not published' : 'published',
    ]);
  const clocks = marketplaceClocks.map((clock) => [
    clock.region ?? 'all others',
    clock.stage === 'request' ? 'the request' : 'the package that came back',
    clock.from === undefined ? 'any' : `from ${formatMoney(clock.from, 'en')}`,
    lengthOf(clock),
    `[${clock.asOf}](${clock.source})`,
  ]);
  return {
    calls: table(['Call', 'Sent', 'Specification'], calls),
    clocks: table(['Market', 'What is decided', 'Price', 'Time', 'Source, as of'], clocks),
  };
}

const lengthOf = ({ length }: MarketplaceClock): string =>
  'hours' in length
    ? `${length.hours} hours`
    : `${length.businessDays} business day${length.businessDays > 1 ? 's' : ''}`;
