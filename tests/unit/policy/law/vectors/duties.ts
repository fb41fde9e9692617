import { at, facts, ofLine, type Vector } from '../vector';

export const dutyVectors: readonly Vector[] = [
  {
    title: 'EU: from 19 June 2026 an online shop has a withdrawal function',
    rules: ['EU-withdrawal-function', 'EU-withdrawal-information'],
    facts: facts({ contractAt: at('2026-06-19T10:00:00Z'), requestedAt: at('2026-06-25T10:00:00Z') }),
    expected: {},
  },
  {
    title: 'DE: its buttons have German names',
    rules: ['DE-withdrawal-function'],
    facts: facts({
      consumerCountry: 'DE',
      contractAt: at('2026-06-19T10:00:00Z'),
      requestedAt: at('2026-06-25T10:00:00Z'),
    }),
    expected: {},
  },
  {
    title: 'EU: from 27 September 2026 the shop reminds of the guarantee by the harmonised notice',
    rules: ['EU-guarantee-notice'],
    facts: facts({ contractAt: at('2026-09-27T10:00:00Z'), requestedAt: at('2026-09-28T10:00:00Z') }),
    expected: {},
  },
  {
    title: 'EU: a shop that said nothing of an exception leaves the case to a person',
    rules: ['EU-exception-information'],
    facts: facts({ consumerCountry: 'PT', line: { grounds: ['personalised'], exceptionInfoGiven: false } }),
    expected: ofLine({ withdrawal: { status: 'undecided', ground: 'personalised', needs: [] } }),
  },
  {
    title: 'EU: no term of the contract waives the right',
    rules: ['EU-no-waiver', 'EU-no-other-charge'],
    facts: facts({ consumerCountry: 'PT' }),
    expected: { noWaiver: { yes: true }, feeForbidden: { yes: true } },
  },
];
