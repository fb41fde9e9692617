/** TikTok Shop tells no language of the shopper; the market of the shop says it where it has one. */
const languages: Readonly<Record<string, string>> = { FR: 'fr', DE: 'de', AT: 'de', ES: 'es', MX: 'es', IT: 'it' };

/** @param region ISO country code of the market */
export const languageOfMarket = (region: string | undefined): string => languages[region ?? ''] ?? 'en';
