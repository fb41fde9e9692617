export { marketplaceClocks, type MarketplaceClock } from './clocks';
export { respondBy, type ClockAnswer, type ClockQuestion } from './respond-by';
