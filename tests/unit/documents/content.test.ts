import { addressLines, isJapanese, sendBy, slipFacts, slipLines } from '../../../lib/documents/slip/content';
import { caseLine, shopAddress, slipInput } from './fixtures/dossier';

describe('what the slip lists', () => {
  it('lists the approved quantities and leaves out what was refused', () => {
    const lines = [caseLine({ requested: 3, approved: 2 }), caseLine({ title: 'Refused', approved: 0 })];
    expect(slipLines(lines).map(({ line, quantity }) => [line.title, quantity])).toEqual([['Linen shirt', 2]]);
  });

  it('lists what was asked for while nothing is decided', () => {
    expect(slipLines([caseLine({ requested: 3, approved: 0 })])).toMatchObject([{ quantity: 3 }]);
  });
});

describe('the deadline', () => {
  it.each(['2026-11-25T22:59:59Z', '2026-12-24T22:59:59Z'])('is the day that was decided (%s)', (day) => {
    const { dossier } = slipInput({ windowEndsAt: '2026-12-20T22:59:59Z', sendBy: day });
    expect(sendBy(dossier)).toEqual(new Date(day));
  });

  it('is the end of the window where none was decided', () => {
    expect(sendBy(slipInput({ windowEndsAt: '2026-12-20T22:59:59Z' }).dossier)?.toISOString()).toBe(
      '2026-12-20T22:59:59.000Z',
    );
  });

  it('is then never earlier than 14 days after the request', () => {
    expect(sendBy(slipInput({ windowEndsAt: '2026-11-20T22:59:59Z' }).dossier)?.toISOString()).toBe(
      '2026-12-04T09:30:00.000Z',
    );
  });

  it('is the day that it is in the zone of the policy, when it ends at midnight there', () => {
    const input = slipInput({ windowEndsAt: '2026-12-05T04:59:59.999Z', sendBy: '2026-12-05T04:59:59.999Z' });
    const { decision } = input.dossier;
    const dossier = { ...input.dossier, ...(decision && { decision: { ...decision, timeZone: 'America/New_York' } }) };
    expect(slipFacts({ ...input, dossier }).at(-1)?.value).toBe('4 December 2026');
  });

  it('is left out when the policy set none', () => {
    expect(sendBy(slipInput().dossier)).toBeUndefined();
  });
});

describe('an address', () => {
  it('puts the postal code before the city on the continent', () => {
    expect(addressLines(shopAddress, 'en')).toEqual([
      'Atelier Lune',
      '12 rue des Tanneurs',
      'Quai 3',
      '69002 Lyon',
      'France',
    ]);
  });

  it('puts city, region and postal code on one line in the United States', () => {
    const address = {
      name: 'Ann Lee',
      line1: '1 Main St',
      city: 'Austin',
      region: 'TX',
      postalCode: '78701',
      country: 'US',
    };
    expect(addressLines(address, 'fr')).toEqual(['Ann Lee', '1 Main St', 'Austin TX 78701', 'États-Unis']);
  });
});

describe('the forms of Han characters', () => {
  it.each([
    ['Japanese for a shopper in Japan', slipInput({ shopper: { country: 'JP' } }), true],
    ['Japanese where a title has kana', slipInput({ lines: [caseLine({ title: 'リネン' })] }), true],
    ['Chinese otherwise', slipInput({ shopper: { name: '陈小明', country: 'CN' } }), false],
  ])('are %s', (_, input, expected) => {
    expect(isJapanese(input)).toBe(expected);
  });
});
