import type { ExclusionGround } from '../document/exclusions';
import type { WithdrawalGround } from '../law';

/** Whether the law knows the ground: only then may it refuse what the law otherwise grants. */
export const isLegalGround = (ground: ExclusionGround): ground is WithdrawalGround =>
  ground !== 'commercial' && ground !== 'clearance' && ground !== 'gift_card';
