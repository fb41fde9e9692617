export interface GivenToken {
  access_token: string;
  expires_in?: number;
  refresh_token?: string;
  refresh_token_expires_in?: number;
}

interface RefreshToken {
  readonly expires: Date;
  /** The one that it was got with; it stays usable until this one is used. */
  readonly previous: string | undefined;
}

/** Lifetimes in seconds, as documented: a day for client credentials, an hour and 90 days for expiring offline tokens. */
const lifetimes = { clientCredentials: 86_399, offline: 3_600, refresh: 7_776_000 };

/** The tokens that the app was given in this shop, and the codes and refresh tokens that it gets them with. */
export class AppTokens {
  private readonly access = new Map<string, Date | null>();
  private readonly refresh = new Map<string, RefreshToken>();
  private readonly codes = new Set<string>();

  constructor(
    private readonly now: () => Date,
    private readonly randomHex: () => string,
  ) {}

  clear(): void {
    this.access.clear();
    this.refresh.clear();
    this.codes.clear();
  }

  /** The merchant installs the app: the code that Shopify leads back with. */
  authorize(): string {
    const code = this.randomHex();
    this.codes.add(code);
    return code;
  }

  isValid(token: string): boolean {
    const expires = this.access.get(token);
    return expires === null || (expires !== undefined && expires > this.now());
  }

  forClientCredentials(): GivenToken {
    return { access_token: this.give(lifetimes.clientCredentials), expires_in: lifetimes.clientCredentials };
  }

  /** Undefined for a code that is unknown, or was used. */
  forCode(code: string, isExpiring: boolean): GivenToken | undefined {
    if (!this.codes.delete(code)) return undefined;
    return isExpiring ? this.giveExpiring(undefined) : { access_token: this.give(null) };
  }

  /** Undefined for a token that is unknown, has expired, or was replaced by one that has been used since. */
  forRefresh(token: string): GivenToken | undefined {
    const known = this.refresh.get(token);
    if (known === undefined || known.expires <= this.now()) return undefined;
    if (known.previous !== undefined) {
      const { previous } = known;
      this.refresh.delete(previous);
      // Whatever else was got with the former one goes with it.
      for (const [other, entry] of this.refresh) {
        if (other !== token && entry.previous === previous) this.refresh.delete(other);
      }
    }
    return this.giveExpiring(token);
  }

  private giveExpiring(previous: string | undefined): GivenToken {
    const refreshToken = `shprt_${this.randomHex()}`;
    this.refresh.set(refreshToken, { expires: this.after(lifetimes.refresh), previous });
    return {
      access_token: this.give(lifetimes.offline),
      expires_in: lifetimes.offline,
      refresh_token: refreshToken,
      refresh_token_expires_in: lifetimes.refresh,
    };
  }

  private give(seconds: number | null): string {
    const token = `shpat_${this.randomHex()}`;
    this.access.set(token, seconds === null ? null : this.after(seconds));
    return token;
  }

  private after(seconds: number): Date {
    return new Date(this.now().getTime() + seconds * 1000);
  }
}
