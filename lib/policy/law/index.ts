export * from './facts';
export * from './rights';
export { rightsOf } from './rights-of';
export { RightsOnDemand, type LineRightsOnDemand } from './rights-on-demand';
export { lateRefundSurcharge, type LateRefund, type LateSurcharge } from './surcharge';
export { surchargeSchedules, type SurchargeSchedule } from './rules';
