/** First segment of every path, and the name in journal, faults and control API. */
export const providerName = 'tiktok-shop';
