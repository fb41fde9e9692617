import type { LawPack } from '../rules';

export const us: LawPack = {
  jurisdiction: 'US',
  name: 'United States',
  rules: [
    {
      ruleId: 'US-cooling-off',
      kind: 'withdrawal_period',
      article: '16 CFR 429.0 and 429.1',
      source: 'https://www.ecfr.gov/current/title-16/chapter-I/subchapter-D/part-429',
      effectiveFrom: '2015-03-13',
      text: 'A sale of 25 dollars or more at the buyer’s home, or of 130 dollars or more at another place that is not the seller’s, may be cancelled until midnight of the third business day. Sales by internet, post or telephone have no such right.',
      days: 3,
      counting: 'us_business_days',
      countedFrom: 'contract',
      premises: ['off_premises'],
      minimumMinor: 2500,
      rolls: false,
    },
    {
      ruleId: 'US-prompt-shipment',
      kind: 'duty',
      article: '16 CFR 435.2',
      source: 'https://www.ecfr.gov/current/title-16/chapter-I/subchapter-D/part-435',
      effectiveFrom: '2014-12-08',
      text: 'What was ordered by internet, post or telephone is shipped within the time stated, or 30 days; otherwise the buyer may agree to wait or gets a prompt refund.',
    },
  ],
  leftOut: [
    'The 130 dollars for sales away from the buyer’s home: from 25 dollars on the right is granted.',
    'Implied warranties under state law.',
    'Laws of states other than New York, California and Florida. New Jersey, Connecticut, Hawaii, Virginia and Rhode Island have laws on showing a refund policy that were not read.',
    'Cooling-off laws of the states.',
  ],
};

export const usNewYork: LawPack = {
  jurisdiction: 'US-NY',
  name: 'New York',
  rules: [
    {
      ruleId: 'US-NY-policy-in-store',
      kind: 'undisclosed_policy',
      article: 'General Business Law § 218-a',
      source: 'https://www.nysenate.gov/legislation/laws/GBS/218-A',
      effectiveFrom: '2014-01-01',
      effectiveTo: '2026-01-01',
      text: 'A store that did not post its refund policy, with any restocking fee, owes a refund in cash or credit, as the buyer chooses, for 30 days from the purchase of goods that are unused and undamaged.',
      days: 30,
      premises: ['in_store'],
    },
    {
      ruleId: 'US-NY-policy',
      kind: 'undisclosed_policy',
      article: 'General Business Law § 218-a',
      source: 'https://www.nysenate.gov/legislation/laws/GBS/218-A',
      effectiveFrom: '2026-01-01',
      text: 'A store or online retailer that did not post its refund policy, with any restocking fee, owes a refund in cash or credit, as the buyer chooses, for 30 days from the purchase of goods that are unused and undamaged.',
      days: 30,
      premises: ['distance', 'in_store'],
    },
  ],
  leftOut: ['From which day before 2026 the law holds for online retailers.'],
};

export const usCalifornia: LawPack = {
  jurisdiction: 'US-CA',
  name: 'California',
  rules: [
    {
      ruleId: 'US-CA-policy',
      kind: 'undisclosed_policy',
      article: 'Civil Code § 1723',
      source: 'https://leginfo.legislature.ca.gov/faces/codes_displaySection.xhtml?lawCode=CIV&sectionNum=1723',
      effectiveFrom: '2014-01-01',
      text: 'A store whose policy is less than a full refund, credit or exchange within seven days, and that did not display it, owes the price of goods that come back within 30 days of the purchase.',
      days: 30,
      premises: ['in_store'],
    },
  ],
  leftOut: [
    'Whether the law holds for online orders.',
    'The goods that it does not cover: food, plants, perishable, marked "as is" or "all sales final", used or damaged, customised, without original package, or barred from resale for health.',
  ],
};

export const usFlorida: LawPack = {
  jurisdiction: 'US-FL',
  name: 'Florida',
  rules: [
    {
      ruleId: 'US-FL-policy',
      kind: 'undisclosed_policy',
      article: 'Florida Statutes 501.142',
      source: 'https://www.flsenate.gov/Laws/Statutes/2024/501.142',
      effectiveFrom: '2014-01-01',
      text: 'A store that gives no refunds and did not post a sign saying so owes a refund within seven days of the purchase of goods that are unused and in their original carton.',
      days: 7,
      premises: ['in_store'],
    },
  ],
  leftOut: [
    'Whether the law holds for online orders.',
    'The goods that it does not cover: food, perishable, made or altered to order, or barred from resale by law.',
  ],
};
