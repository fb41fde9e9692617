import { tiktokShopAccount } from '../accounts';
import type { Clock } from '../core/clock';
import type { Random } from '../core/random';
import { TikTokError } from './errors';

const accessSeconds = 7 * 86_400;
const refreshSeconds = 365 * 86_400;
const codeSeconds = 30 * 60;

export interface Grant {
  accessToken: string;
  /** Unix seconds, like the next. */
  accessExpires: number;
  refreshToken: string;
  refreshExpires: number;
  openId: string;
  scopes: readonly string[];
  isRevoked: boolean;
}

/** Everything that the sandbox's endpoints ask for. */
export const everyScope = [
  'seller.authorization.info',
  'seller.shop.info',
  'seller.order.info',
  'seller.return_refund.basic',
  'seller.product.basic',
  'seller.product.write',
  'seller.logistics',
  'seller.fulfillment.basic',
  'seller.customer_service',
  'seller.webhook.write',
] as const;

/** The authorisation of one seller for one app: codes, access tokens and refresh tokens that are rotated. */
export class Tokens {
  private grants: Grant[] = [];

  private codes = new Map<string, { expires: number; scopes: readonly string[] }>();

  /** Seconds that the next access token lives. */
  accessSeconds = accessSeconds;

  constructor(
    private readonly clock: Clock,
    private readonly random: () => Random,
  ) {
    this.reset();
  }

  /** Back to the one authorisation that the seller gave before anything began. */
  reset(): void {
    this.codes.clear();
    this.accessSeconds = accessSeconds;
    const now = this.clock.unix();
    this.grants = [
      {
        accessToken: tiktokShopAccount.accessToken,
        accessExpires: now + accessSeconds,
        refreshToken: tiktokShopAccount.refreshToken,
        refreshExpires: now + refreshSeconds,
        openId: tiktokShopAccount.openId,
        scopes: everyScope,
        isRevoked: false,
      },
    ];
  }

  /** The seller consents: a code that is good once, for half an hour. */
  issueCode(scopes: readonly string[] = everyScope): string {
    const code = `ROW_${this.random().id('', 40)}`;
    this.codes.set(code, { expires: this.clock.unix() + codeSeconds, scopes });
    return code;
  }

  redeem(code: string): Grant {
    const found = this.codes.get(code);
    this.codes.delete(code);
    if (found === undefined || found.expires <= this.clock.unix()) {
      throw new TikTokError(36004004, 'The authorization code is invalid or has expired');
    }
    return this.issue(found.scopes);
  }

  /** A new pair of tokens. The refresh token that was shown is good no more. */
  refresh(refreshToken: string): Grant {
    const found = this.grants.find((grant) => grant.refreshToken === refreshToken);
    if (found === undefined || found.isRevoked || found.refreshExpires <= this.clock.unix()) {
      throw new TikTokError(36004001, 'The refresh token is invalid or has expired');
    }
    found.refreshToken = '';
    return this.issue(found.scopes);
  }

  find(accessToken: string): Grant | undefined {
    return this.grants.find((grant) => grant.accessToken === accessToken);
  }

  /** Lets every access token of today expire; refresh tokens stay. */
  expireAccess(): void {
    for (const grant of this.grants) grant.accessExpires = this.clock.unix() - 1;
  }

  /** The seller withdraws the authorisation. */
  revoke(): void {
    for (const grant of this.grants) grant.isRevoked = true;
  }

  private issue(scopes: readonly string[]): Grant {
    const now = this.clock.unix();
    const grant: Grant = {
      accessToken: `ROW_${this.random().id('', 64)}`,
      accessExpires: now + this.accessSeconds,
      refreshToken: `ROW_${this.random().id('', 60)}`,
      refreshExpires: now + refreshSeconds,
      openId: tiktokShopAccount.openId,
      scopes,
      isRevoked: false,
    };
    this.grants.push(grant);
    return grant;
  }
}
