import { judge, parsePolicy } from '../../../../lib/policy';
import { legalFactsOf } from '../../../../lib/policy/engine/legal-facts';
import { rightsOf, RightsOnDemand } from '../../../../lib/policy/law';
import { policies, stories } from '../arbitrary-policy';
import { facts } from '../facts';
import { fc, runs } from '../../../support/properties';

describe('rights on demand', () => {
  it('are those that rightsOf gives, one by one', () => {
    fc.assert(
      fc.property(policies, stories, (document, story) => {
        const { findings } = judge(parsePolicy(document), facts(story));
        const legal = legalFactsOf(findings);
        const rights = rightsOf(legal);
        const onDemand = new RightsOnDemand(legal);
        for (const [index, all] of rights.lines.entries()) {
          const one = onDemand.ofLine(index);
          if (one === undefined) throw new Error('a line without rights');
          expect(one.withdrawal).toEqual(all.withdrawal);
          expect(one.undisclosedPolicy).toEqual(all.undisclosedPolicy);
          expect(one.marketplace).toEqual(all.marketplace);
          expect(one.guarantee).toEqual(all.guarantee);
          expect(one.shortTermReject).toEqual(all.shortTermReject);
        }
        if (rights.feeForbidden.yes) expect(onDemand.forbidsFees).toBe(rights.feeForbidden.statements[0]);
      }),
      runs(150),
    );
  });

  it('of a line that there is not are none', () => {
    const { findings } = judge(
      parsePolicy({ name: 'shop', version: '1', windows: { default: { days: 30 } } }),
      facts(),
    );
    expect(new RightsOnDemand(legalFactsOf(findings)).ofLine(1)).toBeUndefined();
  });

  it('reckon with no fact that cannot be', () => {
    const { findings } = judge(
      parsePolicy({ name: 'shop', version: '1', windows: { default: { days: 30 } } }),
      facts(),
    );
    expect(() => new RightsOnDemand({ ...legalFactsOf(findings), timeZone: 'Mars/Phobos' })).toThrow('time zone');
  });
});
